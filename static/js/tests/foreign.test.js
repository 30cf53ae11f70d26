import {decimalsOf, numberOf, secondsOf} from "../cells.js";
import {losses, read, recognise, write} from "../foreign.js";
import {matcher} from "../names.js";
import {validate} from "../sessions.js";
import {chance, library, randomSession} from "./random-sessions.js";
import {equal, ok, test, throws} from "./testing.js";

const fixture = async (name) => (await fetch(new URL(`fixtures/${name}`, import.meta.url))).text();

/** A session in short: its head, then each exercise with its sets, "w22.5x8@2" for two left. */
export const told = ({day, start, end, session, unit, note, exercises}) => [
  `${start || day} to ${end} ${session.title} ${unit} ${note}`.trim(),
  ...exercises.map((e) => `${e.id} (${e.title}) ${e.measure}: ${e.sets.map(toldSet).join(" ")} ${e.note}`.trim()),
];
const toldSet = ({id, type, load, amount, left}) => `${id}${type}${load}x${amount}${left === null ? "" : `@${left}`}`;
const sessions = async (name, options) => read(await fixture(name), {exercises: library, ...options});

test("forms are recognised by the set of names, whatever their order and case", () => {
  const strong = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE".split(",");
  equal(recognise(strong), {app: "strong", form: "classic"});
  equal(recognise(strong.toReversed().map((name) => ` ${name.toUpperCase()} `)), {app: "strong", form: "classic"});
  equal(recognise([...strong, "Weight Unit"]), {app: "strong", form: "v2"});
  equal(recognise(["Workout #", "Weight (lbs)", ...strong.filter((name) => name !== "Weight")]), {app: "strong", form: "newest"});
  equal(recognise(["title", "start_time", "exercise_title", "set_type", "weight_lbs", "reps"]), {app: "hevy", form: "lb"});
  equal(recognise(["date", "exercise", "category", "weight", "reps"]), {app: "fitnotes", form: "android"});
  for (const names of [[], [""], ["Date", "Exercise"], ["constructor", "__proto__"], strong.filter((name) => name !== "Set Order")]) equal(recognise(names), null);
});

test("Strong's classic form asks for its units, and has no sessions until they are told", async () => {
  const asked = await sessions("strong-classic.csv");
  equal(asked.questions, ["unit", "distance"]);
  equal([asked.sessions.length, asked.counts.sessions, asked.counts.sets, asked.counts.empty], [0, 2, 7, 1]);
  const {sessions: [evening, walk], questions, unmatched, errors} = await sessions("strong-classic.csv", {unit: "kg", distance: "km"});
  equal([questions, unmatched, errors], [[], ["Farmer's Walk", "Walking"], []]);
  equal(told(evening), [
    "2021-03-02T18:04:51 to 2021-03-02T19:09:51 Evening Workout kg Knee fine, back a little stiff\nat the start",
    'goblet-squat (Goblet squat) reps: 1u12x10 2w20x10@3 3w22.5x8@1.5 elbows inside "tall"',
    "plank (Plank) seconds: 1wx45", "push-up (Push-up) reps: 1wx12",
  ]);
  equal(told(walk), [
    "2021-03-04T07:30:00 to 2021-03-04T08:08:00 Walk & carry kg",
    "farmer-s-walk (Farmer's Walk) seconds: 1w16x40", "walking (Walking) metres: 1wx2500 Set 1: 0:30:00",
  ]);
  const miles = await sessions("strong-classic.csv", {unit: "lb", distance: "mi"});
  equal([miles.sessions[0].unit, miles.sessions[1].exercises[1].sets[0].amount], ["lb", 4023.36]);
});

test("an older classic form without loads has nothing to ask", async () => {
  const {sessions: [monday], questions} = await sessions("strong-classic-short.csv");
  equal(questions, []);
  equal(told(monday), ["2023-11-28T17:36:08 to 2023-11-28T20:14:18 Monday kg", "glute-bridge (Glute bridge) reps: 1wx15 2wx13@1"]);
});

test("Strong with units: warm-ups, drops, failure, rest timers and notes", async () => {
  const {sessions: [arms, morning], questions, errors, counts} = await sessions("strong-v2.csv");
  equal([questions, counts], [[], {rows: 10, sessions: 2, sets: 7, empty: 0, refused: 1}]);
  equal(told(arms), [
    "2023-07-30T16:49:28 to 2023-07-30T17:33:28 Arms; back lb",
    "one-arm-row (One-arm dumbbell row) reps: 1u22.5x12 2w35x10@2 3d25x9 4w20x14@0 left one feels\nweaker\nstraps from now on",
    "running-treadmill (Running (Treadmill)) metres: 1wx2414.016 Set 1: 0:13:00", "wall-sit (Wall Sit) seconds: 1wx50",
  ]);
  equal(told(morning), ["2023-08-01T06:05:00 to 2023-08-01T07:05:00 Morning kg", "face-pull (Face pull) reps: 1w20x15"]);
  equal(errors, [{line: 12, message: "“Z” is no kind of set that is known here."}]);
});

test("Strong's newest form, with decimal commas, pounds, and rest timers of either kind", async () => {
  const {sessions: [noon, wood], questions, unmatched} = await sessions("strong-newest.csv");
  equal([questions, unmatched], [[], ["Romanian Deadlift (Barbell)", "Rucking"]]);
  equal(told(noon), [
    "2026-05-20T12:58:47 to 2026-05-20T14:08:42 Mittags-Workout kg Guter Tag", "bird-dog (Bird dog) reps: 1wx10 2wx8 Beine einzeln, Hüfte ruhig",
    "romanian-deadlift-barbell (Romanian Deadlift (Barbell)) reps: 1u40x8 2w61.235x8@0.5 3d50x10",
  ]);
  equal(told(wood)[1], "rucking (Rucking) metres: 1w12.5x3200 Set 1: 0:45:00");
  const {sessions: [upper]} = await sessions("strong-newest-lbs.csv");
  equal(told(upper), ["2025-06-01T18:00:00 to 2025-06-01T19:02:00 Upper lb", "chin-up (Chin Up) reps: 1wx6", "sled-push (Sled Push) metres: 1w80x20"]);
});

test("Hevy in kilograms and in pounds, and in another language", async () => {
  const {sessions: [lower, cardio], unmatched, errors} = await sessions("hevy-kg.csv");
  equal(told(lower), [
    '2025-07-26T07:06:00 to 2025-07-26T08:13:00 Lower // Strength, 1 kg slept badly\n=HYPERLINK("http://example.org";"x")',
    "goblet-squat (Goblet squat) reps: 1u12x10@4 2w24x8@1.5 3w24x7@0 <script>alert(1)</script>", "calf-raise (Calf Raise) reps: 1d30x15",
  ]);
  equal(told(cardio).slice(1), ["rowing-machine (Rowing Machine) metres: 1wx5200 Set 1: 0:25:00", "plank (Plank) seconds: 1wx75"]);
  equal([unmatched, errors], [["Calf Raise", "Rowing Machine"], [{line: 12, message: "“31 Feb 2025, 19:30” cannot be read as a date."}]]);
  const {sessions: [upper]} = await sessions("hevy-lbs.csv");
  equal(told(upper), [
    "2025-03-28T17:29:00 to 2025-03-28T18:52:00 Thursday- Upper Reps lb", "band-pullaparts (Band Pullaparts) reps: 1wx20",
    "dumbbell-row (Dumbbell Row) reps: 1w52.5x8@1", "treadmill (Treadmill) metres: 1wx2011.68 Set 1: 0:15:00",
  ]);
  equal((await sessions("hevy-de.csv")).sessions.map(({day}) => day), ["2025-03-02", "2025-07-26", "2025-12-09"]);
});

test("FitNotes: a day, a unit a row, times with hours, and a copy that a spreadsheet saved", async () => {
  const {sessions: [first, second], errors} = await sessions("fitnotes.csv");
  equal(told(first), [
    "2022-06-07 to  FitNotes lb", "cycling (Cycling) metres: 1wx12500 Set 1: 0:45:30",
    "flat-barbell-bench-press (Flat Barbell Bench Press) reps: 1w45x10 2w44.09x10 wide grip, slow", "plank (Plank) seconds: 1wx75",
  ]);
  equal(told(second)[1], "weighted-pull-up (Weighted Pull-Up) reps: 1w5x6 =1+1");
  equal([first.start, first.end, errors], ["", "", [{line: 7, message: "The unit “stone” is not known."}]]);
  equal((await sessions("fitnotes-excel.csv")).sessions.map(told), [
    ["2022-04-23 to  FitNotes kg", "glute-bridge (Glute bridge) reps: 1w22.5x12"], ["2022-05-04 to  FitNotes kg", "glute-bridge (Glute bridge) reps: 1w25x12"],
  ]);
});

test("what cannot be read is told at its line, and the rest is read", () => {
  const heading = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes\n";
  const good = "2025-01-02 07:00:00;A;Plank;1;10;kg;5;;;;;\n";
  for (const [row, message] of [
    [";A;Plank;1;10;kg;5;;;;;", "“” cannot be read as a date."], ["2025-01-02 07:00:00;A; ;1;10;kg;5;;;;;", "The row names no exercise."],
    ["2025-01-02 07:00:00;A;Plank;1;-5;kg;5;;;;;", "-5 is less than nothing."], ["2025-01-02 07:00:00;A;Plank;1;1e3;kg;5;;;;;", "“1e3” is not a number."],
    ["2025-01-02 07:00:00;A;Plank;1;100000;kg;5;;;;;", "100000 is more than the log can hold."], ["2025-01-02 07:00:00;A;Plank;1;10;kg;9999999;;;;;", "9999999 is more than the log can hold."],
    [`2025-01-02 07:00:00;A;Plank;1;${"9".repeat(400)};kg;5;;;;;`, `“${"9".repeat(39)}…” is not a number.`], ["2025-01-02 07:00:00;A;Plank;1;10;kg;5;11;;;;", "An effort of 11 is not from 1 to 10."],
    ["2025-01-02 07:00:00;A;Plank;1;10;kg;0;;5;leagues;;", "The unit “leagues” is not known."], ["2025-01-02 07:00:00;A;Plank;1;10;kg;;;;;1:99:x;", "“1:99:x” cannot be read as a length of time."],
    [`2025-01-02 07:00:00;A;${"x".repeat(301)};1;10;kg;5;;;;;`, "A name has more than 300 characters."], [`${good.trim()};surplus`, "The row has more cells than the heading."],
    ['2025-01-02 07:00:00;A;"Plank"s;1;10;kg;5;;;;;', "Text follows behind a closing quotation mark."],
  ]) {
    const {errors, counts, sessions: found} = read(heading + good + row + "\n" + good);
    equal(errors, [{line: 3, message}]);
    equal([counts.sets, counts.refused, found[0].exercises[0].sets.length], [2, 1, 2], row);
  }
  equal(read("a,b\n1,2").errors, [{line: 1, message: "The heading is none of those that Strong, Hevy or FitNotes write."}]);
});

test("an open question is asked for what could be either", () => {
  const table = (weight, date) => `Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps\n${date} 07:00;A;Plank;1;${weight};5\n`;
  equal(read(table("1,250", "2025-01-02")).questions, ["decimal"]);
  equal(read(table("1,250", "2025-01-02"), {decimal: ","}).sessions[0].exercises[0].sets[0].load, "1.25");
  equal(read(table("1,250", "2025-01-02"), {decimal: "."}).sessions[0].exercises[0].sets[0].load, "1250");
  equal(read(table("5", "03/04/2025")).questions, ["order"]);
  equal(read(table("5", "03/04/2025"), {order: "mdy"}).sessions[0].day, "2025-03-04");
  const unitless = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps\n2025-01-02 07:00;A;Plank;1;20;;5\n";
  equal(read(unitless).questions, ["unit"]);
  equal(read(unitless, {unit: "lb"}).sessions[0].unit, "lb");
});

test("numbers are read with either decimal mark", async () => {
  for (const [cell, point, comma] of [
    ["22,5", 22.5, 22.5], ["1,250", 1250, 1.25], ["1.250", 1.25, 1250], ["1,250.5", 1250.5, 1250.5], ["1.250,5", 1250.5, 1250.5], ["0,500", 0.5, 0.5],
    ["1,234,567", 1234567, 1234567], ["1 000", 1000, 1000], ["1'000,5", 1000.5, 1000.5], ["-5", -5, -5], [".5", 0.5, 0.5], ["", null, null],
  ]) equal([numberOf(cell, "."), numberOf(cell, ",")], [point, comma], cell);
  for (const cell of ["1,2,3", "12,34.5,6", "x", "1e5", "0x10", "--5", ".", ",", "Infinity", "NaN", "५"]) await throws(() => numberOf(cell, "."), /is not a number/);
  const marks = (cells, answer) => decimalsOf({a: cells, b: []}, answer);
  equal(marks(["1,250"]).doubtful, true);
  equal([marks(["1,250"], ",").marks.a, marks(["1,250", "22,5"]).marks.a, marks(["1.250", "22,5"]).marks.a, marks(["61.235"]).marks.a], [",", ",", ",", "."]);
  equal(decimalsOf({a: ["1,250"], b: ["22,5"]}), {marks: {a: ",", b: ","}, doubtful: false});
  equal(decimalsOf({a: ["61,235", "40,0"], b: ["120.0"]}).marks, {a: ",", b: "."});
  equal(decimalsOf({a: ["1,250"], b: ["22,5"], c: ["1.5"]}).doubtful, true);
  for (const [cell, seconds] of [["1h 5m", 3900], ["62m", 3720], ["1:05:00", 3900], ["30:00", 1800], ["2h 38m 5s", 9485], ["3900", 3900], ["", null], ["soon", null]])
    equal(secondsOf(cell), seconds, cell);
});

test("names are matched whatever their case, punctuation, plural and order", () => {
  const match = matcher([
    ...library, {id: "split-squat", title: "Split squat"}, {id: "squat-split", title: "Squat split"}, {id: "band-press", title: "Presses with bands"},
    {id: "fly", title: "Reverse flies"}, {id: "hip-lift", title: "Bench hip lift"}, {id: "bench-lift", title: "Hip bench lift"},
  ]);
  for (const [name, id] of [
    ["GOBLET SQUATS", "goblet-squat"], ["Squat (Goblet)", "goblet-squat"], ["dumbbell front-squat", "goblet-squat"], ["Pushup", "push-up"], ["push ups", "push-up"], ["Press-Ups", "push-up"],
    ["bird-dogs", "bird-dog"], ["Plánk", "plank"], ["one sided farmer's walk", "suitcase-carry"], ["Split Squat", "split-squat"], ["squat split", "squat-split"], ["Press with band", "band-press"],
    ["Reverse Fly", "fly"], ["bench hip lifts", "hip-lift"],
  ]) equal(match(name)?.id, id, name);
  for (const name of ["Lift hip bench", "Squat", "", "!!", "constructor", "__proto__", "Planking", "Push"]) equal(match(name), null, name);
});

test("a name that the reader chose an exercise for is taken for it", async () => {
  const {unmatched, sessions: [, walk]} = await sessions("strong-classic.csv", {unit: "kg", distance: "km", chosen: {"Farmer's Walk": "suitcase-carry", Walking: "gone"}});
  equal([unmatched, walk.exercises.map(({id}) => id)], [["Walking"], ["suitcase-carry", "walking"]]);
});

test("the same file twice, and another form of the same log, give the same ids", async () => {
  const ids = (all) => all.map((s) => [s.id, s.exercises.map((e) => [e.row, e.sets.map(({id}) => id)])]);
  for (const name of ["strong-v2.csv", "strong-newest.csv", "hevy-kg.csv", "fitnotes.csv"]) {
    const [one, two] = [await sessions(name), await sessions(name)];
    equal(one.sessions, two.sessions);
    equal(new Set(one.sessions.map(({id}) => id)).size, one.sessions.length);
  }
  const {sessions: newest} = await sessions("strong-newest.csv");
  equal(ids((read(write(newest, "strong"), {exercises: library})).sessions), ids(newest));
});

/** What a form keeps of sets: name by name, since exercises of one name become one. */
function kept(all, app, most) {
  const byName = {};
  for (const session of all) {
    for (const {title, measure, sets} of session.exercises) {
      for (const set of sets.filter(({amount}) => amount > 0)) {
        const name = `${session.day} ${app === "fitnotes" ? "" : session.session.title} ${title}`;
        const time = app === "hevy" ? session.start.slice(0, 16) : session.start.slice(0, 19);
        const left = app !== "fitnotes" && set.left !== null && set.left <= most ? set.left : null;
        const kind = ["seconds", "metres"].includes(measure) ? measure : "reps";
        (byName[name] ??= []).push([app === "fitnotes" ? "" : time, app === "fitnotes" ? "w" : set.type, Number(set.load), set.amount, kind, left]);
      }
    }
  }
  return byName;
}

test("what is written for an app is read as it was, but for what it says that it loses", () => {
  const random = chance(11);
  for (let round = 0; round < 150; round++) {
    const all = Array.from({length: 1 + Math.floor(random() * 8)}, (_, n) => randomSession(random, n));
    const unit = all[0].unit;
    for (const session of all) session.unit = unit; // Hevy has one unit a file
    for (const app of ["strong", "hevy", "fitnotes"]) {
      const {sessions: back, errors, questions} = read(write(all, app), {exercises: library});
      equal([errors, questions], [[], []], app);
      equal(kept(back, app, 10), kept(all, app, 4), `${app}, round ${round}`);
      ok(back.every((session) => session.exercises.every((e) => e.sets.length === 0 || library.some(({id}) => id === e.id))), "names are matched");
      if (app !== "fitnotes") equal(back.map(({note}) => note), all.filter((s) => s.exercises.some((e) => e.sets.some(({amount}) => amount > 0))).map(({note}) => note));
    }
  }
});

test("tables have the form of the app", () => {
  const set = (n, more) => ({id: String(n), amount: 8, ...more});
  const session = validate({
    id: "A", day: "2025-07-26", start: "2025-07-26T07:06:09+02:00", end: "2025-07-26T08:11:09+02:00", session: {id: "a", title: "Core"}, unit: "kg", note: "said",
    exercises: [
      {row: "a", id: "a", title: "Row", note: "one;\ntwo", sets: [set(1, {type: "u", load: "10"}), set(2, {load: "22.5", left: 3.5}), set(3, {load: "20", left: 5, type: "d"}), set(4, {left: 0}), set(5, {amount: 0})]},
      {row: "b", id: "b", title: "Plank", measure: "seconds", sets: [set(1, {amount: 90})]}, {row: "c", id: "c", title: "Carry", measure: "metres", sets: [set(1, {amount: 25, load: "16"})]},
    ],
  });
  const lines = (app) => write([session], app).split("\r\n");
  equal(lines("strong"), [
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration",
    '2025-07-26 07:06:09;Core;Row;W;10;kg;8;;0;;0;"one;\ntwo";said;1h 5m', "2025-07-26 07:06:09;Core;Row;1;22.5;kg;8;6.5;0;;0;;;1h 5m",
    "2025-07-26 07:06:09;Core;Row;D;20;kg;8;;0;;0;;;1h 5m", "2025-07-26 07:06:09;Core;Row;2;0;kg;8;10;0;;0;;;1h 5m",
    "2025-07-26 07:06:09;Core;Plank;1;0;kg;0;;0;;90;;;1h 5m", "2025-07-26 07:06:09;Core;Carry;1;16;kg;0;;0.025;km;0;;;1h 5m", "",
  ]);
  const head = 'Core,"26 Jul 2025, 07:06","26 Jul 2025, 08:11",said,';
  equal(lines("hevy"), [
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe",
    `${head}Row,,"one;\ntwo",0,warmup,10,8,,,`, `${head}Row,,"one;\ntwo",1,normal,22.5,8,,,`, `${head}Row,,"one;\ntwo",2,dropset,20,8,,,`, `${head}Row,,"one;\ntwo",3,normal,,8,,,10`,
    `${head}Plank,,,0,normal,,,,90,`, `${head}Carry,,,0,normal,16,,0.025,,`, "",
  ]);
  equal(lines("fitnotes"), [
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
    '2025-07-26,Row,Other,10,kgs,8,,,,"one;\ntwo"', "2025-07-26,Row,Other,22.5,kgs,8,,,,", "2025-07-26,Row,Other,20,kgs,8,,,,", "2025-07-26,Row,Other,,,8,,,,",
    "2025-07-26,Plank,Other,,,,,,0:01:30,", "2025-07-26,Carry,Other,16,kgs,,25,m,,", "",
  ]);
});

test("loads in two units are converted for Hevy to the hundredth", () => {
  const one = (unit, load) => validate({id: `S${unit}`, day: `2025-01-0${unit === "kg" ? 1 : 2}`, session: {id: "", title: "A"}, unit, exercises: [{row: "a", id: "a", title: "A", sets: [{id: "1", load, amount: 5}]}]});
  const back = read(write([one("kg", "20"), one("lb", "50")], "hevy")).sessions;
  equal(back.map(({unit, start, exercises: [{sets: [{load}]}]}) => [unit, start, load]), [["kg", "2025-01-01T12:00:00", "20"], ["kg", "2025-01-02T12:00:00", "22.68"]]);
});

test("each form says what it loses", () => {
  for (const app of ["strong", "hevy", "fitnotes", "csv"]) ok(losses(app).length >= 4 && losses(app).every((sentence) => /^[A-Z].*\.$/.test(sentence)), app);
});

test("a file without sessions is a heading", () => {
  for (const app of ["strong", "hevy", "fitnotes"]) equal(read(write([], app)).counts, {rows: 0, sessions: 0, sets: 0, empty: 0, refused: 0});
});
