/** What one tab knows of sessions: each as text, which nobody can change by accident, and as an object to hand out. */
import {merge, pack, unpack} from "./sessions.js";

export class Known {
  /** By id: {text, session, there: it was stored, at: when it was saved, fault: why not}. */
  #all = new Map();

  get = (id) => this.#all.get(id);
  has = (id) => this.#all.has(id);
  ids = () => [...this.#all.keys()];
  text = (id) => this.#all.get(id)?.text ?? null;
  forget = (id) => this.#all.delete(id);
  empty = () => this.#all.clear();

  /** Takes a session in, in the place of what was known; false when it says nothing new. */
  learn(session) {
    const [text, mine] = [pack(session), this.#all.get(session.id)];
    if (mine?.text === text) return false;
    this.#all.set(session.id, {there: false, at: null, fault: null, ...mine, text, session});
    return true;
  }

  /** A session together with what is known of it. */
  with(session) {
    const text = this.text(session.id);
    return text === null ? session : merge(unpack(text), session);
  }

  /** Notes how writing a session went. */
  wrote(id, fault, time) {
    Object.assign(this.#all.get(id), fault ? {fault} : {fault, there: true, at: time});
  }

  /** Whether a session is saved, since when, and why not. */
  state(id) {
    const {at = null, fault = null} = this.#all.get(id) ?? {};
    return {saved: fault === null, at, fault};
  }

  /** The ids of sessions that could not be saved. */
  unsaved = () => this.ids().filter((id) => this.#all.get(id).fault);
}
