/**
 * Which sessions were deleted. Each id has a count: odd means deleted, even brought back. The
 * higher count wins, so that tabs agree in whatever order they hear of each other.
 */
import {SESSION_ID} from "./sessions.js";
import {pairs, parse, whole} from "./whitelist.js";

const NAME = "deleted";
/** The tombstones of a file or of the storage: [id, count] pairs. */
export const validTombstones = pairs(100_000, SESSION_ID, whole(1, 1e9));

export class Tombstones {
  #records;
  #clock;
  #counts = new Map();
  #behind = false;
  #onTurned;

  /** @param {(id: string) => void} onTurned called when another tab, or a file, deleted a session or brought it back */
  constructor(records, clock, onTurned) {
    this.#records = records;
    this.#clock = clock;
    this.#onTurned = onTurned;
  }

  /** Reads what is stored. */
  look() {
    this.#join(this.#stored().pairs);
  }

  /** Whether a session is deleted. */
  has = (id) => this.counts(id) % 2 === 1;

  /** How often it was deleted and brought back. */
  counts = (id) => this.#counts.get(id) ?? 0;

  all = () => Object.fromEntries(this.#counts);

  #stored() {
    const {text, fault} = this.#records.get(NAME);
    if (text === null) return {pairs: [], fault};
    try {
      return {pairs: parse(text, validTombstones), fault};
    } catch {
      return {pairs: [], fault: this.#records.aside(NAME, text, this.#clock().time)};
    }
  }

  /** Takes in counts that are higher. */
  #join(counts) {
    for (const [id, count] of counts) {
      const was = this.has(id);
      if (count > this.counts(id)) this.#counts.set(id, count);
      if (this.has(id) !== was) this.#onTurned(id);
    }
  }

  /** Counts up one id, and writes; when it cannot be written nothing changed. */
  raise(id) {
    const {pairs: stored, fault} = this.#stored();
    if (fault) return fault;
    this.#join(stored);
    const before = this.counts(id);
    this.#counts.set(id, before + 1);
    const failed = this.#write();
    if (failed) this.#counts.set(id, before);
    return failed;
  }

  /** Deletes a session. Where the storage is full the session itself makes room for its tombstone. */
  bury(id, {name, text}) {
    const fault = this.raise(id);
    if (fault?.kind !== "quota") return fault;
    this.#records.remove(name);
    const again = this.raise(id);
    if (again) this.#records.put(name, text);
    return again;
  }

  /** Takes tombstones from a file: [id, count] pairs. */
  take(counts) {
    const {pairs: stored, fault} = this.#stored();
    if (fault) return fault;
    this.#join([...stored, ...counts]);
    return this.#counts.size > stored.length ? this.#write() : null;
  }

  /** Another tab wrote them. */
  hear(text) {
    this.#behind = true;
    try {
      if (text !== null) this.#join(parse(text, validTombstones));
    } catch {
      // a damaged text is moved aside when tombstones are next written
    }
  }

  #write() {
    this.#behind = true;
    return this.#records.put(NAME, JSON.stringify(this.all()));
  }

  /** Writes again where another tab overwrote what this one knows. */
  settle() {
    if (!this.#behind) return;
    const {pairs: stored, fault} = this.#stored();
    if (fault) return;
    this.#join(stored);
    const there = new Map(stored);
    if ([...this.#counts].some(([id, count]) => there.get(id) !== count)) this.#write();
    this.#behind = false;
  }

  empty() {
    this.#counts.clear();
    this.#behind = false;
  }
}
