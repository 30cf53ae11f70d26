/** What the page of the log says of days, loads and sets. */
import {n, number, t} from "./words.js";

const language = document.documentElement.lang || "en-GB";
const write = (options) => {
  const format = new Intl.DateTimeFormat(language, {...options, timeZone: "UTC"});
  return (day) => format.format(Date.parse(`${day}T00:00:00Z`));
};

/** "Sat 28 Mar 2026", "28 Mar", "March 2026", "Mon". */
export const fullDay = write({weekday: "short", day: "numeric", month: "short", year: "numeric"});
export const shortDay = write({day: "numeric", month: "short"});
export const dayWithYear = write({day: "numeric", month: "short", year: "numeric"});
export const monthName = write({month: "long", year: "numeric"});
export const weekdayName = write({weekday: "short"});

const AMOUNTS = {
  reps: (x) => n(x, "1 rep", "{n} reps"), seconds: (x) => t("{n} s", {n: x}), metres: (x) => t("{n} m", {n: x}), cycles: (x) => n(x, "{n} cycle", "{n} cycles"),
  breaths: (x) => n(x, "{n} breath", "{n} breaths"), steps: (x) => n(x, "{n} step", "{n} steps"), calories: (x) => t("{n} kcal", {n: x}),
};

export const amountWords = (amount, measure) => (AMOUNTS[measure] ?? AMOUNTS.reps)(Math.round(amount * 10) / 10);

const MEASURES = {
  reps: () => t("reps"), seconds: () => t("seconds"), metres: () => t("metres"), cycles: () => t("cycles"), breaths: () => t("breaths"), steps: () => t("steps"), calories: () => t("kcal"),
};

export const measureName = (measure) => (MEASURES[measure] ?? MEASURES.reps)();

/** "22.5 kg"; a band's load is one of its levels. */
export const loadWords = (load, unit, levels) => (levels ? levels[load - 1] ?? number(load) : t("{load} {unit}", {load: Math.round(load * 100) / 100, unit}));

/** "22.5 kg × 10", "30 s", "red, 15 reps". */
export function setShort({load, amount}, {unit, measure, levels}) {
  if (!(Number(load) > 0)) return amountWords(amount, measure);
  const weight = loadWords(Number(load), unit, levels);
  return measure === "reps" && !levels ? t("{load} × {amount}", {load: weight, amount: number(amount)}) : t("{load}, {amount}", {load: weight, amount: amountWords(amount, measure)});
}

/** What was moved, or where nothing was, the amount. */
export function volumeWords({amount, load, carry}, {unit, measure}) {
  if (load > 0) return t("{load} {unit}", {load: Math.round(load), unit});
  if (carry > 0) return t("{n} {unit} m", {n: Math.round(carry), unit});
  return amountWords(amount, measure);
}

/** The title of a session, also where an app gave none. */
export const titleOf = ({session}) => session.title || t("Session {letter}", {letter: session.id.toUpperCase()});

/** A short name for a session, for a small square. */
export const letterOf = ({session, title}) => (/^[a-z]\d?$/i.test(session) ? session : [...(title || session || "·")][0]).toUpperCase();
