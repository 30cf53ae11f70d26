/** The stored texts of sessions: told apart by id, brought to the present version, moved aside when damaged. */
import {pack, read, VERSION} from "./sessions.js";
import {Refused} from "./whitelist.js";

export const nameOf = (id) => `s:${id}`;

export class StoredSessions {
  #records;
  #clock;

  constructor(records, clock) {
    this.#records = records;
    this.#clock = clock;
  }

  /** The ids of all stored sessions. Migrations that were cut short are brought to their end first. */
  ids() {
    const names = this.#records.names();
    const before = names.filter((name) => name.startsWith("before:"));
    before.forEach((name) => this.#endMigration(name));
    const all = before.length > 0 ? this.#records.names() : names;
    return all.filter((name) => name.startsWith("s:")).map((name) => name.slice(2));
  }

  get = (id) => this.#records.get(nameOf(id));
  put = (id, text) => this.#records.put(nameOf(id), text);
  remove = (id) => this.#records.remove(nameOf(id));
  tell = (kind, id) => this.#records.tell(kind, nameOf(id));
  key = (id) => this.#records.key(nameOf(id));

  /**
   * The session of a stored text, or null: then the text was moved aside, and its place is
   * free, or there is a fault and it must not be overwritten.
   */
  understand(id, text) {
    try {
      const {session, from} = read(text);
      if (session.id !== id) throw new Refused("has the id of another session");
      if (from < VERSION) this.#migrate(id, text, session, from);
      return {session, fault: null};
    } catch (e) {
      if (e.kind === "newer") return {session: null, fault: this.tell("newer", id)};
      if (e.kind !== "damaged") throw e;
      return {session: null, fault: this.#records.aside(nameOf(id), text, this.#clock().time)};
    }
  }

  /** The old text is kept until the new one was read back. */
  #migrate(id, old, session, from) {
    const before = `before:${from}:${nameOf(id)}`;
    if (!this.#records.put(before, old) && !this.put(id, pack(session))) this.#records.remove(before);
  }

  /** The old text of a migration that was cut short comes back where there is no good new one. */
  #endMigration(before) {
    const [, id] = /^before:\d+:s:(.+)$/.exec(before) ?? [];
    const [old, {text}] = [this.#records.get(before).text, id ? this.get(id) : {}];
    if (!id || old === null) return;
    const {session, fault} = text === null ? {} : this.understand(id, text);
    if (!fault && (session || !this.put(id, old))) this.#records.remove(before);
  }
}
