/** The way back after a long break: from half the load up again in weekly steps. */
import {exact, plain, roundDown} from "./loads.js";
import {complete, numberOr} from "./exposure.js";
import {rank} from "./progression.js";
import {daysBetween} from "./schedule.js";

/** Per cent of the load before the break, a week each. */
export const RUNGS = [70, 80, 90, 100];
const WEEK = 7;

/**
 * Where the reader stands on the way back, or null when there is none: the load before
 * the last break of 56 days (28 for the over-65s and after an operation), the load now,
 * and for how many days it has been that. Exposures have a `day`, oldest first.
 */
export function wayBack(exposures, today, longBand = false) {
  const restart = exposures.findLastIndex((e, i) => i > 0 && daysBetween(exposures[i - 1].day, e.day) >= (longBand ? 28 : 56));
  if (restart < 0) return null;
  const loads = exposures.slice(restart).map((e) => exact(e.load));
  const before = exact(exposures[restart - 1].load);
  if (loads.some((load) => load >= before)) return null;
  const since = exposures[restart + loads.findLastIndex((load) => load !== loads.at(-1)) + 1];
  return {before: plain(before), load: plain(loads.at(-1)), days: daysBetween(since.day, today)};
}

/** The loads of the weekly steps, as [per cent, load]. */
export function rungs(before, prescription) {
  const p = complete(prescription);
  return RUNGS.map((percent) => {
    const load = plain(Math.floor((exact(before) * percent) / 100));
    return [percent, Math.min(plain(exact(before)), roundDown(load, p.load_grid, p.min_load))];
  });
}

/**
 * The suggestion for a reader on the way back: the next step once a week at this load has
 * passed, nothing heavier before. What else holds or lowers the load stays as it is; a top
 * that is not yet confirmed holds nothing here, since the reader has had these loads.
 */
export function stepBackUp(suggestion, way, prescription, last) {
  const holds = rank(suggestion.action) < rank("ADD") && suggestion.reason.code !== "unconfirmed";
  if (!way || holds) return suggestion;
  const next = rungs(way.before, prescription).find(([, load]) => load > way.load);
  if (!next || prescription.load_locked) return suggestion;
  const reason = {before: way.before, from: way.load, to: next[1], percent: next[0], days: way.days};
  const hold = {load: way.load, target: "same"};
  if (way.days < WEEK) {
    return suggestion.load > way.load ? {action: "HOLD", ...hold, reason: {code: "return_wait", ...reason}} : suggestion;
  }
  if (prescription.rehab && numberOr(last?.next_day, null) === null) {
    return {action: "ASK_NEXT_DAY", ...hold, reason: {code: "return_unanswered", ...reason}};
  }
  return {action: "INCREASE", load: next[1], target: "low", reason: {code: "return_step", ...reason}};
}
