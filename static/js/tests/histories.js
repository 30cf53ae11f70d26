/** Prescriptions and histories at random, always the same for a seed. */

/** A small generator of numbers from 0 to 1 (mulberry32). */
function numbers(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Dice: chance, whole numbers and picks. */
export function dice(seed) {
  const next = numbers(seed);
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  return {whole, chance: (p) => next() < p, pick: (list) => list[whole(0, list.length - 1)]};
}

const EQUIPMENT = [
  {load_step: 5, load_grid: 2.5, min_load: 20}, {load_step: 2, min_load: 2}, {load_step: 2.5, min_load: 2.5},
  {load_step: 2.5, load_grid: 1.25, min_load: 20}, {load_step: 0.5, min_load: 0.5}, {load_step: 0.1, load_grid: 0.1},
  {load_step: 1, load_grid: {0: 1, 10: 2}, min_load: 1}, {load_step: 10, load_grid: [[0, 5], [25, 10]], min_load: 10},
  {load_step: 1, load_grid: 1, min_load: 1, max_increase: 1}, {load_step: 2.5, load_grid: [20, 22.5, 27.5, 40], min_load: 20},
  {load_step: 0, loadable: false}, {load_step: 0, loadable: false, next_exercise: "next"},
];
const RANGES = [{low: 8, high: 10}, {low: 10, high: 12}, {low: 15, high: 15}, {low: 5, high: null},
  {low: 20, high: 45, value_step: 5, extend_by: 10}, {low: 30, high: 40, value_step: 5}];

/** A case: prescription, history, days, and whether sets have two sides. */
export function randomCase(seed) {
  const d = dice(seed);
  const min = d.whole(1, 3);
  const prescription = {sets: {min, max: min + d.whole(0, 1)}, ...d.pick(RANGES), ...d.pick(EQUIPMENT)};
  for (const [key, value, p] of [["strict", true, 0.2], ["rehab", true, 0.25], ["confirm", 2, 0.25], ["load_locked", true, 0.1],
    ["long_band", true, 0.15], ["role", "mobility", 0.08], ["max_increase", 0.05, 0.15], ["verdict", "avoid", 0.05], ["next_verdict", "avoid", 0.2]]) {
    if (d.chance(p)) prescription[key] = value;
  }
  const sides = d.chance(0.25);
  const history = [];
  let load = prescription.loadable === false ? 0 : d.pick([0, 1, 1.1, 2.5, 7.5, 12, 20, 22.5, 40, 52.5, 60, 117.3]);
  for (let i = d.whole(1, 5); i > 0; i--) {
    history.push(exposure(d, prescription, load, sides));
    if (load && d.chance(0.4)) load = Math.max(0, Math.round((load + d.pick([1, 1, -1]) * prescription.load_step) * 1000) / 1000);
  }
  return {prescription, history, days: d.pick([0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 7, 7, 9, 10, 13, 14, 20, 27, 28, 40, 55, 56, 90]), sides, dice: d};
}

function exposure(d, p, load, sides) {
  const high = p.high ?? p.low + 4;
  const good = d.chance(0.6);
  const value = () => (good ? d.whole(high, high + 5) : d.whole(p.low - 3, high + 1));
  const sets = Math.max(0, p.sets.min + (d.chance(0.15) ? -1 : d.whole(0, 1)));
  const e = {load, values: Array.from({length: sets}, () => (sides ? [value(), value()] : value()))};
  if (!d.chance(0.1)) e.pain = d.pick([0, 0, 0, 1, 2, 3, 3, 4, 5, 6, 8]);
  if (d.chance(0.3)) e.pain_before = d.whole(0, 3);
  if (d.chance(0.8)) e.next_day = d.pick([0, 0, 0, 1, 2, 4]);
  if (d.chance(0.05)) e.flags = [d.pick(["sharp", "radiating", "worsening"])];
  if (d.chance(0.08)) e.form = "lost";
  if (d.chance(0.01)) e.red_flag = true;
  return e;
}
