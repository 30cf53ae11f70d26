/**
 * The sessions of one site: what this tab knows of each, what is stored, and how the two
 * come together. Other tabs write the same texts at any moment, so nothing is written without
 * being merged with what is there, and nothing that was heard of is forgotten.
 */
import {LastTimes, LogIndex, entryOf, sorted} from "./log-index.js";
import {counted, merge} from "./merging.js";
import {local, newId, secondsSince} from "./moments.js";
import {begin, finished, pack, read, SESSION_ID, unpack, validate, VERSION} from "./sessions.js";
import {Tombstones} from "./tombstones.js";
import {Refused} from "./whitelist.js";

const nameOf = (id) => `s:${id}`;

export class Ledger {
  #records;
  #clock;
  #tombs;
  #index;
  #last = null;
  /** By id: {text, session, at, fault}; at: when it was saved, fault: why not. Deleted ones stay, unseen, in case they return. */
  #known = new Map();
  /** Ids of which the stored text may differ from what is known. */
  #unsettled = new Set();

  constructor(records, clock) {
    this.#records = records;
    this.#clock = clock;
    this.#tombs = new Tombstones(records, clock);
    this.#index = new LogIndex(records.get("index").text);
  }

  /** Reads what is stored, as far as it is not known yet; gives the ids whose sessions changed. */
  look() {
    const names = this.#records.names();
    const unfinished = names.filter((name) => name.startsWith("before:"));
    unfinished.forEach((name) => this.#afterMigration(name));
    const all = unfinished.length > 0 ? this.#records.names() : names;
    const ids = new Set(all.filter((name) => name.startsWith("s:")).map((name) => name.slice(2)));
    for (const {id} of [...this.#index.entries()]) if (!ids.has(id)) this.#index.delete(id);
    return [...ids].filter((id) => this.#lookAt(id));
  }

  #lookAt(id) {
    if (this.#tombs.has(id)) {
      this.#unsettled.add(id);
      return false;
    }
    const {text} = this.#records.get(nameOf(id));
    if (text === null || this.#index.holds(id, text)) return false;
    const before = this.#known.get(id)?.text;
    this.#meet(id);
    return this.#known.get(id)?.text !== before;
  }

  /** The ids of all sessions, in no order. */
  ids() {
    const all = new Set([...this.#known.keys(), ...[...this.#index.entries()].map(({id}) => id)]);
    return [...all].filter((id) => !this.#tombs.has(id));
  }

  /** A session, read when it is asked for; null where there is none. */
  session(id) {
    if (this.#tombs.has(id)) return null;
    if (!this.#known.has(id) && this.#index.has(id)) this.#meet(id);
    return this.#known.get(id)?.session ?? null;
  }

  /** What lists show, the oldest first. */
  list() {
    const unfinished = this.ids().filter((id) => !this.#index.has(id)).map((id) => this.#known.get(id));
    return sorted([...[...this.#index.entries()].map((entry) => ({...entry})), ...unfinished.map(({session, text}) => entryOf(session, text))]);
  }

  /** Sessions without an end, the oldest first. */
  running() {
    return sorted(this.ids().filter((id) => !this.#index.has(id)).map((id) => this.session(id)));
  }

  /** The latest sessions with any of these exercises, the oldest first. */
  last(exercises) {
    this.#last ??= LastTimes.read(this.#records.get("last").text, this.#index.text()) ?? this.#lastFromAll();
    const ids = new Set(exercises.flatMap((exercise) => this.#last.ids(exercise)));
    const running = this.running().filter((s) => s.exercises.some((e) => exercises.includes(e.id)));
    return sorted([...[...ids].map((id) => this.session(id)).filter(Boolean), ...running]);
  }

  #lastFromAll() {
    this.#index.changed = true; // so that it is stored
    return LastTimes.of([...this.#index.entries()].map(({id}) => this.session(id)).filter(Boolean));
  }

  /** Whether what is known of a session is saved, since when, and why not. */
  state(id) {
    const {at = null, fault = null} = this.#known.get(id) ?? {};
    return {saved: fault === null, at, fault};
  }

  /** Sessions that could not be saved: {name, text}. */
  unsaved() {
    return [...this.#known].filter(([id, {fault}]) => fault && !this.#tombs.has(id)).map(([id, {text}]) => ({name: nameOf(id), text}));
  }

  /**
   * Brings what is stored into what is known. Gives the stored text, whether it says the
   * same, and the fault that forbids to write over it.
   */
  #meet(id) {
    const {text, fault} = this.#records.get(nameOf(id));
    const mine = this.#known.get(id);
    if (fault || text === null || text === mine?.text) return {text, same: text === mine?.text, fault};
    const {session: theirs, fault: unreadable} = this.#understand(nameOf(id), text);
    if (!theirs) return {text: unreadable ? text : null, same: false, fault: unreadable};
    this.#learn(mine ? merge(unpack(mine.text), theirs) : theirs);
    return {text, same: pack(theirs) === this.#known.get(id).text, fault: null};
  }

  /** The session of a stored text; an older one is migrated, a damaged one moved aside. */
  #understand(name, text) {
    try {
      const {session, from} = read(text);
      if (nameOf(session.id) !== name) throw new Refused("has the id of another session");
      if (from < VERSION) this.#migrate(name, text, session, from);
      return {session, fault: null};
    } catch (e) {
      if (e.kind === "newer") return {session: null, fault: this.#records.tell("newer", name)};
      if (e.kind !== "damaged") throw e;
      const fault = this.#records.aside(name, text, this.#clock().time);
      if (!fault) this.#index.delete(name.slice(2));
      return {session: null, fault};
    }
  }

  /** The old text is kept until the new one was read back. */
  #migrate(name, old, session, from) {
    const before = `before:${from}:${name}`;
    if (!this.#records.put(before, old) && !this.#records.put(name, pack(session))) this.#records.remove(before);
  }

  /** A migration that did not come to its end: the old text comes back where there is no good one. */
  #afterMigration(before) {
    const name = before.replace(/^before:\d+:/, "");
    const [old, {text}] = [this.#records.get(before).text, this.#records.get(name)];
    if (old === null || !name.startsWith("s:")) return;
    const there = text === null ? {session: null, fault: null} : this.#understand(name, text);
    if (there.fault || (!there.session && !this.#tombs.has(name.slice(2)) && this.#records.put(name, old))) return;
    this.#records.remove(before);
  }

  /** Takes a session into what is known; false when it says nothing new. */
  #learn(session) {
    const [text, mine] = [pack(session), this.#known.get(session.id)];
    if (mine?.text === text) return false;
    this.#known.set(session.id, {at: null, fault: null, ...mine, text, session});
    if (!this.#tombs.has(session.id)) this.#enter(session, text);
    return true;
  }

  /** Into the index, and into the last times where that is simple. */
  #enter(session, text) {
    const simple = finished(session) && !this.#index.has(session.id) && sorted([...this.#index.entries(), session]).at(-1) === session;
    if (simple) this.#last?.put(session);
    else if (finished(session) || this.#index.has(session.id)) this.#last = null;
    this.#index.take(session, text);
  }

  #leave(id) {
    if (this.#index.has(id)) this.#last = null;
    this.#index.delete(id);
  }

  /** Writes what is known of a session; gives the fault, or null. */
  #save(id) {
    const mine = this.#known.get(id);
    mine.fault = this.#records.put(nameOf(id), mine.text);
    if (!mine.fault) mine.at = this.#clock().time;
    return mine.fault;
  }

  /** A session that begins now, written. */
  start(plan) {
    const now = this.#clock();
    let id = newId(now.time);
    while (this.#known.has(id) || this.#tombs.counts(id) || this.#records.get(nameOf(id)).text !== null) id = newId(now.time);
    this.#learn(begin(plan, {id, now}));
    this.#save(id);
    return this.#known.get(id).session;
  }

  /**
   * Changes a session: what is stored is merged in first, then `edit` gets a copy to change.
   * Where it cannot be saved the session goes on in memory.
   */
  change(id, edit) {
    const answer = (fault) => ({session: this.#known.get(id)?.session ?? null, saved: false, fault});
    if (this.#tombs.has(id)) return {...answer(this.#records.tell("deleted", nameOf(id))), session: null};
    const {text, fault} = this.#meet(id);
    const mine = this.#known.get(id);
    if (!mine) return answer(fault ?? this.#records.tell("missing", nameOf(id)));
    if (text === null && mine.at !== null && !fault) this.#records.tell("missing", nameOf(id));
    try {
      this.#learn(this.#edited(mine.text, edit));
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      return answer({kind: "invalid", key: this.#records.key(nameOf(id)), message: e.message});
    }
    const failed = fault ?? this.#save(id);
    this.#known.get(id).fault = failed;
    if (failed) return answer(failed);
    this.#unsettled.add(id);
    return {session: this.#known.get(id).session, saved: true, at: this.#known.get(id).at};
  }

  #edited(text, edit) {
    const [before, after] = [unpack(text), unpack(text)];
    edit(after);
    return validate(counted(before, after, finished(before) ? null : secondsSince(before.start, this.#clock().time)));
  }

  /** Ends a session; a clock that was set back does not let it end before it began. */
  finish(id) {
    const now = this.#clock();
    return this.change(id, (session) => {
      if (!finished(session)) session.end = Date.parse(session.start) > now.time ? session.start : local(now);
    });
  }

  /** Takes in a session from a file or the journal: "added", "merged", "same" or "deleted", and a fault. */
  absorb(session) {
    const {id} = session;
    if (this.#tombs.has(id)) return {result: "deleted", fault: null};
    const {fault, same} = this.#meet(id);
    if (fault) return {result: "same", fault};
    const mine = this.#known.get(id);
    if (!this.#learn(mine ? merge(unpack(mine.text), session) : session) && same) return {result: "same", fault: null};
    return {result: mine ? "merged" : "added", fault: this.#save(id)};
  }

  /** What is known of a session as text, or null. */
  text = (id) => this.#known.get(id)?.text ?? null;

  /** Removes what `absorb` added, as if it had never been there. */
  forget(id) {
    this.#known.delete(id);
    this.#leave(id);
    return this.#records.remove(nameOf(id));
  }

  /** Deletes a session with a tombstone; gives the fault, or null. */
  remove(id) {
    const {text, fault} = this.#meet(id);
    const refused = fault ?? this.#tombs.bury(id, {name: nameOf(id), text});
    if (refused) return refused;
    this.#leave(id);
    this.#unsettled.add(id);
    return this.#records.remove(nameOf(id));
  }

  /** Brings a deleted session back. */
  restore(id) {
    const refused = this.#tombs.raise(id);
    if (refused) return {session: null, saved: false, fault: refused};
    const {session, text} = this.#known.get(id);
    this.#enter(session, text);
    return this.change(id, () => {});
  }

  /** @returns {Object<string, number>} tombstones, as they are stored */
  deleted = () => this.#tombs.all();

  /** Takes tombstones from a file, but for sessions that are there. */
  takeDeleted(counts) {
    const there = new Set(this.ids());
    return this.#tombs.take(Object.fromEntries(Object.entries(counts).filter(([id]) => !there.has(id))));
  }

  /** Another tab wrote, or removed, a session. Gives whether this one changed. */
  hear(id, text) {
    if (!SESSION_ID.test(id)) return false;
    if (text === null) return this.#hearNothing(id);
    let theirs;
    try {
      theirs = unpack(text);
    } catch (e) {
      if (e.kind === "newer") this.#records.tell("newer", nameOf(id));
      return false; // a damaged one is moved aside when this session is next written or read
    }
    this.#unsettled.add(id);
    const mine = this.#known.get(id);
    return this.#learn(mine ? merge(unpack(mine.text), theirs) : theirs) && !this.#tombs.has(id);
  }

  #hearNothing(id) {
    const mine = this.#known.get(id);
    if (this.#tombs.has(id) || (!mine && !this.#index.has(id))) return false;
    if (mine && this.#tombs.counts(id)) { // it was brought back, and a tab that did not know yet removed it
      this.#unsettled.add(id);
      return false;
    }
    if (mine && !finished(mine.session)) {
      this.#records.tell("missing", nameOf(id)); // it goes on in memory
      return false;
    }
    this.#known.delete(id);
    this.#leave(id);
    return true;
  }

  /** Another tab deleted sessions or brought them back. Gives the ids of these. */
  hearDeleted(text) {
    const turned = this.#tombs.hear(text);
    for (const id of turned) {
      this.#unsettled.add(id);
      const mine = this.#known.get(id);
      if (this.#tombs.has(id)) this.#leave(id);
      else if (mine) this.#enter(mine.session, mine.text);
    }
    return turned;
  }

  /** Everything was deleted on purpose. */
  empty() {
    this.#known.clear();
    this.#unsettled.clear();
    this.#tombs.empty();
    this.#index = new LogIndex(null);
    this.#last = null;
  }

  /** Makes stored texts say what is known, where they do not. Gives the ids whose sessions changed. */
  settle() {
    this.#tombs.settle();
    const ids = [...this.#unsettled];
    this.#unsettled.clear();
    const changed = ids.filter((id) => this.#settleOne(id));
    if (this.#index.changed) this.#storeIndex();
    return changed;
  }

  #settleOne(id) {
    if (this.#tombs.has(id)) {
      if (this.#records.get(nameOf(id)).text !== null) this.#records.remove(nameOf(id));
      return false;
    }
    const before = this.text(id);
    const {same, fault} = this.#meet(id);
    if (!fault && !same && this.#known.has(id)) this.#save(id);
    return this.text(id) !== before;
  }

  #storeIndex() {
    const text = this.#index.text();
    this.#records.putDerived("index", text);
    if (this.#last) this.#records.putDerived("last", this.#last.text(text));
    this.#index.changed = false;
  }
}
