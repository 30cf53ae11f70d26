import {exposures, lastTime, phaseOf, rowsOf, unanswered, values, weekOf} from "../history.js";
import {equal, test} from "./testing.js";

const set = (id, load, amount, more = {}) => ({id, type: "w", side: "", load, amount, left: null, pain: null, at: 1, counter: 1, ...more});
const exercise = (id, sets, more = {}) => ({row: id, id, title: id, sets, pain: null, flags: [], effort: null, form: null, note: "", skipped: null, ...more});
const session = (day, exercises, more = {}) => ({
  id: day, day, start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, unit: "kg", pain: {before: 1, during: null, after: null, next_day: 2}, red_flag: null, exercises, ...more,
});

test("exposures are of finished sessions, the oldest first, under every name", () => {
  const sessions = [
    session("2026-03-05", [exercise("squat", [set("1", "20", 12), set("2", "20", 11)], {pain: 3, flags: ["sharp"], form: "lost"})], {red_flag: "fever"}),
    session("2026-03-01", [exercise("old-squat", [set("1", "18", 12)])]),
    session("2026-03-07", [exercise("squat", [set("1", "22", 12)])], {end: undefined}),
  ];
  const [first, last, ...more] = exposures(sessions, "squat", ["old-squat"]);
  equal([first.load, first.values, more.length], [18, [12], 0]);
  equal(last.values, [12, 11]);
  equal([last.pain, last.pain_before, last.next_day, last.flags, last.red_flag, last.form, last.unit], [3, 1, 2, ["sharp"], true, "lost", "kg"]);
});

test("warm-up and drop sets, and ticks that were taken back, are no exposure", () => {
  const sets = [set("xaaaaaa", "10", 10, {type: "u"}), set("1", "20", 12), set("2", "20", null), set("xbbbbbb", "15", 8, {type: "d"})];
  equal(exposures([session("2026-03-05", [exercise("squat", sets)])], "squat")[0].values, [12]);
  equal(exposures([session("2026-03-05", [exercise("squat", [set("1", "20", null)])])], "squat"), []);
});

test("an exercise that only hurt is an exposure; one that was left out is not", () => {
  equal(exposures([session("2026-03-05", [exercise("squat", [], {pain: 7, skipped: "pain"})])], "squat").map(({pain, values}) => [pain, values]), [[7, []]]);
  equal(exposures([session("2026-03-05", [exercise("squat", [], {skipped: "time"}), exercise("squat", [], {pain: 7, skipped: "removed"})])], "squat"), []);
});

test("of mixed loads the usual one counts, and sets below it do not", () => {
  const [one] = exposures([session("2026-03-05", [exercise("squat", [set("1", "20", 12), set("2", "20", 11), set("3", "16", 12)])])], "squat");
  equal([one.load, one.values], [20, [12, 11]]);
  const [two] = exposures([session("2026-03-05", [exercise("squat", [set("1", "22", 12), set("2", "20", 11)])])], "squat");
  equal([two.load, two.values], [20, [12, 11]]);
});

test("left and right of one set are one value, and a side that is missing is told", () => {
  const sides = [set("1L", "", 10, {side: "L"}), set("1R", "", 8, {side: "R"}), set("2L", "", 9, {side: "L"}), set("xaaaaaa", "", 7, {side: "L"}), set("xbbbbbb", "", 6, {side: "R"})];
  equal(values(sides), [[10, 8], [9, null], [7, 6]]);
});

test("the last time is as it was typed", () => {
  const sessions = [session("2026-03-01", [exercise("squat", [set("1", "20", 12)])], {unit: "lb"}), session("2026-03-05", [exercise("squat", [], {pain: 8, skipped: "pain"})])];
  const last = lastTime(sessions, "squat");
  equal([last.day, last.unit, last.sets[0].load], ["2026-03-01", "lb", "20"]);
  equal(lastTime(sessions, "lunge"), null);
});

test("weeks are counted from the start, phases and rows follow them", () => {
  equal([weekOf("2026-03-02", "2026-03-02"), weekOf("2026-03-02", "2026-03-08"), weekOf("2026-03-02", "2026-03-09"), weekOf("2026-03-02", "2026-01-01")], [1, 1, 2, 1]);
  const phases = [{title: "one", from: 1, to: 4, rows: [{row: "a", low: 5}]}, {title: "two", from: 5}];
  equal([phaseOf(phases, 4, "x").title, phaseOf(phases, 90, "x").title, phaseOf([], 1, "x")], ["one", "two", null]);
  const data = {rows: [{row: "a", low: 8}, {row: "b", weeks: [5, 0]}], programme: {phases}, session: {id: "x"}};
  equal(rowsOf(data, 1).map(({row, low}) => [row, low ?? null]), [["a", 5]]);
  equal(rowsOf(data, 6).map(({row}) => row), ["a", "b"]);
});

test("the day after is asked for once, and only while it is remembered", () => {
  const open = {before: 1, during: null, after: null, next_day: null};
  const last = session("2026-03-05", [], {pain: open});
  equal(unanswered([last], "2026-03-07").id, "2026-03-05");
  equal([unanswered([last], "2026-03-05"), unanswered([last], "2026-03-25"), unanswered([session("2026-03-05", [])], "2026-03-07"), unanswered([], "2026-03-07")], [null, null, null, null]);
});
