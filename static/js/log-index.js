/**
 * What lists need of finished sessions, so that a page need not read a thousand of them. It
 * is derived: an entry counts only as long as its print is that of the stored session, and
 * what does not match is read again.
 */
import {done, finished} from "./sessions.js";
import {inOrder} from "./schedule.js";

const FIELDS = ["id", "print", "day", "start", "end", "programme", "session", "title", "done"];

/** A short number of a text; two texts that differ almost never share it. */
export function print(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(36)}.${text.length.toString(36)}`;
}

/** What lists show of a session. */
export const entryOf = (session, text) => ({
  id: session.id, print: print(text), day: session.day, start: session.start, end: session.end,
  programme: session.programme?.id ?? null, session: session.session.id, title: session.session.title, done: done(session).length,
});

/** The oldest first: by day, start and id. */
export const sorted = (sessions) => inOrder([...sessions].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)));

export class LogIndex {
  #entries = new Map();
  /** Whether the stored index is behind. */
  changed = false;

  /** @param {?string} text the stored index; anything else than what `text` gives counts as none */
  constructor(text) {
    for (const entry of own(text, "sessions")) this.#entries.set(entry[0], Object.fromEntries(FIELDS.map((field, i) => [field, entry[i]])));
  }

  /** Whether this is the text of that session as it was read. */
  holds = (id, text) => this.#entries.get(id)?.print === print(text);

  has = (id) => this.#entries.has(id);
  entries = () => this.#entries.values();

  /** Takes a finished session in, and a running one out. */
  take(session, text) {
    if (!finished(session)) return this.delete(session.id);
    this.#entries.set(session.id, entryOf(session, text));
    this.changed = true;
  }

  delete(id) {
    if (this.#entries.delete(id)) this.changed = true;
  }

  text = () => sealed("sessions", [...this.#entries.values()].map((entry) => FIELDS.map((field) => entry[field])));
}

/** How many sessions are kept for each exercise. */
const LENGTH = 12;

/** The latest sessions by exercise, so that "last time" need not read all of them. */
export class LastTimes {
  #ids = new Map();

  /** @param {object[]} sessions all finished ones */
  static of(sessions) {
    const last = new LastTimes();
    sorted(sessions).forEach(last.put);
    return last;
  }

  /** What was stored beside an index; null when it was another one. */
  static read(text, index) {
    const entries = own(text, "exercises", print(index));
    if (entries.length === 0) return null;
    const last = new LastTimes();
    last.#ids = new Map(entries);
    return last;
  }

  /** Takes in a session that is later than all others. */
  put = (session) => {
    for (const id of exercisesOf(session)) this.#ids.set(id, [session.id, ...this.ids(id)].slice(0, LENGTH));
  };

  /** The ids of the latest sessions with an exercise, the latest first. */
  ids = (exercise) => this.#ids.get(exercise) ?? [];

  text = (index) => sealed("exercises", [...this.#ids], print(index));
}

/** The exercises that were done in a session. */
export const exercisesOf = ({exercises}) => new Set(exercises.filter(({sets}) => sets.some(({amount}) => amount !== null)).map(({id}) => id));

/** A derived list as text, with a print of its own, so that a damaged one is known. */
const sealed = (name, list, of) => JSON.stringify({print: print(JSON.stringify(list)), of, [name]: list});

function own(text, name, of) {
  try {
    const value = JSON.parse(text);
    const sound = Array.isArray(value[name]) && value.of === of && value.print === print(JSON.stringify(value[name]));
    return sound ? value[name] : [];
  } catch {
    return [];
  }
}
