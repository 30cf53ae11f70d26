import {test, equal, ok} from "./testing.js";
import {dayOf, forget, keep, kept, outcome, sentence, spoken} from "../screening.js";

test("the most urgent tier decides, and says which signs and how many others", () => {
  equal(outcome(["routine", "emergency", "urgent", "emergency"], false), {tier: "emergency", signs: [1, 3], others: 2});
  equal(outcome(["routine", "urgent"], false), {tier: "urgent", signs: [1], others: 1});
  equal(outcome(["routine"], false), {tier: "routine", signs: [0], others: 0});
});

test("nothing ticked is no answer; none is one that must be chosen", () => {
  equal(outcome([], false), null);
  equal(outcome([], true), {tier: "none", signs: [], others: 0});
});

test("a ticked sign counts even where none is ticked too", () => {
  equal(outcome(["urgent"], true).tier, "urgent");
});

/** A storage as browsers have it. */
function memory(entries = {}) {
  const map = new Map(Object.entries(entries));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

test("it keeps the day and the tier, and nothing else", () => {
  const storage = memory();
  ok(keep(storage, "back", "2026-11-24", "none"));
  equal([...storage.map], [["regimen:back:check", '{"date":"2026-11-24","tier":"none"}']]);
  equal(kept(storage, "back"), {date: "2026-11-24", tier: "none"});
  equal(kept(storage, "neck"), null, "another site");
  ok(forget(storage, "back"));
  equal(storage.map.size, 0);
});

test("what is damaged, foreign or out of reach counts as nothing kept", () => {
  for (const text of ["", "{", "null", "7", '{"date":"yesterday","tier":"none"}', '{"date":"2026-99-99","tier":"none"}', '{"date":"2026-11-24","tier":"fine"}', '{"date":["2026-11-24"],"tier":["none"]}'])
    equal(kept(memory({"regimen:back:check": text}), "back"), null, text);
  const blocked = {getItem() { throw new Error(); }, setItem() { throw new Error(); }, removeItem() { throw new Error(); }};
  for (const storage of [blocked, null]) {
    equal(kept(storage, "back"), null);
    equal(keep(storage, "back", "2026-11-24", "none"), false);
    equal(forget(storage, "back"), false);
  }
});

test("a day is that of the reader's own calendar, and names its year only when it is another", () => {
  equal(dayOf(new Date(2026, 0, 5, 0, 1)), "2026-01-05");
  equal(dayOf(new Date(2026, 11, 31, 23, 59)), "2026-12-31");
  equal(spoken("2026-11-24", "2026-12-01", "en-GB"), "24 November");
  equal(spoken("2025-11-24", "2026-12-01", "en-GB"), "24 November 2025");
});

test("what was kept is never called harmless", () => {
  for (const tier of ["none", "routine", "urgent", "emergency"]) {
    const text = sentence({date: "2026-11-24", tier}, "2026-11-24", "en-GB");
    ok(text.includes("24 November") && !/safe|fine|clear|healthy/i.test(text), text);
  }
});
