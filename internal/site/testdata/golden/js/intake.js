/** Taking a file's sessions, settings, tombstones and damaged texts into the log: all or nothing, with a way back. */
import {unpack, validate} from "./sessions.js";
import {validTombstones} from "./tombstones.js";
import {validSettings} from "./values.js";
import {passing} from "./whitelist.js";

/** @returns {{added, merged, skipped, fault, ids: string[], undo: () => {undone, left, ids}}} */
export function takeIn({sessions, settings = {}, deleted = {}, damaged = []}, {ledger, values, records}) {
  const counts = {added: 0, merged: 0, same: 0, deleted: 0};
  const before = new Map(); // by id: the text that was there
  const ways = []; // back, for what is no session
  let fault = ledger.takeDeleted(passing(validTombstones, deleted) ?? []) ?? // these stay when the rest is undone: they hide nothing that was here
    takeSettings(settings, values, ways) ?? takeDamaged(damaged, records, ways);
  for (let i = 0; i < sessions.length && !fault; i++) fault = takeSession(sessions[i], ledger, counts, before);
  const written = new Map([...before.keys()].map((id) => [id, ledger.text(id)]));
  const undo = () => {
    ways.reverse().forEach((back) => back());
    const ids = [...before.keys()].filter((id) => takeBack(id, before.get(id), written.get(id), ledger));
    const left = before.size - ids.length;
    before.clear();
    return {undone: ids.length, left, ids};
  };
  if (fault) {
    undo();
    return {added: 0, merged: 0, skipped: sessions.length, fault, ids: [], undo: () => ({undone: 0, left: 0, ids: []})};
  }
  const {added, merged} = counts;
  return {added, merged, skipped: sessions.length - added - merged, fault, ids: [...before.keys()], undo};
}

function takeSession(value, ledger, counts, before) {
  const session = passing(validate, value);
  if (!session) return null;
  ledger.session(session.id); // reads what is stored
  const old = ledger.text(session.id);
  const {result, fault} = ledger.absorb(session);
  if (!before.has(session.id) && result !== "same" && result !== "deleted") before.set(session.id, old);
  counts[result]++;
  return fault;
}

/** Settings that are not set here yet. */
function takeSettings(settings, values, ways) {
  const old = values.get("settings");
  const fresh = {...passing(validSettings, settings), ...old};
  if (Object.keys(fresh).length === Object.keys(old ?? {}).length) return null;
  ways.push(() => values.set("settings", old));
  return values.set("settings", fresh);
}

/** Damaged texts that are not here yet. */
function takeDamaged(damaged, records, ways) {
  const names = damaged.map(({key}) => /damaged:.*/s.exec(key)?.[0]);
  for (const [i, name] of names.entries()) {
    if (!name || records.get(name).text !== null) continue;
    ways.push(() => records.remove(name));
    const fault = records.put(name, damaged[i].text);
    if (fault) return fault;
  }
  return null;
}

/** Undoes one session, unless it was changed since; false then. */
function takeBack(id, old, written, ledger) {
  if (ledger.text(id) !== written) return false;
  if (old === null) ledger.forget(id);
  else ledger.change(id, (session) => {
    for (const field of Object.keys(session)) delete session[field];
    Object.assign(session, unpack(old));
  });
  return true;
}
