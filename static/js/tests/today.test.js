import {bandsOf, light, suited, verdictOf} from "../declared.js";
import {summaryOf, nextTime} from "../summary.js";
import {movedTimer, restTimer, stateOf, workTimer} from "../timing.js";
import {exerciseToday, inSession, lightWeekAhead, movedLoad, prescriptionFor, rowsToday, typedLoad} from "../today.js";
import {pageOf, runningIn} from "../running-bar.js";
import {equal, test} from "./testing.js";

const dumbbell = {id: "dumbbell", title: "Dumbbell", units: {kg: {step: [[0, 1], [10, 2]], grid: [[0, 1], [10, 2]], min: 1}, lb: {step: [[0, 5]], grid: [[0, 5]], min: 5}}};
const band = {id: "band", title: "Band", levels: ["yellow", "red", "green"]};
const instead = [{id: "bridge", title: "Bridge", measure: "reps", low: 12, high: 15, side: "both", kind: "substitute", not: {"disc/irritable": "modify"}},
  {id: "hang", title: "Hang", measure: "seconds", low: 20, high: 30, side: "both", kind: "regression", not: {"disc/irritable": "caution"}}];
const row = {
  row: "squat", id: "squat", title: "Squat", dose: "3 × 10–12", role: "main", sets: [2, 3], measure: "reps", low: 10, high: 12, side: "both", rest: 90,
  loads: [dumbbell, band], confirm: 1, not: {"disc/irritable": "avoid"}, instead, next: null,
};
const data = {
  programme: {id: "p", phases: [{from: 1, to: 4, lock: true}, {from: 5, max_increase: 0.05}]}, session: {id: "a"}, rows: [row],
  conditions: [{id: "disc", title: "Disc", stages: [{id: "irritable", title: "Irritable", strict: true}]}], pain: {standard: [3, 5], strict: [2, 3]},
};
const on = (more = {}) => ({data, settings: {}, week: 9, unit: "kg", today: "2026-03-10", sessions: [], ...more});
const session = (day, load, amounts, more = {}) => ({
  id: day, day, start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, unit: "kg", pain: {before: 0, during: null, after: null, next_day: 0}, red_flag: null,
  exercises: [{row: "squat", id: "squat", title: "Squat", measure: "reps", pain: 0, flags: [], form: null, note: "", skipped: null,
    sets: amounts.map((amount, i) => ({id: String(i + 1), type: "w", side: "", load, amount, at: 60 * (i + 1)}))}], ...more,
});

test("without a history the programme's dose stands", () => {
  const today = exerciseToday(row, on());
  equal(today.sets.map(({id, load, amount, optional}) => [id, load, amount, optional]), [["1", "", 10, false], ["2", "", 10, false], ["3", "", 10, true]]);
  equal([today.suggestion.reason.code, today.last], ["first_time", null]);
});

test("all sets at the top: the next load, and what was done stands beside it", () => {
  const today = exerciseToday(row, on({week: 13, data: {...data, programme: {id: "p", phases: []}}, sessions: [session("2026-03-07", "20", [12, 12, 12])]}));
  equal([today.suggestion.action, today.sets[0].load, today.sets[0].amount], ["INCREASE", "22", 10]);
  equal(today.sets[2].last, {amount: 12, load: "20", unit: "kg"});
});

test("a phase locks the load, another makes the steps small", () => {
  equal(prescriptionFor(row, on({week: 2})).load_locked, true);
  equal(prescriptionFor(row, on({week: 6})).max_increase, 0.05);
});

test("a light week is proposed when two exercises go down, or the same work felt harder", () => {
  const going = (action, id) => ({row: {id}, suggestion: {action}});
  const down = [going("BACKOFF", "squat"), going("STOP", "row"), going("ADD", "press")];
  equal(lightWeekAhead(down, [], "2026-03-10")?.reason, {code: "light_backoffs", exercises: 2});
  equal(lightWeekAhead([down[0], going("LAYOFF", "row")], [], "2026-03-10"), null);
  const felt = (day, effort, load) => session(day, load, [10, 10], {effort});
  equal(lightWeekAhead([], [felt("2026-03-01", 5, "20"), felt("2026-03-08", 7, "20")], "2026-03-10")?.reason, {code: "light_effort", from: 5, to: 7});
  equal(lightWeekAhead([], [felt("2026-03-01", 5, "20"), felt("2026-03-08", 7, "24")], "2026-03-10"), null);
});

test("one set fewer after a long gap", () => {
  equal(exerciseToday(row, on({sessions: [session("2026-02-05", "20", [10, 10, 10])]})).sets.length, 2);
});

test("sides that are done one by one have rows of their own", () => {
  equal(exerciseToday({...row, side: "each", sets: [1, 1]}, on()).sets.map(({id, side}) => [id, side]), [["1L", "L"], ["1R", "R"]]);
});

test("a verdict of what was declared holds the load, and filters what may stand in", () => {
  const conditions = {disc: "irritable"};
  equal(verdictOf(row.not, conditions), "avoid");
  equal(suited(instead, conditions).map(({id}) => id), ["hang"]);
  equal(suited(instead, {}).map(({id}) => id), ["bridge", "hang"]);
  equal(bandsOf(data, row, conditions), [2, 3]);
  equal(bandsOf(data, row, {}), [3, 5]);
});

test("the traffic light", () => {
  equal([light([3, 5], 3), light([3, 5], 5), light([3, 5], 6), light([3, 5], 1, ["radiating"]), light([2, 3], 4), light([3, 5], null)], ["green", "amber", "red", "red", "red", null]);
});

test("a version of one's own: another dose, another exercise, each beside the original", () => {
  const dosed = rowsToday(data, 9, {mine: {"p/a/squat": {sets: [2, 2], low: 8, high: 8}}})[0];
  equal([dosed.low, dosed.sets, dosed.original.low], [8, [2, 2], 10]);
  const other = rowsToday(data, 9, {mine: {"p/a/squat": {id: "hang"}}})[0];
  equal([other.id, other.measure, other.low, other.original.id], ["hang", "seconds", 20, "squat"]);
  equal(rowsToday(data, 9, {mine: {"p/a/squat": {id: "gone"}}})[0].id, "squat");
  equal(inSession(row, {id: "bridge", title: "Bridge"}).low, 10);
  equal(inSession(other, {id: "squat", title: "Squat"}).measure, "reps");
});

test("loads move on the grid of the equipment, down to none", () => {
  equal([movedLoad("", 1, dumbbell, "kg"), movedLoad("10", 1, dumbbell, "kg"), movedLoad("10", -1, dumbbell, "kg"), movedLoad("1", -1, dumbbell, "kg")], ["1", "12", "9", ""]);
  equal(movedLoad("20", -1, {units: {kg: {step: [[0, 5]], grid: [[0, 2.5]], min: 20}}}, "kg"), "");
  equal([movedLoad("2", 1, band, "kg"), movedLoad("3", 1, band, "kg"), movedLoad("1", -1, band, "kg")], ["3", "3", ""]);
  equal([typedLoad("22,5"), typedLoad(""), typedLoad("0"), typedLoad("abc"), typedLoad("-3"), typedLoad("1e3")], ["22.5", "", "", null, null, null]);
});

test("timers: a rest that is moved, and a hold with its get-ready count", () => {
  const rest = restTimer(90, {session: "s", exercise: "a"}, 1000);
  equal(stateOf(rest, 1000), {kind: "rest", phase: "running", left: 90, share: 0});
  equal(stateOf(movedTimer(rest, -15, 1000), 1000).left, 75);
  equal(stateOf(movedTimer(rest, -300, 5000), 5000).phase, "over");
  equal(movedTimer(rest, -300, 5000).deadline, 5000);
  equal(stateOf(rest, 91_000), {kind: "rest", phase: "over", left: 0, share: 1});
  equal([stateOf(rest, 3_600_000), stateOf(null, 0)], [null, null]);
  const work = workTimer(30, {session: "s", exercise: "a", set: "1"}, 0);
  equal([stateOf(work, 0), stateOf(work, 3000), stateOf(work, 33_000)].map((s) => [s.phase, s.left]), [["ready", 3], ["running", 30], ["over", 0]]);
});

test("a finished session: its time, its sets, what was moved and what comes next", () => {
  const done = session("2026-03-10", "20", [12, 12, 12]);
  const todays = [exerciseToday(row, on())];
  equal(summaryOf(done, todays), {seconds: 1980, done: 3, planned: 3, load: 720, carry: 0});
  equal(summaryOf({...done, end: "2026-03-10T09:04:00Z"}, todays).seconds, 240);
  equal(nextTime(done, todays, on({week: 2})).map(({suggestion}) => suggestion.reason.code), ["locked"]);
  equal(summaryOf({...done, exercises: []}, todays).seconds, 3600);
});

test("sessions that run are found by their keys, whatever else is there", () => {
  const texts = new Map([
    ["regimen:x:s:1", JSON.stringify({v: 1, id: "1", day: "2026-03-10", zone: "", start: "2026-03-10T09:00:00Z", programme: {id: "p q"}, session: {id: "a", title: "A \"end\":"}})],
    ["regimen:x:s:2", JSON.stringify({v: 1, id: "2", day: "2026-03-10", zone: "", start: "2026-03-10T08:00:00Z", end: "2026-03-10T09:00:00Z", programme: {id: "p"}, session: {id: "b"}})],
    ["regimen:x:s:5", JSON.stringify({id: "5", zone: "z".repeat(400), start: "2026-03-10T08:00:00Z", end: "2026-03-10T09:00:00Z", programme: {id: "p"}, session: {id: "b"}})],
    ["regimen:x:s:3", "{"], ["regimen:y:s:4", "{}"], ["regimen:x:index", "[]"],
  ]);
  const storage = {length: texts.size, key: (i) => [...texts.keys()][i], getItem: (key) => texts.get(key)};
  const found = runningIn(storage, "x");
  equal(found.map(({id}) => id), ["1"]);
  equal(pageOf(found[0], "https://host/site/").href, "https://host/site/programmes/p%20q/a.html");
  equal(runningIn(null, "x"), []);
});
