/** Which session is due, and how days are counted. Days are texts such as 2026-03-28. */

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY = 24 * 60 * 60 * 1000;

/** Days from one to another; below 0, after a clock was set back, counts as 0. */
export function daysBetween(from, to) {
  return Math.max(0, Math.round((midnight(to) - midnight(from)) / DAY) || 0);
}

const midnight = (day) => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later. */
export const later = (day, days) => new Date(midnight(day) + days * DAY).toISOString().slice(0, 10);

/** Entries by their day, and within a day by their start: the oldest first. */
export function inOrder(entries) {
  const start = (e) => Date.parse(e.start) || 0;
  return [...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : start(a) - start(b)));
}

/** Days since the latest entry. */
export function daysSince(entries, today) {
  const last = inOrder(entries).at(-1);
  return last ? daysBetween(last.day, today) : 0;
}

/**
 * The session that is due, and the day it falls on: what follows in the programme's turn
 * on what was done. Missed sessions are not made up; a session done twice, or out of its
 * turn, moves the turn to where it stands next.
 * @param {{pattern: string[][], days?: string[]}} programme sessions by week, weekdays
 * @param {{session: string, day: string}[]} done
 */
export function due(programme, done, today) {
  const turn = (programme.pattern ?? []).flat();
  if (!turn.length) return null;
  return {session: turn[turnOf(programme, done)], day: nextDay(programme.days ?? [], done, today)};
}

/** Which turn of the pattern is due, from 0. */
export function turnOf(programme, done) {
  const turn = programme.pattern.flat();
  let at = 0;
  for (const {session} of inOrder(done)) {
    const ahead = [...turn.slice(at), ...turn.slice(0, at)].indexOf(session);
    if (ahead >= 0) at = (at + ahead + 1) % turn.length;
  }
  return at;
}

/** The next weekday of the programme, from today on; from tomorrow when today has its session. */
function nextDay(days, done, today) {
  const first = done.some((d) => d.day === today) ? later(today, 1) : today;
  for (let i = 0; i < WEEKDAYS.length; i++) {
    const day = later(first, i);
    if (days.includes(WEEKDAYS[new Date(midnight(day)).getUTCDay()])) return day;
  }
  return null;
}
