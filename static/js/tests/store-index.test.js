import {test, equal} from "./testing.js";
import {chance, clockAt, journalIn, memory, plan, tick} from "./fakes.js";
import {begin, pack, unpack, validate} from "../sessions.js";
import {open} from "../store.js";

const START = "2026-03-28T18:00:00+01:00";

/** A log on fakes, with what it stands on. */
async function log(more = {}) {
  const parts = {storage: memory(), journal: journalIn(), clock: clockAt(START), locks: null, events: new EventTarget(), persistence: null, ...more};
  const store = await open({site: "back", ...parts});
  return {...parts, store, again: () => open({site: "back", ...parts})};
}

const stored = (storage, name) => storage.map.get(`regimen:back:${name}`) ?? null;

/** A finished session as a file would bring it. */
const from = (id, day, exercises = ["goblet-squat"]) => validate({
  ...begin(plan, {id, now: {time: Date.parse(`${day}T10:00:00Z`), zone: "UTC"}}), end: `${day}T11:00:00+00:00`,
  exercises: exercises.map((row) => ({row, id: row, title: row, sets: [{id: "1", amount: 10}]})),
});

test("only sessions that are asked for are read", async () => {
  const {store, again} = await log();
  store.add(Array.from({length: 50}, (_, i) => from(`S${i}`, `2026-01-${String(1 + (i % 28)).padStart(2, "0")}`)));
  const running = store.start(plan);
  await store.settled();
  const next = await again();
  equal([reading(() => next.list()), reading(() => next.session("S7")), reading(() => next.session("S7"))], [0, 1, 0]);
  equal([reading(() => next.sessions(({day}) => day === "2026-01-28")), reading(() => next.last(["goblet-squat"]))], [1, 48]);
  await next.settled();
  const third = await again();
  equal([reading(() => third.running()), reading(() => third.last(["goblet-squat"])), third.running()[0].id], [0, 12, running.id]);
});

/** How many sessions a call parses. */
function reading(call) {
  const parse = JSON.parse;
  let count = 0;
  JSON.parse = (text, ...more) => ((count += String(text).startsWith('{"v":')), parse(text, ...more));
  try {
    call();
  } finally {
    JSON.parse = parse;
  }
  return count;
}

test("what is only read is not written again", async () => {
  const {store, storage, again} = await log();
  store.add(["A", "B", "C"].map((id, i) => from(id, `2026-01-0${i + 1}`)));
  equal(store.last(["goblet-squat"]).length, 3);
  await store.settled();
  const {writes} = storage;
  const next = await again();
  equal([next.sessions().length, next.last(["goblet-squat"]).length], [3, 3]);
  await next.settled();
  equal(storage.writes, writes);
});

test("the last sessions of an exercise are those that did it, the latest first", async () => {
  const {store, again} = await log();
  store.add([from("A", "2026-01-01"), from("B", "2026-01-02", ["plank"]), from("C", "2026-01-03", ["plank", "goblet-squat"])]);
  const ids = (log, ...exercises) => log.last(exercises).map(({id}) => id);
  equal([ids(store, "goblet-squat"), ids(store, "plank"), ids(store, "plank", "goblet-squat"), ids(store, "other")], [["A", "C"], ["B", "C"], ["A", "B", "C"], []]);
  const {id} = store.start(plan);
  equal(ids(store, "goblet-squat"), ["A", "C", id], "a running one counts");
  store.change(id, tick("squat", "1", 10));
  store.finish(id);
  equal(ids(store, "goblet-squat"), ["A", "C", id]);
  store.change("C", (session) => (session.day = "2025-12-31"));
  store.remove("A");
  equal(ids(store, "goblet-squat"), ["C", id]);
  await store.settled();
  equal(ids(await again(), "goblet-squat"), ["C", id]);
});

test("of each exercise the latest twelve sessions are kept, whatever is edited", async () => {
  const {store, storage, clock, again} = await log();
  const day = (n) => `2026-02-${String(n).padStart(2, "0")}`;
  store.add(Array.from({length: 14}, (_, i) => from(`S${i + 1}`, day(i + 1))));
  const first = () => store.last(["goblet-squat"])[0].id;
  equal([store.last(["goblet-squat"]).length, first()], [12, "S3"]);
  store.remove("S14");
  equal(first(), "S2", "one more comes in");
  store.change("S1", (session) => (session.day = day(20)));
  equal(first(), "S3");
  store.change("S5", (session) => (session.exercises[0].sets[0].amount = null));
  equal([first(), store.last(["goblet-squat"]).some(({id}) => id === "S5")], ["S2", false]);
  clock.time = Date.parse("2020-01-01T10:00:00Z");
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  store.finish(id);
  equal([store.last(["goblet-squat"]).length, first()], [12, "S2"], "one of long ago");
  await store.settled();
  const last = stored(storage, "last");
  store.add([from("new", day(27))]);
  await store.settled();
  storage.map.set("regimen:back:last", last);
  equal((await again()).last(["goblet-squat"]).at(-1).id, "new", "that of another index does not count");
});

test("an edit of an old session, and a deletion, cost a few sessions and not all of them", async () => {
  const {store, again} = await log();
  store.add(Array.from({length: 50}, (_, i) => from(`S${i}`, `2026-01-${String(1 + (i % 28)).padStart(2, "0")}`, [i % 2 ? "plank" : "goblet-squat"])));
  equal(reading(() => store.last(["goblet-squat"])), 0);
  await store.settled();
  const next = await again();
  next.change("S3", (session) => (session.note = "late"));
  await next.settled();
  equal(reading(() => next.last(["plank"])), 12, "of an edit");
  const third = await again();
  equal(third.remove(third.list().at(-1).id).removed, true);
  await third.settled();
  const fourth = await again();
  equal([reading(() => fourth.last(["plank", "goblet-squat"])), fourth.list().length], [24, 49], "of a deletion");
});

test("the latest of each exercise are the same as if they were made anew, whatever is edited", async () => {
  const random = chance(12), rows = ["squat", "plank", "row"];
  const day = () => `2026-0${1 + random.below(3)}-${String(1 + random.below(28)).padStart(2, "0")}`;
  const latest = (log) => rows.map((row) => log.last([row]).map(({id}) => id));
  for (let round = 0; round < 12; round++) {
    const {store, storage, clock} = await log();
    store.add(Array.from({length: 30}, (_, i) => from(`S${i}`, day(), rows.filter(() => random.below(3) > 0))));
    latest(store);
    for (let step = 0; step < 20; step++) {
      const {id} = random.one(store.list());
      const amount = random.below(2) ? null : 10;
      [
        () => store.change(id, (session) => (session.day = day())),
        () => store.change(id, ({exercises}) => exercises.forEach(({sets}) => sets.forEach((set) => (set.amount = amount)))),
        () => store.remove(id),
        () => store.remove(id).undo(),
        () => {
          clock.time = Date.parse(`${day()}T12:00:00Z`);
          const session = store.start({...plan, exercises: rows.map((row) => ({row, id: row, title: row}))});
          store.change(session.id, tick(random.one(rows), "1", 10));
          store.finish(session.id);
        },
      ][random.below(5)]();
      if (random.below(2)) await store.settled();
      const bare = memory(Object.fromEntries([...storage.map].filter(([key]) => !/:(index|last)$/.test(key))));
      const {store: anew} = await log({storage: bare});
      equal(latest(store), latest(anew), `round ${round}, step ${step}`);
    }
  }
});

test("index and last are made again when missing, unreadable or not matching", async () => {
  const {store, storage, again} = await log();
  store.add(["A", "B", "C"].map((id, i) => from(id, `2026-01-0${i + 1}`)));
  store.last(["goblet-squat"]);
  await store.settled();
  const [index, last] = [stored(storage, "index"), stored(storage, "last")];
  const set = (name, text) => (text === null ? storage.map.delete(`regimen:back:${name}`) : storage.map.set(`regimen:back:${name}`, text));
  for (const spoil of [null, "", "{", "null", "[]", '{"list":null}', '{"print":"1.1","list":[]}', index.replace("2026-01-01", "2026-01-09"), index.replaceAll('"A"', '"X"')]) {
    for (const name of ["index", "last"]) {
      set(name, spoil);
      const next = await again();
      equal([next.list().map(({id, day}) => [id, day]), next.last(["goblet-squat"]).length], [[["A", "2026-01-01"], ["B", "2026-01-02"], ["C", "2026-01-03"]], 3], `${name}: ${spoil}`);
      await next.settled();
      equal([stored(storage, "index").length, stored(storage, "last"), next.faults()], [index.length, last, []], `${name}: ${spoil}`);
    }
  }
  const moved = {...unpack(stored(storage, "s:B")), day: "2026-01-07"};
  set("s:B", pack(moved));
  set("s:C", null);
  set("s:D", pack(from("D", "2026-01-04")));
  equal((await again()).list().map(({id, day}) => [id, day]), [["A", "2026-01-01"], ["D", "2026-01-04"], ["B", "2026-01-07"]]);
});
