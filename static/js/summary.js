/** What a finished session comes to. Pure. */
import {volume} from "./estimate.js";
import {worked} from "./history.js";
import {exerciseOf, progress} from "./logging.js";
import {exerciseToday, inSession} from "./today.js";

/** Seconds after the last set that still belong to the session. */
const LATE = 1800;

/**
 * {seconds, done, planned, load, carry, next: [{row, title, today}]}: the time is that to the
 * end, but no longer than half an hour after the last set: a session may be left open overnight.
 */
export function summaryOf(session, cards) {
  const {done, planned} = progress(cards, session);
  const moved = session.exercises.map((e) => volume(
    e.sets.filter(({amount}) => amount !== null).map(({load, amount}) => ({load, value: amount})), {measure: e.measure}));
  const sum = (key) => Math.round(moved.reduce((all, v) => all + v[key], 0) * 10) / 10;
  return {seconds: secondsOf(session), done, planned, load: sum("load"), carry: sum("carry")};
}

function secondsOf(session) {
  const last = Math.max(0, ...session.exercises.flatMap(({sets}) => sets.filter(({amount}) => amount !== null).map(({at}) => at ?? 0)));
  const whole = Math.round((Date.parse(session.end) - Date.parse(session.start)) / 1000) || 0;
  return last > 0 ? Math.max(last, Math.min(whole, last + LATE)) : Math.max(0, whole);
}

/** What changes next time: of each exercise that was done, what is suggested then, judged from this session too. */
export function nextTime(session, cards, on) {
  const sessions = [...on.sessions.filter(({id}) => id !== session.id), {...session, end: session.end ?? session.start}];
  return cards.filter(({row}) => {
    const exercise = exerciseOf(session, row.row);
    return exercise && (worked(exercise).length > 0 || exercise.flags.length > 0 || exercise.pain !== null);
  }).map(({row}) => exerciseToday(inSession(row, exerciseOf(session, row.row)), {...on, sessions}));
}
