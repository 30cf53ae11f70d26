/** The loads that the reader has at hand: dumbbells by their weights, bars by their pairs of plates. Pure. */
import {only, withPlates} from "./loads.js";

/** Equipment that is loaded with plates. */
export const BARS = ["barbell", "trap-bar"];
/** Pairs of plates, and single weights, that are looked at; more would only cost time. */
const MOST = 12;

/** Numbers from what a reader types: "20, 10; 2,5" with any mark between, or null where something is no number. */
export function numbersOf(text) {
  const parts = text.trim() === "" ? [] : text.trim().split(/\s*;\s*|,\s+|\s+/).filter(Boolean);
  const numbers = parts.map((part) => Number(part.replace(",", ".")));
  return numbers.every((x) => Number.isFinite(x) && x > 0 && x < 1000) ? numbers : null;
}

/** The same as text: "20; 10; 2.5". */
export const textOf = (numbers) => (numbers ?? []).join("; ");

/**
 * A piece of equipment as the reader has it, with fewer loads than there are in general.
 * @param {{plates?: Record<string, number[]>, weights?: Record<string, Record<string, number[]>>}} settings by unit
 */
export function atHand(piece, settings) {
  if (!piece?.units) return piece;
  return Object.keys(piece.units).reduce((mine, unit) => {
    const pairs = (BARS.includes(piece.id) ? settings.plates?.[unit] : null) ?? [];
    const weights = settings.weights?.[piece.id]?.[unit] ?? [];
    if (pairs.length > 0) return only(mine, unit, withPlates(piece.units[unit].min, pairs.slice(0, MOST)));
    return weights.length > 0 ? only(mine, unit, weights) : mine;
  }, piece);
}
