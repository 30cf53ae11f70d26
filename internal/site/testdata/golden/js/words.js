/** The interface's text: English phrases are the keys, `phrases.js` holds what a site says instead. */
import phrases from "./phrases.js";

const language = globalThis.document?.documentElement.lang || "en-GB";
const plurals = new Intl.PluralRules(language);

/** Zero to nine and the decimal mark, as the pages write them. */
const digits = globalThis.document?.documentElement.dataset.digits;

/** A number as the language writes it, with at most six decimals. */
export function number(value) {
  const text = String(Math.round(value * 1e6) / 1e6);
  return digits ? text.replace(/[\d.]/g, (c) => [...digits][c === "." ? 10 : Number(c)]) : text;
}

/** A phrase with its values: t("Weeks {from} to {to}", {from: 1, to: 4}). */
export function t(phrase, values = {}) {
  const own = phrases[phrase];
  return fill(own?.other ?? own ?? phrase, values);
}

/** The phrase for a count: n(3, "1 exercise", "{n} exercises"). */
export function n(count, one, other, values = {}) {
  const own = phrases[other];
  const form = own ? own[plurals.select(count)] ?? own.other ?? own : count === 1 ? one : other;
  return fill(form, {n: count, ...values});
}

function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (whole, name) =>
    !(name in values) ? whole : typeof values[name] === "number" ? number(values[name]) : String(values[name]));
}
