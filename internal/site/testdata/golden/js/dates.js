/**
 * Dates as other apps write them: "2025-07-26 07:06:00", "26 Jul 2025, 07:06" with the
 * month in many languages, "07/26/2025 7:06 PM". A date has no zone, it says what the
 * reader's clock showed.
 */
import {isDay} from "./moments.js";

/** Languages whose names of months are known; no two of them use one word for two months. */
export const LANGUAGES = ["en", "de", "de-AT", "fr", "fr-CA", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "tr", "ru", "uk"];

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,]\s*(.*))?$/;
const NUMERIC = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})(?:[T ,]\s*(.*))?$/;
const EASTERN = /^(\d{4})[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日일]\s*(.*)$/;
const DAY_FIRST = /^(\d{1,2})\.?(?: de |[ -])(\p{L}[\p{L}\p{M}]*)\.?(?: de |[ -]),? ?(\d{4})(?: ?[гр]\.)?[, ]*(.*)$/u;
const MONTH_FIRST = /^(\p{L}[\p{L}\p{M}]*)\.? (\d{1,2}),? (\d{4})[, ]*(.*)$/u;
const YEAR_FIRST = /^(\d{4})\.? (\p{L}[\p{L}\p{M}]*)\.? (\d{1,2})\.?[, ]*(.*)$/u;
/** Words that stand before a time; any other would mean something. */
const AT = /^(?:at|um|à|a las|às|alle(?: ore)?|om|kl\.?|klo|v|в|о|la) (?=\d)/u;
const TIME = /^(?:(am|pm|오전|오후|上午|下午|午前|午後) ?)?(\d{1,2})(?:[:.]| h )(\d\d)(?:[:.](\d\d)(?:[.,]\d{1,9})?)? ?(am|pm|a\. ?m\.|p\. ?m\.)? ?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;
const AFTERNOON = /^(p|오후|下午|午後)/i;
const LONGEST = 60;

/**
 * A date as {day, time, offset}, the last two empty where nothing is said, or null.
 * @param {string} order "dmy" or "mdy", for dates such as 03/04/2025
 */
export function dateOf(cell, order = "dmy") {
  if (cell.length > LONGEST) return null;
  const text = cell.normalize("NFC").replace(/\s+/g, " ").trim();
  const date = numbers(text, order) ?? words(text);
  const time = date && timeOf(date.rest ?? "");
  if (!time || date.year < 1970 || !isDay(date.day)) return null;
  return {day: date.day, ...time};
}

function numbers(text, order) {
  const iso = ISO.exec(text);
  if (iso) return dated(iso[1], iso[3], iso[4], iso[5]);
  const eastern = EASTERN.exec(text);
  if (eastern) return dated(...eastern.slice(1));
  const found = NUMERIC.exec(text);
  if (!found) return null;
  const [, first, mark, second, year, rest] = found;
  return mark === "." || order === "dmy" ? dated(year, second, first, rest) : dated(year, first, second, rest);
}

function words(text) {
  const [, day, month, year, rest] = DAY_FIRST.exec(text) ?? [];
  if (day) return named(year, month, day, rest);
  const [, first, second, third, end] = MONTH_FIRST.exec(text) ?? [];
  if (first) return named(third, first, second, end);
  const found = YEAR_FIRST.exec(text);
  return found && named(found[1], found[2], found[3], found[4]);
}

const named = (year, month, day, rest) => dated(year, months().get(bare(month)) ?? 0, day, rest);

const dated = (year, month, day, rest) => ({year: Number(year), day: `${year}-${two(month)}-${two(day)}`, rest});

const two = (n) => String(Number(n)).padStart(2, "0");

/** The time of day in 24 hours, with seconds; null when it is none. */
function timeOf(text) {
  if (text === "") return {time: "", offset: ""};
  const [whole, before, hours, minutes, seconds = "00", behind, zone = ""] = TIME.exec(text.replace(AT, "")) ?? [];
  if (!whole) return null;
  const half = before ?? behind;
  const hour = half ? (Number(hours) % 12) + (AFTERNOON.test(half) ? 12 : 0) : Number(hours);
  const wrong = half && (hours < 1 || hours > 12);
  if (wrong || hour > 23 || minutes > 59 || seconds > 59) return null;
  return {time: `${two(hour)}:${minutes}:${seconds}`, offset: zone.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2").toUpperCase()};
}

/**
 * In what order a file writes day and month, from all its dates: "dmy", "mdy", or null
 * where it cannot be told.
 */
export function orderOf(cells) {
  let doubtful = false;
  for (const cell of cells) {
    const [, first, mark, second] = cell.length <= LONGEST ? NUMERIC.exec(cell.trim()) ?? [] : [];
    if (!first || mark === ".") continue;
    if (first > 12) return "dmy";
    if (second > 12) return "mdy";
    doubtful = true;
  }
  return doubtful ? null : "dmy";
}

let known = null;

/** Names of months and their short forms, without accents and dots, with their numbers. */
export function months() {
  known ??= new Map(LANGUAGES.flatMap((language) =>
    ["short", "long"].flatMap((month) => [{month}, {month, day: "numeric"}]).flatMap((options) => {
      const format = new Intl.DateTimeFormat(language, {...options, timeZone: "UTC", calendar: "gregory", numberingSystem: "latn"});
      return Array.from({length: 12}, (_, i) => [bare(monthIn(format, i)), i + 1]);
    })));
  return known;
}

const monthIn = (format, i) => format.formatToParts(Date.UTC(2025, i, 26)).find(({type}) => type === "month").value;

const bare = (month) => month.normalize("NFKD").replace(/[^\p{L}]/gu, "").toLowerCase();
