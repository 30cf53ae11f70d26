/** Numbers shown about sessions: their time, estimated 1RM, volume, load, adherence. */
import {exact, plain} from "./loads.js";
import {daysBetween} from "./schedule.js";

/** Seconds a unit takes; the build's estimate assumes the same. */
export const PACE = {reps: 3, cycles: 6, breaths: 6, steps: 1, metres: 1, calories: 4, seconds: 1, transition: 60};

/**
 * The time of a session in seconds, from its low to its high end: work with holds and
 * both sides, rest between sets only, and the way from one exercise to the next.
 *
 * A row has `sets`, `low`, `high` (null: open, counts at the low end), `measure`,
 * `each_side`, `rest`, `hold`, `tempo` ("3-1-X-0"), `group` ("A1"). A span may be a number, [from,
 * to] or {min, max}. A group {id, rounds, every} or {id, rounds, work, rest} goes by the clock.
 */
export function duration(rows, {groups = [], pace = PACE} = {}) {
  const sum = {work: span(0), rest: span(0), transitions: span(0)};
  rows.forEach((row, i) => {
    const same = i > 0 && row.group && letter(row.group) === letter(rows[i - 1].group);
    if (i > 0 && !same) sum.transitions = plus(sum.transitions, span(pace.transition));
    const clock = groups.find((g) => row.group && g.id === letter(row.group) && g.rounds > 0 && (g.every || g.work));
    if (clock && !same) sum.work = plus(sum.work, clocked(clock));
    if (clock) return;
    sum.work = plus(sum.work, workOf(row, pace));
    sum.rest = plus(sum.rest, restOf(row));
  });
  return {...sum, total: plus(plus(sum.work, sum.rest), sum.transitions)};
}

const letter = (mark = "") => mark.replace(/[0-9].*$/, "");

function clocked({rounds, every, work, rest}) {
  if (every) return times(span(every), span(rounds));
  return plus(times(span(work), span(rounds)), times(span(rest), span(rounds - 1)));
}

function workOf(row, pace) {
  const least = row.low || (row.high === null ? 10 : 0);
  const amount = {min: least, max: row.high ?? least};
  return times(times(span(row.sets), amount), span(unitTime(row, pace) * (row.each_side ? 2 : 1)));
}

function restOf(row) {
  const {min, max} = span(row.sets);
  return times({min: Math.max(0, min - 1), max: Math.max(0, max - 1)}, span(row.rest));
}

/** One repetition, second, metre …: a repetition has its tempo and the middle of its hold. */
function unitTime({measure = "reps", tempo, hold}, pace) {
  if (measure !== "reps") return pace[measure];
  const {min, max} = span(hold);
  const parts = tempo ? tempo.split("-").reduce((sum, part) => sum + (Number(part) || (part === "X" ? 1 : 0)), 0) : pace.reps;
  return parts + (min + max) / 2;
}

function span(value) {
  if (Array.isArray(value)) return {min: value[0], max: value[1]};
  if (value && typeof value === "object") return {min: value.min, max: value.max};
  return {min: value || 0, max: value || 0};
}

const plus = (a, b) => ({min: a.min + b.min, max: a.max + b.max});
const times = (a, b) => ({min: a.min * b.min, max: a.max * b.max});

/** Both formulas agree at 10 repetitions; above that neither holds. */
export const epley = (load, reps) => (reps === 1 ? load : load * (1 + reps / 30));
export const brzycki = (load, reps) => (load * 36) / (37 - reps);

/**
 * The estimated one-repetition maximum: the mean of two formulas to the half, or null where
 * it says nothing: above 10 repetitions, more than 3 short of failure (or not known to be
 * near, null), another measure than repetitions, a band, or a stage that asks for care.
 */
export function e1rm(load, reps, {measure = "reps", repsLeft = 0, band = false, careful = false} = {}) {
  const valid = load > 0 && Number.isInteger(reps) && reps >= 1 && reps <= 10 && measure === "reps";
  if (!valid || repsLeft === null || repsLeft > 3 || band || careful) return null;
  if (reps === 1) return load;
  return Math.floor(epley(load, reps) + brzycki(load, reps) + 0.5 + 1e-9) / 2;
}

/**
 * What was moved: the amount (repetitions, seconds, metres; both sides counted), load ×
 * repetitions in `load`, load × metres in `carry`. `pieces` is how many weights of the marked
 * load were held. A set is {load, value}, the value a number or [left, right].
 */
export function volume(sets, {measure = "reps", pieces = 1} = {}) {
  const total = {amount: 0, load: 0, carry: 0};
  for (const {load, value} of sets) {
    const amount = [value].flat().reduce((sum, v) => sum + (Number(v) || 0), 0);
    const moved = exact(load) * pieces * amount;
    total.amount += amount;
    if (measure === "reps") total.load += moved;
    if (measure === "metres") total.carry += moved;
  }
  return {...total, load: plain(total.load), carry: plain(total.carry)};
}

/** Session RPE × minutes; null where one of them is not known. */
export const sessionLoad = (effort, minutes) => (effort > 0 && minutes > 0 ? effort * minutes : null);

const WEEKS = 4;

/**
 * Sessions done of those planned, over the last four weeks or since the start when that is
 * less. A day of rest breaks nothing; a session that a part of a week has room for is planned
 * once it is done.
 * @param {string[]} days of sessions done
 */
export function adherence(days, perWeek, start, today) {
  const length = Math.min(WEEKS * 7, daysBetween(start, today) + 1);
  const done = days.filter((day) => day >= start && daysBetween(day, today) < length).length;
  const exactly = (perWeek * length) / 7;
  const planned = Math.max(Math.round(exactly), Math.min(done, Math.ceil(exactly)));
  return {done, planned, share: planned > 0 ? Math.min(1, done / planned) : null};
}
