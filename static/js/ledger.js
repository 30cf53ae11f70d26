/**
 * The sessions of one site: what this tab knows of each, what is stored, and how the two
 * come together. Other tabs write the same texts at any moment, so nothing is written without
 * being merged with what is there, and nothing that was heard of is forgotten.
 */
import {Known} from "./known.js";
import {entryOf, LogIndex, sorted} from "./log-index.js";
import {counted} from "./merging.js";
import {newId, secondsSince} from "./moments.js";
import {begin, finished, pack, SESSION_ID, unpack, validate} from "./sessions.js";
import {nameOf, StoredSessions} from "./stored.js";
import {Tombstones} from "./tombstones.js";
import {Refused} from "./whitelist.js";

export class Ledger {
  #clock;
  #stored;
  #index;
  #tombs;
  /** Deleted sessions stay known, unseen, in case they return. */
  #known = new Known();
  /** Ids of which the stored text may differ from what is known. */
  #unsettled = new Set();
  /** Ids of which only the index is known. */
  #unread = new Set();
  /** Ids that another tab deleted or brought back, and nobody was told of yet. */
  #turned = new Set();

  constructor(records, clock) {
    this.#clock = clock;
    this.#stored = new StoredSessions(records, clock);
    this.#index = new LogIndex(records);
    this.#tombs = new Tombstones(records, clock, (id) => this.#turn(id));
  }

  /**
   * Reads what is stored, as far as it is not known yet; gives the ids whose sessions changed.
   * Finished sessions that the index has are not read before somebody asks for them.
   */
  look() {
    this.#tombs.look();
    const ids = new Set(this.#stored.ids());
    for (const id of this.#index.ids()) if (!ids.has(id) && !this.#known.has(id)) this.#index.leave(id);
    this.#unread = new Set([...ids].filter((id) => this.#index.has(id) && !this.#known.has(id)));
    return [...this.#told(), ...[...ids].filter((id) => !this.#unread.has(id) && this.#lookAt(id))];
  }

  /** Holds the index to the stored texts. */
  #readAll() {
    this.#unread.forEach((id) => this.#lookAt(id));
    this.#unread.clear();
  }

  #lookAt(id) {
    if (this.#tombs.has(id)) return false;
    const found = this.#stored.get(id);
    if (found.text === null || this.#index.holds(id, found.text)) return false;
    const before = this.text(id);
    this.#meet(id, found);
    return this.text(id) !== before;
  }

  /** The ids of all sessions, in no order. */
  ids = () => [...new Set([...this.#known.ids(), ...this.#index.ids()])].filter((id) => !this.#tombs.has(id));

  /** A session, read when it is asked for; null where there is none. */
  session(id) {
    if (this.#tombs.has(id)) return null;
    if (!this.#known.has(id) && this.#index.has(id)) this.#meet(id);
    return this.#known.get(id)?.session ?? null;
  }

  /** What lists show, the oldest first. */
  list() {
    this.#readAll();
    const others = this.#beside();
    const entries = others.map((id) => entryOf(this.#known.get(id).session, this.text(id)));
    return entries.length > 0 ? sorted([...this.#index.list(), ...entries]) : [...this.#index.list()];
  }

  /** The ids of sessions that the index does not have: those that run. */
  #beside = () => this.#known.ids().filter((id) => !this.#index.has(id) && !this.#tombs.has(id));

  /** Sessions without an end, the oldest first. */
  running() {
    return sorted(this.#beside().map((id) => this.session(id)).filter((session) => !finished(session)));
  }

  /** The latest sessions with any of these exercises, the oldest first. */
  last(exercises) {
    this.#readAll();
    const ids = this.#index.last(exercises, (id) => this.session(id));
    const running = this.running().filter((s) => s.exercises.some((e) => exercises.includes(e.id)));
    return sorted([...ids.map((id) => this.session(id)).filter(Boolean), ...running]);
  }

  /** Whether reading found something to write. */
  restless = () => this.#unsettled.size > 0 || this.#index.behind;

  state = (id) => this.#known.state(id);

  /** Sessions that could not be saved: {name, text}. */
  unsaved() {
    return this.#known.unsaved().filter((id) => !this.#tombs.has(id)).map((id) => ({name: nameOf(id), text: this.text(id)}));
  }

  /**
   * Brings what is stored into what is known. Gives the stored text, whether it says the
   * same, and the fault that forbids to write over it.
   */
  #meet(id, {text, fault} = this.#stored.get(id)) {
    const mine = this.#known.get(id);
    if (text === null && mine && !fault) this.#tombs.look(); // another tab may have deleted it just now
    if (fault || text === null || text === mine?.text) return {text, same: text === mine?.text, fault};
    const {session: theirs, fault: unreadable} = this.#stored.understand(id, text);
    if (!theirs) {
      if (!mine) this.#index.leave(id);
      return {text, same: false, fault: unreadable};
    }
    this.#learn(this.#known.with(theirs));
    this.#known.get(id).there = true;
    return {text, same: pack(theirs) === this.text(id), fault: null};
  }

  /** Takes a session into what is known; false when it says nothing new. */
  #learn(session) {
    if (!this.#known.learn(session)) return false;
    if (!this.#tombs.has(session.id)) this.#index.enter(session, this.text(session.id));
    return true;
  }

  /** Writes what is known of a session; gives the fault, or null. */
  #save(id) {
    const fault = this.#stored.put(id, this.text(id));
    this.#known.wrote(id, fault, this.#clock().time);
    return fault;
  }

  /** A session that begins now, written. */
  start(plan) {
    const now = this.#clock();
    let id = newId(now.time);
    while (this.#known.has(id) || this.#tombs.counts(id) || this.#stored.get(id).text !== null) id = newId(now.time);
    this.#learn(begin(plan, {id, now}));
    this.#save(id);
    return this.#known.get(id).session;
  }

  /**
   * Changes a session: what is stored is merged in first, then `edit` gets a copy to change.
   * Where it cannot be saved the session goes on in memory.
   */
  change(id, edit) {
    const {text, fault} = this.#meet(id);
    if (this.#tombs.has(id)) return {session: null, saved: false, fault: this.#stored.tell("deleted", id)};
    const answer = (fault) => ({session: this.#known.get(id)?.session ?? null, saved: false, fault});
    const mine = this.#known.get(id);
    if (!mine) return answer(fault ?? this.#stored.tell("missing", id));
    if (text === null && mine.there && !fault) this.#stored.tell("missing", id);
    try {
      this.#learn(this.#edited(mine.text, edit));
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      return answer({kind: "invalid", key: this.#stored.key(id), message: e.message});
    }
    if (fault) this.#known.wrote(id, fault);
    const failed = fault ?? this.#save(id);
    if (failed) return answer(failed);
    this.#unsettled.add(id);
    const {session, at} = this.#known.get(id);
    return {session, saved: true, at};
  }

  #edited(text, edit) {
    const [before, after] = [unpack(text), unpack(text)];
    edit(after);
    return validate(counted(before, after, finished(before) ? null : secondsSince(before.start, this.#clock().time)));
  }

  /** Takes in a session from a file or the journal: "added", "merged", "same" or "deleted", and a fault. */
  absorb(session) {
    const {id} = session;
    this.#index.forgetLast();
    if (this.#tombs.has(id)) return {result: "deleted", fault: null};
    const {fault, same} = this.#meet(id);
    if (fault && fault.kind !== "blocked") return {result: "same", fault}; // blocked: it lives in memory
    const result = this.#known.has(id) ? "merged" : "added";
    if (!this.#learn(this.#known.with(session)) && same) return {result: "same", fault: null};
    return {result, fault: this.#save(id)};
  }

  /** What is known of a session as text, or null. */
  text = (id) => this.#known.text(id);

  /** Removes what `absorb` added, as if it had never been there. */
  forget(id) {
    this.#known.forget(id);
    this.#index.leave(id);
    return this.#stored.remove(id);
  }

  /** Deletes a session with a tombstone; gives the fault, or null. */
  remove(id) {
    const {fault} = this.#meet(id);
    if (this.#tombs.has(id)) return this.#stored.tell("deleted", id);
    if (!this.#known.has(id)) return fault ?? this.#stored.tell("missing", id);
    const refused = fault ?? this.#tombs.bury(id, {name: nameOf(id), text: this.text(id)});
    if (refused) return refused;
    this.#index.leave(id);
    this.#known.get(id).there = false;
    this.#unsettled.add(id);
    return this.#stored.remove(id);
  }

  /** Brings a deleted session back. */
  restore(id) {
    const refused = this.#tombs.has(id) ? this.#tombs.raise(id) : null;
    if (refused) return {session: null, saved: false, fault: refused};
    const {session, text} = this.#known.get(id);
    this.#index.enter(session, text);
    return this.change(id, () => {});
  }

  /** @returns {Object<string, number>} tombstones, as they are stored */
  deleted = () => this.#tombs.all();

  /** Takes tombstones from a file, but for sessions that are there. */
  takeDeleted(counts) {
    const there = new Set(this.ids());
    return this.#tombs.take(counts.filter(([id]) => !there.has(id)));
  }

  /** Another tab wrote, or removed, a session. Gives whether this one changed. */
  hear(id, text) {
    if (!SESSION_ID.test(id)) return false;
    if (text === null) return this.#hearNothing(id);
    let theirs;
    try {
      theirs = unpack(text);
    } catch (e) {
      if (e.kind === "newer") this.#stored.tell("newer", id);
      return false; // a damaged one is moved aside when this session is next written or read
    }
    if (theirs.id !== id) return false;
    this.#unsettled.add(id);
    return this.#learn(this.#known.with(theirs)) && !this.#tombs.has(id);
  }

  #hearNothing(id) {
    const mine = this.#known.get(id);
    if (this.#tombs.has(id) || (!mine && !this.#index.has(id))) return false;
    const broughtBack = mine && this.#tombs.counts(id); // and a tab that did not know yet removed it
    if (broughtBack) this.#unsettled.add(id);
    else if (mine && !finished(mine.session)) this.#stored.tell("missing", id); // it goes on in memory
    else {
      this.#known.forget(id);
      this.#index.leave(id);
      return true;
    }
    return false;
  }

  /** Another tab deleted sessions or brought them back. Gives the ids of these. */
  hearDeleted(text) {
    this.#tombs.hear(text);
    return this.#told();
  }

  #turn(id) {
    this.#turned.add(id);
    this.#unsettled.add(id);
    const mine = this.#known.get(id);
    if (this.#tombs.has(id)) this.#index.leave(id);
    else if (mine) this.#index.enter(mine.session, mine.text);
  }

  #told = () => [...this.#turned].filter((id) => this.#turned.delete(id));

  /** Everything was deleted on purpose. */
  empty() {
    this.#known.empty();
    this.#unread.clear();
    this.#unsettled.clear();
    this.#tombs.empty();
    this.#index.empty();
  }

  /** Makes stored texts say what is known, where they do not. Gives the ids whose sessions changed. */
  settle() {
    this.#tombs.settle();
    const ids = [...this.#unsettled];
    this.#unsettled.clear();
    const changed = ids.filter((id) => this.#settleOne(id));
    this.#index.store((id) => this.session(id));
    return [...new Set([...changed, ...this.#told()])];
  }

  #settleOne(id) {
    const before = this.text(id);
    const {text, same, fault} = this.#meet(id);
    if (this.#tombs.has(id) && text !== null) this.#tombs.look(); // it may have been brought back just now
    if (this.#tombs.has(id)) {
      if (text !== null) this.#stored.remove(id);
      return false;
    }
    if (!fault && !same && this.#known.has(id)) this.#save(id);
    return this.text(id) !== before;
  }
}
