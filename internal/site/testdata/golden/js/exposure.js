/** What one exposure of an exercise says, under a prescription: pain, and how the sets went. */
import {exact, plain} from "./loads.js";

const FLAGS = ["sharp", "radiating", "worsening"];
/** Where green and amber end, on the scale from 0 to 10. */
const STANDARD = [3, 5];
const STRICT = [2, 3];

/** A number, or what stands for it when there is none. */
export const numberOr = (value, otherwise) =>
  value === null || value === undefined || value === "" || !Number.isFinite(Number(value)) ? otherwise : Number(value);

/** The prescription with every default filled in. */
export function complete(prescription) {
  const p = prescription ?? {};
  const low = numberOr(p.low, 1);
  const load_step = numberOr(p.load_step, 0);
  const min_load = numberOr(p.min_load, 0);
  return {
    ...p, low, load_step, min_load,
    high: Math.max(low, numberOr(p.high, Infinity)), // open: there is always more
    enough: Math.max(1, numberOr(p.sets?.min, 1)),
    load_grid: p.load_grid ?? load_step,
    first_load: min_load || load_step,
    value_step: numberOr(p.value_step, 1),
    extend_by: numberOr(p.extend_by, 2),
    confirm: numberOr(p.confirm, 1),
    max_increase: numberOr(p.max_increase, 0.1),
    loadable: p.loadable ?? true,
    pain_bands: p.pain_bands ?? (p.strict ? STRICT : STANDARD),
  };
}

/** Judges each exposure, oldest first. */
export function judge(p, history) {
  return (history ?? []).filter(Boolean).map((e, i, all) => judgeOne(p, e, i > 0 ? exact(all[i - 1].load) : Infinity));
}

function judgeOne(p, e, loadBefore) {
  const load = exact(e.load);
  const values = (Array.isArray(e.values) ? e.values : []).map(worse).filter((v) => v !== null);
  const least = load > loadBefore ? p.low - 2 : p.low; // the first time at a higher load may land lower
  const pain = numberOr(e.pain, 0);
  const nextDay = numberOr(e.next_day, null);
  const short = values.length < p.enough;
  const lost = e.form === "lost";
  const painBefore = numberOr(e.pain_before, 0);
  return {
    load: plain(load), values, pain, nextDay, painBefore,
    flag: FLAGS.find((f) => e.flags?.includes(f)),
    colour: colour(p, pain, e.flags),
    redFlag: Boolean(e.red_flag),
    painRose: nextDay !== null && nextDay - painBefore >= 2,
    short, lost,
    failed: short || lost || values.some((v) => v < least),
    top: !short && !lost && values.every((v) => v >= p.high),
  };
}

/** The worse side of a set; null where a set, or one side of it, was not done. */
function worse(value) {
  const sides = (Array.isArray(value) ? value : [value]).map((v) => numberOr(v, null));
  return sides.length === 0 || sides.includes(null) ? null : Math.min(...sides);
}

function colour(p, pain, flags) {
  const [green, amber] = p.pain_bands;
  if (pain > amber || FLAGS.some((f) => flags?.includes(f))) return "red";
  return pain > green ? "amber" : "green";
}
