/** What may be typed into the boxes of a set, and what is said where it may not. Pure. */
import {typedLoad} from "./today.js";
import {t} from "./words.js";

const HEAVIEST = {kg: 500, lb: 1100};
const MOST = {reps: 100, seconds: 3600, metres: 10_000, cycles: 100, breaths: 100, steps: 10_000, calories: 2000};
const COUNTED = ["reps", "cycles", "breaths", "steps"];

export const mostOf = (measure) => MOST[measure] ?? MOST.reps;
export const heaviest = (unit) => HEAVIEST[unit] ?? HEAVIEST.kg;

/**
 * A typed value: {value}, or {wrong} with the words for the reader, or {} where nothing was
 * typed that could be kept: an empty amount says nothing, an empty load is none.
 */
export const readTyped = (field, typed, {measure, unit}) => (field === "load" ? readLoad(typed, unit) : readAmount(typed, measure));

function readLoad(typed, unit) {
  const value = typedLoad(typed);
  if (value === null) return {wrong: t("Write the load as a number in {unit}, such as 10 or 12.5. The value stays as it was.", {unit})};
  const most = heaviest(unit);
  if (Number(value) > most) return {wrong: t("A load is at most {n} {unit}. The value stays as it was.", {n: most, unit})};
  return {value};
}

function readAmount(typed, measure) {
  const text = typed.trim().replace(",", ".");
  if (text === "") return {};
  const whole = COUNTED.includes(measure);
  if (!/^\d+(\.\d+)?$/.test(text)) return {wrong: t("Write a number, such as 10. The value stays as it was.")};
  const value = Number(text);
  if (whole && !Number.isInteger(value)) return {wrong: t("Write a whole number, such as 10. The value stays as it was.")};
  const most = mostOf(measure);
  if (value > most) return {wrong: t("The most that can be noted here is {n}. The value stays as it was.", {n: most})};
  return {value};
}
