import {atHand, numbersOf, textOf} from "../at-hand.js";
import {ticksOf} from "../chart.js";
import {dayFault, edited, editOf, restored, typedNumber} from "../editing.js";
import {validate} from "../sessions.js";
import {verdictForReader} from "../shelf.js";
import {adherenceOf, bestSet, exercisesIn, fourWeeks, monthLater, monthOf, painOver, perWeek, recordOf, series, unsaved} from "../statistics.js";
import {equal, ok, test} from "./testing.js";

const set = (id, load, amount, more = {}) => ({id, load, amount, ...more});

function session(day, exercises, more = {}) {
  return validate({
    id: `s-${day}`, day, start: `${day}T18:00:00Z`, end: `${day}T18:40:00Z`, session: {id: "a", title: "Legs"}, unit: "kg", pain: {},
    programme: {id: "p", title: "Programme", week: 1}, exercises: exercises.map(([id, sets, rest = {}]) => ({row: id, id, title: id.toUpperCase(), sets, ...rest})), ...more,
  });
}

const kg = {unit: "kg"};

test("a best set is the heaviest, then the longest", () => {
  equal(bestSet([set("1", 20, 8), set("2", 22, 5), set("3", 22, 7), set("4", 20, 12)]), {load: 22, amount: 7});
});

test("points leave out warm-ups, sets taken back and sessions that run", () => {
  const sessions = [
    session("2026-03-02", [["squat", [set("1", "20", 10), set("2", "22.5", 8), set("x1", "60", 5, {type: "u"}), set("3", "90", null)]]]),
    session("2026-03-04", [["squat", [set("1", "30", 10)]]], {end: null}),
    session("2026-03-01", [["old-squat", [set("1", "10", 10)]]]),
  ];
  const points = series(sessions, "squat", {unit: "kg", renamed: {"old-squat": "squat"}});
  equal(points.map(({day, best, volume}) => [day, best.load, volume.load]), [["2026-03-01", 10, 100], ["2026-03-02", 22.5, 380]]);
  equal(exercisesIn(sessions, {"old-squat": "squat"}).map(({id, times}) => [id, times]), [["squat", 3]]);
});

test("loads are shown in the unit that is asked for, bands stay levels", () => {
  const sessions = [session("2026-03-01", [["press", [set("1", "100", 5)]], ["clam", [set("1", "2", 15)]]], {unit: "lb"})];
  equal(series(sessions, "press", kg)[0].best.load, 45.36);
  const [clam] = series(sessions, "clam", {unit: "kg", bands: {clam: ["yellow", "red"]}});
  equal([clam.best.load, clam.volume.load, clam.volume.amount], [2, 0, 15]);
});

test("a maximum is estimated only where it says something", () => {
  const point = (sets, rest, on = kg) => series([session("2026-03-01", [["press", sets, rest]])], "press", on)[0].e1rm;
  equal(point([set("1", "60", 5, {left: 2})]), 69);
  equal(point([set("1", "60", 5)], {effort: 8}), 69, "from effort");
  equal(point([set("1", "60", 5)]), null, "not known how near");
  equal(point([set("1", "60", 5, {left: 4})]), null, "far from the last");
  equal(point([set("1", "60", 12, {left: 0})]), null, "more than 10");
  equal(point([set("1", "60", 5, {left: 2})], {measure: "seconds"}), null);
  equal(point([set("1", "60", 5, {left: 2})], {}, {unit: "kg", careful: true}), null, "a stage that asks for care");
  equal(point([set("1", "3", 5, {left: 2})], {}, {unit: "kg", bands: {press: ["a", "b", "c"]}}), null, "a band");
});

test("carries have a volume of their own", () => {
  const [{volume}] = series([session("2026-03-01", [["carry", [set("1", "16", 30), set("2", "16", 30)], {measure: "metres"}]])], "carry", kg);
  equal([volume.load, volume.carry, volume.amount], [0, 960, 60]);
});

test("the first of equal records holds", () => {
  const sessions = ["2026-03-01", "2026-03-03", "2026-03-05"].map((day, i) => session(day, [["squat", [set("1", "20", [8, 10, 10][i])]]]));
  equal(exercisesIn(sessions).map((exercise) => recordOf(sessions, exercise, kg)).map(({best, estimated, times}) => [best.day, best.best.amount, estimated, times]), [["2026-03-03", 10, null, 3]]);
});

test("pain is the worst that was noted", () => {
  const sessions = [
    session("2026-03-03", [["squat", [set("1", "20", 8)], {pain: 4}]], {pain: {before: 1, during: 2}}),
    session("2026-03-01", [["squat", [set("1", "20", 8)], {pain: 0}]], {pain: {next_day: 3}}), session("2026-03-02", [["squat", []]]),
  ];
  equal(painOver(sessions), [{day: "2026-03-01", before: null, during: 0, after: null, next_day: 3}, {day: "2026-03-03", before: 1, during: 4, after: null, next_day: null}]);
});

test("months begin on Monday and are whole", () => {
  for (const [month, weeks, first] of [["2026-02", 5, "2026-01-26"], ["2021-02", 4, "2021-02-01"], ["2026-11", 6, "2026-10-26"], ["2024-02", 5, "2024-01-29"]]) {
    const all = monthOf(month);
    equal([all.length, all[0][0].day], [weeks, first], month);
    equal(all.flat().filter(({within}) => within).length, new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate(), month);
  }
  equal([monthLater("2026-12", 1), monthLater("2026-01", -1), monthLater("2026-03", 0)], ["2027-01", "2025-12", "2026-03"]);
});

const programme = {pattern: [["a", "b", "a"], ["b", "rest", "b"]], sessions: [{id: "a"}, {id: "b"}], start: "2026-03-02"};

test("done of planned, over four weeks and not from before the start", () => {
  equal(perWeek(programme), 2.5);
  const list = ["2026-03-02", "2026-03-04", "2026-03-06"].map((day) => ({programme: "p", day}));
  equal(adherenceOf(programme, "p", [...list, {programme: "q", day: "2026-03-05"}], "2026-03-15"), {done: 3, planned: 5, share: 0.6});
  equal(adherenceOf({...programme, start: undefined}, "p", [], "2026-03-15"), null);
});

test("a report holds four weeks, the first and the last best set, pain and notes", () => {
  const sessions = [
    session("2026-02-01", [["squat", [set("1", "50", 8)]]]), session("2026-03-02", [["squat", [set("1", "20", 8)], {pain: 2}]], {note: "tired"}),
    session("2026-03-20", [["squat", [set("1", "24", 8)], {pain: 1, note: "easy"}]], {red_flag: "numb"}),
  ];
  const report = fourWeeks(sessions, "2026-03-25", kg);
  equal([report.from, report.days], ["2026-02-26", ["2026-03-02", "2026-03-20"]]);
  equal(report.exercises.map(({first, last, pain, times}) => [first.load, last.load, pain, times]), [[20, 24, 2, 2]]);
  equal(report.notes.map(({text}) => text), ["tired", "easy"]);
  equal(report.flags, [{day: "2026-03-20", flag: "numb"}]);
});

test("sessions since the last backup are counted", () => {
  const list = [{end: "x"}, {end: "x"}, {end: undefined}];
  equal([unsaved(list, {last_export: null}), unsaved(list, {last_export: {sessions: 1}}), unsaved([], {last_export: {sessions: 4}})], [2, 1, 0]);
});

test("ticks are round and hold every value", () => {
  equal(ticksOf(0, 10, {fixed: true}), [0, 2, 4, 6, 8, 10]);
  equal(ticksOf(8, 8, {whole: true}), [7, 8, 9]);
  equal(ticksOf(7, 15, {whole: true}), [6, 8, 10, 12, 14, 16]);
  for (const [low, high] of [[20, 32], [0, 0], [7, 7], [0.5, 0.75], [980, 1630], [3, 99999]]) {
    const ticks = ticksOf(low, high);
    if (Number.isInteger(low)) equal(ticksOf(low, high, {whole: true}).filter((tick) => !Number.isInteger(tick)), []);
    ok(ticks[0] <= low && ticks.at(-1) >= high && ticks.length >= 2 && ticks.length <= 8, `${low} to ${high}: ${ticks}`);
  }
});

test("numbers are typed with a comma or a point", () => {
  equal(["22,5", " 10 ", "", "-1", "1e3", "ten", "11"].map((typed) => typedNumber(typed, {to: 100}) ?? String(typedNumber(typed, {to: 100}))), [22.5, 10, "null", "undefined", "undefined", "undefined", 11]);
  equal(typedNumber("11", {to: 10}), undefined);
});

const form = (more = {}) => ({
  day: "2026-03-03", note: "later", effort: "7", pain: {before: "", during: "2", after: "", next_day: ""},
  exercises: [{row: "squat", pain: "3", effort: "", note: "n", sets: [{id: "1", side: "", type: "w", load: "22,5", amount: "9", left: "2", gone: false}, {id: "2", side: "", type: "w", load: "20", amount: "8", left: "", gone: true}, {id: "xnew", side: "", type: "d", load: "", amount: "12", left: "", gone: false}]}],
  ...more,
});

test("a form changes everything that it shows, and can be taken back", () => {
  const before = session("2026-03-02", [["squat", [set("1", "20", 8), set("2", "20", 8)]]]);
  const after = structuredClone(before);
  const {values, errors} = editOf(form());
  equal(errors, []);
  edited(after, values);
  const [exercise] = validate(after).exercises;
  equal([after.day, after.note, after.effort, after.pain.during, exercise.pain], ["2026-03-03", "later", 7, 2, 3]);
  equal(exercise.sets.map(({id, load, amount, left, type}) => [id, load, amount, left, type]), [["1", "22.5", 9, 2, "w"], ["2", "20", null, null, "w"], ["xnew", "", 12, null, "d"]]);
  restored(after, before);
  equal(after.exercises[0].sets.map(({id, load, amount}) => [id, load, amount]), [["1", "20", 8], ["2", "20", 8], ["xnew", "", null]]);
  equal([after.day, after.note, after.effort], [before.day, before.note, before.effort]);
});

test("what is no number is told, and nothing is changed", () => {
  const {errors} = editOf(form({day: "2026-02-30", effort: "11"}));
  equal(errors.length, 2);
});

test("a day after tomorrow or before 1990 is refused, unless the session had it", () => {
  const on = (day, had = "2026-03-02") => dayFault(day, {today: "2026-03-31", had});
  equal(["2026-03-31", "2026-04-01", "1990-01-01"].map((day) => on(day)), ["", "", ""]);
  equal([on("2026-04-02"), on("1989-12-31")], ["The day lies in the future.", "The day lies before 1990."]);
  equal(on("2031-01-01", "2031-01-01"), "");
});

test("loads at hand are those of the reader", () => {
  const bar = {id: "barbell", units: {kg: {step: [[0, 5]], grid: [[0, 2.5]], min: 20}}};
  equal(atHand(bar, {plates: {kg: [10, 5]}}).units.kg.step, [20, 30, 40, 50]);
  equal(atHand({...bar, id: "dumbbell"}, {plates: {kg: [10]}, weights: {dumbbell: {kg: [8, 4]}}}).units.kg.step, [4, 8]);
  equal(atHand(bar, {plates: {kg: []}}), bar);
  equal(atHand(null, {}), null);
  equal([numbersOf("20; 10 2,5"), numbersOf(""), numbersOf("a lot"), textOf([20, 2.5])], [[20, 10, 2.5], [], null, "20; 2.5"]);
});

test("the library marks the worst verdict of what was declared", () => {
  const data = {stages: [["disc/bad", ""], ["disc/good", ""], ["bone/thin", ""]], verdicts: ["301", "042"]};
  const row = (i) => [...Array(9).fill(null), i];
  equal([verdictForReader(data, row(0), {disc: "bad", bone: "thin"}), verdictForReader(data, row(0), {disc: "good"}), verdictForReader(data, row(1), {disc: "good", bone: "thin"}), verdictForReader(data, row(0))], ["3", "", "2", ""]);
});
