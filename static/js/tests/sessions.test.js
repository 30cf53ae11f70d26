import {test, equal, ok, throws} from "./testing.js";
import {chance, plan, tick} from "./fakes.js";
import {counted} from "../merging.js";
import {addedSetId, begin, done, finished, merge, migrate, pack, setId, unpack, validate} from "../sessions.js";

const fixture = async (name) => (await fetch(`/js/tests/fixtures/${name}.json`)).text().then((text) => text.trim());
const now = {time: Date.parse("2026-03-28T14:30:12Z"), zone: "Asia/Tokyo"};
const begun = () => begin(plan, {id: "01JQ2M8ZK4T7XW", now});

/** A session after some edits, one after the other. */
const edited = (session, ...edits) => edits.reduce((before, edit) => {
  const after = structuredClone(before);
  edit(after);
  return validate(counted(before, after, 60));
}, session);

/** The kind of error that a text gives. */
function kindOf(text) {
  try {
    unpack(text);
  } catch (e) {
    return e.kind;
  }
  return "none";
}

test("a session begins with its day, its zone and what is planned", () => {
  const session = begun();
  equal([session.v, session.day, session.zone, session.start], [1, "2026-03-28", "Asia/Tokyo", "2026-03-28T23:30:12+09:00"]);
  equal(session.exercises.map(({row, id, dose, measure, sets}) => [row, id, dose, measure, sets]), [
    ["squat", "goblet-squat", "3 x 8-10, rest 45 s", "reps", []], ["plank", "side-plank", "2 x 30 s each side", "seconds", []]]);
  ok(!finished(session));
  equal(begin({...plan, session: {id: "a", title: "x".repeat(999)}}, {id: "A", now}).session.title.length, 300, "a long title");
  equal(begin({...plan, programme: null}, {id: "A", now: {time: 0, zone: "Nowhere/Else"}}).zone, "UTC");
});

test("a stored session keeps its sets as tuples and comes back as it was", () => {
  const session = edited(begun(), tick("plank", "1L", 30), tick("squat", "1", 10, "22.5"), (s) => (s.note = "fine"), (s) => (s.end = "2026-03-29T00:10:00+09:00"));
  const text = pack(session);
  const stored = JSON.parse(text);
  equal(stored.exercises.map((e) => e.sets), [[["1", "w", "", "22.5", 10, null, null, 60, 1]], [["1L", "w", "L", "", 30, null, null, 60, 1]]]);
  equal(unpack(text), session);
  equal(pack(unpack(text)), text);
  ok(finished(session));
  equal(done(session).length, 2);
});

test("texts of every version are understood", async () => {
  const first = unpack(await fixture("session-v0"));
  equal([first.v, first.note, first.exercises[0].effort, first.exercises[0].sets], [1, "tired", null, [
    {id: "1L", type: "w", side: "L", load: "", amount: 8, left: 2, pain: null, at: 95, counter: 1},
    {id: "1R", type: "w", side: "R", load: "", amount: 8, left: null, pain: 1, at: 140, counter: 1}]]);
  const text = await fixture("session-v1");
  const second = unpack(text);
  equal(second.edits, {end: 1, "pain.after": 1});
  equal(second.exercises[1].edits, {note: 1, flags: 1, exercise: 1});
  equal([second.exercises[1].measure, second.exercises[1].substitute_for, second.exercises[1].sets[1].amount], ["seconds", "plank", 12.5]);
  equal(unpack(pack(second)), second);
  equal(migrate(JSON.parse(text)), JSON.parse(text));
});

test("a newer version is told from a damaged text", async () => {
  const value = JSON.parse(await fixture("session-v1"));
  const withV = (v) => JSON.stringify({...value, v});
  equal([2, 99].map((v) => kindOf(withV(v))), ["newer", "newer"]);
  equal([-1, 1.5, "1", "2", null, [], {}].map((v) => kindOf(withV(v))), ["damaged", "damaged", "damaged", "damaged", "damaged", "damaged", "damaged"]);
  for (const text of ["", "null", "1", "\"x\"", "[]", "{}", "{\"v\":1}", "{\"exercises\":[]}", "undefined", "{\"v\":1,", "\u0000"]) equal(kindOf(text), "damaged", text);
});

const wrong = {
  "an id with a colon": (s) => (s.id = "a:b"), "a prototype for an id": (s) => (s.id = "__proto__"),
  "no day of the calendar": (s) => (s.day = "2026-02-30"), "an hour 24": (s) => (s.start = "2026-03-28T24:00:00Z"),
  "another unit": (s) => (s.unit = "stone"), "pain above 10": (s) => (s.pain.before = 11), "a text for pain": (s) => (s.pain.after = "3"),
  "no exercises": (s) => delete s.exercises, "an object for exercises": (s) => (s.exercises = {length: 1}), "null for an exercise": (s) => (s.exercises[0] = null),
  "101 exercises": (s) => (s.exercises = Array.from({length: 101}, (_, i) => ({row: `r${i}`, id: "x", title: "x"}))),
  "a row twice": (s) => s.exercises.push(s.exercises[0]), "a set twice": (s) => s.exercises[0].sets.push(s.exercises[0].sets[0]),
  "301 sets": (s) => (s.exercises[0].sets = Array.from({length: 301}, (_, i) => ({id: `${i}`}))), "a set without id": (s) => delete s.exercises[0].sets[0].id,
  "another type": (s) => (s.exercises[0].sets[0].type = "x"), "amount -1": (s) => (s.exercises[0].sets[0].amount = -1),
  "an amount without end": (s) => (s.exercises[0].sets[0].amount = Infinity), "no number": (s) => (s.exercises[0].sets[0].amount = NaN),
  "counter 0": (s) => (s.exercises[0].sets[0].counter = 0), "half a second": (s) => (s.exercises[0].sets[0].at = 0.5),
  "a long note": (s) => (s.note = "x".repeat(5001)), "a list for a note": (s) => (s.note = ["x"]), "many flags": (s) => (s.exercises[0].flags = Array(21).fill("x")),
  "a list for edits": (s) => (s.edits = [1]), "a text for the programme": (s) => (s.programme = "x"), "no title": (s) => delete s.session.title,
};

test("what a session cannot be is refused, and where it is wrong is said", async () => {
  const session = edited(begun(), tick("squat", "1", 10, "22.5"));
  for (const [name, spoil] of Object.entries(wrong)) {
    const spoilt = structuredClone(session);
    spoil(spoilt);
    let refused = null;
    try {
      validate(spoilt);
    } catch (e) {
      refused = e;
    }
    equal(refused?.kind, "damaged", name);
  }
  for (const value of [null, undefined, 1, "x", [], () => {}]) await throws(() => validate(value), /is not an object/);
  session.exercises[1].sets = [{id: "1"}, {id: "2", load: "2,5"}];
  await throws(() => validate(session), /^exercises\[1\]\.sets\[1\]\.load: has another form/);
});

test("a load is a decimal text", () => {
  const loads = (list) => list.map((load) => {
    try {
      return validate({...begun(), exercises: [{row: "a", id: "a", title: "A", sets: [{id: "1", load}]}]}).exercises[0].sets[0].load === load;
    } catch {
      return false;
    }
  });
  ok(loads(["", "0", "22.5", "99999.999", "007"]).every(Boolean));
  ok(!loads(["22,5", "-1", "1e3", "100000", "1.2345", ".5", "5.", " 5", "5\n", 5, null, "٣"]).some(Boolean));
});

test("nothing of a hostile value survives but what a session has", () => {
  const text = pack(edited(begun(), tick("squat", "1", 10)));
  const hostile = text.replace("{", '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},"extra":1,')
    .replace('"pain":{', '"pain":{"__proto__":{"before":9},"toString":1,').replace('"programme":{', '"programme":{"__proto__":{"x":1},');
  ok(hostile !== text);
  const session = unpack(hostile);
  equal(pack(session), text);
  equal([session.admin, {}.admin, Object.getPrototypeOf(session) === Object.prototype, "extra" in session], [undefined, undefined, true, false]);
  const inherited = Object.create({id: "A", day: "2026-03-28", session: {id: "", title: ""}, unit: "kg", exercises: []});
  equal((() => { try { return validate(inherited); } catch (e) { return e.kind; } })(), "damaged", "inherited fields");
  const deep = `${'{"v":1,"exercises":'.repeat(5000)}1${"}".repeat(5000)}`;
  equal([kindOf(deep), kindOf(`${"[".repeat(100_000)}`), kindOf(text + " ".repeat(1_000_000))], ["damaged", "damaged", "damaged"]);
});

test("random damage to a text gives a whole session, or is told", () => {
  const random = chance(7);
  const text = pack(edited(begun(), tick("squat", "1", 10, "22.5"), tick("plank", "1L", 30), (s) => (s.note = "fine")));
  const pieces = ['"', "{", "}", "[", "]", ",", ":", "0", "-1", "1e999", "null", "true", '"__proto__":', "\\u0000", "9999999999", "é", "\ud800"];
  for (let i = 0; i < 20_000; i++) {
    let damaged = text;
    for (let n = random.below(3) + 1; n > 0; n--) {
      const [from, length] = [random.below(damaged.length), random.below(4) ? random.below(6) : random.below(200)];
      damaged = damaged.slice(0, from) + (random.below(2) ? random.one(pieces) : "") + damaged.slice(from + length);
    }
    let session;
    try {
      session = unpack(damaged);
    } catch (e) {
      ok(["damaged", "newer"].includes(e.kind), `${e.stack}\n${damaged}`);
      continue;
    }
    equal(unpack(pack(session)), session);
  }
});

test("ids of sets", () => {
  equal([setId(1), setId(2, "L")], ["1", "2L"]);
  ok(/^x[a-z]{6}$/.test(addedSetId()));
  equal(addedSetId(() => 0.999), "xzzzzzz");
});

test("edits raise the counters of what they touch, and of nothing else", () => {
  const ticked = edited(begun(), tick("squat", "2", 9, "20"), tick("squat", "1", 10, "20"));
  equal(ticked.exercises[0].sets.map(({id, counter, at}) => [id, counter, at]), [["1", 1, 60], ["2", 1, 60]], "in their turn");
  const corrected = edited(ticked, tick("squat", "1", 11, "20"), (s) => (s.exercises[0].pain = 2));
  equal(corrected.exercises[0].sets.map(({amount, counter}) => [amount, counter]), [[11, 2], [9, 1]]);
  equal([corrected.edits, corrected.exercises[0].edits, corrected.exercises[1].edits], [{}, {pain: 1}, {}]);
  equal(edited(corrected, () => {}), corrected);
  equal(edited(corrected, (s) => (s.note = "a"), (s) => (s.note = "b"), (s) => (s.pain.after = 1)).edits, {note: 2, "pain.after": 1});
});

test("what is taken away stays as not done, so that no other tab brings it back", () => {
  const ticked = edited(begun(), tick("squat", "1", 10, "20"), tick("plank", "1L", 30));
  const unticked = edited(ticked, (s) => (s.exercises[0].sets = []), (s) => s.exercises.pop());
  equal(unticked.exercises[0].sets.map(({amount, counter}) => [amount, counter]), [[null, 2]]);
  equal([unticked.exercises[1].row, unticked.exercises[1].skipped, unticked.exercises[1].sets[0].amount], ["plank", "removed", null]);
  equal(merge(ticked, unticked), unticked);
});

const edits = (random) => [
  tick(random.one(["squat", "plank"]), random.one(["1", "2L", "2R", "xabcdef"]), random.one([null, 8, 9, 10]), random.one(["", "20", "22.5"])),
  (s) => (s.note = random.one(["", "a", "b"])), (s) => (s.pain.after = random.one([null, 1, 2])),
  (s) => (s.end = random.one([undefined, "2026-03-29T00:10:00+09:00"])), (s) => (s.day = random.one(["2026-03-28", "2026-03-27"])),
  (s) => Object.assign(s.exercises[0], random.one([{id: "box-squat", title: "Box squat", substitute_for: "goblet-squat"}, {id: "wall-sit", title: "At the wall", substitute_for: "goblet-squat"}])),
  (s) => (s.exercises[1].flags = random.one([[], ["sharp"], ["worsening"]])), (s) => (s.exercises[0].sets = s.exercises[0].sets.slice(1)),
  (s) => s.exercises.push({row: `x${random.below(4)}${s.exercises.length}`, id: "row", title: "Row"}),
];

test("merging is the same in every order, and again", () => {
  const random = chance(11);
  for (let i = 0; i < 3000; i++) {
    const start = begun();
    const copies = [0, 1, 2].map(() => edited(start, ...Array.from({length: random.below(6)}, () => random.one(edits(random)))));
    const [a, b, c] = copies;
    const ab = merge(a, b);
    equal(pack(ab), pack(merge(b, a)), `order, ${i}`);
    equal(pack(merge(ab, b)), pack(ab), `again, ${i}`);
    equal(pack(merge(a, a)), pack(a), `itself, ${i}`);
    equal(parts(merge(ab, c)), parts(merge(a, merge(b, c))), `three, ${i}`);
    equal(validate(ab), ab);
    ok([a, b].some((s) => s.exercises[0].id === ab.exercises[0].id && s.exercises[0].title === ab.exercises[0].title), "an exercise that is half another's");
    equal(copies.map(pack), [a, b, c].map(pack), "merging changes no copy");
  }
});

/** A session without the order of its lists. */
const parts = (session) => ({...session, exercises: Object.fromEntries(session.exercises.map((e) => [e.row, {...e, sets: Object.fromEntries(e.sets.map((s) => [s.id, s]))}]))});

test("the higher counter wins, and among equals the set that is done", () => {
  const ticked = edited(begun(), tick("squat", "1", 10, "20"));
  const [unticked, corrected] = [edited(ticked, tick("squat", "1", null)), edited(ticked, tick("squat", "1", 12, "20"))];
  equal(merge(ticked, unticked).exercises[0].sets[0].amount, null);
  equal(merge(unticked, corrected).exercises[0].sets[0].amount, 12);
  const later = structuredClone(unticked);
  later.exercises[0].sets[0].at = 900;
  equal(merge(later, corrected).exercises[0].sets[0].amount, 12, "whatever the clocks say");
  equal(merge(edited(unticked, tick("squat", "1", 7), tick("squat", "1", null)), corrected).exercises[0].sets[0].amount, null);
  equal(merge(edited(begun(), (s) => (s.note = "x")), edited(begun(), (s) => (s.note = "x"), (s) => (s.note = ""))).note, "");
});

test("a thousand sessions of 25 sets take at most 2.6 million characters", () => {
  const rows = ["goblet-squat", "romanian-deadlift", "one-arm-row", "side-plank", "dead-bug", "half-kneeling-press", "suitcase-carry"];
  const seven = begin({...plan, exercises: rows.map((row) => ({row, id: row, title: `Title of ${row}`, dose: "3 x 8-10 each side, rest 45 s"}))}, {id: "01JQ2M8ZK4T7XW", now});
  const full = edited(seven, (s) => {
    for (let i = 0; i < 25; i++) s.exercises[i % 7].sets.push({id: `${1 + Math.floor(i / 7)}L`, side: "L", load: "22.5", amount: 10, left: 2, at: 1234});
    for (const exercise of s.exercises) Object.assign(exercise, {pain: 1, form: "held"});
    Object.assign(s, {pain: {before: 1, during: 2, after: 1, next_day: 1}, effort: 6, end: "2026-03-29T00:20:12+09:00"});
  });
  equal(done(full).length, 25);
  ok(pack(full).length <= 2600, `${pack(full).length}`);
});
