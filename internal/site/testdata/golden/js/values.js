/** The small values of a site's log: meta, settings, the timer. What cannot be written holds in memory. */
import {local} from "./moments.js";
import {maybe, number, object, or, orNull, parse, shape, text, tree, whole} from "./whitelist.js";

const SCHEMA = 1;

const checks = {
  meta: shape({
    schema: or(SCHEMA, whole(1, 1e6)), device: or("", text(40)), created: or("", text(40)),
    last_export: orNull(shape({at: text(40), sessions: whole(0, 1e6)})), persist: maybe((v) => v === true), cleared: maybe((v) => v === true),
  }),
  settings: (value) => tree()(object(value)),
  timer: shape({
    deadline: number(0, Number.MAX_SAFE_INTEGER), total: number(0, 1e6),
    session: orNull(text(64)), exercise: orNull(text(200)), set: orNull(text(40)),
  }),
};

/** Settings from a file: a fresh copy, or Refused is thrown. */
export const validSettings = checks.settings;

export class Values {
  #records;
  #clock;
  /** Values that could not be written, by name. */
  #held = new Map();

  constructor(records, clock) {
    this.#records = records;
    this.#clock = clock;
  }

  /** A newer version of the site wrote here: nothing may be written. */
  look() {
    const {text: stored} = this.#records.get("meta");
    if (isNewer(stored) && !this.#records.readOnly) {
      this.#records.tell("newer", "meta");
      this.#records.readOnly = true;
    }
  }

  /** The value of a name, null where there is none, and the fault that forbids to write over it. */
  #read(name) {
    const {text: stored, fault} = this.#records.get(name);
    if (stored === null) return {value: null, fault};
    try {
      return {value: parse(stored, checks[name]), fault};
    } catch {
      return {value: null, fault: this.#records.readOnly ? null : this.#records.aside(name, stored, this.#clock().time)};
    }
  }

  get = (name) => (this.#held.has(name) ? structuredClone(this.#held.get(name)) : this.#read(name).value);

  /** Sets a value, or removes it with null: gives the fault, or null. Throws where the value is refused. */
  set(name, value) {
    const fresh = value === null ? null : checks[name](value);
    const fault = this.#read(name).fault ?? (fresh === null ? this.#records.remove(name) : this.#records.put(name, JSON.stringify(fresh)));
    if (fault) this.#held.set(name, fresh);
    else this.#held.delete(name);
    return fault;
  }

  /** What is known of the log as a whole. */
  meta() {
    const {cleared, ...meta} = this.get("meta") ?? {schema: SCHEMA, device: "", created: "", last_export: null};
    return meta;
  }

  /** Changes meta, which begins with the first thing that is worth keeping. */
  setMeta(patch = {}) {
    const meta = this.meta();
    const begun = meta.device ? {} : {device: chance(), created: local(this.#clock())};
    if (meta.device && Object.keys(patch).length === 0) return null;
    return this.set("meta", {...meta, ...begun, ...patch});
  }

  /** Values that could not be saved: {name, text}. */
  unsaved = () => [...this.#held].filter(([, value]) => value !== null).map(([name, value]) => ({name, text: JSON.stringify(value)}));

  empty() {
    this.#held.clear();
  }
}

/** Says to other tabs that everything is deleted on purpose, before it is. */
export const CLEARED = JSON.stringify({schema: SCHEMA, cleared: true});

function isNewer(stored) {
  try {
    return JSON.parse(stored)?.schema > SCHEMA;
  } catch {
    return false;
  }
}

/** Tells one device from another in backups; it says nothing of either. */
function chance() {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (n) => n.toString(16).padStart(2, "0")).join("");
}
