import {test, equal, ok} from "./testing.js";
import {suggest, TABLE, rank} from "../progression.js";
import {growth} from "../raising.js";

const read = async (name) => (await fetch(`/js/tests/${name}.json`)).json();

/** The answer without its reason, which the reference does not give. */
function answer(prescription, history, days) {
  const {reason, ...rest} = suggest(prescription, history, days);
  ok(reason.code, "no reason");
  return rest;
}

const bar = {sets: {min: 3, max: 3}, low: 8, high: 10, load_step: 5, load_grid: 2.5, min_load: 20};
const green = (load, ...values) => ({load, values, pain: 0, next_day: 0});

test("the reference's named cases", async () => {
  const cases = await read("progression-vectors");
  equal(cases.length, 48);
  for (const c of cases) equal(answer(c.prescription, c.history, c.days_since), c.expect, `${c.id} ${c.case}`);
});

test("the reference's random cases", async () => {
  const cases = await read("progression-random");
  equal(cases.length, 400);
  for (const c of cases) equal(answer(c.prescription, c.history, c.days_since), c.expect, `random ${c.id}`);
});

test("every row of the table has its own code, and every action a rank", () => {
  equal(new Set(TABLE.map((row) => row.code)).size, TABLE.length);
  ok(TABLE.every((row) => row.effect || (row.action && (row.target || rank(row.action) < 2))));
  equal(["REFER", "REMOVE", "STOP", "RESTART", "LAYOFF", "BACKOFF", "HOLD", "ASK_NEXT_DAY", "ADD"].map(rank), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("without an exposure there is nothing to go by", () => {
  const first = {action: "HOLD", load: null, target: "low", reason: {code: "first_time"}};
  equal(suggest(bar, [], 0), first);
  equal(suggest(bar, undefined, undefined), first);
  equal(suggest(undefined, null, NaN), first);
});

test("missing fields count as nothing said", () => {
  equal(answer(bar, [{load: 60, values: [10, 10, 10], pain: null, pain_before: null, next_day: null, flags: null}], -3),
    {action: "INCREASE", load: 65, target: "low"});
  equal(answer(bar, [{load: 60}], null), {action: "HOLD", load: 60, target: "same"}, "no sets");
  equal(answer({low: 5, high: 8}, [{values: [5]}], 1), {action: "ADD", load: 0, target: [6]}, "no sets prescribed, no load");
  equal(answer({}, [{load: "", values: [null, 1]}], 1), {action: "ADD", load: 0, target: [2]}, "nothing prescribed");
});

test("loads as text, decimal grids and odd loads stay exact", () => {
  const light = {...bar, min_load: 0};
  const cut = (load, grid, days) => suggest({...light, load_step: grid, load_grid: grid}, [green(load, 9, 9, 9)], days).load;
  equal(cut("52.5", 2.5, 5), 52.5);
  equal(cut(58.4, 0.1, 20), 52.5);
  equal(cut(0.7, 0.1, 20), 0.6);
  equal(cut(1.5, 0.5, 30), 1);
  equal(cut(12.5, 1.25, 20), 11.25);
  equal(cut(17.3, 0, 20), 15.57);
  equal(cut(1e6 + 0.25, 0.25, 20), 900000);
  equal(suggest({...light, load_step: 0.1, load_grid: 0.1}, [green(1.1, 10, 10, 10)], 3).load, 1.2);
  equal(suggest(light, [green(-20, 10, 10, 10)], 3).action, "EXTEND", "help from a machine is no load to add to");
  equal(suggest(light, [green(-20, 6, 6, 6)], 60).load, -20);
  equal(suggest(bar, [green(15, 6, 6, 6)], 60).load, 15, "what was below the minimum does not rise to it");
});

test("a cut follows a grid that grows with the load, and loads at hand", () => {
  const cut = (load, load_grid) => suggest({...bar, min_load: 1, load_grid}, [green(load, 9, 9, 9)], 20).load;
  equal(cut(12, {0: 1, 10: 2}), 10);
  equal(cut(10, [[0, 1], [10, 2]]), 9);
  equal(cut(45, {0: 5, 25: 10}), 35);
  equal(cut(12, [2, 4, 7.5, 12]), 7.5);
});

test("a set with one side missing was not done", () => {
  const sides = {sets: {min: 2, max: 2}, low: 8, high: 10, loadable: false};
  equal(answer(sides, [{values: [[10, 10], [10, null]]}], 2).action, "HOLD");
  equal(answer(sides, [{values: [[8, 10], [9, 8], []]}], 2).target, [9, 9]);
});

test("a range of sets needs its low end; an open range has always room", () => {
  const range = {...bar, sets: {min: 2, max: 4}};
  equal(answer(range, [green(60, 10, 10)], 2), {action: "INCREASE", load: 65, target: "low"});
  equal(answer(range, [green(60, 10, 10, 10, 9)], 2).target, [10, 10, 10, 10]);
  equal(suggest({...bar, low: 5, high: null}, [green(60, 30, 8, 5)], 2),
    {action: "ADD", load: 60, target: [31, 9, 6], reason: {code: "within", low: 5}});
});

test("a raise without a bigger load: the next exercise, or more, or enough", () => {
  const held = {sets: {min: 1, max: 1}, low: 20, high: 45, loadable: false, ...growth("seconds")};
  equal(answer(held, [green(0, 45)], 2), {action: "EXTEND", load: 0, target: 55});
  equal(answer(held, [green(0, 55)], 2), {action: "HOLD", load: 0, target: "same"});
  equal(answer({...bar, load_step: 0, next_exercise: "barbell"}, [green(60, 10, 10, 10)], 2),
    {action: "VARIATION", load: 0, target: "low", next_exercise: "barbell"});
});

test("the next exercise is offered where its verdict allows it", () => {
  const row = {sets: {min: 1, max: 1}, low: 8, high: 10, loadable: false, next_exercise: "loaded-dead-bug"};
  const action = (next_verdict) => suggest({...row, next_verdict}, [green(0, 10)], 2);
  for (const verdict of [undefined, "suitable", "caution"]) equal(action(verdict).action, "VARIATION", verdict);
  for (const verdict of ["modify", "avoid", "unknown"]) {
    equal(action(verdict), {action: "HOLD", load: 0, target: "high",
      reason: {code: "next_unsuitable", next_exercise: "loaded-dead-bug", verdict, high: 10}});
  }
});

test("an exercise to avoid is neither raised nor added to", () => {
  equal(suggest({...bar, verdict: "avoid"}, [green(60, 10, 10, 10)], 2),
    {action: "HOLD", load: 60, target: "same", reason: {code: "unsuitable"}});
});

test("missed sessions change no load under ten days", () => {
  for (const values of [[9, 9, 9], [10, 10, 10], [7, 7, 7]]) equal(suggest(bar, [green(60, ...values)], 9), suggest(bar, [green(60, ...values)], 2));
});

test("a phase that locks the load says when the next one is near", () => {
  const top = green(60, 10, 10, 10);
  equal(suggest({...bar, load_locked: true}, [top, top], 2).reason, {code: "locked", high: 10, times: 2, confirm: 1});
  equal(suggest({...bar, load_locked: true}, [top, top, top], 2).reason, {code: "ready", high: 10, times: 3, confirm: 1});
});

test("a phase of small steps asks for repetitions first", () => {
  const small = {...bar, load_step: 2.5, max_increase: 0.05};
  equal(answer(small, [green(40, 10, 10, 10)], 2), {action: "EXTEND", load: 40, target: 11});
});

test("lost form counts as failed and confirms nothing", () => {
  const top = green(60, 10, 10, 10);
  equal(suggest({...bar, confirm: 2}, [{...top, form: "lost"}, top], 2).reason.code, "unconfirmed");
  equal(suggest({...bar, confirm: 2}, [top, {...top, form: "lost"}], 2).reason, {code: "failed", how: "form"});
});

test("a site may set its own bands of pain", () => {
  const top = {...green(60, 10, 10, 10), pain: 1};
  equal(suggest({...bar, pain_bands: [0, 5]}, [top], 2).reason, {code: "amber", pain: 1});
});

test("the reason names every row that cut or took a set", () => {
  const hurt = {...green(60, 9, 9, 9), next_day: 3};
  equal(suggest(bar, [hurt], 16).reason, {code: "gap_14", days: 16, also: [{code: "next_day", from: 0, to: 3}]});
  equal(suggest(bar, [{...hurt, next_day: 0, pain: 7}], 30).reason,
    {code: "red", pain: 7, also: [{code: "gap_28", days: 30}]});
});

test("what it is given stays as it was", () => {
  const history = [green(60, 10, [9, 10], 10)];
  const before = JSON.stringify([bar, history]);
  suggest(bar, history, 3);
  equal(JSON.stringify([bar, history]), before);
});
