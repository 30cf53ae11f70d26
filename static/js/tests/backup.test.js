import {isLong, read, readLong, write, writeTable} from "../backup.js";
import {parse} from "../csv.js";
import {exerciseParts, sessionParts} from "../merging.js";
import {done, pack, validate} from "../sessions.js";
import {chance, randomSession} from "./random-sessions.js";
import {equal, ok, test} from "./testing.js";

const fixture = async (name) => (await fetch(new URL(`fixtures/${name}`, import.meta.url))).text();

const each = (parts) => Object.fromEntries(parts.map((name) => [name, 1]));

/** A log with everything in it that there is. */
const log = () => ({
  site: "stronger-back", exported: "2026-11-24T10:00:00+09:00",
  sessions: [
    validate({
      id: "01JQ2M8ZK4T7XW", day: "2026-03-28", zone: "Asia/Tokyo", start: "2026-03-28T23:30:12+09:00", end: "2026-03-29T00:20:12+09:00", unit: "kg",
      programme: {id: "stronger-back", version: "1.0", title: "Stronger back", week: 3}, session: {id: "a", title: "Core"},
      pain: {before: 2, during: 3, after: 2, next_day: 1}, effort: 6, red_flag: "numb-saddle", note: "slept badly\n=1+1 <script>alert(1)</script>",
      exercises: [
        {
          row: "split-squat", id: "split-squat", title: "Split squat", dose: "3 x 8-10 each side, rest 45 s", substitute_for: "goblet-squat", pain: 1,
          flags: ["sharp"], effort: 7, form: "held", note: "front foot raised",
          sets: [{id: "1L", side: "L", load: "22.5", amount: 10, left: 2, at: 312, counter: 5}, {id: "1R", side: "R", load: "22.5", amount: null, pain: 3, counter: 2}, {id: "xabcdef", type: "d", load: "10", amount: 12}],
          edits: {note: 2},
        },
        {row: "plank", id: "plank", title: "Plank", measure: "seconds", skipped: "pain", edits: each(exerciseParts)},
      ],
      edits: {end: 1, "pain.after": 3},
    }),
    validate({id: "R1", day: "2026-03-30", start: "2026-03-30T07:00:00Z", session: {id: "b", title: "Strength"}, unit: "lb", exercises: [], edits: each(sessionParts)}),
  ],
  settings: {unit: "kg", sound: false, programmes: {"stronger-back": {start: "2026-03-02", days: ["monday"], pattern: [["a", "b"]]}}, conditions: []},
  deleted: {"01JQ000000AAAA": 1, "01JQ000000BBBB": 4},
  damaged: [{key: "regimen:stronger-back:damaged:1774700000000:s:X", text: '{"v":1,'}],
});

test("a backup is the text that the published schema describes", async () => {
  equal(write(log()).split("\n"), (await fixture("backup.json")).split("\n"));
});

test("out, in and out again is the same", () => {
  const text = write(log());
  const {ok: fine, errors, counts, ...back} = read(text);
  equal([fine, errors, counts], [true, [], {refused: 0}]);
  equal(back, log());
  equal(write({...back, exported: ""}), write({...log(), exported: ""}));
  equal(write(read(write({sessions: [], site: "x", exported: ""}))), write({sessions: [], site: "x", exported: ""}));
});

test("out, in and out again is the same for logs by chance", () => {
  const random = chance(3);
  for (let round = 0; round < 200; round++) {
    const all = Array.from({length: Math.floor(random() * 6)}, (_, n) => randomSession(random, n));
    const text = write({...log(), sessions: all});
    equal(write(read(text)), text);
    equal(read(text).sessions.map(pack), all.map(pack));
  }
});

test("a session that does not fit is told with its line, and the others are read", () => {
  const {sessions} = log();
  const broken = structuredClone(sessions[0]);
  broken.exercises[0].sets[0].load = "heavy";
  const text = write({...log(), sessions: []}).replace('"sessions":[]', `"sessions":[\n${[sessions[1], broken, 7, null, {...sessions[1], id: "R2", v: 9}].map((s) => JSON.stringify(s)).join(",\n")}\n]`);
  const back = read(text);
  equal(back.sessions.map(({id}) => id), ["R1"]);
  equal(back.errors, [
    {line: 4, message: "Session 2 is left out: exercises[0].sets[0].load: has another form than expected."},
    {line: 5, message: "Session 3 is left out: is not an object."}, {line: 6, message: "Session 4 is left out: is not an object."},
    {line: 7, message: "Session 5 is left out: v: is none of 1."},
  ]);
});

test("two entries of one session become one", () => {
  const [session] = log().sessions;
  const later = structuredClone(session);
  later.exercises[0].sets[0] = {...later.exercises[0].sets[0], amount: 11, counter: 6};
  for (const both of [[session, later], [later, session]]) {
    const {sessions} = read(write({...log(), sessions: both}));
    equal([sessions.length, sessions[0].exercises[0].sets[0].amount], [1, 11]);
  }
});

test("what is no backup, or a newer one, is refused in words", () => {
  const whole = write(log());
  for (const [text, line, message] of [
    ["", 1, /damaged/], ["{", 1, /damaged/], [whole.slice(0, 700), 3, /damaged/], ["[]", 1, /no backup/], ["null", 1, /no backup/], ['{"format":"regimen-log"}', 1, /no backup/],
    ['{"format":"regimen-log","sessions":{}}', 1, /no backup/], ['{"format":"regimen-log","sessions":[]}', 1, /does not say/], ['{"format":"regimen-log","schema":2,"sessions":[]}', 1, /newer version/],
    ['{"format":"regimen-log","schema":1e999,"sessions":[]}', 1, /does not say/],
  ]) {
    const {ok: fine, sessions, errors} = read(text);
    ok(!fine && sessions.length === 0 && errors.length === 1 && message.test(errors[0].message), `${text.slice(0, 60)}: ${JSON.stringify(errors)}`);
    equal(errors[0].line, line, text.slice(0, 60));
  }
});

test("hostile parts are left out, and nothing of them reaches a prototype", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const text = `{"format":"regimen-log","schema":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
"sessions":[{"__proto__":{"polluted":1},"id":"A","day":"2026-01-01","session":{"id":"a","title":"A","__proto__":{"polluted":1}},"unit":"kg","exercises":[],"more":1}],
"settings":{"a":${deep}},"deleted":{"A":1e999,"__proto__":1},"damaged":[{"key":"x","text":"y"}],"site":7}`;
  const back = read(text);
  equal([back.ok, {}.polluted, back.sessions.length, back.sessions[0].polluted, Object.hasOwn(back.sessions[0], "more")], [true, undefined, 1, undefined, false]);
  equal([back.settings, back.deleted, back.damaged, back.site], [{}, {}, [], ""]);
  equal(back.errors.map(({line}) => line).sort(), [3, 3, 3, 3]);
  equal(read('{"format":"regimen-log","schema":1,"sessions":[],"settings":{"__proto__":{"polluted":1},"unit":"kg"}}').settings, {unit: "kg"});
});

test("the long table has one row a set that was done", async () => {
  const text = writeTable(log().sessions);
  equal(text, await fixture("long.csv"));
  const {rows} = parse(text);
  ok(isLong(rows[0]) && isLong(rows[0].toReversed().map((name) => name.toUpperCase())) && !isLong(["day", "exercise"]));
  equal(rows.length, 3);
});

/** What the long table keeps of sessions. */
const kept = (all) => all.filter((session) => done(session).length > 0).map(({day, zone, start, programme, session, unit, exercises}) => ({
  day, zone, start, programme: programme && [programme.id, programme.week], session: programme ? session.id : session.title,
  exercises: exercises.filter(({sets}) => sets.some(({amount}) => amount !== null)).map(({id, title, measure, note, sets}) => ({
    id, title, measure, note: note.trim(), sets: sets.filter(({amount}) => amount !== null).map((set) => [set.id, set.type, set.side, set.load, Number(set.load) > 0 ? unit : "", set.amount, set.left, set.pain]),
  })),
}));

test("the long table is read as it was, with comma or semicolon", () => {
  const random = chance(5);
  for (let round = 0; round < 200; round++) {
    const all = Array.from({length: 1 + Math.floor(random() * 6)}, (_, n) => randomSession(random, n));
    const {sessions, errors, questions} = readLong(writeTable(all, {separator: round % 2 ? ";" : ","}));
    equal([errors, questions], [[], []]);
    equal(kept(sessions), kept(all), `round ${round}`);
  }
});

test("one exercise in two rows of a session stays two, in another measure too", () => {
  const set = (id) => ({id, amount: 5});
  const exercises = [["warm", "reps", "1"], ["main", "reps", "1"], ["hold", "seconds", "2"]].map(([row, measure, id]) => ({row, id: "plank", title: "Plank", measure, sets: [set(id)]}));
  const {sessions: [session]} = readLong(writeTable([validate({id: "A", day: "2026-01-01", start: "2026-01-01T07:00:00", session: {id: "", title: "A"}, unit: "kg", exercises})]));
  equal(session.exercises.map(({row, measure}) => [row, measure]), [["plank", "reps"], ["plank:2", "reps"], ["plank:seconds", "seconds"]]);
});

test("a long table that a spreadsheet saved is read, and its wrong rows are told", () => {
  const heading = "Exercise;Exercise_ID;Day;Set;Amount;Measure;Load;Unit;Type;Side;Start;Note";
  const rows = (text) => readLong(`${heading}\r\n${text}`);
  equal(rows("Plank;plank;28/03/2026;1;45;seconds;22,5;kg;;;;'=1").sessions[0].exercises[0].sets[0].load, "22.5");
  equal(rows("Plank;plank;28/03/2026;1;45;seconds;22,5;kg;;;;'=1").sessions[0].exercises[0].note, "=1");
  equal(rows("Plank;plank;28/03/2026;1;45;seconds;22,12345;kg").sessions[0].exercises[0].sets[0].load, "22.123");
  for (const [row, message] of [
    ["Plank;plank;2026-02-30;1;45;seconds;;;;;;", /date/], [";plank;2026-01-01;1;45;seconds;;;;;;", /no exercise/], ["Plank;plank;2026-01-01;1;;seconds;;;;;;", /no amount/],
    ["Plank;plank;2026-01-01;a b;45;seconds;;;;;;", /“a b” is not what/], ["Plank;plank;2026-01-01;1;-1;seconds;;;;;;", /less than nothing/], ["Plank;plank;2026-01-01;1;1;SECONDS!;;;;;;", /is not what/],
    ["Plank;plank;2026-01-01;1;1;reps;5;stone;;;;", /stone/], ["Plank;plank;2026-01-01;1;1;reps;5;kg;z;;;", /“z”/], ["Plank;plank;2026-01-01;1;1;reps;5;kg;w;M;;", /“M”/],
  ]) {
    const {errors, sessions} = rows(row);
    ok(sessions.length === 0 && errors.length === 1 && errors[0].line === 2 && message.test(errors[0].message), `${row}: ${JSON.stringify(errors)}`);
  }
  equal(rows("Plank;plank;03/04/2026;1;45;seconds;;;;;;").questions, ["order"]);
});
