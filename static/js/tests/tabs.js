/**
 * Several tabs over one storage. `late` is the way of browsers with a process for each tab:
 * a tab sees its own writes at once and those of others when word of them arrives, so that two
 * can write over each other. Nothing arrives but by step(), in an order that chance decides.
 */
import {journalIn} from "./fakes.js";

export class Browser {
  tabs = [];
  shared = new Map();
  journal = journalIn();

  constructor({late = false, random = () => 0} = {}) {
    Object.assign(this, {late, random});
  }

  tab() {
    const tab = {view: this.late ? new Map(this.shared) : this.shared, out: [], into: [], own: new Map(), events: new EventTarget(), closed: false};
    tab.storage = storageOf((key, value) => this.#write(tab, key, value), tab.view);
    this.tabs.push(tab);
    return tab;
  }

  #write(tab, key, value) {
    if ((tab.view.get(key) ?? null) === value) return;
    put(tab.view, key, value);
    tab.out.push({key, value});
    tab.own.set(key, (tab.own.get(key) ?? 0) + 1);
    if (!this.late) this.#send(tab);
  }

  /** The next write of a tab reaches the browser, which sends word of it to all. */
  #send(tab) {
    const write = tab.out.shift();
    put(this.shared, write.key, write.value);
    for (const other of this.tabs) if (!other.closed) other.into.push({...write, own: other === tab});
  }

  /** The next word reaches a tab. While a write of its own to that key is on its way, its own stands. */
  #arrive(tab) {
    const {key, value, own} = tab.into.shift();
    if (own) return void tab.own.set(key, tab.own.get(key) - 1);
    if (!tab.own.get(key) && this.late) put(tab.view, key, value);
    tab.events.dispatchEvent(Object.assign(new Event("storage"), {key, newValue: value, storageArea: null}));
  }

  /** One thing happens; false when nothing is left to happen. */
  step() {
    const moves = this.tabs.flatMap((tab) => [tab.out.length > 0 && (() => this.#send(tab)), !tab.closed && tab.into.length > 0 && (() => this.#arrive(tab))]).filter(Boolean);
    if (moves.length === 0) return false;
    moves[Math.floor(this.random() * moves.length)]();
    return true;
  }

  /** Everything happens that is on its way. */
  async rest(...stores) {
    do {
      while (this.step());
      for (const store of stores) await store.settled();
    } while (this.step());
  }
}

const put = (map, key, value) => void (value === null ? map.delete(key) : map.set(key, value));

const storageOf = (write, view) => ({
  get length() { return view.size; },
  key: (i) => [...view.keys()][i] ?? null,
  getItem: (key) => view.get(key) ?? null,
  setItem: (key, value) => write(key, value),
  removeItem: (key) => write(key, null),
});
