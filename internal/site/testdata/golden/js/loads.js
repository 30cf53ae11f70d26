/**
 * Loads: steps and grids of the equipment, rounding down, kilograms and pounds.
 *
 * Decimal loads are counted in whole thousandths, so that 52.5 never becomes 52.49.
 *
 * A grid says which loads exist: a number (multiples of 2.5), what a load lies apart
 * from the next from some load upwards ({0: 1, 10: 2} or [[0, 1], [10, 2]]), or all
 * loads one by one ([2, 4, 7.5]).
 */
const THOUSANDTHS = 1000;
const KG_PER_LB = 0.45359237;

/** A load in whole thousandths; what is no number counts as none. */
export const exact = (load) => Math.round((Number.isFinite(Number(load)) ? Number(load) : 0) * THOUSANDTHS);

/** Thousandths as a load. */
export const plain = (thousandths) => thousandths / THOUSANDTHS;

/** The load less some per cent, brought down to the grid: never below the minimum, never above what it was. */
export function reduce(load, percent, grid = 0, minimum = 0) {
  const x = exact(load);
  if (!percent || x <= 0) return plain(x);
  return Math.min(plain(x), roundDown(plain(Math.floor((x * (100 - percent)) / 100)), grid, minimum));
}

/** The largest load of the grid that is not above this one, and at least the minimum. */
export function roundDown(load, grid = 0, minimum = 0) {
  const x = exact(load);
  const floor = isList(grid) ? Math.max(0, ...grid.map(exact).filter((l) => l <= x)) : onBand(x, grid);
  return plain(Math.max(floor, exact(minimum)));
}

function onBand(x, grid) {
  const [from, apart] = bandAt(x, grid);
  return apart > 0 ? from + Math.floor((x - from) / apart) * apart : x;
}

/** The band [from, amount] in which x lies, in thousandths. */
function bandAt(x, table) {
  let at = [0, 0];
  for (const [from, amount] of bands(table)) if (exact(from) <= x || !at[1]) at = [exact(from), exact(amount)];
  return at;
}

function bands(table) {
  if (typeof table !== "object" || table === null) return [[0, table ?? 0]];
  return (Array.isArray(table) ? [...table] : Object.entries(table)).sort(([a], [b]) => a - b);
}

const isList = (grid) => Array.isArray(grid) && grid.length > 0 && !Array.isArray(grid[0]);

/**
 * The next load up, as a difference. Equipment is as the page's data block has it:
 * {units: {kg: {step, grid, min}, lb: …}} or, for a band, {levels: […]}, whose loads are
 * its levels, counted from 1. 0: there is none.
 */
export function step(equipment, unit, load = 0) {
  const {levels, units} = equipment ?? {};
  if (levels) return load < levels.length ? 1 : 0;
  const table = units?.[unit]?.step ?? 0;
  if (!isList(table)) return plain(bandAt(exact(load), table)[1]);
  const above = table.map(exact).filter((l) => l > exact(load));
  return above.length ? plain(Math.min(...above) - exact(load)) : 0;
}

/** What the equipment adds to a prescription at a load; a share of a band's level means nothing. */
export function steps(equipment, unit, load = 0) {
  const of = equipment?.units?.[unit];
  const load_step = step(equipment, unit, load);
  if (equipment?.levels) return {load_step, load_grid: 1, min_load: 1, max_increase: 1};
  return {load_step, load_grid: of?.grid ?? of?.step ?? 0, min_load: of?.min ?? 0};
}

/** The equipment when only these loads are at hand: dumbbells, or what a bar can be loaded to. */
export function only(equipment, unit, loads) {
  const list = [...new Set(loads)].sort((a, b) => a - b);
  return {...equipment, units: {...equipment.units, [unit]: {step: list, grid: list, min: list[0] ?? 0}}};
}

/** Every load of a bar with these pairs of plates, one number a pair: withPlates(20, [10, 5]) is 20, 30, 40, 50. */
export function withPlates(bar, pairs) {
  const reached = new Set([exact(bar)]);
  for (const plate of pairs) for (const load of [...reached]) reached.add(load + 2 * exact(plate));
  return [...reached].sort((a, b) => a - b).map(plain);
}

/** The plates of one side for a load, heaviest first, or null when the load cannot be made. */
export function plates(load, bar, pairs) {
  const ways = new Map([[exact(bar), []]]);
  for (const plate of [...pairs].sort((a, b) => b - a))
    for (const [reached, side] of [...ways]) {
      const next = reached + 2 * exact(plate);
      if (!ways.has(next)) ways.set(next, [...side, plate]);
    }
  return ways.get(exact(load)) ?? null;
}

/** A load in the other unit, to the hundredth: for showing only, what is stored keeps its unit. */
export function convert(load, from, to) {
  if (from === to) return plain(exact(load));
  return Math.round(Number(load) * (from === "kg" ? 1 / KG_PER_LB : KG_PER_LB) * 100) / 100;
}

/**
 * Exposures as if lifted in this unit: a load typed in the other one becomes the next
 * load below it that exists here, so that a change of unit never raises it.
 */
export function inUnit(history, unit, equipment) {
  const {load_grid, min_load} = steps(equipment, unit);
  return history.map((e) => {
    if (!e.unit || e.unit === unit || equipment?.levels || !(Number(e.load) > 0)) return e;
    const load = convert(e.load, e.unit, unit);
    return {...e, unit, load: Math.min(load, roundDown(load, load_grid, min_load))};
  });
}
