/**
 * The raw texts of one site in the browser's storage, each under `regimen:<site id>:<name>`.
 * Nothing throws: what goes wrong is a fault, which is counted and told, and the text that
 * stood there before still stands.
 */

/** Names of what can be made again from the rest: these give way when the storage is full. */
const DERIVED = ["index", "last"];

export class Records {
  #storage;
  #prefix;
  #faults = new Map();

  /** Set when a newer version of the site has written here: then nothing is written. */
  readOnly = false;
  /** Called with each fault as it happens. */
  onFault = () => {};

  /** @param {?Storage} storage null where the browser has none for us */
  constructor(storage, site) {
    this.#storage = storage;
    this.#prefix = `regimen:${site}:`;
  }

  key = (name) => this.#prefix + name;

  /** The name behind a key; null for keys of others. */
  name = (key) => (key.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : null);

  /** The names of all texts of this site. */
  names() {
    return this.#keys().map(this.name).filter((name) => name !== null);
  }

  /** All texts of this site, or those whose name begins so: {key, text}. */
  texts(start = "") {
    const names = this.names().filter((name) => name.startsWith(start)).sort();
    return names.map((name) => ({key: this.key(name), text: this.get(name).text})).filter(({text}) => text !== null);
  }

  #keys() {
    try {
      return Array.from({length: this.#storage.length}, (_, i) => this.#storage.key(i)).filter((key) => key !== null);
    } catch {
      this.tell("blocked", "");
      return [];
    }
  }

  /** Characters that everything on this host takes together: browsers limit the sum. */
  used() {
    try {
      return this.#keys().reduce((sum, key) => sum + key.length + (this.#storage.getItem(key)?.length ?? 0), 0);
    } catch {
      return 0; // which names() tells
    }
  }

  /** A text, null where there is none, and the fault when it cannot be read. */
  get(name) {
    try {
      return {text: this.#storage.getItem(this.key(name)), fault: null};
    } catch {
      return {text: null, fault: this.tell("blocked", "")};
    }
  }

  /** Writes and reads back. Gives the fault, or null when the text is there. */
  put(name, text) {
    if (this.readOnly) return this.tell("newer", name);
    let kind = this.#write(name, text);
    if (kind === "quota" && this.#makeRoom()) kind = this.#write(name, text);
    if (kind) return this.tell(kind, kind === "blocked" ? "" : name);
    this.over(name);
    this.over(""); // no longer blocked
    return null;
  }

  /** Writes what is derived; where that fails it is made again another time, and nobody need know. */
  putDerived(name, text) {
    if (!this.readOnly) this.#write(name, text);
  }

  #write(name, text) {
    try {
      this.#storage.setItem(this.key(name), text);
      return this.#storage.getItem(this.key(name)) === text ? null : "differs";
    } catch (e) {
      return isFull(e) ? "quota" : "blocked";
    }
  }

  #makeRoom() {
    const there = DERIVED.filter((name) => this.get(name).text !== null);
    there.forEach((name) => this.remove(name));
    return there.length > 0;
  }

  remove(name) {
    if (this.readOnly) return this.tell("newer", name);
    try {
      this.#storage.removeItem(this.key(name));
      return null;
    } catch {
      return this.tell("blocked", "");
    }
  }

  /**
   * Moves a text that cannot be understood to a name of its own, where it stays until the
   * reader decides. Gives the fault when it could not be moved: then it must not be overwritten.
   */
  aside(name, text, time) {
    let at = Math.max(0, Math.floor(time) || 0);
    const taken = (n) => ![null, text].includes(this.get(`damaged:${n}:${name}`).text);
    while (taken(at)) at++;
    const fault = this.put(`damaged:${at}:${name}`, text);
    if (fault) return this.tell("damaged", name);
    if (this.get(name).text === text) this.remove(name);
    this.tell("damaged", `damaged:${at}:${name}`);
    return null;
  }

  /** Counts a fault and gives it. */
  tell(kind, name) {
    const key = this.key(name);
    const before = this.#faults.get(`${kind} ${key}`);
    const fault = {kind, key, count: (before?.count ?? 0) + 1, over: false};
    this.#faults.set(`${kind} ${key}`, fault);
    // Whoever is told looks again; in a storage that refuses every look, that would never end.
    if (kind !== "blocked" || !before || before.over) this.onFault({...fault});
    return {...fault};
  }

  /** What was wrong with a text is over: it was saved. */
  over(name) {
    for (const fault of this.#faults.values()) if (fault.key === this.key(name)) fault.over = true;
  }

  /** Everything was deleted on purpose. */
  forgetFaults() {
    this.#faults.clear();
  }

  /** Every fault that there was; `over` says that the text was saved since. */
  faults() {
    return [...this.#faults.values()].map((fault) => ({...fault}));
  }
}

/** Browsers name a full storage in more than one way. */
const isFull = (e) => e?.name === "QuotaExceededError" || e?.name === "NS_ERROR_DOM_QUOTA_REACHED" || e?.code === 22;
