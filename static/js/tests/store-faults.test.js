import {test, equal, ok} from "./testing.js";
import {clockAt, journalIn, memory, plan, tick} from "./fakes.js";
import {pack, unpack} from "../sessions.js";
import {open} from "../store.js";

const START = "2026-03-28T18:00:00+01:00";
const fixture = async (name) => (await fetch(`/js/tests/fixtures/${name}.json`)).text().then((text) => text.trim());
const KEY = "regimen:back:";

async function log(more = {}) {
  const parts = {storage: memory(), journal: journalIn(), clock: clockAt(START), locks: null, events: new EventTarget(), persistence: null, ...more};
  const store = await open({site: "back", ...parts});
  return {...parts, store, again: () => open({site: "back", ...parts})};
}

const kinds = (store) => store.faults().map(({kind, key, count, over}) => [kind, key.replace(KEY, ""), count, over]);
const amounts = (session) => session.exercises[0].sets.map(({amount}) => amount);

test("a full storage hurts only what is being written", async () => {
  const {store, storage, journal, again} = await log();
  const done = store.start(plan);
  store.finish(done.id);
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  await store.settled();
  const before = new Map(storage.map);
  storage.limit = 0;
  const told = [];
  store.addEventListener("fault", ({detail}) => told.push(detail.kind));
  const answer = store.change(id, tick("squat", "2", 9));
  equal([answer.saved, answer.fault.kind, amounts(answer.session), store.state(id).saved], [false, "quota", [10, 9], false]);
  equal([storage.map.get(`${KEY}s:${id}`), storage.map.get(`${KEY}s:${done.id}`), told], [before.get(`${KEY}s:${id}`), before.get(`${KEY}s:${done.id}`), ["quota"]]);
  await store.settled();
  equal(amounts(unpack(journal.map.get(id).text)), [10, 9], "the journal has it");
  equal(store.raw().filter(({unsaved}) => unsaved).map(({key, text}) => [key, amounts(unpack(text))]), [[`${KEY}s:${id}`, [10, 9]]]);
  equal(amounts((await again()).session(id)), [10, 9], "the next page has it from the journal");
  storage.limit = Infinity;
  equal([store.change(id, () => {}).saved, amounts(unpack(storage.map.get(`${KEY}s:${id}`)))], [true, [10, 9]]);
  equal(kinds(store), [["quota", `s:${id}`, 1, true]], "over, and not forgotten");
});

test("browsers say in their own ways that the storage is full", async () => {
  for (const error of [{name: "QuotaExceededError"}, {name: "NS_ERROR_DOM_QUOTA_REACHED"}, {code: 22}]) {
    const {store, storage} = await log();
    storage.setItem = () => { throw error; };
    equal([store.set({unit: "kg"}).fault.kind, store.settings()], ["quota", {unit: "kg"}]);
  }
});

test("what is derived makes room", async () => {
  const {store, storage} = await log();
  store.finish(store.start(plan).id);
  store.last(["goblet-squat"]);
  const {id} = store.start(plan);
  await store.settled();
  ok(storage.map.has(`${KEY}index`));
  const used = [...storage.map].reduce((sum, [k, v]) => sum + k.length + v.length, 0);
  storage.limit = used;
  equal([store.change(id, tick("squat", "1", 10)).saved, storage.map.has(`${KEY}index`), store.faults()], [true, false, []]);
  await store.settled();
  equal(store.change(id, tick("squat", "2", 10)).saved, true);
});

test("a session that is deleted makes room for its tombstone", async () => {
  const {store, storage} = await log();
  const {id} = store.start(plan);
  await store.settled();
  storage.limit = [...storage.map].reduce((sum, [k, v]) => sum + k.length + v.length, 0);
  const {removed, undo} = store.remove(id);
  equal([removed, JSON.parse(storage.map.get(`${KEY}deleted`)), storage.map.has(`${KEY}s:${id}`)], [true, {[id]: 1}, false]);
  const answer = undo();
  equal([answer.saved, answer.fault.kind, store.session(id).id], [false, "quota", id], "back in memory");
});

test("an import that does not fit leaves nothing behind", async () => {
  const {store, storage} = await log();
  const mine = store.start(plan);
  await store.settled();
  const before = new Map(storage.map);
  const many = Array.from({length: 9}, (_, i) => ({...mine, id: `A${i}`, end: mine.start}));
  storage.limit = 3000;
  const result = store.add(many, {settings: {unit: "kg"}});
  equal([result.added, result.skipped, result.fault.kind, store.sessions().length, store.settings()], [0, 9, "quota", 1, {}]);
  equal(result.undo(), {undone: 0, left: 0});
  await store.settled();
  const {[`${KEY}index`]: index, ...rest} = Object.fromEntries(storage.map);
  equal(rest, Object.fromEntries(before));
});

test("a storage that is switched off leaves the log in memory", async () => {
  for (const storage of [null, Object.assign(memory(), {blocked: true})]) {
    const {store, journal, again} = await log({storage});
    const {id} = store.start(plan);
    const answer = store.change(id, tick("squat", "1", 10));
    equal([answer.saved, answer.fault.kind, amounts(store.session(id)), store.running().length, store.state(id).saved], [false, "blocked", [10], 1, false]);
    equal([store.set({unit: "lb"}).saved, store.settings(), store.setTimer({deadline: 5, total: 5}).fault.kind, store.timer().total], [false, {unit: "lb"}, "blocked", 5]);
    equal([store.remove(id).removed, (await store.clear()).cleared, store.damaged()], [false, false, []]);
    const next = store.start(plan);
    equal([store.raw().filter(({key, unsaved}) => unsaved && key.includes(":s:")).length, store.faults().every(({kind}) => kind === "blocked"), store.room() >= 0], [1, true, true]);
    await store.settled();
    equal([...journal.map.keys()], [next.id]);
    equal((await again()).running().map((s) => s.id), [next.id], "the next page has it from the journal");
  }
});

test("a storage that throws for a while loses nothing", async () => {
  const {store, storage} = await log();
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  storage.blocked = true;
  equal(store.change(id, tick("squat", "2", 9)).saved, false);
  storage.blocked = false;
  equal([store.change(id, tick("squat", "3", 8)).saved, amounts(unpack(storage.map.get(`${KEY}s:${id}`)))], [true, [10, 9, 8]]);
  equal(store.faults().map(({kind, over}) => [kind, over]), [["blocked", true]]);
});

test("only what reads back the same counts as saved", async () => {
  const {store, storage} = await log();
  const {id} = store.start(plan);
  storage.lies = (key) => key.includes(":s:") && storage.map.get(key).includes("wrong");
  const answer = store.change(id, (session) => (session.note = "wrong"));
  equal([answer.saved, answer.fault.kind, store.session(id).note], [false, "differs", "wrong"]);
  const {store: silent, storage: deaf} = await log();
  const other = silent.start(plan);
  deaf.setItem = () => {};
  equal([silent.change(other.id, tick("squat", "1", 10)).fault.kind, silent.set({unit: "kg"}).fault.kind], ["differs", "differs"]);
});

test("a damaged session is moved aside as it is and takes no other down", async () => {
  for (const damage of ["{", "", "null", '{"v":1}', await fixture("session-v1"), "\u0000\ud800", "x".repeat(1000)]) {
    const {store, storage, clock, again} = await log();
    const [good, bad] = [store.start(plan), store.start(plan)];
    store.finish(good.id);
    await store.settled();
    storage.map.set(`${KEY}s:${bad.id}`, damage);
    storage.map.set(`${KEY}s:unfit:name`, "x");
    const next = await again();
    const [aside, other] = [bad.id, "unfit:name"].map((id) => `damaged:${clock.time}:s:${id}`);
    equal([next.session(good.id).id, amounts(next.session(bad.id))], [good.id, []], "the journal brings the running one back");
    equal(next.damaged(), [{key: KEY + aside, text: damage}, {key: KEY + other, text: "x"}].sort((a, b) => (a.key < b.key ? -1 : 1)));
    equal(kinds(next).sort(), [["damaged", aside, 1, false], ["damaged", other, 1, false]].sort());
    equal((await again()).faults().length, 2, "told again, until the reader decides");
  }
});

test("two damaged texts of one moment both stay", async () => {
  const {store, storage, again} = await log({journal: journalIn()});
  const text = () => storage.map.set(`${KEY}s:A`, `{${storage.map.size}`);
  text();
  await again();
  text();
  const next = await again();
  equal([next.damaged().map(({text}) => text), store.sessions()], [["{0", "{1"], []]);
});

test("a text that is damaged under the running session is moved aside and written anew", async () => {
  const {store, storage, clock} = await log();
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  storage.map.set(`${KEY}s:${id}`, "garbage");
  const answer = store.change(id, tick("squat", "2", 9));
  equal([answer.saved, amounts(unpack(storage.map.get(`${KEY}s:${id}`))), storage.map.get(`${KEY}damaged:${clock.time}:s:${id}`)], [true, [10, 9], "garbage"]);
  storage.map.set(`${KEY}s:${id}`, "garbage that cannot be moved");
  storage.limit = 1;
  const full = store.change(id, tick("squat", "3", 8));
  equal([full.saved, full.fault.kind, storage.map.get(`${KEY}s:${id}`), amounts(full.session)], [false, "damaged", "garbage that cannot be moved", [10, 9, 8]]);
});

test("damaged settings, meta, timer and tombstones are moved aside too", async () => {
  for (const name of ["settings", "meta", "timer", "deleted"]) {
    const {store, storage, clock} = await log({storage: memory({[KEY + name]: "[1"})});
    equal([store.settings(), store.timer(), store.meta().device, store.deleted()], [{}, null, "", {}]);
    const {id} = store.start(plan);
    store.set({unit: "kg"});
    store.setTimer({deadline: 1, total: 1});
    store.remove(id);
    equal([storage.map.get(`${KEY}damaged:${clock.time}:${name}`), JSON.parse(storage.map.get(KEY + name)) !== null], ["[1", true], name);
  }
});

test("damaged settings that cannot be moved are not written over", async () => {
  const storage = memory({[`${KEY}settings`]: "[1"});
  storage.limit = 50;
  const {store} = await log({storage});
  equal([store.set({unit: "kg"}).fault.kind, storage.map.get(`${KEY}settings`), store.settings()], ["damaged", "[1", {unit: "kg"}]);
});

test("a newer session is left as it is, the others go on", async () => {
  const {store, storage, again} = await log();
  const {id} = store.start(plan);
  const newer = JSON.stringify({...JSON.parse(storage.map.get(`${KEY}s:${id}`)), v: 2, news: 1});
  await store.settled();
  storage.map.set(`${KEY}s:${id}`, newer);
  const answer = store.change(id, tick("squat", "1", 10));
  equal([answer.saved, answer.fault.kind, amounts(answer.session)], [false, "newer", [10]], "it goes on in memory");
  await store.settled();
  const next = await again();
  equal([next.start(plan).id === id, next.faults()[0].kind, storage.map.get(`${KEY}s:${id}`)], [false, "newer", newer]);
  equal(next.raw().find(({key}) => key.endsWith(id)).text, newer);
});

test("a newer schema makes the whole log read-only", async () => {
  const {store, storage, journal, again} = await log();
  const {id} = store.start(plan);
  store.finish(id);
  await store.settled();
  storage.map.set(`${KEY}meta`, '{"schema":2,"new":true}');
  storage.map.set(`${KEY}s:bad`, "{");
  storage.map.set(`${KEY}s:01JPN5V3C8K2QA`, await fixture("session-v0"));
  const before = new Map(storage.map);
  const next = await again();
  equal([next.readOnly, next.sessions().map((s) => s.id)], [true, ["01JPN5V3C8K2QA", id]], "what can be read is shown");
  const other = next.start(plan);
  equal([next.change(other.id, tick("squat", "1", 10)).fault.kind, next.remove(id).removed, next.set({unit: "lb"}).saved, next.add([]).added, (await next.clear()).cleared],
    ["newer", false, false, 0, false]);
  await next.settled();
  equal([Object.fromEntries(storage.map), next.faults().some(({kind}) => kind === "newer")], [Object.fromEntries(before), true]);
  ok(journal.map.has(id), "the journal is left to it, too");
});

test("a key that went missing is told, and written again with what is known", async () => {
  const {store, storage, again} = await log();
  const {id} = store.start(plan);
  store.change(id, tick("squat", "1", 10));
  await store.settled();
  storage.map.clear();
  equal([store.change(id, tick("squat", "2", 9)).saved, amounts(unpack(storage.map.get(`${KEY}s:${id}`)))], [true, [10, 9]]);
  equal(kinds(store), [["missing", `s:${id}`, 1, true]]);
  await store.settled();
  const next = await again();
  storage.map.clear();
  next.change(id, () => {});
  equal(kinds(next), [["missing", `s:${id}`, 1, true]], "one that was only read here");
});

test("a session that was never stored is not missing", async () => {
  const {store, storage} = await log();
  storage.limit = 300;
  const {id} = store.start(plan);
  equal(store.state(id), {saved: false, at: null, fault: {kind: "quota", key: `${KEY}s:${id}`, count: 1, over: false}});
  storage.limit = Infinity;
  store.change(id, tick("squat", "1", 10));
  equal(kinds(store), [["quota", `s:${id}`, 1, true]]);
});

test("an old session is migrated when it is read, and its old text kept until then", async () => {
  const old = await fixture("session-v0");
  const [name, id] = ["s:01JPN5V3C8K2QA", "01JPN5V3C8K2QA"];
  const {store, storage} = await log({storage: memory({[KEY + name]: old})});
  equal([JSON.parse(storage.map.get(KEY + name)).v, [...storage.map.keys()], store.session(id).note], [1, [KEY + name, `${KEY}index`], "tired"]);
  equal(storage.map.get(KEY + name), pack(store.session(id)));

  const full = memory({[KEY + name]: old});
  full.limit = 1300;
  const {store: tight} = await log({storage: full});
  await tight.settled();
  equal([tight.session(id).note, full.map.get(KEY + name), tight.faults()[0].kind], ["tired", old, "quota"], "no room: the old text stays, and is read");

  const lying = memory({[KEY + name]: old});
  let reads = 0;
  lying.lies = (key) => key === KEY + name && ++reads > 1;
  const {store: wary} = await log({storage: lying});
  equal([wary.session(id)?.note, lying.map.get(`${KEY}before:0:${name}`), wary.faults()[0].kind], ["tired", old, "differs"]);
});

test("a migration that was cut short comes to its end", async () => {
  const old = await fixture("session-v0");
  const [name, before] = ["s:01JPN5V3C8K2QA", "before:0:s:01JPN5V3C8K2QA"];
  const states = {"before the new text": old, "after it": pack(unpack(old)), "with the session lost": null, "with it damaged": '{"v":1'};
  for (const [when, text] of Object.entries(states)) {
    const storage = memory({[KEY + before]: old, ...(text === null ? {} : {[KEY + name]: text})});
    const {store} = await log({storage});
    equal([store.sessions().map((s) => s.note), storage.map.has(KEY + before), JSON.parse(storage.map.get(KEY + name)).v], [["tired"], false, 1], when);
    equal(store.damaged().length, when === "with it damaged" ? 1 : 0);
  }
  const newer = memory({[KEY + before]: old, [KEY + name]: '{"v":9}'});
  await log({storage: newer});
  equal(newer.map.size, 2, "a newer one stays, and so does the old text");
  const odd = memory({[`${KEY}before:0:settings`]: "{}", [`${KEY}before:x`]: "y"});
  await log({storage: odd});
  equal(odd.map.size, 2, "what is not understood stays");
});

test("a journal that refuses is told and keeps nothing from being saved", async () => {
  const journal = Object.assign(journalIn(), {broken: true});
  const {store} = await log({journal});
  const {id} = store.start(plan);
  equal(store.change(id, tick("squat", "1", 10)).saved, true);
  await store.settled();
  equal(kinds(store), [["journal", "journal", 3, false]]);
  journal.broken = false;
  store.change(id, tick("squat", "2", 10));
  await store.settled();
  equal(kinds(store), [["journal", "journal", 3, true]]);
});

test("a journal that never answers does not hold the page", async () => {
  let answer;
  const journal = {...journalIn(), replay: () => new Promise((resolve) => (answer = resolve))};
  const {store} = await log({journal, patience: 0});
  equal(kinds(store), [["journal", "journal", 1, false]]);
  const {store: source, journal: full} = await log();
  const {id} = source.start(plan);
  await source.settled();
  const heard = new Promise((resolve) => store.addEventListener("change", ({detail}) => resolve(detail)));
  answer(await full.replay());
  const {ids, from} = await heard;
  equal([ids, from, store.running().length], [[id], "journal", 1]);
});
