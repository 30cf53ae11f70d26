/**
 * What a reader does to a running session. Each function changes the copy that
 * store.change() gives; none of them knows the page, the storage or the clock.
 */
import {addedSetId} from "./sessions.js";
import {worked} from "./history.js";

/** What a session begins with. `version` of the programme and titles are copied in. */
export function planOf(data, rows, {week, unit}) {
  const {id, version = "", title} = data.programme;
  return {
    programme: {id, version, title, week: week > 0 ? week : null}, session: {id: data.session.id, title: data.session.title}, unit,
    exercises: rows.map((row) => ({
      row: row.row, id: row.id, title: row.title, dose: (row.original ?? row).dose, measure: row.measure,
      substitute_for: row.original && row.original.id !== row.id ? row.original.id : null,
    })),
  };
}

export const exerciseOf = (session, row) => session.exercises.find((e) => e.row === row);
const setOf = (exercise, id) => exercise.sets.find((set) => set.id === id);

/** Marks a set as done with its values. */
export function tick(session, row, {id, side = "", type = "w", load, amount, left = null}) {
  const exercise = exerciseOf(session, row);
  const set = setOf(exercise, id);
  const now = {id, type, side, load, amount, left, pain: null};
  if (set) Object.assign(set, now, {pain: set.pain});
  else exercise.sets.push(now);
  exercise.skipped = null;
}

/** Takes a tick back: the set stays, with its load, as one that is not done. */
export function untick(session, row, id) {
  const set = setOf(exerciseOf(session, row), id);
  if (set) set.amount = null;
}

/** The sets that a page shows of an exercise: planned ones, then those that were added and not taken away. */
export function shownSets(planned, exercise, added = []) {
  const stored = new Map((exercise?.sets ?? []).map((set) => [set.id, set]));
  const known = new Set(planned.map(({id}) => id));
  const carried = carriedLoad(planned, stored);
  const rows = planned.map((set) => joined(set, stored.get(set.id), carried));
  const extra = [...stored.values()].filter(({id, amount}) => !known.has(id) && amount !== null);
  const waiting = added.filter(({id}) => stored.get(id)?.amount === undefined);
  const last = planned.at(-1);
  return [...rows, ...[...extra, ...waiting].map((set) => joined({load: last?.load ?? "", amount: last?.amount ?? 1, last: null, ...set, added: true}, stored.get(set.id), carried))];
}

function joined(planned, set, carried) {
  const done = set !== undefined && set.amount !== null;
  if (done) return {...planned, type: set.type, load: set.load, amount: set.amount, left: set.left, suggested: planned, done};
  const load = carried !== undefined && (planned.type ?? "w") === "w" ? carried : planned.load;
  return {...planned, type: planned.type ?? "w", load, left: null, suggested: planned, done};
}

/** A load that the reader changed holds for the sets that follow. */
function carriedLoad(planned, stored) {
  return planned.map(({id}) => stored.get(id)).findLast((set) => set && set.amount !== null && set.type === "w")?.load;
}

/** One more set: an entry that waits to be done. Where sides are done one by one there are two. */
export const moreSets = (sided, type = "w", random = Math.random) =>
  (sided ? ["L", "R"] : [""]).map((side) => ({id: addedSetId(random), side, type, added: true}));

/** Exchanges an exercise that nothing is noted of yet; its own id brings it back. */
export function exchange(session, row, {id, title, measure}, original) {
  const exercise = exerciseOf(session, row);
  if (exercise.sets.some(({amount}) => amount !== null)) return;
  Object.assign(exercise, {id, title, measure, substitute_for: id === original ? null : original, skipped: null, sets: []});
}

export const skip = (session, row, why) => void (exerciseOf(session, row).skipped = why);

/** Pain of an exercise; the worst of all is that of the session. */
export function painOf(session, row, pain) {
  exerciseOf(session, row).pain = pain;
  worstPain(session);
}

export function sign(session, row, flag) {
  const exercise = exerciseOf(session, row);
  exercise.flags = exercise.flags.includes(flag) ? exercise.flags.filter((f) => f !== flag) : [...exercise.flags, flag];
}

function worstPain(session) {
  const all = session.exercises.map(({pain}) => pain).filter((pain) => pain !== null);
  session.pain.during = all.length ? Math.max(...all) : null;
}

/** How far a session is: sets done and planned, without exercises that were left out; both sides are one set. */
export function progress(today, session) {
  const counts = {done: 0, planned: 0, left: 0};
  for (const {row, sets} of today) {
    const exercise = exerciseOf(session, row.row);
    if (!exercise) continue;
    const done = new Set(worked(exercise).map(({id}) => id));
    const numbers = new Set(sets.map(({number}) => number));
    const finished = [...numbers].filter((n) => sets.filter((set) => set.number === n).every(({id}) => done.has(id))).length;
    const sides = row.side === "each" ? 2 : 1;
    const extra = worked(exercise).filter(({id}) => !sets.some((set) => set.id === id)).length / sides;
    counts.done += finished + Math.floor(extra);
    counts.planned += numbers.size;
    if (!exercise.skipped) counts.left += numbers.size - finished;
  }
  return counts;
}

/** The set that comes next: of this exercise first, then of those after it, then of those before. */
export function nextSet(cards, from = 0) {
  const turn = [...cards.keys()].map((i) => (i + from) % cards.length);
  for (const i of turn) {
    const set = cards[i].skipped ? null : cards[i].shown.find(({done}) => !done);
    if (set) return {index: i, set};
  }
  return null;
}
