/** The check for warning signs: what ticks come to, and what a reader may ask to be kept of it. No DOM, no clock. */
import {t} from "./words.js";

/** The tiers, most urgent first. */
export const tiers = ["emergency", "urgent", "routine"];

/**
 * What ticked signs come to: the most urgent tier, the places of its signs in the list,
 * and how many less urgent ones there are. Nothing ticked gives null, the explicit choice
 * of none gives the tier "none".
 * @param {string[]} ticked the tiers of the ticked signs
 * @param {boolean} none whether the reader said that none fits
 */
export function outcome(ticked, none) {
  const tier = tiers.find((name) => ticked.includes(name));
  if (!tier) return none ? {tier: "none", signs: [], others: 0} : null;
  const signs = ticked.flatMap((name, i) => (name === tier ? [i] : []));
  return {tier, signs, others: ticked.length - signs.length};
}

const key = (site) => `regimen:${site}:check`;

/** Keeps the day and the tier, and nothing else; false where the browser refuses. */
export function keep(storage, site, date, tier) {
  try {
    storage.setItem(key(site), JSON.stringify({date, tier}));
    return kept(storage, site)?.date === date;
  } catch {
    return false;
  }
}

/** What was kept, or null. */
export function kept(storage, site) {
  try {
    const {date, tier} = JSON.parse(storage.getItem(key(site)));
    const sound = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) && [...tiers, "none"].includes(tier);
    return sound ? {date, tier} : null;
  } catch {
    return null;
  }
}

/** Forgets what was kept; false where the browser refuses. */
export function forget(storage, site) {
  try {
    storage.removeItem(key(site));
    return true;
  } catch {
    return false;
  }
}

/** The browser's storage, or null where it is switched off. */
export function browserStorage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** A moment as the day that the reader's calendar shows: 2026-11-24. */
export const dayOf = (moment) =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

/** A day in words: 24 November, with its year when that is not today's. */
export function spoken(day, today, language) {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return new Intl.DateTimeFormat(language, {day: "numeric", month: "long", year, timeZone: "UTC"}).format(new Date(day));
}

/** What a page says of a check that was kept. */
export function sentence({date, tier}, today, language) {
  const day = spoken(date, today, language);
  return tier === "none"
    ? t("You last did the check for warning signs on {day}. Do it again if anything has changed.", {day})
    : t("On {day} you ticked a warning sign. Have it looked at before you train, and do the check again.", {day});
}
