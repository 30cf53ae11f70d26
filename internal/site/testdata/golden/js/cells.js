/** What stands in the cells of other apps' tables: numbers, lengths of time, units. */
import {Unreadable} from "./faults.js";
import {exact, plain} from "./loads.js";
import {t} from "./words.js";

/** No number and no length of time is longer; what is longer costs no more than a look at its length. */
const LONGEST = 40;

/**
 * The decimal mark of each column: columns with numbers like "1,250", which may be either,
 * follow what else they hold, or else what the other columns agree on.
 * @param {Record<string, Iterable<string>>} columns
 * @param {?string} answer the reader's, where the file does not tell
 * @returns {{marks: Record<string, string>, doubtful: boolean}}
 */
export function decimalsOf(columns, answer = null) {
  const found = Object.entries(columns).map(([name, cells]) => [name, markOf(cells)]);
  const told = new Set(found.map(([, mark]) => mark).filter((mark) => mark === "," || mark === "."));
  const rest = answer ?? (told.size === 1 ? [...told][0] : null);
  const marks = Object.fromEntries(found.map(([name, mark]) => [name, (mark === "?" ? rest : mark) || "."]));
  return {marks, doubtful: rest === null && found.some(([, mark]) => mark === "?")};
}

/** "," or "." where a number tells, "?" where only doubtful ones occur, "" where there is no mark. */
function markOf(cells) {
  const seen = {",": false, ".": false};
  const doubtful = {",": false, ".": false};
  for (const cell of cells) {
    const marks = cell.length > LONGEST ? null : cell.match(/[.,]/g);
    if (!marks) continue;
    const last = marks.at(-1);
    if (marks.length === 1 && GROUPED.test(cell)) doubtful[last] = true;
    else if (marks.length > 1 && marks[0] === last) seen[last === "." ? "," : "."] = true; // 1,234,567
    else seen[last] = true;
  }
  if (seen[","] !== seen["."]) return seen[","] ? "," : ".";
  if (doubtful[","]) return "?";
  return seen["."] || doubtful["."] ? "." : "";
}

/** One mark, and behind it three digits: thousands, or a decimal. */
const GROUPED = /^\s*[+-]?[1-9]\d{0,2}[.,]\d{3}\s*$/;

/** A number, or null when the cell is empty. */
export function numberOf(cell, decimal = ".") {
  if (cell === "" || /^\d{1,9}$/.test(cell)) return cell === "" ? null : Number(cell);
  const digits = cell.length > LONGEST ? "?" : cell.replace(/[\s'’]/g, "");
  if (digits === "") return null;
  const whole = digits.replace(/[.,]/g, (mark, at) => (isDecimal(digits, mark, at, decimal) ? "p" : "g"));
  if (!/^[+-]?(\d{1,3}(g\d{3})+|\d*)(p\d*)?$/.test(whole) || !/\d/.test(whole)) throw new Unreadable(t("“{text}” is not a number.", {text: short(cell)}));
  return Number(whole.replaceAll("g", "").replace("p", "."));
}

function isDecimal(digits, mark, at, decimal) {
  const others = digits.replace(/[^.,]/g, "");
  if (others.length > 1) return at === digits.search(/[.,](?=[^.,]*$)/) && others.indexOf(mark) === others.length - 1;
  return mark === decimal || !GROUPED.test(digits);
}

/** A number of at least 0; 0 and nothing both give null, since these apps write 0 where nothing applies. */
export function amountOf(cell, decimal, most = 1e6) {
  const value = numberOf(cell, decimal);
  if (value === null) return null;
  if (value < 0) throw new Unreadable(t("{value} is less than nothing.", {value: short(cell)}));
  if (value > most) throw new Unreadable(t("{value} is more than the log can hold.", {value: short(cell)}));
  return rounded(value) || null;
}

/** A number to the thousandth. */
export const rounded = (value) => plain(exact(value));

/** Seconds of "1h 5m", "1:05:00", "62m" or "3900", or null when that is not what stands there. */
export function secondsOf(cell) {
  const text = cell.length > LONGEST ? "?" : cell.trim().toLowerCase();
  const parts = /^(?:(\d{1,6})\s*h[a-z]*)?\s*(?:(\d{1,6})\s*m[a-z]*)?\s*(?:(\d{1,6})\s*s[a-z]*)?$/.exec(text);
  if (parts && text !== "") return (parts[1] ?? 0) * 3600 + (parts[2] ?? 0) * 60 + (parts[3] ?? 0) * 1;
  if (/^\d{1,9}([.,]\d{1,3})?$/.test(text)) return Number(text.replace(",", "."));
  const clock = /^(?:(\d{1,4}):)?(\d{1,4}):(\d\d(?:[.,]\d{1,3})?)$/.exec(text);
  return clock ? (clock[1] ?? 0) * 3600 + clock[2] * 60 + Number(clock[3].replace(",", ".")) : null;
}

/** 3900 as 1:05:00. */
export const clock = (seconds) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60].map((n, i) => String(n).padStart(i ? 2 : 1, "0")).join(":");

const UNITS = {kg: "kg", kgs: "kg", kilogram: "kg", kilograms: "kg", lb: "lb", lbs: "lb", pound: "lb", pounds: "lb"};
const METRES = {
  m: 1, meter: 1, meters: 1, metre: 1, metres: 1, km: 1000, kms: 1000, kilometers: 1000, kilometres: 1000,
  mi: 1609.344, mile: 1609.344, miles: 1609.344, ft: 0.3048, feet: 0.3048, foot: 0.3048, yd: 0.9144, yard: 0.9144, yards: 0.9144,
};

/** kg or lb; null when the cell is empty. */
export const unitOf = (cell) => known(UNITS, cell);

/** How many metres a unit of length has; null when the cell is empty. */
export const metresOf = (cell) => known(METRES, cell);

function known(table, cell) {
  const name = cell.trim().toLowerCase().replace(/\.$/, "");
  if (name === "") return null;
  if (!Object.hasOwn(table, name)) throw new Unreadable(t("The unit “{unit}” is not known.", {unit: short(cell)}));
  return table[name];
}

/** A cell as it is quoted in a sentence. */
export const short = (cell) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell);
