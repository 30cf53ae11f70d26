/** What a file would bring into the log, told before anything is stored. No DOM, no storage, no clock. */
import {isLong, read as readBackup, readLongTable} from "./backup.js";
import {parse} from "./csv.js";
import {columns} from "./forms.js";
import {readTable} from "./foreign.js";
import {convert} from "./loads.js";
import {counted, merge} from "./merging.js";
import {done, pack, validate} from "./sessions.js";
import {t} from "./words.js";

/** The largest file that is read, in bytes, and in characters of its text. */
export const LARGEST = 20 * 1024 * 1024;
/** What a new session takes beside its text: its key. */
const KEY = 60;

/** The text of a file: UTF-8, UTF-16 with its mark, or what older spreadsheets write. */
export function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * What a file holds and what it would change. Never throws.
 * @param {string} text
 * @param {string} fileName
 * @param {{exercises?: {id, title, aliases?}[], sessions?: object[], deleted?: Record<string, number>, room?: number,
 *   chosen?: Record<string, string>, today?: string, unit?, decimal?, distance?, order?}} known
 *   the site's exercises; what the log holds; how many characters still fit; ids chosen for names; answers to questions
 * @returns {{kind: "backup"|"csv"|"strong"|"hevy"|"fitnotes"|"refused", form: ?string, fileName: string, site: ?string,
 *   counts: {sessions, sets, new, same, changed, deleted, empty, refused}, days: ?{from, to}, future: number, questions: string[], unmatched: string[],
 *   errors: {line, message}[], size: number, fits: ?boolean, ready: boolean, apply: () => {sessions, source, settings?, deleted?, damaged?}}}
 */
export function preview(text, fileName, known = {}) {
  const refusal = refused(text);
  const file = refusal ? nothing(refusal) : text.trimStart().startsWith("{") ? ofBackup(text) : ofTable(parse(text), known);
  const {sessions, counts, size} = compared(file, known);
  const total = size + (file.more ? JSON.stringify(file.more).length : 0);
  const fits = known.room === undefined ? null : total <= known.room;
  const days = file.sessions.map(({day}) => day).sort();
  return {
    kind: file.kind, form: file.form ?? null, fileName, site: file.site ?? null, counts: {...counts, ...file.counts},
    days: days.length > 0 ? {from: days[0], to: days.at(-1)} : null, future: days.filter((day) => day > known.today).length, questions: file.questions ?? [], unmatched: file.unmatched ?? [],
    errors: file.errors, size: total, fits, ready: file.kind !== "refused" && !file.questions?.length && fits !== false,
    apply: () => ({sessions, source: fileName, ...file.more}),
  };
}

/** Why a text is not looked at, or "". */
function refused(text) {
  if (text.length > LARGEST) return t("The file is larger than {n} MB.", {n: LARGEST / 1024 / 1024});
  if (text.trim() === "") return t("The file is empty.");
  if (/^PK\u0003\u0004|[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 100_000))) return t("This is no text file. Save a spreadsheet as CSV first.");
  return "";
}

const nothing = (message, line = 1) => ({kind: "refused", sessions: [], errors: [{line, message}], counts: {sessions: 0, sets: 0, empty: 0, refused: 1}});

function ofBackup(text) {
  const {ok, site, sessions, settings, deleted, damaged, errors, counts} = readBackup(text.replace(/^\ufeff/, ""));
  if (!ok) return {...nothing(""), errors};
  return {kind: "backup", site, sessions, errors, counts: {...totals(sessions), empty: 0, ...counts}, more: {settings, deleted, damaged}};
}

function ofTable(table, known) {
  const heading = table.rows[0] ?? [];
  if (isLong(heading)) return {kind: "csv", ...readLongTable(table, known)};
  if (columns(heading)) {
    const {app, ...file} = readTable(table, known);
    return {kind: app, ...file};
  }
  return nothing(t("This is neither a backup of this log nor a table that it writes, nor an export of Strong, Hevy or FitNotes."), table.lines[0] ?? 1);
}

const totals = (sessions) => ({sessions: sessions.length, sets: sessions.reduce((sum, session) => sum + done(session).length, 0)});

/** What of a file is new to the log, what it changes, and how many characters more that takes. */
function compared({kind, sessions}, {sessions: held = [], deleted = {}}) {
  const counts = {new: 0, same: 0, changed: 0, deleted: 0};
  const [byId, twins] = [new Map(held.map((session) => [session.id, session])), new Twins(held)];
  const out = [];
  let size = 0;
  const take = (count, session, more) => {
    counts[count]++;
    out.push(session);
    size += more;
  };
  for (const session of sessions) {
    const mine = byId.get(session.id);
    if (Object.hasOwn(deleted, session.id) && deleted[session.id] % 2 === 1) counts.deleted++;
    else if (mine) {
      const next = joined(mine, session, kind);
      const [before, after] = [pack(mine), pack(next)];
      if (before === after) counts.same++;
      else take("changed", next, after.length - before.length);
    } else if (kind !== "backup" && twins.has(session, kind)) counts.same++;
    else take("new", session, pack(session).length + KEY);
  }
  return {sessions: out, counts, size};
}

/**
 * A session of the log with what a file says of it. A table has no counters: what nobody
 * edited here since it came from a table is as the table says now; what was edited stays,
 * and so does what the table does not say.
 */
function joined(mine, session, kind) {
  const said = {...session, end: session.end || mine.end, note: session.note || mine.note};
  return kind !== "backup" && isUntouched(mine) ? validate(counted(mine, said, null)) : merge(mine, session);
}

const isUntouched = ({edits, exercises}) => isEmpty(edits) && exercises.every((e) => isEmpty(e.edits) && e.sets.every(({counter}) => counter === 1));
const isEmpty = (object) => Object.keys(object).length === 0;

/**
 * The log's sessions by when they began: a table that was made from them has other ids and
 * says less, and must not bring them in again.
 */
class Twins {
  constructor(held) {
    this.byMinute = grouped(held, ({day, start}) => `${day} ${start.slice(11, 16)}`);
    this.byDay = grouped(held, ({day}) => day);
  }

  /** Whether the log holds a session of that time in which the same was done. */
  has(session, kind) {
    const {day, start} = session;
    const least = kind === "csv" ? 0 : SMALLEST;
    const wanted = facts([session], least);
    if (wanted.length === 0) return false;
    const sameDay = this.byDay.get(day) ?? [];
    const hour = start.slice(11, 16);
    const minute = this.byMinute.get(`${day} ${hour}`) ?? (hour === NOON ? this.byMinute.get(`${day} `) : null) ?? [];
    const groups = start === "" ? [sameDay, ...sameDay.map((one) => [one])] : minute.map((one) => [one]);
    return groups.some((group) => alike(facts(group, least), wanted));
  }
}

function grouped(sessions, keyOf) {
  const groups = new Map();
  for (const session of sessions) {
    const key = keyOf(session);
    if (groups.has(key)) groups.get(key).push(session);
    else groups.set(key, [session]);
  }
  return groups;
}

/** What a table says where a session has no hour. */
const NOON = "12:00";
/** Amounts below this are nothing to other apps. */
const SMALLEST = 0.0005;

/** Amounts and loads, sorted: all that every form of table keeps. */
const facts = (sessions, least) => sessions
  .flatMap((session) => done(session).filter(({amount}) => amount >= least).map(({amount, load}) => ({amount, load: convert(Number(load), session.unit, "kg")})))
  .sort((a, b) => a.amount - b.amount || a.load - b.load);

/** Loads lose hundredths when they are converted; distances and times what is below the metre and the second. */
const alike = (a, b) => a.length === b.length && a.every(({amount, load}, i) => Math.abs(amount - b[i].amount) < 1 && Math.abs(load - b[i].load) < 0.03);
