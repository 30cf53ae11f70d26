/** The log as one JSON file, out and in, without loss; and as a long table. No DOM, no storage, no clock. */
import {Faults, Unreadable} from "./faults.js";
import {merge, validate} from "./sessions.js";
import {validTombstones} from "./tombstones.js";
import {validSettings} from "./values.js";
import {list, Refused, shape, text as string} from "./whitelist.js";
import {t} from "./words.js";

export {isLong, readLong, readLongTable, writeTable} from "./table.js";

const FORMAT = "regimen-log";
const SCHEMA = 1;
const MOST = 20_000_000;

const damagedTexts = list(1000, shape({key: string(1000, /damaged:/), text: string(MOST)}));

/**
 * The text of a backup, one session a line.
 * @param {{sessions: object[], settings?: object, deleted?: Record<string, number>, damaged?: {key, text}[], site: string, exported: string}} log
 */
export function write({sessions, settings = {}, deleted = {}, damaged = [], site, exported}) {
  const head = JSON.stringify({format: FORMAT, schema: SCHEMA, exported, site}).slice(0, -1);
  const lines = sessions.map((session) => JSON.stringify(validate(session))).join(",\n");
  const [rest, tombs, texts] = [settings, deleted, damaged].map((value) => JSON.stringify(value));
  return `${head},\n"sessions":[${lines && `\n${lines}\n`}],\n"settings":${rest},\n"deleted":${tombs},\n"damaged":${texts}}\n`;
}

/**
 * Reads a backup: everything that can be read, in fresh objects, and what cannot, in words.
 * @returns {{ok: boolean, site: string, exported: string, sessions: object[], settings: object, deleted: object,
 *   damaged: {key, text}[], errors: {line: number, message: string}[], counts: {refused: number}}}
 *   `ok` says whether it is a backup that this version reads
 */
export function read(text) {
  const faults = new Faults();
  const value = faults.try(1, () => opened(text, faults));
  const part = (name, check, otherwise) => taken(value, name, check, otherwise, faults, text);
  return {
    ok: Boolean(value), site: part("site", string(200), ""), exported: part("exported", string(40), ""),
    sessions: value ? sessionsOf(value, faults, text) : [],
    settings: part("settings", validSettings, {}), deleted: Object.fromEntries(part("deleted", validTombstones, [])), damaged: part("damaged", damagedTexts, []),
    errors: faults.list, counts: {refused: faults.count},
  };
}

/** The outer object; null, and a fault, where the text is no backup. */
function opened(text, faults) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (e) {
    faults.add(lineOf(e, text), t("The file is damaged: it ends early, or something in it was changed."));
    return null;
  }
  if (value?.format !== FORMAT || !Array.isArray(value.sessions)) throw new Unreadable(t("This is no backup of a training log."));
  if (!Number.isInteger(value.schema) || value.schema < 1) throw new Unreadable(t("The backup does not say what form it has."));
  if (value.schema > SCHEMA) throw new Unreadable(t("The backup was made by a newer version of this site. Open the site anew and try again."));
  return value;
}

/** Where a browser says that JSON breaks off: some name a line, some a position. */
function lineOf({message}, text) {
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  return Number(line) || (position ? lineAt(text, Number(position)) : 1);
}

const lineAt = (text, position) => text.slice(0, position).split("\n").length;

/** One part of a backup, through its check; what is absent or refused counts as what is said here. */
function taken(value, name, check, otherwise, faults, text) {
  if (!value || !Object.hasOwn(value, name)) return otherwise;
  try {
    return check(value[name]);
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    faults.add(lineAt(text, Math.max(0, text.lastIndexOf(`"${name}"`))), t("“{part}” is left out: {reason}.", {part: name, reason: e.message}));
    return otherwise;
  }
}

function sessionsOf(value, faults, text) {
  const all = new Map();
  const first = /^[^\n]*\n"sessions":\[\n/.test(text) ? 3 : null; // one a line, as write() has it
  for (const [i, entry] of value.sessions.entries()) {
    if (faults.tooMany) break;
    try {
      const session = validate(entry);
      all.set(session.id, all.has(session.id) ? merge(all.get(session.id), session) : session);
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      faults.add(first === null ? 1 : first + i, t("Session {n} is left out: {reason}.", {n: i + 1, reason: e.message}));
    }
  }
  return [...all.values()];
}
