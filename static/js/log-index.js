/**
 * What lists need of finished sessions, so that a page need not read a thousand of them, and
 * the latest sessions by exercise. Both are derived: an entry counts only as long as its print
 * is that of the stored session, and what does not match is made again.
 */
import {done, finished} from "./sessions.js";
import {inOrder} from "./schedule.js";

const FIELDS = ["id", "print", "day", "start", "end", "programme", "session", "title", "done"];
/** How many sessions are kept for each exercise. */
const LENGTH = 12;

const encoder = new TextEncoder();
let words = new Int32Array(2048);

/** A short number of a text, four bytes at a time; two texts that differ almost never share it. */
export function print(text) {
  if (text.length * 3 > words.length * 4) words = new Int32Array(text.length);
  const {written} = encoder.encodeInto(text, new Uint8Array(words.buffer));
  const bytes = new Uint8Array(words.buffer, written);
  bytes.fill(0, 0, 4); // what is left of a longer one
  let hash = 0x811c9dc5;
  for (let i = 0; i * 4 < written; i++) {
    hash = Math.imul(hash ^ words[i], 0x01000193);
    hash ^= hash >>> 15;
  }
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
  #records;
  /** Entries by id, as they are stored: a list of FIELDS. */
  #entries = new Map();
  /** What list() gives; null when it must be made again. */
  #listed = null;
  /** The latest sessions by exercise, the latest first; undefined until read, null when they must be made again. */
  #last;
  /** Exercises of which fewer are known than there may be: a session was taken out of a full list. */
  #short = new Set();
  /** Whether the stored index must be written. */
  behind = false;

  constructor(records) {
    this.#records = records;
    for (const entry of unsealed(records.get("index").text)) this.#entries.set(entry[0], entry);
  }

  has = (id) => this.#entries.has(id);
  get = (id) => this.#entries.has(id) ? Object.fromEntries(FIELDS.map((field, i) => [field, this.#entries.get(id)[i]])) : undefined;
  /** All entries, the oldest first. */
  list = () => (this.#listed ??= sorted(this.ids().map(this.get)));
  ids = () => [...this.#entries.keys()];

  /** Whether this is the text of that session as it was read. */
  holds = (id, text) => this.#entries.get(id)?.[1] === print(text);

  /** Takes a finished session in, and a running one out. */
  enter(session, text) {
    if (!finished(session)) return this.leave(session.id);
    if (this.holds(session.id, text)) return;
    this.#readLast(); // it belongs to the index as it is stored
    const entry = entryOf(session, text);
    this.#takeOut(session.id);
    this.#entries.set(session.id, FIELDS.map((field) => entry[field]));
    this.#changed();
    if (this.#last) for (const exercise of exercisesOf(session)) this.#noteIn(exercise, session.id);
  }

  leave(id) {
    if (!this.#entries.has(id)) return;
    this.#readLast();
    this.#takeOut(id);
    this.#entries.delete(id);
    this.#changed();
  }

  empty() {
    this.#entries.clear();
    this.#listed = this.#last = null;
    this.#short.clear();
    this.behind = false;
  }

  #changed() {
    this.#listed = null;
    this.behind = true;
  }

  #takeOut(id) {
    for (const [exercise, ids] of this.#last ?? []) {
      if (!ids.includes(id)) continue;
      if (ids.length > 1) this.#last.set(exercise, ids.filter((other) => other !== id));
      else this.#last.delete(exercise);
      if (ids.length === LENGTH) this.#short.add(exercise);
    }
  }

  /** Puts a session in its place among the latest of an exercise. */
  #noteIn(exercise, id) {
    const ids = sorted([...(this.#last.get(exercise) ?? []), id].map(this.get)).map((entry) => entry.id).reverse();
    if (this.#short.has(exercise) && ids.at(-1) === id) return; // some that are not known may come before it
    this.#last.set(exercise, ids.slice(0, LENGTH));
    if (ids.length >= LENGTH) this.#short.delete(exercise);
  }

  /** Looks for what was taken out of full lists: backwards from the earliest that is known. */
  #complete(exercises, sessionOf) {
    for (const exercise of exercises.filter((e) => this.#short.has(e))) {
      const known = this.#last.get(exercise) ?? [], list = this.list();
      const from = known.length > 0 ? list.findIndex(({id}) => id === known.at(-1)) : list.length;
      const more = [];
      for (let i = from - 1; i >= 0 && known.length + more.length < LENGTH; i--) {
        const session = sessionOf(list[i].id);
        if (session && exercisesOf(session).has(exercise)) more.push(session.id);
      }
      if (more.length > 0) this.#last.set(exercise, [...known, ...more]);
      this.#short.delete(exercise);
    }
  }

  /** Spares the search for each one's place, before many are taken in. */
  forgetLast() {
    if (this.#last) this.#last = null;
    this.#short.clear();
  }

  /**
   * The ids of the latest sessions with any of these exercises.
   * @param {(id: string) => ?object} sessionOf reads a session, where all must be read
   */
  last(exercises, sessionOf) {
    this.#readLast();
    this.#last ??= this.#lastOfAll(sessionOf);
    this.#complete(exercises, sessionOf);
    return [...new Set(exercises.flatMap((exercise) => this.#last.get(exercise) ?? []))];
  }

  #readLast() {
    if (this.#last !== undefined) return;
    const list = unsealed(this.#records.get("last").text, print(this.#text()));
    this.#last = list.length > 0 ? new Map(list) : null;
  }

  #lastOfAll(sessionOf) {
    const last = new Map();
    for (const session of sorted(this.ids().map(sessionOf).filter(Boolean))) {
      for (const exercise of exercisesOf(session)) last.set(exercise, [session.id, ...(last.get(exercise) ?? [])].slice(0, LENGTH));
    }
    this.behind = true;
    return last;
  }

  #text = () => sealed([...this.#entries.values()]);

  /** Writes what changed; where that fails it is made again another time. */
  store(sessionOf) {
    if (!this.behind) return;
    this.#complete([...this.#short], sessionOf);
    const text = this.#text();
    this.#records.putDerived("index", text);
    if (this.#last) this.#records.putDerived("last", sealed([...this.#last], print(text)));
    this.behind = false;
  }
}

/** The exercises that were done in a session. */
const exercisesOf = ({exercises}) => new Set(exercises.filter(({sets}) => sets.some(({amount}) => amount !== null)).map(({id}) => id));

/** A derived list as text, with a print of its own, so that a damaged one is known, and of what it belongs to. */
const sealed = (list, of) => JSON.stringify({print: print(JSON.stringify(list)), of, list});

function unsealed(text, of) {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value.list) && value.of === of && value.print === print(JSON.stringify(value.list)) ? value.list : [];
  } catch {
    return [];
  }
}
