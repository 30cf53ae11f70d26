import {test, equal} from "./testing.js";
import {daysBetween, daysSince, due, inOrder, later} from "../schedule.js";

const programme = {pattern: [["a", "b", "a"], ["b", "a", "b"]], days: ["monday", "wednesday", "friday"]};
const done = (...sessions) => sessions.map(([session, day]) => ({session, day}));

test("days are counted over the change of clocks, and never backwards", () => {
  equal(daysBetween("2026-03-28", "2026-03-30"), 2);
  equal(daysBetween("2026-10-24", "2026-10-26"), 2);
  equal(daysBetween("2026-03-28", "1970-01-01"), 0);
  equal(daysBetween("nonsense", "2026-03-28"), 0);
  equal(later("2026-02-27", 3), "2026-03-02");
});

test("a clock set back: entries are sorted by date, and a gap below nothing is none", () => {
  const entries = [{day: "2026-03-20", n: 1}, {day: "2026-03-18", n: 2}];
  equal(inOrder(entries).map((e) => e.n), [2, 1]);
  equal(daysSince(entries, "2026-03-22"), 2);
  equal(daysSince(entries, "2026-03-19"), 0);
  equal(daysSince([], "2026-03-19"), 0);
  const sameDay = [{day: "2026-03-20", start: "2026-03-20T18:00:00+01:00", n: 1}, {day: "2026-03-20", start: "2026-03-20T09:00:00Z", n: 2}];
  equal(inOrder(sameDay).map((e) => e.n), [2, 1]);
});

test("the session due follows what was done, and missed ones are not made up", () => {
  const four = done(["a", "2026-03-02"], ["b", "2026-03-04"], ["a", "2026-03-06"], ["b", "2026-03-09"]);
  equal(due(programme, four, "2026-03-15"), {session: "a", day: "2026-03-16"});
  equal(due(programme, [], "2026-03-03"), {session: "a", day: "2026-03-04"});
  equal(due(programme, done(["a", "2026-03-02"]), "2026-03-02"), {session: "b", day: "2026-03-04"}, "today is done");
});

test("a session out of its turn moves the turn on", () => {
  equal(due(programme, done(["a", "2026-03-02"], ["a", "2026-03-04"]), "2026-03-05").session, "b");
  equal(due(programme, done(["b", "2026-03-02"]), "2026-03-03").session, "a");
  equal(due(programme, done(["of another programme", "2026-03-02"]), "2026-03-03").session, "a");
  const turn = {pattern: [["push", "pull", "push", "legs"]]};
  equal(due(turn, done(["push", "2026-03-01"], ["pull", "2026-03-02"], ["push", "2026-03-03"]), "2026-03-04"), {session: "legs", day: null});
  equal(due(turn, done(["legs", "2026-03-01"]), "2026-03-04").session, "push", "and round again");
});

test("without a pattern nothing is due", () => {
  equal(due({}, [], "2026-03-03"), null);
});
