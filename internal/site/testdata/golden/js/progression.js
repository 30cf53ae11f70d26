/**
 * What the log suggests for an exercise today. Pure: no page, no storage, no clock.
 *
 * The table below is the whole decision. Every row that holds counts: the strictest
 * action wins (of equals, the earlier row), the load falls by the largest cut of any
 * row, and one set goes if any row says so. (The first match alone would let a red day
 * after a long gap keep more load than a green one.)
 */
import {reduce} from "./loads.js";
import {complete, judge} from "./exposure.js";
import {add, raise} from "./raising.js";

/** The strictest first; the raising and adding actions that follow are equals. */
const RANK = ["REFER", "REMOVE", "STOP", "RESTART", "LAYOFF", "BACKOFF", "HOLD", "ASK_NEXT_DAY"];
/** How strict an action is: 0 is the strictest. */
export const rank = (action) => (RANK.includes(action) ? RANK.indexOf(action) : RANK.length);

/** After so many sessions at the top in a phase that locks the load, the next phase is near. */
const READY = 3;

/**
 * The rows. `when` sees the prescription p, the last exposure, the one before, all
 * exposures, the band of the gap, days, and tops: how often in a row the top was reached
 * at this load. `cut` is in per cent; `fewer` is one set fewer; `why` gives the reason's
 * numbers. Rows marked `mobility` hold for mobility work too, which otherwise stays.
 */
export const TABLE = [
  // A new red flag: the programme stops.
  {code: "red_flag", when: (c) => c.last.redFlag, action: "REFER", mobility: true},
  // Red pain: once, and a second time within three exposures.
  {code: "red", when: (c) => isRed(c.last), action: "STOP", cut: 20, target: "low", why: pain, mobility: true},
  {code: "red_again", when: (c) => isRed(c.last) && reds(c) > 1, action: "REMOVE", why: redsOf, mobility: true},
  // A gap.
  {code: "gap_56", when: (c) => c.gap === 56, action: "RESTART", cut: 50, target: "low", fewer: true, why: away},
  {code: "gap_28", when: (c) => c.gap === 28, action: "LAYOFF", cut: 30, target: "low", fewer: true, why: away},
  {code: "gap_14", when: (c) => c.gap === 14, action: "LAYOFF", cut: 10, target: "low", why: away},
  // A bad next day.
  {code: "next_day", when: (c) => c.last.painRose, action: "BACKOFF", cut: 10, target: "low", fewer: true, why: rise},
  // Amber pain: the first time, and after amber or red.
  {code: "amber", when: (c) => isAmber(c.last), action: "HOLD", target: "same", why: pain},
  {code: "amber_again", when: (c) => isAmber(c.last) && hurt(c.before), action: "BACKOFF", cut: 10, target: "low", why: pain},
  // Mobility never progresses.
  {code: "mobility", when: (c) => c.p.role === "mobility", action: "HOLD", target: "same", mobility: true},
  // Failed: the first time, and twice in a row at one load.
  {code: "failed", when: (c) => c.last.failed, action: "HOLD", target: "same", why: failure},
  {code: "failed_again", when: (c) => failedTwice(c), action: "BACKOFF", cut: 10, target: "low"},
  // A short gap repeats the last result, and so does what the model says to avoid.
  {code: "gap_10", when: (c) => c.gap === 10, action: "HOLD", target: "same", why: away},
  {code: "unsuitable", when: (c) => c.p.verdict === "avoid", action: "HOLD", target: "same"},
  // All sets at the top.
  {code: "unconfirmed", when: (c) => c.last.top && c.tops < c.p.confirm, action: "HOLD", target: "high", why: tops},
  {code: "ready", when: (c) => locked(c) && c.tops >= READY, action: "HOLD", target: "high", why: tops},
  {code: "locked", when: (c) => locked(c), action: "HOLD", target: "high", why: tops},
  {code: "unanswered", when: (c) => c.last.top && unanswered(c), action: "ASK_NEXT_DAY", target: "high", why: tops},
  {code: "top", when: (c) => c.last.top, effect: raise},
  // Within the range.
  {code: "within", when: () => true, effect: add},
];

const isRed = (e) => e.colour === "red";
const isAmber = (e) => e.colour === "amber";
const hurt = (e) => e !== undefined && e.colour !== "green";
const reds = (c) => c.exposures.slice(-3).filter(isRed).length;
const failedTwice = ({last, before}) => last.failed && before?.failed && before.load === last.load;
const locked = (c) => c.last.top && c.p.load_locked;
const unanswered = (c) => c.p.rehab && c.last.nextDay === null;

function pain({last}) {
  return last.flag ? {pain: last.pain, flag: last.flag} : {pain: last.pain};
}

function redsOf(c) {
  return {times: reds(c), of: Math.min(3, c.exposures.length)};
}

function away({days}) {
  return {days};
}

function rise({last}) {
  return {from: last.painBefore, to: last.nextDay};
}

function failure({last, p}) {
  if (last.lost) return {how: "form"};
  if (last.short) return {how: "sets", sets: last.values.length, enough: p.enough};
  return {how: "low", least: Math.min(...last.values), low: p.low};
}

function tops(c) {
  return {high: c.p.high, times: c.tops, confirm: c.p.confirm};
}

/**
 * The suggestion.
 * @param prescription `sets` {min, max}; `low`, `high` in the exercise's measure (high null:
 *   open); `load_step`, the normal increase; `load_grid`, the loads that exist (see loads.js);
 *   `min_load`; `value_step`, what is added to a set; `loadable`; `next_exercise` and its
 *   `next_verdict`; the exercise's own `verdict`; `extend_by`; `confirm`; `rehab`,
 *   `load_locked`, `strict`, `long_band`; `role`; `max_increase`; `pain_bands`. exposure.js
 *   has the defaults.
 * @param history exposures, oldest first: `load`; `values`, a number a set or [left, right];
 *   `pain`, `pain_before`, `next_day` (absent: not answered); `flags`; `red_flag`; `form`
 * @param daysSince days since the last exposure; below 0 counts as 0
 * @returns {{action: string, load: ?number, target: any, sets_change?: number, next_exercise?: string, reason: object}}
 */
export function suggest(prescription, history, daysSince) {
  const p = complete(prescription);
  const exposures = judge(p, history);
  const last = exposures.at(-1);
  if (!last) return {action: "HOLD", load: null, target: "low", reason: {code: "first_time"}};
  const days = Math.max(0, Number(daysSince) || 0);
  const context = {
    p, last, before: exposures.at(-2), exposures, days,
    gap: gap(days, p.long_band), tops: topsInARow(exposures),
  };
  const mobility = p.role === "mobility";
  return decide(TABLE.filter((row) => (row.mobility || !mobility) && row.when(context)), context);
}

/** The last exposures in a row that were at the top with one load. */
function topsInARow(exposures) {
  const last = exposures.at(-1);
  const other = exposures.findLastIndex((e) => !e.top || e.load !== last.load);
  return exposures.length - 1 - other;
}

/** The band a gap falls into; over 65 or after an operation, the next longer one. */
function gap(days, longBand) {
  const bands = [0, 10, 14, 28, 56];
  const at = bands.findLastIndex((from) => days >= from);
  return bands[at > 0 && longBand ? Math.min(at + 1, bands.length - 1) : at];
}

function decide(rows, context) {
  const {p, last} = context;
  const winner = rows.reduce((best, row) => (rank(row.action) < rank(best.action) ? row : best));
  if (winner.effect) return winner.effect(context);
  const reason = because(winner, context);
  if (winner.action === "REFER" || winner.action === "REMOVE") {
    return {action: winner.action, load: null, target: null, reason};
  }
  const cut = Math.max(...rows.map((row) => row.cut ?? 0));
  const fewer = rows.some((row) => row.fewer);
  const others = rows.filter((row) => (cut > (winner.cut ?? 0) && row.cut === cut) || (!winner.fewer && row.fewer));
  if (others.length) reason.also = others.map((row) => because(row, context));
  return {
    action: winner.action,
    load: reduce(last.load, cut, p.load_grid, p.min_load),
    target: winner.target,
    ...(fewer && {sets_change: -1}),
    reason,
  };
}

const because = (row, context) => ({code: row.code, ...row.why?.(context)});
