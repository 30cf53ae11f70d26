/** Looking back: an exercise that stalls, a body that asks for a light week. */
import {complete, judge} from "./exposure.js";
import {offered} from "./raising.js";
import {daysBetween} from "./schedule.js";

const EXPOSURES = 3;
const WEEK = 7;
/** Points of session RPE, over two weeks, that call for a light week; the work may differ by 5 %. */
const HARDER = 2;
const EQUAL = 1.05;

/**
 * A stall: three exposures at one load without a better total, a failure or pain. Gives
 * what to offer, in this order, or null.
 */
export function stall(prescription, history) {
  const p = complete(prescription);
  const last = judge(p, history).slice(-EXPOSURES);
  if (last.length < EXPOSURES || p.role === "mobility" || p.load_locked) return null;
  if (last.some((e) => e.load !== last[0].load || e.failed || e.colour !== "green")) return null;
  const [first, ...rest] = last.map((e) => e.values.reduce((sum, v) => sum + v, 0));
  if (rest.some((total) => total > first)) return null;
  const smaller = last[0].load > 0 && p.loadable;
  const variation = p.next_exercise && offered(p.next_verdict);
  return {
    reason: {code: "stall", times: EXPOSURES, load: last[0].load, total: first},
    offers: ["rest", smaller && "smaller_step", variation && "variation", "light_week"].filter(Boolean),
  };
}

/**
 * Whether a light week would do good: two or more exercises backed off within a week, or
 * session RPE up by two points over two weeks while the work stayed equal. Null if not.
 * @param {{day: string, effort: ?number, work: ?number, backed_off: ?string[]}[]} sessions
 */
export function lightWeek(sessions, today) {
  const within = (from, to) => sessions.filter(({day}) => {
    const ago = daysBetween(day, today);
    return ago >= from && ago < to;
  });
  const [thisWeek, weekBefore] = [within(0, WEEK), within(WEEK, 2 * WEEK)];
  const exercises = new Set(thisWeek.flatMap((s) => s.backed_off ?? [])).size;
  if (exercises >= 2) return {reason: {code: "light_backoffs", exercises}};
  const [from, to] = [mean(weekBefore, "effort"), mean(thisWeek, "effort")];
  const [workBefore, work] = [mean(weekBefore, "work"), mean(thisWeek, "work")];
  if (from === null || to === null || to - from < HARDER - 1e-9) return null;
  if (workBefore !== null && work !== null && work > workBefore * EQUAL) return null;
  return {reason: {code: "light_effort", from: round(from), to: round(to)}};
}

function mean(sessions, key) {
  const values = sessions.map((s) => s[key]).filter((v) => Number.isFinite(v));
  return values.length ? values.reduce((sum, v) => sum + v, 0) / values.length : null;
}

const round = (value) => Math.round(value * 10) / 10;
