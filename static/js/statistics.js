/** What the log comes to over time: best sets, volume, pain, records, a month, a report. No page, no storage, no clock. */
import {adherence, e1rm, volume} from "./estimate.js";
import {worked} from "./history.js";
import {convert} from "./loads.js";
import {inOrder, later} from "./schedule.js";
import {done, finished} from "./sessions.js";

const WEEKS = 4;

/** The exercises that were done, those done last first: {id, title, times, day, loaded}. Former ids count as the present one. */
export function exercisesIn(sessions, renamed = {}) {
  const all = new Map();
  for (const {day, exercises} of inOrder(sessions)) {
    for (const exercise of exercises) {
      if (done({exercises: [exercise]}).length === 0) continue;
      const id = renamed[exercise.id] ?? exercise.id;
      const known = all.get(id) ?? {times: 0, loaded: false};
      const loaded = known.loaded || exercise.sets.some((set) => set.amount !== null && Number(set.load) > 0);
      all.delete(id);
      all.set(id, {id, title: exercise.title, times: known.times + 1, day, loaded});
    }
  }
  return [...all.values()].reverse();
}

/**
 * One point for each time that an exercise was done, the oldest first:
 * {day, title, measure, best: {load, amount}, e1rm, volume: {amount, load, carry}, pain, sets}. Loads are in the unit that is asked for.
 * @param {{unit: "kg"|"lb", renamed?: Record<string, string>, careful?: boolean, bands?: Record<string, string[]>}} on
 *   careful: a declared stage asks for care, so that no maximum is estimated; bands: exercises whose loads are levels
 */
export function series(sessions, id, {unit, renamed = {}, careful = false, bands = {}}) {
  const on = {unit, careful, band: Object.hasOwn(bands, id)};
  return inOrder(sessions.filter(finished)).flatMap((session) =>
    session.exercises.filter((e) => (renamed[e.id] ?? e.id) === id).map((e) => point(session, e, on)).filter(Boolean));
}

function point(session, exercise, {unit, careful, band}) {
  const inUnit = ({load}) => (!(Number(load) > 0) ? 0 : band ? Number(load) : convert(load, session.unit, unit));
  const sets = worked(exercise).map((set) => ({...set, load: inUnit(set)}));
  if (sets.length === 0) return null;
  const {measure} = exercise;
  const estimates = sets.map((set) => estimate(set, exercise, {careful, band})).filter((value) => value !== null);
  return {
    day: session.day, title: exercise.title, measure, best: bestSet(sets), e1rm: estimates.length > 0 ? Math.max(...estimates) : null,
    volume: volume(sets.map(({load, amount}) => ({load: band ? 0 : load, value: amount})), {measure}), pain: exercise.pain, sets: sets.length,
  };
}

/** How near to the last possible repetition a set went: as noted with it, or from the effort of the exercise. */
function estimate({load, amount, left}, {measure, effort}, {careful, band}) {
  const repsLeft = left ?? (effort === null ? null : Math.max(0, 10 - effort));
  return e1rm(load, amount, {measure, repsLeft, careful, band});
}

/** The set with the highest load, of equals the one with the most: {load, amount}. */
export function bestSet(sets) {
  const [{load, amount}] = [...sets].sort((a, b) => b.load - a.load || b.amount - a.amount);
  return {load, amount};
}

/** The best of an exercise: {id, title, times, best: point, estimated: point or null}, null without a work set; the first of equals holds. */
export function recordOf(sessions, {id, title, times}, on) {
  const points = series(sessions, id, on);
  const best = most(points, (a, b) => a.best.load - b.best.load || a.best.amount - b.best.amount);
  const estimated = most(points.filter(({e1rm}) => e1rm !== null), (a, b) => a.e1rm - b.e1rm);
  return best && {id, title, times, best, estimated};
}

const most = (points, compare) => points.reduce((best, p) => (best === null || compare(p, best) > 0 ? p : best), null);

/** Pain over time: {day, before, during, after, next_day}; during is the worst that was noted. Sessions that say nothing are left out. */
export function painOver(sessions) {
  return inOrder(sessions.filter(finished)).map(({day, pain, exercises}) => {
    const all = [pain.during, ...exercises.map((e) => e.pain)].filter((p) => p !== null);
    return {day, before: pain.before, during: all.length > 0 ? Math.max(...all) : null, after: pain.after, next_day: pain.next_day};
  }).filter(({before, during, after, next_day}) => [before, during, after, next_day].some((p) => p !== null));
}

/** The weeks of a month, from Monday: each a list of {day, within}. @param {string} month 2026-03 */
export function monthOf(month) {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = new Date(Date.parse(`${first}T00:00:00Z`) - weekday * 86_400_000).toISOString().slice(0, 10);
  const weeks = [];
  for (let day = start; weeks.length === 0 || day.slice(0, 7) <= month; day = later(day, 7))
    weeks.push(Array.from({length: 7}, (_, i) => ({day: later(day, i), within: later(day, i).slice(0, 7) === month})));
  return weeks;
}

/** The month so many later. */
export function monthLater(month, by) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** How many sessions a week a programme plans, on average over its pattern. */
export function perWeek({pattern = [], sessions = []}) {
  const ids = new Set(sessions.map(({id}) => id));
  return pattern.length > 0 ? pattern.flat().filter((id) => ids.has(id)).length / pattern.length : 0;
}

/** Sessions done of those planned over the last four weeks, or since the start. @param {{programme, day}[]} list */
export function adherenceOf(programme, id, list, today) {
  const days = list.filter((entry) => entry.programme === id).map(({day}) => day);
  const start = [programme.start, days.toSorted()[0]].filter(Boolean).sort()[0];
  return start && perWeek(programme) > 0 ? adherence(days, perWeek(programme), start, today) : null;
}

/** The first of the days that the report is about. */
export const reportFrom = (today) => later(today, 1 - WEEKS * 7);

/**
 * Four weeks in short, for somebody else to read: {from, to, days, exercises: [{id, title, times, sets, first, last, pain}],
 * pain, notes: [{day, title, text}], flags: [{day, flag}], skipped: [{day, title, why}]}.
 */
export function fourWeeks(sessions, today, on) {
  const from = reportFrom(today);
  const within = inOrder(sessions.filter((s) => finished(s) && s.day >= from && s.day <= today));
  const exercises = exercisesIn(within, on.renamed).map(({id, title}) => {
    const points = series(within, id, on);
    const pains = points.map(({pain}) => pain).filter((p) => p !== null);
    return points.length > 0 && {
      id, title, measure: points[0].measure, times: points.length, sets: points.reduce((sum, p) => sum + p.sets, 0),
      first: points[0].best, last: points.at(-1).best, pain: pains.length > 0 ? Math.max(...pains) : null,
    };
  }).filter(Boolean).sort((a, b) => b.times - a.times || (a.title < b.title ? -1 : 1));
  return {
    from, to: today, days: within.map(({day}) => day), exercises, pain: painOver(within), notes: within.flatMap(notesOf),
    flags: within.filter((s) => s.red_flag).map(({day, red_flag}) => ({day, flag: red_flag})),
  };
}

function notesOf({day, note, session, exercises}) {
  const own = note ? [{day, title: session.title, text: note}] : [];
  return [...own, ...exercises.filter((e) => e.note).map((e) => ({day, title: e.title, text: e.note}))];
}

/** How many sessions were finished since the last backup. */
export const unsaved = (list, meta) => Math.max(0, list.filter(finished).length - (meta.last_export?.sessions ?? 0));
