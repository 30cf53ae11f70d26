import {test, equal, ok, throws} from "./testing.js";
import {clockAt, memory, plan, tick} from "./fakes.js";
import {openJournal} from "../journal.js";
import {begin, finished, merge, pack, unpack, validate} from "../sessions.js";
import {counted} from "../merging.js";
import {open} from "../store.js";

const START = "2026-03-28T18:00:00+01:00";
let sites = 0;

/** A site whose journal is empty, in the real IndexedDB of this browser. */
async function fresh() {
  const site = `journal-test-${++sites}`;
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(`regimen:${site}`);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  return site;
}

const begun = begin(plan, {id: "01JQ2M8ZK4T7XW", now: clockAt(START)()});
const ticked = (session, ...edits) => edits.reduce((before, edit) => {
  const after = structuredClone(before);
  edit(after);
  return validate(counted(before, after, 60));
}, session);
const [one, two] = [ticked(begun, tick("squat", "1", 10)), ticked(begun, tick("squat", "2", 9))];

test("what is appended is replayed, until it is dropped", async () => {
  const site = await fresh();
  const journal = openJournal({site});
  equal(await journal.replay(), []);
  await journal.append(begun.id, pack(begun), 5);
  await journal.append(begun.id, pack(one), 6);
  await journal.append("B", pack({...two, id: "B"}), 7);
  equal(await openJournal({site}).replay(), [{id: begun.id, at: 6, text: pack(one)}, {id: "B", at: 7, text: pack({...two, id: "B"})}]);
  await journal.drop(begun.id);
  equal((await journal.replay()).map(({id}) => id), ["B"]);
  await journal.clear();
  equal(await journal.replay(), []);
  journal.close();
});

test("a visit alone leaves no database", async () => {
  const site = await fresh();
  const store = await open({site, storage: memory(), events: null});
  await store.settled();
  equal([store.faults(), (await indexedDB.databases()).some(({name}) => name === `regimen:${site}`)], [[], false]);
  store.close();
});

test("what two tabs append at once is merged", async () => {
  const site = await fresh();
  const [a, b] = [openJournal({site}), openJournal({site})];
  await Promise.all([a.append(begun.id, pack(one), 1), b.append(begun.id, pack(two), 1), a.append(begun.id, pack(begun), 2)]);
  equal((await b.replay())[0].text, pack(merge(one, two)));
  a.close();
  b.close();
});

test("a damaged entry gives way, a newer one stays", async () => {
  const site = await fresh();
  const journal = openJournal({site});
  await journal.append(begun.id, "{", 1);
  await journal.append(begun.id, pack(one), 2);
  equal((await journal.replay())[0].text, pack(one));
  const newer = '{"v":99}';
  await journal.append("B", newer, 1);
  await throws(() => journal.append("B", pack({...one, id: "B"}), 2), /newer/);
  equal((await journal.replay())[1].text, newer);
  journal.close();
});

test("a journal that cannot be opened refuses, and is tried again", async () => {
  const site = await fresh();
  await throws(() => openJournal({site, factory: undefined ?? null}).replay());
  let broken = true;
  const factory = {open: (...all) => {
    if (broken) throw new DOMException("denied", "SecurityError");
    return indexedDB.open(...all);
  }};
  const journal = openJournal({site, factory});
  await throws(() => journal.append(begun.id, pack(one), 1), /denied/);
  broken = false;
  await journal.append(begun.id, pack(one), 1);
  equal((await journal.replay()).length, 1);
  journal.close();
});

test("a journal of a newer version is left alone", async () => {
  const site = await fresh();
  const db = await new Promise((resolve) => {
    const request = indexedDB.open(`regimen:${site}`, 9);
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  const store = await open({site, storage: memory(), clock: clockAt(START), events: null});
  equal([store.faults().map(({kind}) => kind), store.change(store.start(plan).id, tick("squat", "1", 10)).saved], [["journal"], true]);
  await store.settled();
  store.close();
});

test("a journal does not stand in the way of its own removal", async () => {
  const site = await fresh();
  const journal = openJournal({site});
  await journal.append(begun.id, pack(one), 1);
  const request = indexedDB.deleteDatabase(`regimen:${site}`);
  await new Promise((resolve) => (request.onsuccess = resolve));
  await journal.append(begun.id, pack(two), 1);
  equal((await journal.replay())[0].text, pack(two), "and begins again");
  journal.close();
});

/** A log whose storage lost its last writes, as when the browser was killed. */
async function killed({lost, clock = clockAt(START), act = () => {}}) {
  const site = await fresh();
  const storage = memory();
  const store = await open({site, storage, clock, events: null});
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  await store.settled();
  const flushed = new Map(storage.map);
  store.change(id, tick("squat", "2", 9));
  act(store, id);
  await store.settled();
  store.close();
  storage.map.clear();
  if (!lost) for (const [key, text] of flushed) storage.map.set(key, text);
  const next = await open({site, storage, clock, events: null});
  return {site, id, storage, clock, next, key: `regimen:${site}:s:${id}`};
}

const amounts = (session) => session.exercises[0].sets.map(({amount}) => amount);

test("what a killed browser lost comes back, the last tick or all of it", async () => {
  for (const lost of [false, true]) {
    const {id, storage, next, key} = await killed({lost});
    equal([amounts(next.running()[0]), amounts(unpack(storage.map.get(key))), next.faults(), next.state(id).saved], [[10, 9], [10, 9], [], true]);
    next.close();
  }
});

test("a running session stays in the journal, however long", async () => {
  const {site, storage, clock, next} = await killed({lost: false});
  next.close();
  clock.pass(6000);
  const later = await open({site, storage, clock, events: null});
  await later.settled();
  equal((await openJournal({site}).replay()).length, 1);
  later.close();
});

test("a session that was finished just before is finished, and leaves the journal when it is surely stored", async () => {
  const {site, id, storage, clock, next} = await killed({lost: false, act: (store, id) => store.finish(id)});
  equal([next.running(), finished(next.session(id)), amounts(next.session(id))], [[], true, [10, 9]]);
  await next.settled();
  next.close();
  const journal = openJournal({site});
  equal((await journal.replay()).length, 1, "not yet");
  clock.pass(600);
  const later = await open({site, storage, clock, events: null});
  await later.settled();
  equal([(await journal.replay()).length, later.sessions().length], [0, 1]);
  later.close();
  journal.close();
});

test("a deleted session does not come back from the journal", async () => {
  const site = await fresh();
  const storage = memory();
  const journal = openJournal({site});
  const store = await open({site, storage, clock: clockAt(START), events: null});
  const {id} = store.start(plan);
  await store.settled();
  const text = store.raw().find(({key}) => key.endsWith(id)).text;
  store.remove(id);
  await store.settled();
  store.close();
  await journal.append(id, text, 1); // as if the browser had been killed before it was dropped
  const next = await open({site, storage, clock: clockAt(START), events: null});
  await next.settled();
  equal([next.sessions(), (await journal.replay()).length], [[], 0]);
  next.close();
  journal.close();
});

test("what is damaged in the journal is moved aside as well", async () => {
  const site = await fresh();
  const journal = openJournal({site});
  await journal.append("A", "{", 1);
  await journal.append("B", '{"v":99}', 1);
  const store = await open({site, storage: memory(), clock: clockAt(START), events: null});
  await store.settled();
  equal(store.damaged(), [{key: `regimen:${site}:damaged:${Date.parse(START)}:journal:A`, text: "{"}]);
  equal((await journal.replay()).map(({id}) => id), ["B"]);
  equal(store.faults().map(({kind}) => kind).sort(), ["damaged", "newer"]);
  store.close();
  journal.close();
});

test("the log stands on the browser's own storage, journal, clock and locks", async () => {
  const site = await fresh();
  Object.keys(localStorage).filter((key) => key.startsWith(`regimen:${site}:`)).forEach((key) => localStorage.removeItem(key));
  const store = await open({site});
  const {id} = store.start(plan);
  const answer = store.change(id, tick("squat", "1", 10, "22.5"));
  await store.settled();
  store.close();
  const next = await open({site});
  equal([answer.saved, next.running(), next.faults(), next.room() > 0], [true, [answer.session], [], true]);
  ok(Math.abs(Date.parse(next.session(id).start) - Date.now()) < 60_000);
  await next.clear();
  await next.settled();
  next.close();
  equal(Object.keys(localStorage).filter((key) => key.startsWith(`regimen:${site}:`)), []);
});

test("the browser's own storage, filled to the brim, hurts only what is being written", async () => {
  const site = await fresh();
  const store = await open({site});
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  await store.settled();
  const fill = (size) => {
    for (let i = 0; size >= 1; i++) {
      try {
        localStorage.setItem(`fill${size}-${i}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 4);
      }
    }
  };
  const before = localStorage.getItem(`regimen:${site}:s:${id}`);
  fill(1_000_000);
  const answer = store.change(id, (session) => (session.note = "x".repeat(5000)));
  equal([answer.saved, answer.fault.kind, localStorage.getItem(`regimen:${site}:s:${id}`) === before], [false, "quota", true]);
  Object.keys(localStorage).filter((key) => key.startsWith("fill")).forEach((key) => localStorage.removeItem(key));
  equal([store.change(id, () => {}).saved, store.faults().map(({kind, over}) => [kind, over])], [true, [["quota", true]]]);
  await store.clear();
  await store.settled();
  store.close();
});
