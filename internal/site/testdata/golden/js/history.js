/** What earlier sessions say of an exercise, in the form that the progression asks for. No page, no storage, no clock. */
import {finished} from "./sessions.js";
import {daysBetween, inOrder} from "./schedule.js";

/** After so many days nobody remembers how the day after was. */
const FORGOTTEN = 14;

/** Sets of an exercise that were done, without warm-up and drop sets. */
export const worked = ({sets}) => sets.filter(({amount, type}) => amount !== null && type === "w");

/**
 * The exposures of an exercise, the oldest first.
 * @param {object[]} sessions as the store gives them; those that still run are left out
 * @param {string[]} renamed the ids that the exercise had before
 */
export function exposures(sessions, id, renamed = []) {
  const ids = [id, ...renamed];
  return inOrder(sessions.filter(finished)).flatMap((session) =>
    session.exercises.filter((e) => ids.includes(e.id)).map((e) => exposure(session, e)).filter(Boolean));
}

/** The last time, as it was typed: {day, unit, sets, note}, or null. */
export function lastTime(sessions, id, renamed = []) {
  const last = exposures(sessions, id, renamed).findLast(({values}) => values.length > 0);
  return last ? {day: last.day, unit: last.unit, sets: last.sets, note: last.note} : null;
}

function exposure({day, unit, pain, red_flag, start}, exercise) {
  const sets = worked(exercise);
  const hurt = exercise.pain !== null || exercise.flags.length > 0;
  if (sets.length === 0 && !(hurt && !["time", "removed"].includes(exercise.skipped))) return null;
  const load = usualLoad(sets);
  return {
    day, start, unit, load, values: values(sets.filter((set) => Number(set.load) >= load)),
    pain: exercise.pain, pain_before: pain.before, next_day: pain.next_day, flags: exercise.flags, red_flag: Boolean(red_flag),
    form: exercise.form, sets, note: exercise.note,
  };
}

/** The load that most sets had; of equals the lower. Sets below it do not count. */
function usualLoad(sets) {
  const counts = new Map();
  for (const {load} of sets) counts.set(Number(load), (counts.get(Number(load)) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b)[0]?.[0] ?? 0;
}

/** A number a set, or [left, right] where sides were done one by one; null for a side that was not done. */
export function values(sets) {
  const pairs = new Map();
  const added = {L: 0, R: 0};
  return sets.flatMap(({id, side, amount}) => {
    if (side === "") return [amount];
    const key = /^\d/.test(id) ? String(parseInt(id, 10)) : `x${added[side]++}`;
    const begun = pairs.has(key);
    if (!begun) pairs.set(key, [null, null]);
    pairs.get(key)[side === "L" ? 0 : 1] = amount;
    return begun ? [] : [pairs.get(key)];
  });
}

/** The week of the programme on a day, from 1. */
export const weekOf = (start, today) => Math.floor(daysBetween(start, today) / 7) + 1;

/** The phase of a week in which a session takes part, or null. */
export const phaseOf = (phases, week, session) =>
  (phases ?? []).find((p) => p.from <= week && (!p.to || week <= p.to) && (!p.sessions || p.sessions.includes(session))) ?? null;

/** The rows of a session in a week: those that the phase changes, and without those of other weeks. */
export function rowsOf({rows, programme, session}, week) {
  const changed = new Map((phaseOf(programme.phases, week, session.id)?.rows ?? []).map((row) => [row.row, row]));
  return rows.map((row) => changed.get(row.row) ?? row).filter(({weeks}) => !weeks || (weeks[0] <= week && (!weeks[1] || week <= weeks[1])));
}

/** The session whose day after is still to be asked for, or null. */
export function unanswered(sessions, today) {
  const last = inOrder(sessions.filter(finished)).at(-1);
  if (!last || last.pain.next_day !== null) return null;
  const ago = daysBetween(last.day, today);
  return ago >= 1 && ago <= FORGOTTEN ? last : null;
}
