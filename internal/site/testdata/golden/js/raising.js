/** How a load rises, and how repetitions grow until it may. */
import {exact, plain} from "./loads.js";

/** A variation is offered only where the model finds it so for what the reader declared. */
export const offered = (verdict) => [undefined, null, "suitable", "caution"].includes(verdict);
/** Above the top of the range, how far repetitions may go before a smaller step is the better way. */
const STRETCH = 5;

/** What grows in a set, and what is put on top when no load can be added, by measure. */
const GROWTH = {reps: [1, 2], seconds: [5, 10], metres: [5, 10]};

/** A measure's part of a prescription. */
export function growth(measure) {
  const [value_step, extend_by] = GROWTH[measure] ?? GROWTH.reps;
  return {value_step, extend_by};
}

/** All sets at the top: a step up, more repetitions first, or the next variation. */
export function raise(c) {
  const {p, last} = c;
  if (last.load === 0 && p.loadable && p.first_load > 0) {
    return answer(c, "INCREASE", p.first_load, "low", {code: "first_load", to: p.first_load});
  }
  if (last.load > 0 && p.loadable && p.load_step > 0) return heavier(c);
  return unloaded(c);
}

function heavier(c) {
  const {p, last} = c;
  const to = plain(exact(last.load) + exact(p.load_step));
  const step = {from: last.load, to, percent: Math.round((1000 * p.load_step) / last.load) / 10};
  if (exact(p.load_step) <= exact(last.load) * p.max_increase + 1e-6) {
    return answer(c, "INCREASE", to, "low", {code: "top", ...step});
  }
  const needed = repsFirst(p, last.load);
  if (last.values.every((v) => v >= needed)) {
    return answer(c, "INCREASE", to, "low", {code: "extended_top", needed, ...step});
  }
  if (needed <= p.high + STRETCH) return answer(c, "EXTEND", last.load, needed, {code: "reps_first", needed, ...step});
  return answer(c, "SMALLER_STEP", last.load, p.high, {code: "step_too_large", ...step});
}

/** The repetitions at this load that are worth `low` at the next (Epley), at least the top of the range. */
function repsFirst(p, load) {
  const [now, next] = [exact(load), exact(load) + exact(p.load_step)];
  const needed = (next * (30 + p.low) - 30 * now) / now;
  return Math.max(p.high, Math.ceil(needed - 1e-9));
}

function unloaded(c) {
  const {p, last} = c;
  const next = p.next_exercise;
  if (next && !offered(p.next_verdict)) {
    return answer(c, "HOLD", last.load, "high", {code: "next_unsuitable", next_exercise: next, verdict: p.next_verdict});
  }
  if (next) return {...answer(c, "VARIATION", 0, "low", {code: "next_exercise", next_exercise: next}), next_exercise: next};
  const longer = p.high + p.extend_by;
  if (last.values.every((v) => v >= longer)) return answer(c, "HOLD", last.load, "same", {code: "extended_enough", needed: longer});
  return answer(c, "EXTEND", last.load, longer, {code: "longer", needed: longer});
}

/** Within the range: a little more in each set, up to the top. */
export function add(c) {
  const {p, last} = c;
  const target = last.values.map((v) => Math.min(p.high, v + p.value_step));
  return answer(c, "ADD", last.load, target, {code: "within", low: p.low});
}

function answer({p}, action, load, target, reason) {
  return {action, load, target, reason: p.high < Infinity ? {...reason, high: p.high} : reason};
}
