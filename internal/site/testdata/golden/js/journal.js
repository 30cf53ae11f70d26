/**
 * The journal of sessions: a second copy of what was done lately, in IndexedDB. Browsers
 * write localStorage to disk lazily, and lose the last minute when they are killed; this is
 * on disk when `append` resolves. One entry a session; what two tabs append is merged in one
 * transaction, so that neither overwrites the other's.
 */
import {mergeTexts} from "./sessions.js";

const SESSIONS = "sessions";

/** @returns {{append, replay, drop, clear, close}} each but close gives a promise that rejects where the browser refuses */
export function openJournal({site, factory = browserFactory()}) {
  let database = null;
  const connect = () => (database ??= opened(factory, `regimen:${site}`, () => (database = null)).catch((e) => {
    database = null; // tried again the next time
    throw e;
  }));

  async function within(mode, work) {
    const transaction = (await connect()).transaction(SESSIONS, mode, {durability: "strict"});
    const result = work(transaction.objectStore(SESSIONS), transaction);
    await over(transaction);
    return result.value;
  }

  return {
    /** Keeps a session's text, merged with what is there. */
    append: (id, text, at) => within("readwrite", (store, transaction) => {
      const result = store.get(id);
      result.onsuccess = () => orAbort(transaction, () => store.put({id, at, text: joined(result.result?.text, text)}));
      return {};
    }),
    /** All entries: {id, text, at}. */
    replay: () => within("readonly", (store) => {
      const request = store.getAll();
      return {get value() { return request.result; }};
    }),
    drop: (id) => within("readwrite", (store) => ({value: void store.delete(id)})),
    clear: () => within("readwrite", (store) => ({value: void store.clear()})),
    close: () => database?.then((db) => db.close(), () => {}),
  };
}

const joined = (stored, text) => (typeof stored !== "string" || stored === text ? text : mergeTexts(stored, text));

/** An error in a callback of IndexedDB would end nowhere; so it ends the transaction. */
function orAbort(transaction, work) {
  try {
    work();
  } catch (e) {
    transaction.reason = e;
    transaction.abort();
  }
}

function opened(factory, name, lost) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(SESSIONS, {keyPath: "id"});
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another tab holds an older journal"));
    request.onsuccess = () => {
      const db = request.result;
      db.onclose = lost;
      db.onversionchange = () => {
        db.close();
        lost();
      };
      resolve(db);
    };
  });
}

function over(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.reason ?? transaction.error ?? new Error("the journal was not written"));
  });
}

function browserFactory() {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}
