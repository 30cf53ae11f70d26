import {test, equal} from "./testing.js";
import {lightWeek, stall} from "../review.js";

const bar = {sets: {min: 3, max: 3}, low: 8, high: 10, load_step: 5, load_grid: 2.5, min_load: 20};
const at = (load, ...values) => ({load, values, pain: 0});

test("three exposures at one load without a better total are a stall", () => {
  const history = [at(55, 10, 10, 10), at(60, 9, 9, 9), at(60, 9, 8, 9), at(60, 9, 9, 9)];
  equal(stall(bar, history), {reason: {code: "stall", times: 3, load: 60, total: 27}, offers: ["rest", "smaller_step", "light_week"]});
  equal(stall({...bar, next_exercise: "x"}, history).offers, ["rest", "smaller_step", "variation", "light_week"]);
  equal(stall({...bar, next_exercise: "x", next_verdict: "avoid"}, history).offers, ["rest", "smaller_step", "light_week"]);
  equal(stall(bar, [at(0, 9, 9, 9), at(0, 9, 9, 9), at(0, 9, 9, 9)]).offers, ["rest", "light_week"]);
});

test("better totals, other loads, failure, pain and locks are no stall", () => {
  const same = [at(60, 9, 9, 9), at(60, 9, 9, 9), at(60, 9, 9, 9)];
  const last = (e) => [...same.slice(0, 2), e];
  equal(stall(bar, same.slice(1)), null);
  equal(stall(bar, last(at(60, 9, 9, 10))), null);
  equal(stall(bar, last(at(57.5, 9, 9, 9))), null);
  equal(stall(bar, last(at(60, 9, 9, 7))), null);
  equal(stall(bar, last({...at(60, 9, 9, 9), pain: 4})), null);
  equal(stall({...bar, load_locked: true}, same), null);
  equal(stall({...bar, role: "mobility"}, same), null);
});

const today = "2026-03-29";

test("two exercises that back off in one week ask for a light one", () => {
  const week = [{day: "2026-03-24", backed_off: ["plank"]}, {day: "2026-03-26", backed_off: ["plank", "squat"]}];
  equal(lightWeek(week, today), {reason: {code: "light_backoffs", exercises: 2}});
  equal(lightWeek(week.slice(0, 1), today), null);
  equal(lightWeek([{...week[0], day: "2026-03-22"}, {day: "2026-03-26", backed_off: ["squat"]}], today), null, "not in one week");
});

test("effort up two points for the same work asks for a light week", () => {
  const sessions = (before, now, work = 1000) => [
    {day: "2026-03-16", effort: before, work: 1000}, {day: "2026-03-20", effort: before + 0.2, work: 1000},
    {day: "2026-03-23", effort: now, work}, {day: "2026-03-27", effort: now + 0.2, work}];
  equal(lightWeek(sessions(5.4, 7.5), today), {reason: {code: "light_effort", from: 5.5, to: 7.6}});
  equal(lightWeek(sessions(5.4, 7.4), today).reason.to, 7.5);
  equal(lightWeek(sessions(5.4, 7.3), today), null);
  equal(lightWeek(sessions(5.4, 7.5, 1100), today), null, "more work");
  equal(lightWeek(sessions(5.4, 7.5).slice(2), today), null, "nothing to compare with");
  equal(lightWeek([{day: "2026-03-16", effort: 5}, {day: "2026-03-27", effort: 8}, {day: "2026-03-27", effort: null}], today).reason.to, 8, "work not known");
});
