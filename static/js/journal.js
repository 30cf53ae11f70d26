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
  const name = `regimen:${site}`;
  let database = null;
  const lost = () => (database = null); // opened anew the next time
  const connect = () => (database ??= opened(factory, name, {create: true, lost}).catch((e) => {
    lost();
    throw e;
  }));

  async function write(work) {
    const transaction = (await connect()).transaction(SESSIONS, "readwrite", {durability: "strict"});
    work(transaction.objectStore(SESSIONS), transaction);
    await over(transaction);
  }

  return {
    /** Keeps a session's text, merged with what is there. */
    append: (id, text, at) => write((store, transaction) => {
      const request = store.get(id);
      request.onsuccess = () => orAbort(transaction, () => store.put({id, at, text: joined(request.result?.text, text)}));
    }),
    /** All entries: {id, text, at}. Leaves nothing in a browser that has no journal yet. */
    async replay() {
      const db = await opened(factory, name, {create: false, lost: () => {}});
      if (!db) return [];
      const transaction = db.transaction(SESSIONS);
      const request = transaction.objectStore(SESSIONS).getAll();
      await over(transaction).finally(() => db.close());
      return request.result;
    },
    drop: (id) => write((store) => store.delete(id)),
    clear: () => write((store) => store.clear()),
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

/** The database; null where there is none and none is to be created. */
function opened(factory, name, {create, lost}) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = !create;
      if (create) request.result.createObjectStore(SESSIONS, {keyPath: "id"});
      else request.transaction.abort();
    };
    request.onerror = () => (absent ? resolve(null) : reject(request.error));
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
