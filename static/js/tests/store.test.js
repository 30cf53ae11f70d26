import {test, equal, ok, throws} from "./testing.js";
import {clockAt, journalIn, memory, plan, tick} from "./fakes.js";
import {begin, unpack, validate} from "../sessions.js";
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

test("a visit alone writes nothing", async () => {
  const {store, storage} = await log();
  await store.settled();
  equal([[...storage.map], store.sessions(), store.running(), store.settings(), store.timer(), store.faults(), store.raw()], [[], [], [], {}, null, [], []]);
});

test("every tick is written at once, read back and in the journal", async () => {
  const {store, storage, journal, clock} = await log();
  const {id} = store.start(plan);
  equal(unpack(stored(storage, `s:${id}`)).start, "2026-03-28T18:00:00+01:00");
  clock.pass(312);
  const answer = store.change(id, tick("squat", "1", 10, "22.5"));
  equal([answer.saved, answer.at, answer.session.exercises[0].sets[0].at], [true, clock.time, 312]);
  equal(JSON.parse(stored(storage, `s:${id}`)).exercises[0].sets, [["1", "w", "", "22.5", 10, null, null, 312, 1]]);
  equal(store.state(id), {saved: true, at: clock.time, fault: null});
  await store.settled();
  equal(unpack(journal.map.get(id).text), answer.session);
});

test("what a page does with a session it was given changes nothing", async () => {
  const {store, storage} = await log();
  const {id} = store.start(plan);
  store.session(id).note = "not through change()";
  store.change(id, tick("squat", "1", 10));
  equal([store.session(id).note, unpack(stored(storage, `s:${id}`)).note], ["", ""]);
  await throws(() => store.change(id, () => { throw new Error("page"); }), /page/);
  equal(store.session(id).exercises[0].sets.length, 1);
});

test("a change that makes no session is refused, and says where", async () => {
  const {store, storage} = await log();
  const {id} = store.start(plan);
  const before = stored(storage, `s:${id}`);
  const answer = store.change(id, tick("squat", "1", 10, "22,5"));
  equal([answer.saved, answer.fault.kind, answer.fault.message, stored(storage, `s:${id}`)],
    [false, "invalid", "exercises[0].sets[0].load: has another form than expected", before]);
  equal([answer.session.exercises[0].sets, store.faults(), store.change("nobody", () => {}).fault.kind], [[], [], "missing"]);
});

test("several sessions run; to finish one leaves the others", async () => {
  const {store, clock, again} = await log();
  const first = store.start(plan);
  clock.pass(60);
  const second = store.start({...plan, session: {id: "b", title: "Session B"}});
  equal(store.running().map(({id}) => id), [first.id, second.id]);
  clock.pass(1800);
  equal(store.finish(first.id).session.end, "2026-03-28T18:31:00+01:00");
  equal(store.running().map(({id}) => id), [second.id]);
  clock.pass(60);
  equal(store.finish(first.id).session.end, "2026-03-28T18:31:00+01:00", "finished twice");
  equal((await again()).sessions(), store.sessions());
});

test("the clock may say what it likes", async () => {
  const {store, clock} = await log({clock: clockAt("2026-03-28T23:50:00+01:00")});
  const {id} = store.start(plan);
  clock.pass(1200);
  equal(store.change(id, tick("squat", "1", 10)).session.day, "2026-03-28", "past midnight");
  clock.zone = "Asia/Tokyo";
  clock.pass(10);
  equal([store.finish(id).session.end, store.session(id).zone], ["2026-03-29T08:10:10+09:00", "Europe/Berlin"], "another zone");

  clock.zone = "Europe/Berlin";
  clock.time = Date.parse("2026-03-29T01:59:00+01:00");
  const spring = store.start(plan);
  clock.pass(120);
  equal(store.change(spring.id, tick("squat", "1", 10)).session.exercises[0].sets[0].at, 120);
  equal(store.finish(spring.id).session.end, "2026-03-29T03:01:00+02:00", "summer time begins");

  clock.time = Date.parse("2026-10-25T02:59:00+02:00");
  const autumn = store.start(plan);
  clock.pass(120);
  equal([store.change(autumn.id, tick("squat", "1", 10)).session.exercises[0].sets[0].at, store.finish(autumn.id).session.end], [120, "2026-10-25T02:01:00+01:00"], "and ends");

  const back = store.start(plan);
  clock.pass(-7200);
  equal([store.change(back.id, tick("squat", "1", 10)).session.exercises[0].sets[0].at, store.finish(back.id).session.end === back.start], [0, true], "set back");

  Object.assign(clock, {time: 0, zone: "America/New_York"});
  const first = store.start(plan);
  equal([first.day, first.start, first.id.slice(0, 10)], ["1969-12-31", "1969-12-31T19:00:00-05:00", "0000000000"], "a clock at 1970");
  clock.time = Date.parse("2026-11-01T12:00:00Z");
  equal(store.change(first.id, tick("squat", "1", 10)).saved, true, "and put right");
  Object.assign(clock, {time: NaN, zone: undefined});
  equal([store.start(plan).start, store.faults()], ["1970-01-01T00:00:00+00:00", []]);
  equal(store.sessions().map(({day}) => day), ["1969-12-31", "1970-01-01", "2026-03-28", "2026-03-29", "2026-10-25", "2026-10-25"]);
});

test("history is in order of day, start and id", async () => {
  const {store} = await log();
  const late = {...from("A", "2026-03-02"), start: "2026-03-02T10:00:00+09:00"};
  store.add([from("C", "2026-03-02"), from("B", "2026-03-02"), late, from("Z", "2026-03-01"), {...from("D", "2026-03-02"), start: "", end: ""}]);
  equal(store.sessions().map(({id}) => id), ["Z", "D", "A", "B", "C"]);
  equal(store.list().map(({id}) => id), ["Z", "D", "A", "B", "C"]);
  store.change("C", (session) => (session.day = "2026-02-01"));
  equal(store.sessions().map(({id}) => id)[0], "C");
});

test("a deleted session leaves a tombstone, and undo brings it back whole", async () => {
  const {store, storage, journal, again} = await log();
  const {id} = store.start(plan);
  const {session} = store.change(id, tick("squat", "1", 10));
  const {removed, undo} = store.remove(id);
  await store.settled();
  equal([removed, store.session(id), store.sessions(), stored(storage, `s:${id}`), journal.map.size], [true, null, [], null, 0]);
  equal([JSON.parse(stored(storage, "deleted")), store.deleted()], [{[id]: 1}, {[id]: 1}]);
  equal(store.add([session]).skipped, 1, "an import does not bring it back");
  equal([store.change(id, tick("squat", "2", 10)).fault.kind, store.remove(id).removed, (await again()).sessions()], ["deleted", false, []]);
  equal([undo().saved, store.session(id), store.deleted()], [true, session, {[id]: 2}]);
  await store.settled();
  equal([(await again()).sessions(), journal.map.size], [[session], 1]);
});

test("a deletion that was cut short is brought to its end", async () => {
  const {store, storage, again} = await log();
  const {id} = store.start(plan);
  const text = stored(storage, `s:${id}`);
  store.remove(id);
  storage.map.set(`regimen:back:s:${id}`, text);
  const next = await again();
  await next.settled();
  equal([next.sessions(), stored(storage, `s:${id}`)], [[], null]);
});

test("an import is whole, again changes nothing, and can be undone", async () => {
  const {store, storage} = await log();
  const mine = store.start(plan);
  store.change(mine.id, tick("squat", "1", 10));
  await store.settled();
  const before = stored(storage, `s:${mine.id}`);
  const other = structuredClone(store.session(mine.id));
  other.exercises[0].sets.push({id: "2", amount: 9});
  const file = [from("A", "2026-01-01"), from("B", "2026-01-02"), other, {id: "broken"}];
  const heard = [];
  store.addEventListener("change", ({detail}) => heard.push(detail));
  const first = store.add(file, {source: "strong.csv"});
  equal([first.added, first.merged, first.skipped, first.fault], [2, 1, 1, null]);
  equal([heard[0].ids, heard[0].source], [["A", "B", mine.id], "strong.csv"]);
  equal(store.session(mine.id).exercises[0].sets.length, 2);
  const second = store.add(file);
  equal([second.added, second.merged, second.skipped, second.undo()], [0, 0, 4, {undone: 0, left: 0}]);
  store.change("B", (session) => (session.note = "kept"));
  equal(first.undo(), {undone: 2, left: 1});
  equal([store.sessions().map(({id}) => id), store.session(mine.id).exercises[0].sets.map(({amount}) => amount)], [["B", mine.id], [10, null]]);
  equal([stored(storage, "s:A"), before !== null, store.add([file[0]]).added], [null, true, 1]);
});

test("a backup brings settings, tombstones and damaged texts too, but takes nothing away", async () => {
  const {store, storage} = await log();
  store.set({unit: "lb", sound: true});
  store.add([from("A", "2026-01-01")]);
  const more = {settings: {unit: "kg", start: "2026-01-01"}, deleted: {A: 1, gone: 1}, damaged: [{key: "regimen:back:damaged:5:s:x", text: "{"}, {key: "evil", text: "x"}]};
  const {undo} = store.add([from("gone", "2026-01-02")], more);
  equal([store.settings(), store.deleted(), store.sessions().map(({id}) => id)], [{unit: "lb", sound: true, start: "2026-01-01"}, {gone: 1}, ["A"]]);
  equal([store.damaged(), stored(storage, "evil")], [[{key: "regimen:back:damaged:5:s:x", text: "{"}], null]);
  undo();
  equal([store.settings(), store.damaged()], [{unit: "lb", sound: true}, []]);
});

test("settings, the timer and meta are checked and kept", async () => {
  const {store, storage, again} = await log();
  equal(store.set({unit: "kg", programmes: {back: {weeks: 12}}}).saved, true);
  store.set((settings) => (settings.programmes.neck = {weeks: 6}));
  store.set(JSON.parse('{"__proto__":{"admin":1},"sound":false,"deep":{"constructor":{"x":1},"n":1}}'));
  equal(store.settings(), {unit: "kg", programmes: {back: {weeks: 12}, neck: {weeks: 6}}, sound: false, deep: {n: 1}});
  equal([store.settings().admin, {}.admin], [undefined, undefined]);
  store.set({sound: undefined});
  equal("sound" in store.settings(), false);
  await throws(() => store.set({n: NaN}), /n: is not a number/);
  const timer = {deadline: 1_774_000_000_000, total: 45, session: "A", exercise: "squat", set: "1"};
  equal([store.setTimer(timer).saved, store.timer(), (await again()).timer()], [true, timer, timer]);
  store.setTimer(null);
  equal([store.timer(), stored(storage, "timer")], [null, null]);
  store.add([from("A", "2026-01-01")]);
  store.start(plan);
  store.exported();
  const {device, ...meta} = store.meta();
  equal([meta, /^[0-9a-f]{8}$/.test(device)], [{schema: 1, created: "2026-03-28T18:00:00+01:00", last_export: {at: "2026-03-28T18:00:00+01:00", sessions: 1}}, true]);
  equal((await again()).meta().device, device);
});

test("the browser is asked once to keep what is worth keeping", async () => {
  let asked = 0;
  const {store} = await log({persistence: {persist: async () => ++asked === 1}});
  equal([await store.persist(), asked], [null, 0]);
  store.start(plan);
  equal([await store.persist(), await store.persist(), asked, store.meta().persist], [true, true, 1, true]);
});

test("the raw export has everything of this site, and nothing of others", async () => {
  const {store, storage} = await log({storage: memory({"regimen:back:check": "{}", "regimen:neck:meta": "x", other: "y", "regimen:back:unknown": "z"})});
  const {id} = store.start(plan);
  await store.settled();
  equal(store.raw().map(({key}) => key), ["check", "meta", `s:${id}`, "unknown"].map((name) => `regimen:back:${name}`));
  equal(store.raw().every(({key, text}) => storage.map.get(key) === text), true);
  ok(store.room() < 5_200_000 && store.room() > 5_190_000);
});

test("delete everything leaves nothing but the check", async () => {
  const {store, storage, journal} = await log({storage: memory({"regimen:back:check": "{}", "regimen:neck:meta": "x", "regimen:back:damaged:1:s:x": "{"})});
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  store.set({unit: "kg"});
  equal(store.faults().length, 1);
  const {clear} = journal;
  journal.clear = async () => {
    ok(storage.map.has(`regimen:back:s:${id}`), "the journal goes first");
    await clear();
  };
  equal(await store.clear(), {cleared: true, fault: null});
  await store.settled();
  equal([[...storage.map.keys()], journal.map.size, store.sessions(), store.settings(), store.faults()], [["regimen:back:check", "regimen:neck:meta"], 0, [], {}, []]);
  store.start(plan);
  equal(store.sessions().length, 1, "and the log goes on");
});

test("every change is told", async () => {
  const {store} = await log();
  const heard = [];
  store.addEventListener("change", ({detail}) => heard.push([detail.ids.length, detail.from, detail.keys]));
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  store.set({unit: "kg"});
  store.setTimer(null);
  store.remove(id).undo();
  store.close();
  equal(heard, [[1, "here", []], [1, "here", []], [0, "here", ["settings"]], [0, "here", ["timer"]], [1, "here", []], [1, "here", []]]);
});
