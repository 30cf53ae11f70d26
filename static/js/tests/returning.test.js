import {test, equal} from "./testing.js";
import {rungs, stepBackUp, wayBack} from "../returning.js";
import {suggest} from "../progression.js";

const bar = {sets: {min: 3, max: 3}, low: 8, high: 10, load_step: 5, load_grid: 2.5, min_load: 20};
const at = (day, load, ...values) => ({day, load, values: values.length ? values : [9, 9, 9], pain: 0, next_day: 0});
const before = at("2026-01-01", 60);

/** The suggestion on a day, on the way back if there is one. */
function on(today, exposures, days, prescription = bar) {
  const way = wayBack(exposures, today, prescription.long_band);
  const {reason, ...rest} = stepBackUp(suggest(prescription, exposures, days), way, prescription, exposures.at(-1));
  return {...rest, code: reason.code};
}

test("the steps are 70, 80, 90 and 100 per cent, on the grid", () => {
  equal(rungs(60, bar), [[70, 40], [80, 47.5], [90, 52.5], [100, 60]]);
  equal(rungs(22.5, bar), [[70, 20], [80, 20], [90, 20], [100, 22.5]]);
  equal(rungs(15, bar).at(-1), [100, 15], "never above what it was");
});

test("a long break begins a way back; having the load again ends it", () => {
  equal(wayBack([before, at("2026-02-26", 30)], "2026-03-01"), {before: 60, load: 30, days: 3});
  equal(wayBack([before, at("2026-02-25", 30)], "2026-03-01"), null, "55 days");
  equal(wayBack([before, at("2026-01-29", 30)], "2026-02-01", true), {before: 60, load: 30, days: 3}, "28 days, over 65");
  equal(wayBack([before, at("2026-03-01", 30), at("2026-03-08", 60), at("2026-03-10", 52.5)], "2026-03-12"), null);
  equal(wayBack([before, at("2026-03-01", 0)], "2026-03-12")?.load, 0);
  equal(wayBack([at("2026-01-01", 0), at("2026-03-12", 0)], "2026-03-13"), null, "without a load there is none");
  equal(wayBack([], "2026-03-13"), null);
});

test("the load comes back by one step a week", () => {
  const exposures = [before, at("2026-03-02", 30)];
  equal(on("2026-03-06", exposures, 4), {action: "ADD", load: 30, target: [10, 10, 10], code: "within"});
  for (const [today, load] of [["2026-03-09", 40], ["2026-03-16", 47.5], ["2026-03-23", 52.5], ["2026-03-30", 60]]) {
    equal(on(today, exposures, 7), {action: "INCREASE", load, target: "low", code: "return_step"}, today);
    exposures.push(at(today, load));
  }
  equal(on("2026-04-06", exposures, 7).code, "within", "the way is over");
});

test("within the week nothing heavier is suggested", () => {
  const exposures = [before, at("2026-03-02", 50, 10, 10, 10)];
  equal(on("2026-03-05", exposures, 3), {action: "HOLD", load: 50, target: "same", code: "return_wait"});
  equal(on("2026-03-08", exposures, 6).load, 50);
  equal(on("2026-03-09", exposures, 7).load, 52.5);
});

test("pain, failure, a lock and an unanswered next day go before the way back", () => {
  const back = (last, prescription) => on("2026-03-09", [before, {...at("2026-03-02", 30), ...last}], 7, {...bar, ...prescription});
  equal(back({pain: 4}).code, "amber");
  equal(back({pain: 7}).action, "STOP");
  equal(back({values: [6, 6, 6]}).code, "failed");
  equal(back({}, {load_locked: true}).code, "within");
  equal(back({next_day: null}, {rehab: true}), {action: "ASK_NEXT_DAY", load: 30, target: "same", code: "return_unanswered"});
  equal(back({next_day: 1}, {rehab: true}).code, "return_step");
  equal(back({values: [10, 10, 10]}, {confirm: 2}).code, "return_step", "what is not confirmed does not hold it");
  equal(back({values: [10, 10, 10], pain: 4}, {confirm: 2}).code, "amber");
});

test("after a step down the week begins anew, from where the reader is", () => {
  const exposures = [before, at("2026-03-02", 30), at("2026-03-09", 40), at("2026-03-16", 35)];
  equal(on("2026-03-18", exposures, 2).load, 35);
  equal(on("2026-03-23", exposures, 7).load, 40);
});
