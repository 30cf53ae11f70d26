import {exchange, moreSets, nextSet, painOf, planOf, progress, shownSets, sign, skip, tick, untick} from "../logging.js";
import {readTyped} from "../log-typed.js";
import {dropView, keepView, keptView} from "../log-view.js";
import {begin, validate} from "../sessions.js";
import {equal, ok, test} from "./testing.js";

const rows = [{row: "a", id: "squat", title: "Squat", dose: "3 × 8", measure: "reps"}, {row: "b", id: "bridge", title: "Bridge", dose: "2 × 8", measure: "reps"}];
const data = {programme: {id: "p", title: "P", version: "1"}, session: {id: "a", title: "A"}};
const fresh = () => begin(planOf(data, rows, {week: 2, unit: "kg"}), {id: "S1", now: {time: 1e12, zone: "UTC"}});
const planned = (count, sides = [""]) => Array.from({length: count}, (_, i) => sides.map((side) => ({
  id: `${i + 1}${side}`, number: i + 1, side, load: "20", amount: 8, last: null, optional: false,
}))).flat();

test("a session begins with titles, doses and the week", () => {
  const session = fresh();
  equal([session.programme, session.exercises[0].dose, session.exercises[1].measure], [{id: "p", version: "1", title: "P", week: 2}, "3 × 8", "reps"]);
  equal(begin(planOf(data, [{...rows[0], id: "lunge", original: rows[0]}], {week: 1, unit: "kg"}), {id: "S1", now: {time: 1e12, zone: "UTC"}}).exercises[0].substitute_for, "squat");
});

test("ticks are kept, taken back and made again", () => {
  const session = fresh();
  tick(session, "a", {id: "1", load: "20", amount: 8});
  untick(session, "a", "1");
  equal([session.exercises[0].sets.length, session.exercises[0].sets[0].amount], [1, null]);
  skip(session, "a", "time");
  tick(session, "a", {id: "1", load: "22.5", amount: 7});
  equal([session.exercises[0].sets[0].load, session.exercises[0].sets[0].amount, session.exercises[0].skipped], ["22.5", 7, null]);
  ok(validate(JSON.parse(JSON.stringify(session))));
});

test("a load that was changed holds for the sets that follow", () => {
  const session = fresh();
  tick(session, "a", {id: "1", load: "24", amount: 8});
  equal(shownSets(planned(3), session.exercises[0]).map(({load, done}) => [load, done]), [["24", true], ["24", false], ["24", false]]);
});

test("sets that were added stay as long as they are done or wait", () => {
  const session = fresh();
  const [extra] = moreSets(false, "u", () => 0);
  equal([extra.id, moreSets(true).map(({side}) => side)], ["xaaaaaa", ["L", "R"]]);
  equal(shownSets(planned(1), session.exercises[0], [extra]).map(({id, type, done}) => [id, type, done]), [["1", "w", false], ["xaaaaaa", "u", false]]);
  tick(session, "a", {...extra, load: "10", amount: 5});
  equal(shownSets(planned(1), session.exercises[0], [extra]).map(({id, done}) => [id, done]), [["1", false], ["xaaaaaa", true]]);
  untick(session, "a", extra.id);
  equal(shownSets(planned(1), session.exercises[0]).map(({id}) => id), ["1"]);
});

test("an exercise is exchanged only before anything is noted of it", () => {
  const session = fresh();
  exchange(session, "a", {id: "lunge", title: "Lunge", measure: "reps"}, "squat");
  equal([session.exercises[0].id, session.exercises[0].substitute_for], ["lunge", "squat"]);
  exchange(session, "a", {id: "squat", title: "Squat", measure: "reps"}, "squat");
  equal(session.exercises[0].substitute_for, null);
  tick(session, "a", {id: "1", load: "20", amount: 8});
  exchange(session, "a", {id: "lunge", title: "Lunge", measure: "reps"}, "squat");
  equal(session.exercises[0].id, "squat");
});

test("the worst pain of all exercises is that of the session; signs go on and off", () => {
  const session = fresh();
  painOf(session, "a", 3);
  painOf(session, "b", 5);
  equal(session.pain.during, 5);
  painOf(session, "b", null);
  equal(session.pain.during, 3);
  sign(session, "a", "sharp");
  equal(session.exercises[0].flags, ["sharp"]);
  sign(session, "a", "sharp");
  equal(session.exercises[0].flags, []);
});

test("both sides make one set done", () => {
  const session = fresh();
  const today = [{row: {row: "a", side: "each"}, sets: planned(2, ["L", "R"])}, {row: {row: "b", side: "both"}, sets: planned(2)}];
  tick(session, "a", {id: "1L", side: "L", load: "", amount: 8});
  equal(progress(today, session), {done: 0, planned: 4, left: 4});
  tick(session, "a", {id: "1R", side: "R", load: "", amount: 8});
  equal(progress(today, session), {done: 1, planned: 4, left: 3});
  skip(session, "b", "time");
  equal(progress(today, session).left, 1);
});

test("what comes next is of this exercise, then of those behind it, then of those before", () => {
  const card = (skipped, ...done) => ({skipped, shown: done.map((d, i) => ({id: String(i + 1), done: d}))});
  const cards = [card(null, true, false), card("time", false), card(null, true)];
  equal(nextSet(cards, 1).index, 0);
  equal(nextSet(cards, 0), {index: 0, set: {id: "2", done: false}});
  equal(nextSet(cards, 2).index, 0);
  equal(nextSet([card(null, true)], 0), null);
});

test("typed values: what is kept, what says nothing, and what is refused with words", () => {
  const [reps, hold, pounds] = [{measure: "reps", unit: "kg"}, {measure: "seconds", unit: "kg"}, {measure: "reps", unit: "lb"}];
  equal([readTyped("load", "22,5", reps), readTyped("load", " ", reps), readTyped("load", "500", reps)], [{value: "22.5"}, {value: ""}, {value: "500"}]);
  equal([readTyped("amount", "", reps), readTyped("amount", " 12 ", reps), readTyped("amount", "7.5", hold)], [{}, {value: 12}, {value: 7.5}]);
  for (const typed of ["abc", "-5", "12kg", "501", "9999"]) ok(readTyped("load", typed, reps).wrong, typed);
  equal([Boolean(readTyped("load", "1101", pounds).wrong), readTyped("load", "1100", pounds).value], [true, "1100"]);
  for (const typed of ["8.5", "101", "1e3", "-1", "x"]) ok(readTyped("amount", typed, reps).wrong, typed);
  ok(readTyped("amount", "3601", hold).wrong && readTyped("amount", "10001", {measure: "metres"}).wrong);
});

test("the place and what was typed are kept for the tab, by session", () => {
  const kept = new Map();
  const storage = {getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key)};
  const view = {current: "b", drafts: new Map([["b/1", {load: "10", amount: 12}]]), added: new Map()};
  keepView(storage, "x", "S1", view);
  equal([...keptView(storage, "x", "S1").drafts, keptView(storage, "x", "S1").current], [["b/1", {load: "10", amount: 12}], "b"]);
  equal(keptView(storage, "x", "S2"), null);
  dropView(storage, "x", "S1");
  equal([kept.size, keptView(storage, "x", "S1"), keptView(null, "x", "S1")], [0, null, null]);
});
