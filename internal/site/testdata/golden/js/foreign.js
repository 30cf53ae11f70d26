/** Tables of other apps in and out: Strong in its three forms, Hevy, FitNotes. No DOM, no storage, no clock. */
import {amountOf, clock, decimalsOf, metresOf, rounded, secondsOf, short, unitOf} from "./cells.js";
import {parse} from "./csv.js";
import {dateOf, orderOf} from "./dates.js";
import {Faults, Unreadable} from "./faults.js";
import {columns, LENGTHS, LOADS, NUMBERS} from "./forms.js";
import {gathered, loadOf} from "./gather.js";
import {t} from "./words.js";

export {recognise} from "./forms.js";
export {losses, write} from "./handover.js";

/**
 * Reads a file of another app.
 * @param {string} text
 * @param {{unit?: "kg"|"lb", decimal?: "."|",", distance?: "km"|"mi"|"m", order?: "dmy"|"mdy",
 *   exercises?: {id: string, title: string, aliases?: string[]}[], chosen?: Record<string, string>}} options
 *   answers to questions, the exercises of the site, and those that the reader chose for a name
 * @returns {{app: ?string, form: ?string, sessions: object[], questions: string[], unmatched: string[],
 *   errors: {line: number, message: string}[], counts: object}}
 *   While a question is open, there are no sessions.
 */
export const read = (text, options = {}) => readTable(parse(text), options);

/** The same from a table that is parsed. */
export function readTable(table, options = {}) {
  const form = columns(table.rows[0] ?? []);
  if (form) return {app: form.app, form: form.form, ...gathered(table, new Rows(form, table, options), options)};
  const faults = new Faults();
  faults.add(table.lines[0] ?? 1, t("The heading is none of those that Strong, Hevy or FitNotes write."));
  const counts = {rows: 0, sessions: 0, sets: 0, empty: 0, refused: faults.count};
  return {app: null, form: null, sessions: [], questions: [], unmatched: [], errors: faults.list, counts};
}

const KINDS = {
  w: "u", warmup: "u", "warm-up": "u", "warm up": "u", d: "d", dropset: "d", "drop set": "d", "drop-set": "d", f: "f", failure: "f",
  normal: "w", "": "w", "rest timer": "rest", note: "note",
};

/** Reads rows of one form. */
class Rows {
  questions = new Set();
  empty = 0;
  known = new Map();

  constructor({app, at}, {rows}, options) {
    Object.assign(this, {app, at, options, width: rows[0].length});
    const numbers = NUMBERS.filter((role) => role in at);
    const {marks, doubtful} = decimalsOf(Object.fromEntries(numbers.map((role) => [role, this.cells(rows, role)])), options.decimal);
    if (doubtful) this.questions.add("decimal");
    this.marks = marks;
    this.order = options.order ?? orderOf(this.cells(rows, "date", "end")) ?? this.answer("order", "dmy");
  }

  *cells(rows, ...roles) {
    const places = roles.map((role) => this.at[role]).filter((place) => place !== undefined);
    for (let i = 1; i < rows.length; i++) for (const place of places) yield rows[i][place] ?? "";
  }

  /** What a row holds, or null for one without anything done. */
  record(row, line) {
    if (row.length > this.width && row.slice(this.width).some((cell) => cell.trim() !== "")) throw new Unreadable(t("The row has more cells than the heading."));
    const cell = (role) => row[this.at[role]] ?? "";
    const kind = this.kind(cell("order"), cell("exercise"));
    if (kind === "rest") return null;
    const name = cell("exercise").trim();
    if (name === "") throw new Unreadable(t("The row names no exercise."));
    const title = cell("workout").trim() || TITLES[this.app];
    const head = {line, ...this.times(cell), title, comment: cell("comment").trim(), name, note: cell("note").trim()};
    if (kind === "note") return {...head, set: null};
    const set = this.set(cell, kind);
    if (!set) this.empty++;
    return set || head.note ? {...head, set} : null;
  }

  kind(order, exercise) {
    const text = order.trim().toLowerCase();
    if (/^rest timer$/i.test(exercise.trim())) return "rest";
    if (/^\d{1,4}$/.test(text)) return "w";
    if (!Object.hasOwn(KINDS, text)) throw new Unreadable(t("“{text}” is no kind of set that is known here.", {text: short(order)}));
    return KINDS[text];
  }

  /** When a session began and ended; all its rows say the same, and are read once. */
  times(cell) {
    const texts = `${cell("date")}\n${cell("end")}\n${cell("duration")}`;
    if (!this.known.has(texts)) this.known.set(texts, this.readTimes(cell));
    return this.known.get(texts);
  }

  readTimes(cell) {
    const begun = dateOf(cell("date"), this.order);
    if (!begun) throw new Unreadable(t("“{text}” cannot be read as a date.", {text: short(cell("date"))}));
    const start = begun.time && `${begun.day}T${begun.time}${begun.offset}`;
    return {day: begun.day, start, end: start && this.end(start, cell)};
  }

  /** When it ended, from a moment or a length; empty where neither can be read. */
  end(start, cell) {
    const ended = dateOf(cell("end"), this.order);
    if (ended?.time) return `${ended.day}T${ended.time}${ended.offset}`;
    const seconds = secondsOf(cell("duration"));
    if (!(seconds > 0 && seconds < 1e6)) return "";
    return new Date(Date.parse(`${start.slice(0, 19)}Z`) + Math.round(seconds) * 1000).toISOString().slice(0, 19) + start.slice(19);
  }

  /** What was done, or null: 0 and nothing both mean that a measure does not apply. */
  set(cell, kind) {
    const reps = this.amount(cell, "reps");
    const seconds = this.seconds(cell);
    const metres = this.metres(cell);
    const load = this.load(cell);
    const left = this.left(cell);
    const measures = [["reps", reps], ["metres", metres], ["seconds", seconds]].filter(([, amount]) => amount !== null);
    if (measures.length === 0) return null;
    const [[measure, amount], ...others] = measures;
    const more = others.length === 0 ? "" : others.map(([other, value]) => (other === "seconds" ? clock(value) : t("{n} m", {n: value}))).join(", ");
    const failed = kind === "f";
    return {type: failed ? "w" : kind, side: "", load: load.value, unit: load.unit, amount, measure, left: failed ? 0 : left, pain: null, more};
  }

  amount(cell, role, most) {
    return amountOf(cell(role), this.marks[role], most);
  }

  seconds(cell) {
    const text = cell("seconds");
    if (!text.includes(":")) return this.amount(cell, "seconds");
    const seconds = secondsOf(text);
    if (seconds === null || seconds > 1e6) throw new Unreadable(t("“{text}” cannot be read as a length of time.", {text: short(text)}));
    return rounded(seconds) || null;
  }

  load(cell) {
    for (const [role, unit] of Object.entries(LOADS)) {
      const value = this.amount(cell, role, 99_999.999);
      if (value !== null) return {value: loadOf(value), unit: unit ?? unitOf(cell("unit")) ?? this.answer("unit", "kg")};
    }
    return NO_LOAD;
  }

  metres(cell) {
    for (const [role, length] of Object.entries(LENGTHS)) {
      const value = this.amount(cell, role);
      const metres = value && value * (length ?? metresOf(cell("length")) ?? metresOf(this.answer("distance", "m")));
      if (metres) return amountOf(String(rounded(metres)), ".");
    }
    return null;
  }

  /** The reader's answer; without one, a question is open and what is read meanwhile does not count. */
  answer(question, meanwhile) {
    if (!this.options[question]) this.questions.add(question);
    return this.options[question] ?? meanwhile;
  }

  /** Repetitions left, from an effort of 1 to 10. */
  left(cell) {
    const effort = this.amount(cell, "rpe");
    if (effort !== null && (effort < 1 || effort > 10)) throw new Unreadable(t("An effort of {value} is not from 1 to 10.", {value: effort}));
    return effort === null ? null : rounded(10 - effort);
  }
}

const NO_LOAD = {value: "", unit: "kg"};
const TITLES = {strong: "Strong", hevy: "Hevy", fitnotes: "FitNotes"};
