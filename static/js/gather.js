/** From sets, one after the other as tables hold them, to sessions: the same sets give the same sessions with the same ids. */
import {Faults, Unreadable} from "./faults.js";
import {convert, exact} from "./loads.js";
import {sorted} from "./log-index.js";
import {newId} from "./moments.js";
import {hash, matcher, ownId} from "./names.js";
import {validate} from "./sessions.js";
import {Refused} from "./whitelist.js";
import {t} from "./words.js";

const [MOST_SESSIONS, MOST_SETS, MOST_EXERCISES, LONGEST_NAME, LONGEST_NOTE] = [20_000, 300, 100, 300, 5000];

/**
 * Reads all rows of a table but its heading. Each becomes a record, or null where it says nothing.
 * @param {{rows: string[][], lines: number[], errors: object[], refused: number}} table as csv.js gives it
 * @param {{record: (row: string[], line: number) => ?object, questions: Set<string>, empty: number}} reader
 * @param {object} options see Gathering
 */
export function gathered(table, reader, options) {
  const faults = new Faults(table.errors, table.refused);
  const gathering = new Gathering(options, faults);
  for (let i = 1; i < table.rows.length && !faults.tooMany; i++) {
    faults.try(table.lines[i], () => {
      const record = reader.record(table.rows[i], table.lines[i]);
      if (record) gathering.add(record);
    });
  }
  const open = reader.questions.size > 0;
  const sessions = open ? [] : gathering.sessions();
  return {
    sessions, questions: [...reader.questions], unmatched: [...gathering.unmatched], errors: faults.list.toSorted((a, b) => a.line - b.line),
    counts: {
      rows: Math.max(0, table.rows.length - 1), sessions: open ? gathering.found.size : sessions.length, sets: gathering.sets,
      empty: reader.empty, refused: faults.count,
    },
  };
}

/**
 * Takes records in turn: {line, day, start, end, zone, programme, code, title, comment, name,
 * id, note, set}. `code` is the session's id in its programme; `comment` belongs to the
 * session, `note` to the exercise; `set` is {id?, type, side, load, unit, amount, measure,
 * left, pain, more?}, or null where a record only brings a note.
 */
export class Gathering {
  found = new Map();
  unmatched = new Set();
  sets = 0;

  /**
   * @param {{id, title, aliases?}[]} exercises of the site, to which names are matched
   * @param {Record<string, string>} chosen ids of exercises that the reader chose, by name
   * @param {Faults} faults
   */
  constructor({exercises = [], chosen = {}}, faults) {
    const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
    const match = matcher(exercises);
    this.match = (name) => (Object.hasOwn(chosen, name) ? byId.get(chosen[name]) : undefined) ?? match(name);
    this.faults = faults;
  }

  /** Throws Unreadable where the record does not fit. */
  add(record) {
    if (Math.max(record.name.length, record.title.length) > LONGEST_NAME) throw new Unreadable(t("A name has more than {n} characters.", {n: LONGEST_NAME}));
    const session = this.session(record);
    const exercise = this.exercise(session, record);
    if (record.set) this.set(session, exercise, record.set);
    if (record.note) exercise.notes.add(record.note);
    if (record.comment) session.comments.add(record.comment);
  }

  session({line, day, start, end, zone = "", programme = null, code = "", title}) {
    const key = `${start || day}\n${programme?.id ?? ""}\n${code}\n${title}`;
    let session = this.found.get(key);
    if (!session) {
      if (this.found.size === MOST_SESSIONS) throw new Unreadable(t("The file has more than {n} sessions.", {n: MOST_SESSIONS}));
      const head = {day, start, end, zone, programme, session: {id: code, title}};
      session = {key, line, head, comments: new Set(), exercises: new Map(), entries: [], rows: new Set()};
      this.found.set(key, session);
    }
    return session;
  }

  exercise(session, {name, id}) {
    const known = id ? {id, title: name} : this.match(name);
    const wanted = known ?? {id: ownId(name), title: name};
    if (!session.exercises.has(wanted.id)) {
      if (session.entries.length === MOST_EXERCISES) throw new Unreadable(t("The session has more than {n} exercises.", {n: MOST_EXERCISES}));
      const exercise = {...wanted, notes: new Set(), entries: []};
      session.exercises.set(wanted.id, exercise);
      enter(session, exercise, null);
    }
    if (!known) this.unmatched.add(name);
    return session.exercises.get(wanted.id);
  }

  set(session, exercise, set) {
    let entry = exercise.entries.findLast(({measure}) => measure === null || measure === set.measure);
    if (!entry || entry.ids.has(set.id)) {
      if (session.entries.length === MOST_EXERCISES) throw new Unreadable(t("The session has more than {n} exercises.", {n: MOST_EXERCISES}));
      entry = enter(session, exercise, set.measure);
    }
    if (entry.sets.length === MOST_SETS) throw new Unreadable(t("The exercise has more than {n} sets.", {n: MOST_SETS}));
    entry.measure = set.measure;
    if (set.id) entry.ids.add(set.id);
    else set.id = String(entry.sets.length + 1);
    entry.sets.push(set);
    if (set.more) exercise.notes.add(t("Set {n}: {more}", {n: entry.sets.length, more: set.more}));
    this.sets++;
  }

  /** The sessions, the oldest first; one that does not fit the log is left out, and told. */
  sessions() {
    const ids = new Set();
    const all = [...this.found.values()].map((session) => {
      const id = idOf(session, ids);
      ids.add(id);
      return this.faults.try(session.line, () => this.built(session, id));
    });
    return sorted(all.filter(Boolean));
  }

  built(session, id) {
    const unit = session.entries.flatMap(({sets}) => sets).find(({load}) => Number(load) > 0)?.unit ?? "kg";
    const noted = new Set();
    const exercises = session.entries.map(({exercise, measure, sets}) => {
      const note = noted.has(exercise) ? "" : this.joined(session.line, exercise.notes);
      noted.add(exercise);
      const {id, title} = exercise;
      return {row: rowOf(session, exercise, measure), id, title, measure: measure ?? "reps", note, sets: sets.map((set) => inUnit(set, unit))};
    });
    try {
      return validate({id, ...session.head, unit, note: this.joined(session.line, session.comments), exercises});
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      throw new Unreadable(t("The session that begins here does not fit into the log ({reason}).", {reason: e.message}));
    }
  }

  joined(line, notes) {
    const all = [...notes].join("\n");
    if (all.length > LONGEST_NOTE) this.faults.add(line, t("A note has more than {n} characters; what is beyond is left out.", {n: LONGEST_NOTE}));
    return all.slice(0, LONGEST_NOTE);
  }
}

function enter(session, exercise, measure) {
  const entry = {exercise, measure, sets: [], ids: new Set()};
  exercise.entries.push(entry);
  session.entries.push(entry);
  return entry;
}

/** A name for the row, the same each time: the exercise, the measure where it is not repetitions, a number where it comes again. */
function rowOf({rows}, {id}, measure) {
  const name = measure === null || measure === "reps" ? id : `${id}:${measure}`;
  let row = name;
  for (let n = 2; rows.has(row); n++) row = `${name}:${n}`;
  rows.add(row);
  return row;
}

/** A name for the session, made from when it began and what it was. */
function idOf({key, head}, taken) {
  const time = Date.parse(`${(head.start || `${head.day}T00:00:00`).slice(0, 19)}Z`);
  for (let n = 0; ; n++) {
    let bits = hash(`${key}${n}`);
    const id = newId(time, () => {
      const next = (bits % 32) / 32;
      bits = Math.floor(bits / 32);
      return next;
    });
    if (!taken.has(id)) return id;
  }
}

/** The set with its load in the unit of the session. */
const inUnit = (set, unit) => (set.unit === unit || !(Number(set.load) > 0) ? set : {...set, load: loadOf(convert(set.load, set.unit, unit))});

/** A load as the log writes it: "22.5", and nothing for none. */
export const loadOf = (value) => (value > 0 ? String(exact(value) / 1000) : "");
