/** The long table: one row a set, for spreadsheets, and read again. */
import {decimalsOf, numberOf, rounded, short} from "./cells.js";
import {parse, print} from "./csv.js";
import {dateOf, orderOf} from "./dates.js";
import {Unreadable} from "./faults.js";
import {gathered} from "./gather.js";
import {UNITS} from "./sessions.js";
import {t} from "./words.js";

const COLUMNS = [
  "day", "start", "zone", "programme", "week", "session", "exercise_id", "exercise", "set", "type", "side", "load", "unit", "amount", "measure",
  "reps_left", "pain", "note",
];
const NUMBERS = ["week", "load", "amount", "reps_left", "pain"];

/** Whether a heading is that of the long table, in whatever order. */
export function isLong(names) {
  const heading = new Set(names.map(plainName));
  return ["day", "exercise_id", "exercise", "set", "amount", "measure"].every((name) => heading.has(name));
}

const plainName = (name) => name.trim().toLowerCase();

/** The table of sessions: sets that were not done are left out. */
export function writeTable(sessions, {separator} = {}) {
  const rows = sessions.flatMap((session) => session.exercises.flatMap((exercise) =>
    exercise.sets.filter(({amount}) => amount !== null).map((set, i) => [
      session.day, session.start, session.zone, session.programme?.id, session.programme?.week, session.programme ? session.session.id : session.session.title,
      exercise.id, exercise.title, set.id, set.type, set.side, set.load, session.unit, set.amount, exercise.measure, set.left, set.pain, i === 0 ? exercise.note : "",
    ])));
  return print([COLUMNS, ...rows], {separator});
}

/** Reads such a table: as foreign.js reads those of other apps, with the same answers to questions. */
export const readLong = (text, options = {}) => readLongTable(parse(text), options);

/** The same from a table that is parsed. */
export const readLongTable = (table, options = {}) => gathered(table, new LongRows(table, options), options);

class LongRows {
  questions = new Set();
  empty = 0;

  constructor({rows}, {decimal, order}) {
    this.at = new Map();
    rows[0].forEach((name, i) => this.at.has(plainName(name)) || this.at.set(plainName(name), i));
    const {marks, doubtful} = decimalsOf(Object.fromEntries(NUMBERS.map((name) => [name, this.cells(rows, name)])), decimal);
    if (doubtful) this.questions.add("decimal");
    this.marks = marks;
    this.order = order ?? orderOf(this.cells(rows, "day", "start"));
    if (this.order === null) this.questions.add("order");
  }

  *cells(rows, ...names) {
    for (let i = 1; i < rows.length; i++) for (const name of names) yield rows[i][this.at.get(name)] ?? "";
  }

  record(row, line) {
    const cell = (name) => (row[this.at.get(name)] ?? "").trim();
    const [day, start] = [this.date(cell("day")), this.date(cell("start") || cell("day"))];
    const [programme, code] = [this.text(cell("programme"), 200), this.text(cell("session"), 200)];
    if (cell("exercise") === "") throw new Unreadable(t("The row names no exercise."));
    return {
      line, day: day.day, start: start.time ? `${start.day}T${start.time}${start.offset}` : "", end: "", zone: this.text(cell("zone"), 64),
      programme: programme ? {id: programme, title: programme, week: this.number(cell, "week", 10_000) || null} : null,
      code: programme ? code : "", title: code, comment: "", name: cell("exercise"), id: this.text(cell("exercise_id"), 150), note: cell("note"), set: this.set(cell),
    };
  }

  set(cell) {
    const amount = this.number(cell, "amount", 1e6);
    if (amount === null) throw new Unreadable(t("The row has no amount."));
    return {
      id: this.form(cell("set"), /^[A-Za-z0-9_-]{1,40}$/), type: this.form(cell("type") || "w", /^[wud]$/), side: this.form(cell("side"), /^[LR]?$/),
      load: this.load(cell), unit: this.form(cell("unit") || "kg", new RegExp(`^(${UNITS.join("|")})$`)), amount,
      measure: this.form(cell("measure") || "reps", /^[a-z]{1,20}$/), left: this.number(cell, "reps_left", 100), pain: this.number(cell, "pain", 10),
    };
  }

  date(text) {
    const date = dateOf(text, this.order);
    if (!date) throw new Unreadable(t("“{text}” cannot be read as a date.", {text: short(text)}));
    return date;
  }

  number(cell, name, most) {
    const text = cell(name);
    const value = numberOf(text, this.marks[name]);
    if (value < 0) throw new Unreadable(t("{value} is less than nothing.", {value: short(text)}));
    if (value > most) throw new Unreadable(t("{value} is more than the log can hold.", {value: short(text)}));
    return value;
  }

  /** A load as it was typed, where it still is that. */
  load(cell) {
    const text = cell("load");
    if (text === "" || (this.marks.load === "." && /^\d{1,5}(\.\d{1,3})?$/.test(text))) return text;
    return String(rounded(this.number(cell, "load", 99_999.999)));
  }

  form(text, pattern) {
    if (!pattern.test(text)) throw new Unreadable(t("“{text}” is not what this column holds.", {text: short(text)}));
    return text;
  }

  text(text, most) {
    if (text.length > most) throw new Unreadable(t("A name has more than {n} characters.", {n: most}));
    return text;
  }
}
