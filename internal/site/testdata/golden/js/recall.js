/** What the journal has and the storage lost. */
import {finished, unpack} from "./sessions.js";

/** After so long a browser has written localStorage to disk; milliseconds. */
const FLUSHED = 5 * 60_000;

/** Takes the journal's entries into the log. Gives the ids that changed by it, and those that the journal need not keep. */
export function recall(entries, {ledger, records, time}) {
  const [ids, done] = [[], []];
  for (const {id, text, at} of entries) {
    const session = understood(id, text, records, time);
    if (session === MOVED) done.push(id);
    if (!session?.id) continue;
    const {result, fault} = ledger.absorb(session);
    const stored = result === "same" && !fault && finished(session) && Math.abs(time - at) > FLUSHED;
    if (result === "deleted" || stored) done.push(id);
    if (result === "added" || result === "merged") ids.push(id);
  }
  return {ids, done};
}

const MOVED = {};

function understood(id, text, records, time) {
  try {
    return unpack(text);
  } catch (e) {
    if (e.kind === "newer") records.tell("newer", `journal:${id}`);
    else if (!records.aside(`journal:${id}`, String(text), time)) return MOVED;
    return null;
  }
}
