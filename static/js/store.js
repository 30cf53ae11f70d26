/**
 * The log of one site in this browser. Changes are written at once; what another tab writes
 * is merged in; what goes wrong is told and nothing is lost by it. See README.md, "Storage".
 */
import {takeIn} from "./intake.js";
import {openJournal} from "./journal.js";
import {Ledger} from "./ledger.js";
import {alone} from "./locks.js";
import {local} from "./moments.js";
import {recall} from "./recall.js";
import {Records} from "./records.js";
import {browserStorage} from "./screening.js";
import {finished} from "./sessions.js";
import {CLEARED, Values} from "./values.js";

/** Characters that browsers keep for one host. */
const ROOM = 5_200_000;
/** How long a page waits for the journal before it goes on without; milliseconds. */
const PATIENCE = 1000;

const systemClock = () => ({time: Date.now(), zone: new Intl.DateTimeFormat().resolvedOptions().timeZone});

/** Opens the log. Never throws: what is wrong is in faults(). */
export async function open({
  site, storage = browserStorage(), journal = openJournal({site}), clock = systemClock, locks = globalThis.navigator?.locks,
  events = globalThis, persistence = globalThis.navigator?.storage, patience = PATIENCE,
}) {
  const replay = journal.replay(); // begins while the storage is read
  const store = new Store({site, storage, journal, clock, locks, events, persistence, patience});
  await store.recall(replay);
  return store;
}

/** Whether something is done within so many milliseconds. */
async function within(patience, work) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, patience, false)));
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}

/** Gives "change" events, detail {ids, from: "here" | "other tab" | "journal", keys, source}, and "fault" events, detail one of faults(). */
class Store extends EventTarget {
  #records;
  #ledger;
  #values;
  #journal;
  #clock;
  #locks;
  #persistence;
  #storage;
  #site;
  #events;
  #patience;
  #settling = null;
  #appended = Promise.resolve();
  #listeners = {storage: (event) => this.#hear(event), pageshow: (event) => event.persisted && this.#look()};

  constructor({site, storage, journal, clock, locks, events, persistence, patience}) {
    super();
    this.#patience = patience;
    [this.#site, this.#storage, this.#journal, this.#clock] = [site, storage, journal, clock];
    [this.#locks, this.#persistence, this.#events] = [locks, persistence, events];
    this.#records = new Records(storage, site);
    this.#values = new Values(this.#records, clock);
    this.#values.look();
    for (const name of this.#records.names()) if (name.startsWith("damaged:")) this.#records.tell("damaged", name);
    this.#ledger = new Ledger(this.#records, clock);
    this.#ledger.look();
    this.#records.onFault = (fault) => this.dispatchEvent(new CustomEvent("fault", {detail: fault}));
    for (const [type, listener] of Object.entries(this.#listeners)) events?.addEventListener?.(type, listener);
    this.#settle();
  }

  /** Ends listening. */
  close() {
    for (const [type, listener] of Object.entries(this.#listeners)) this.#events?.removeEventListener?.(type, listener);
    this.#journal.close?.();
  }

  /** All readable sessions, the oldest first; or those whose entry in list() passes. */
  sessions(wanted = null) {
    const entries = wanted ? this.list().filter(wanted) : this.list();
    return this.#read(entries.map(({id}) => this.#ledger.session(id)).filter(Boolean));
  }

  /** What lists show, without reading every session: {id, day, start, end, programme, session, title, done}. */
  list = () => this.#read(this.#ledger.list());

  session = (id) => this.#read(this.#ledger.session(id));
  running = () => this.#ledger.running();

  /** The latest sessions (12 of each) with any of these exercises, the oldest first. */
  last = (exercises) => this.#read(this.#ledger.last(exercises));

  #read(answer) {
    if (this.#ledger.restless()) this.#settle();
    return answer;
  }

  /** Whether a session is saved: {saved, at, fault}. */
  state = (id) => this.#ledger.state(id);

  /** Starts a session and writes it; where that fails it goes on in memory, and state() says so. */
  start(plan) {
    this.#values.setMeta();
    const session = this.#ledger.start(plan);
    this.#changed([session.id]);
    return session;
  }

  /** Changes a session: `edit` gets a copy to change. → {session, saved: true, at} or {session, saved: false, fault}. */
  change(id, edit) {
    const answer = this.#ledger.change(id, edit);
    if (answer.session && answer.fault?.kind !== "invalid") this.#changed([id]);
    return answer;
  }

  /** Ends a session; a clock that was set back does not let it end before it began. */
  finish(id) {
    const now = this.#clock();
    return this.change(id, (session) => {
      if (!finished(session)) session.end = Date.parse(session.start) > now.time ? session.start : local(now);
    });
  }

  /** Deletes a session. → {removed, fault, undo()}; undo gives what change() gives. */
  remove(id) {
    const fault = this.#ledger.remove(id);
    if (fault) return {removed: false, fault, undo: () => this.change(id, () => {})};
    this.#journalled(() => this.#journal.drop(id));
    this.#changed([id], {journal: false});
    return {removed: true, fault: null, undo: () => this.#restore(id)};
  }

  #restore(id) {
    const answer = this.#ledger.restore(id);
    if (answer.session) this.#changed([id]);
    return answer;
  }

  /**
   * Takes in what a file holds: all of it, or nothing where it does not fit.
   * @param {object[]} sessions in the form that they have in memory
   * @param {{source?: string, settings?: object, deleted?: object, damaged?: {key, text}[]}} more settings that are not set here yet, …
   * @returns {{added: number, merged: number, skipped: number, fault: ?object, undo: () => {undone: number, left: number}}}
   */
  add(sessions, {source = "", ...more} = {}) {
    this.#values.setMeta();
    const {ids, undo, ...result} = takeIn({sessions, ...more}, {ledger: this.#ledger, values: this.#values, records: this.#records});
    this.#changed(ids, {journal: false, source, keys: Object.keys(more)});
    return {...result, undo: () => {
      const {ids: back, ...counts} = undo();
      this.#changed(back, {journal: false, source, keys: Object.keys(more)});
      return counts;
    }};
  }

  settings = () => this.#values.get("settings") ?? {};

  /** Sets some settings, or changes them by a function; undefined takes one away. → {settings, saved, fault}. */
  set(patch) {
    const settings = this.settings();
    if (typeof patch === "function") patch(settings);
    else Object.assign(settings, patch);
    this.#values.setMeta();
    const fault = this.#values.set("settings", settings);
    this.#emit({keys: ["settings"]});
    return {settings: this.settings(), saved: !fault, fault};
  }

  timer = () => this.#values.get("timer");

  /** → {saved, fault} */
  setTimer(value) {
    const fault = this.#values.set("timer", value);
    this.#emit({keys: ["timer"]});
    return {saved: !fault, fault};
  }

  meta = () => this.#values.meta();

  /** Notes that a backup was made, now and of every session. */
  exported() {
    return this.#values.setMeta({last_export: {at: local(this.#clock()), sessions: this.list().filter(finished).length}});
  }

  /** Asks the browser once, when something is worth keeping, not to remove it. → true, false, or null when it was not asked. */
  async persist() {
    const {persist = null} = this.meta();
    if (persist !== null || this.#ledger.ids().length === 0 || !this.#persistence?.persist) return persist;
    const granted = await Promise.resolve(this.#persistence.persist()).catch(() => false);
    this.#values.setMeta({persist: granted});
    return granted;
  }

  /** Every fault that there was: {kind, key, count, over}; `over` says that it was saved since. */
  faults = () => this.#records.faults();

  /** Whether nothing is written, because a newer version of the site wrote here. */
  get readOnly() {
    return this.#records.readOnly;
  }

  /** Tombstones, for a backup. */
  deleted = () => this.#ledger.deleted();

  /** Texts that could not be understood: {key, text}. */
  damaged = () => this.#records.texts("damaged:");

  /** Every text of this site: {key, text}; what could not be saved is there too, marked `unsaved`. */
  raw() {
    const unsaved = [...this.#ledger.unsaved(), ...this.#values.unsaved()];
    return [...this.#records.texts(), ...unsaved.map(({name, text}) => ({key: this.#records.key(name), text, unsaved: true}))];
  }

  /** About how many more characters the browser will keep. */
  room = () => Math.max(0, ROOM - this.#records.used());

  /**
   * Deletes everything of this site but the screening check, in every tab; gives {cleared, fault}. The journal goes
   * first: a page that is left in between would find there what the storage has lost, and bring it back.
   */
  async clear() {
    if (!this.readOnly) this.#journalled(() => this.#journal.clear());
    await within(this.#patience, this.#appended);
    const ids = this.#ledger.ids();
    const unheard = this.#records.put("meta", CLEARED);
    this.#ledger.empty();
    this.#values.empty();
    const faults = this.#records.names().filter((name) => name !== "check").map((name) => this.#records.remove(name)).filter(Boolean);
    if (unheard?.kind === "blocked") faults.push(unheard);
    if (faults.length === 0) this.#records.forgetFaults();
    this.#emit({ids, keys: ["settings", "timer"]});
    return {cleared: faults.length === 0, fault: faults[0] ?? null};
  }

  /** When everything that was begun is done: written again where needed, and in the journal. */
  async settled() {
    while (this.#settling) await this.#settling;
    await this.#appended;
  }

  #emit({ids = [], from = "here", keys = [], source}) {
    this.dispatchEvent(new CustomEvent("change", {detail: {ids, from, keys, source}}));
  }

  #changed(ids, {journal = true, ...detail} = {}) {
    if (journal) for (const id of ids) this.#append(id);
    this.#settle();
    this.#emit({ids, ...detail});
  }

  #append(id) {
    const text = this.#ledger.text(id);
    this.#journalled(() => this.#journal.append(id, text, this.#clock().time));
  }

  #journalled(work) {
    this.#appended = this.#appended.then(work).then(() => this.#records.over("journal"), () => void this.#records.tell("journal", "journal"));
  }

  /** Soon, and alone where the browser has locks: merges again what another tab may have written meanwhile. */
  #settle() {
    this.#settling ??= Promise.resolve().then(() => alone(this.#locks, `regimen:${this.#site}`, () => {
      this.#settling = null;
      const ids = this.#ledger.settle();
      if (ids.length > 0) this.#emit({ids, from: "other tab"});
    }));
  }

  #hear({key, newValue, storageArea}) {
    if (storageArea && this.#storage && storageArea !== this.#storage) return;
    if (key === null) return this.#look();
    const name = this.#records.name(key);
    if (name === null) return;
    let ids = [];
    if (name === "meta" && newValue === CLEARED) {
      ids = this.#ledger.ids();
      this.#ledger.empty();
      this.#values.empty();
    } else if (name === "meta") this.#values.look();
    else if (name === "deleted") ids = this.#ledger.hearDeleted(newValue);
    else if (name.startsWith("s:") && this.#ledger.hear(name.slice(2), newValue)) ids = [name.slice(2)];
    this.#settle();
    const keys = ["settings", "timer", "meta"].includes(name) ? [name] : [];
    if (ids.length + keys.length > 0) this.#emit({ids, from: "other tab", keys});
  }

  /** Everything may have changed: the page slept, or the storage was emptied from outside. */
  #look() {
    this.#values.look();
    const ids = this.#ledger.look();
    this.#settle();
    this.#emit({ids, from: "other tab", keys: ["settings", "timer", "meta"]});
  }

  /** Brings back what the journal has and the storage lost; goes on without when that takes too long. */
  async recall(replay) {
    const read = replay.then((entries) => this.#recallAll(entries), () => void this.#records.tell("journal", "journal"));
    if (!await within(this.#patience, read)) this.#records.tell("journal", "journal");
  }

  #recallAll(entries) {
    const {ids, done} = recall(entries, {ledger: this.#ledger, records: this.#records, time: this.#clock().time});
    for (const id of done) this.#journalled(() => this.#journal.drop(id));
    if (ids.length > 0) this.#emit({ids, from: "journal"});
    this.#settle();
  }
}
