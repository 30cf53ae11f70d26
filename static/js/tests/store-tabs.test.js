import {test, equal, ok} from "./testing.js";
import {chance, clockAt, lockQueue, plan, tick} from "./fakes.js";
import {Browser} from "./tabs.js";
import {pack, unpack} from "../sessions.js";
import {open} from "../store.js";

const START = "2026-03-28T18:00:00+01:00";
const KEY = "regimen:back:";
const amounts = (session) => session.exercises[0].sets.map(({id, amount}) => [id, amount]);

const openIn = (browser, tab, locks = null, clock = clockAt(START)) =>
  open({site: "back", storage: tab.storage, events: tab.events, journal: browser.journal, clock, locks, persistence: null});

async function two(options) {
  const browser = new Browser(options);
  const tabs = [browser.tab(), browser.tab()];
  const stores = [];
  for (const tab of tabs) stores.push(await openIn(browser, tab));
  return {browser, tabs, stores};
}

test("what one tab ticks appears in the other, and in neither is anything lost", async () => {
  const {browser, stores: [a, b]} = await two();
  const {id} = a.start(plan);
  await browser.rest(a, b);
  equal(b.running().map((s) => s.id), [id]);
  const heard = [];
  b.addEventListener("change", ({detail}) => heard.push([detail.ids, detail.from]));
  a.change(id, tick("squat", "1", 10));
  b.change(id, tick("squat", "2", 9));
  await browser.rest(a, b);
  equal([amounts(a.session(id)), amounts(b.session(id))], [[["1", 10], ["2", 9]], [["1", 10], ["2", 9]]]);
  equal(heard, [[[id], "here"]], "the other tab's tick came with the write");
  a.finish(id);
  await browser.rest(a, b);
  equal([heard.slice(1), b.running(), b.list().length], [[[[id], "other tab"]], [], 1]);
});

test("settings, the timer and deletions are heard of", async () => {
  const {browser, stores: [a, b]} = await two();
  const {id} = a.start(plan);
  await browser.rest(a, b);
  const heard = [];
  b.addEventListener("change", ({detail}) => heard.push([detail.ids, detail.keys]));
  a.set({unit: "lb"});
  a.setTimer({deadline: 9, total: 9});
  const {undo} = a.remove(id);
  await browser.rest(a, b);
  equal([b.settings(), b.timer().total, b.session(id), b.change(id, () => {}).fault.kind], [{unit: "lb"}, 9, null, "deleted"]);
  undo();
  await browser.rest(a, b);
  equal([b.session(id), heard.filter(([ids]) => ids.length > 0).length], [a.session(id), 2]);
  equal(heard.filter(([, keys]) => keys.length > 0).map(([, keys]) => keys[0]), ["settings", "timer"]);
});

test("two tabs that write over each other end up with both", async () => {
  const {browser, stores: [a, b]} = await two({late: true});
  const {id} = a.start(plan);
  await browser.rest(a, b);
  a.change(id, tick("squat", "1", 10));
  b.change(id, tick("squat", "2", 9));
  equal([amounts(a.session(id)), amounts(b.session(id))], [[["1", 10]], [["2", 9]]], "neither knows");
  await browser.rest(a, b);
  equal([amounts(a.session(id)), a.session(id), pack(b.session(id))], [[["1", 10], ["2", 9]], b.session(id), browser.shared.get(`${KEY}s:${id}`)]);
});

test("a tab that closes after its write is overwritten loses nothing", async () => {
  const {browser, tabs, stores: [a, b]} = await two({late: true});
  const {id} = a.start(plan);
  await browser.rest(a, b);
  b.change(id, tick("squat", "2", 9));
  a.change(id, tick("squat", "1", 10));
  tabs[1].closed = true;
  b.close();
  await browser.rest(a);
  equal(amounts(a.session(id)), [["1", 10], ["2", 9]]);
});

test("a second look finds what was written over at the same moment, even where no word of it comes", async () => {
  const {browser, stores: [a]} = await two();
  const {id} = a.start(plan);
  await a.settled();
  const before = browser.shared.get(`${KEY}s:${id}`);
  a.change(id, tick("squat", "1", 10));
  browser.shared.set(`${KEY}s:${id}`, before);
  await a.settled();
  equal(amounts(unpack(browser.shared.get(`${KEY}s:${id}`))), [["1", 10]]);
});

test("what was deleted and brought back stays, though another tab deletes it once", async () => {
  const {browser, stores: [a, b]} = await two({late: true});
  const {id} = a.start(plan);
  a.finish(id);
  a.change(id, tick("squat", "1", 10));
  await browser.rest(a, b);
  b.session(id);
  a.remove(id).undo();
  b.remove(id);
  await browser.rest(a, b);
  equal([a.deleted(), b.deleted(), a.session(id) !== null, b.session(id)], [{[id]: 2}, {[id]: 2}, true, a.session(id)]);
  equal([a, b].map((store) => store.last(["goblet-squat"]).length), [1, 1]);
});

test("everything deleted in one tab is gone in the other", async () => {
  const {browser, stores: [a, b]} = await two();
  const {id} = a.start(plan);
  b.set({unit: "lb"});
  await browser.rest(a, b);
  b.change(id, tick("squat", "1", 10));
  await browser.rest(a, b);
  await a.clear();
  await browser.rest(a, b);
  equal([b.sessions(), b.settings(), [...browser.shared.keys()], b.faults()], [[], {}, [], []]);
  b.start(plan);
  await browser.rest(a, b);
  equal(a.running().length, 1);
});

test("a running session outlives a storage that was emptied from outside", async () => {
  const {browser, tabs: [, tab], stores: [a, b]} = await two();
  a.finish(a.start(plan).id);
  const {id} = a.start(plan);
  b.change(id, tick("squat", "1", 10));
  await browser.rest(a, b);
  for (const key of [...browser.shared.keys()]) tab.storage.removeItem(key);
  await browser.rest(a, b);
  equal([a.sessions().map((s) => s.id), a.faults().map(({kind, over}) => [kind, over])], [[id], [["missing", false]]]);
  equal([a.change(id, tick("squat", "2", 9)).saved, amounts(unpack(browser.shared.get(`${KEY}s:${id}`)))], [true, [["1", 10], ["2", 9]]]);
});

test("a page that slept looks again", async () => {
  const {browser, tabs: [tab], stores: [a, b]} = await two();
  const [first, second] = [a.start(plan), a.start(plan)];
  await browser.rest(a, b);
  tab.events.removeEventListener("storage", () => {});
  b.change(first.id, tick("squat", "1", 10));
  b.remove(second.id);
  tab.into.length = 0; // word that never came
  const heard = new Promise((resolve) => a.addEventListener("change", ({detail}) => resolve(detail), {once: true}));
  tab.events.dispatchEvent(Object.assign(new Event("pageshow"), {persisted: true}));
  equal([(await heard).ids.sort(), amounts(a.session(first.id)), a.session(second.id)], [[first.id, second.id].sort(), [["1", 10]], null]);
});

test("keys of others, and storages of others, are left alone", async () => {
  const {tabs: [tab], stores: [a]} = await two();
  let heard = 0;
  a.addEventListener("change", () => heard++);
  const word = (more) => tab.events.dispatchEvent(Object.assign(new Event("storage"), {key: null, newValue: null, storageArea: null}, more));
  word({key: "regimen:neck:s:A", newValue: "x"});
  word({key: "other", newValue: "x"});
  word({key: `${KEY}settings`, storageArea: {}});
  word({key: `${KEY}s:A`, newValue: "{"});
  word({key: `${KEY}s:__proto__`, newValue: "{}"});
  word({key: `${KEY}index`, newValue: "{}"});
  equal([heard, a.sessions(), a.faults()], [0, [], []]);
});

test("what is written again is written with no other tab at it, where there are locks", async () => {
  const browser = new Browser();
  const locks = lockQueue();
  const store = await openIn(browser, browser.tab(), locks);
  store.start(plan);
  await store.settled();
  ok(locks.held >= 1);
  const refusing = {request: async () => { throw new DOMException("no", "SecurityError"); }};
  const other = await openIn(browser, browser.tab(), refusing);
  const {id} = other.start(plan);
  await other.settled();
  equal([other.running().length, other.finish(id).saved], [2, true]);
});

const ROUNDS = 1000;
const MOVES = 24;
const SETS = ["1", "2", "xabcdef"];

/** What a run saw: of each set and note the values at its highest counter. */
class Seen {
  highest = new Map();

  note(part, counter, value) {
    const best = this.highest.get(part);
    if (!best || counter > best.counter) this.highest.set(part, {counter, values: [value]});
    else if (counter === best.counter) best.values.push(value);
  }

  all(id, session) {
    if (!session) return;
    for (const {row, sets} of session.exercises) for (const set of sets) this.note(`${id} ${row} ${set.id}`, set.counter, set.amount);
    this.note(`${id} note`, session.edits.note ?? 0, session.note);
  }
}

/** One random thing that a reader does in a tab. */
function act(store, ids, random, seen, undos) {
  const id = random.one(ids);
  const edit = random.one([
    tick("squat", random.one(SETS), 1 + random.below(20)), tick("squat", random.one(SETS), 1 + random.below(20)), tick("plank", random.one(SETS), 30),
    tick("squat", random.one(SETS), null), (s) => (s.note = random.one(["", "a", "b", "c"])), (s) => (s.exercises[0].sets = s.exercises[0].sets.slice(1)),
    (s) => (s.end = random.one([undefined, "2026-03-28T19:00:00+01:00"])), null, null]);
  if (edit) return seen.all(id, store.change(id, edit).session);
  const undo = undos.get(store)?.pop();
  if (undo) return void undo();
  undos.set(store, [store.remove(id).undo]);
}

async function run(seed, late) {
  const random = chance(seed);
  const browser = new Browser({late, random});
  const locks = seed % 2 ? lockQueue() : null;
  const tabs = [browser.tab(), browser.tab()];
  const clock = clockAt(START);
  const stores = [await openIn(browser, tabs[0], locks, clock), await openIn(browser, tabs[1], locks, clock)];
  const ids = [stores[0].start(plan).id, stores[0].start(plan).id];
  await browser.rest(...stores);
  const [seen, undos] = [new Seen(), new Map()];
  for (let i = 0; i < MOVES; i++) {
    act(random.one(stores), ids, random, seen, undos);
    clock.pass(random.below(3) - 1);
    for (let n = random.below(4); n > 0; n--) browser.step();
    if (random.below(3) === 0) await null;
    if (random.below(6) === 0) await random.one(stores).settled();
  }
  await browser.rest(...stores);
  return {browser, stores, ids, seen};
}

/** Nothing is lost, both tabs agree, and so does one that opens now. */
async function sound(late, {browser, stores: [a, b], ids, seen}) {
  equal(a.deleted(), b.deleted());
  const next = await openIn(browser, browser.tab());
  for (const id of ids) {
    const session = a.session(id);
    equal(b.session(id), session, "tabs differ");
    equal(next.session(id), session, "a new tab differs");
    equal(browser.shared.get(`${KEY}s:${id}`) ?? null, session && pack(session), "stored text");
    for (const [part, {counter, values}] of session ? seen.highest : []) {
      const [of, row, set] = part.split(" ");
      if (of !== id) continue;
      const found = set && session.exercises.find((e) => e.row === row).sets.find((s) => s.id === set);
      const got = set ? [found?.counter, found?.amount] : [session.edits.note ?? 0, session.note];
      ok(got[0] === counter && values.includes(got[1]), `${part}: got ${got}, want ${values} at ${counter}`);
    }
  }
  equal(a.list().map(({id}) => id), next.list().map(({id}) => id));
  const mayBe = ({kind, over}) => kind === "deleted" || (late && kind === "missing" && over); // a deletion not heard of yet
  equal([...a.faults(), ...b.faults()].filter((fault) => !mayBe(fault)), []);
}

for (const late of [false, true]) {
  test(`random interleavings of two tabs${late ? " that hear late of each other" : ""}`, async () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      try {
        await sound(late, await run(seed, late));
      } catch (e) {
        throw new Error(`seed ${seed}: ${e.stack}`);
      }
    }
  });
}

test("two real tabs of this browser hear of each other", async () => {
  const frame = document.createElement("iframe");
  frame.src = "/page.html";
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  const site = "tabs-test";
  const [a, b] = [await open({site}), await open({site, storage: frame.contentWindow.localStorage, events: frame.contentWindow})];
  const next = (store, ready) => new Promise((resolve) => store.addEventListener("change", function check() {
    if (!ready()) return;
    store.removeEventListener("change", check);
    resolve();
  }));
  const seen = next(b, () => b.running().length === 1);
  const {id} = a.start(plan);
  await seen;
  const both = [a, b].map((store) => next(store, () => amounts(store.session(id)).length === 2));
  equal([a.change(id, tick("squat", "1", 10)).saved, b.change(id, tick("squat", "2", 9)).saved], [true, true]);
  await Promise.all(both);
  equal(a.session(id), b.session(id));
  await Promise.all([a.settled(), b.settled()]);
  equal([a.faults(), b.faults(), pack(a.session(id))], [[], [], localStorage.getItem(`regimen:${site}:s:${id}`)]);
  const gone = next(b, () => b.sessions().length === 0);
  await a.clear();
  await gone;
  await Promise.all([a.settled(), b.settled()]);
  a.close();
  b.close();
  frame.remove();
  equal(Object.keys(localStorage).filter((key) => key.startsWith(`regimen:${site}:`)), []);
});
