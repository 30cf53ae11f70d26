/** One session of the log: its shape in memory, its stored text, and its versions. No DOM, no storage, no clock. */
import {exerciseParts, merge, sessionParts} from "./merging.js";
import {isDay, known, local} from "./moments.js";
import {list, maybe, number, oneOf, or, orNull, parse, Refused, shape, text, whole} from "./whitelist.js";

export {merge};

export const VERSION = 1;
export const UNITS = ["kg", "lb"];
/** How long an id, a title, a dose and a note may be; a stored session as a whole. */
const [ID, TITLE, DOSE, NOTE, WHOLE] = [200, 300, 500, 5000, 1_000_000];

/** The name of a session: no colon, which parts the keys of the storage. */
export const SESSION_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const SET_ID = /^[A-Za-z0-9_-]{1,40}$/;
const LOAD = /^(\d{1,5}(\.\d{1,3})?)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?$/;

const day = (value) => {
  if (!isDay(text(10, DAY)(value))) throw new Refused("is no day of the calendar");
  return value;
};
/** A local moment with its offset, or empty when only the day is known (other apps' files). */
const moment = (value) => {
  if (value !== "") day(text(25, MOMENT)(value).slice(0, 10));
  return value;
};
const note = or("", text(NOTE));
const scale = orNull(number(0, 10));
const words = orNull(text(ID));
const edits = (names) => or({}, shape(Object.fromEntries(names.map((name) => [name, maybe(whole(1, 1e9))]))));

const set = shape({
  id: text(40, SET_ID), type: or("w", oneOf("w", "u", "d")), side: or("", oneOf("", "L", "R")), load: or("", text(9, LOAD)),
  amount: orNull(number(0, 1e6)), left: orNull(number(0, 100)), pain: scale, at: orNull(whole(0, 1e12)), counter: or(1, whole(1, 1e9)),
});
const SET_FIELDS = ["id", "type", "side", "load", "amount", "left", "pain", "at", "counter"];

const exercise = shape({
  row: text(ID, /./), id: text(ID), title: text(TITLE), dose: or("", text(DOSE)), measure: or("reps", text(20)),
  skipped: words, substitute_for: words, pain: scale, flags: or([], list(20, text(ID))), effort: scale, form: words, note,
  sets: or([], list(300, set, "id")), edits: edits(exerciseParts),
});

const session = shape({
  v: or(VERSION, oneOf(VERSION)), id: text(64, SESSION_ID), day, zone: or("", text(64)), start: or("", moment), end: maybe(moment),
  programme: orNull(shape({id: text(ID), version: or("", text(40)), title: text(TITLE), week: orNull(whole(1, 10_000))})),
  session: shape({id: text(ID), title: text(TITLE)}), unit: oneOf(...UNITS),
  pain: or({}, shape({before: scale, during: scale, after: scale, next_day: scale})),
  effort: scale, red_flag: words, note, exercises: list(100, exercise, "row"), edits: edits(sessionParts),
});

/** A session from outside, in the form that it has in memory: a fresh copy, or Refused is thrown. */
export const validate = session;

/** What is wrong with a session whose version is newer than this code knows. */
class Newer extends Error {
  kind = "newer";
}

/** Steps from version n to n + 1, by n. */
const steps = [
  /** 0 had no `v`, and sets as objects without counters. */
  (value) => ({...value, v: 1, exercises: value.exercises.map((e) => ({...e, sets: e.sets.map((s) => SET_FIELDS.map((f) => s[f]))}))}),
];

/** A stored value in the present version. */
export function migrate(value) {
  const from = value?.v ?? 0;
  if (!Number.isInteger(from) || from < 0) throw new Refused("is no version").within("v");
  if (from > VERSION) throw new Newer(`version ${from} is newer than ${VERSION}`);
  try {
    return steps.slice(from).reduce((older, step) => step(older), value);
  } catch {
    throw new Refused(`is no session of version ${from}`);
  }
}

/** A stored text and the version that it had. */
export function read(stored) {
  if (stored.length > WHOLE) throw new Refused(`is longer than ${WHOLE} characters`);
  const value = parse(stored, (v) => v);
  const from = value?.v ?? 0;
  return {session: validate(named(migrate(value))), from};
}

/** The session of a stored text. Throws an error whose kind is "damaged" or "newer". */
export const unpack = (stored) => read(stored).session;

/** From the stored form to the one in memory: sets are tuples there, counters a list. */
function named(value) {
  const exercises = Array.isArray(value?.exercises) ? value.exercises.map(namedExercise) : undefined;
  return {...value, exercises, edits: namedEdits(value.edits, sessionParts)};
}

function namedExercise(value) {
  const sets = Array.isArray(value?.sets) ? value.sets.map(fromTuple) : value?.sets;
  return {...value, sets, edits: namedEdits(value?.edits, exerciseParts)};
}

function fromTuple(tuple) {
  if (!Array.isArray(tuple)) throw new Refused("has a set that is no list");
  const [id, type, side, load, amount, left, pain, at, counter] = tuple;
  return {id, type, side, load, amount, left, pain, at, counter};
}

function namedEdits(counters, names) {
  if (!Array.isArray(counters)) return counters;
  return Object.fromEntries(names.map((name, i) => [name, counters[i] || undefined]));
}

/** The stored text of a valid session: the same session always gives the same text. */
export function pack({v, id, day, zone, start, end, exercises, edits: all, ...rest}) {
  return JSON.stringify({v, id, day, zone, start, end, ...rest, exercises: exercises.map(packExercise), edits: packEdits(all, sessionParts)});
}

/** Of an exercise only what is said: most have no note, no flag, no substitute. */
function packExercise({row, id, title, dose, measure, skipped, substitute_for, pain, flags, effort, form, note: said, sets, edits: all}) {
  return {
    row, id, title, dose, measure: measure === "reps" ? undefined : measure, skipped: skipped ?? undefined, substitute_for: substitute_for ?? undefined,
    pain: pain ?? undefined, flags: flags.length > 0 ? flags : undefined, effort: effort ?? undefined, form: form ?? undefined, note: said || undefined,
    sets: sets.map((s) => SET_FIELDS.map((field) => s[field])), edits: packEdits(all, exerciseParts),
  };
}

/** Counters in the order of the parts, without the zeros at the end; absent where nothing was edited. */
function packEdits(all, names) {
  const counters = names.map((name) => all[name] ?? 0);
  const length = counters.findLastIndex((n) => n > 0) + 1;
  return length > 0 ? counters.slice(0, length) : undefined;
}

/** Two stored texts of one session in one; a damaged first one gives way. Throws when it is newer. */
export function mergeTexts(stored, other) {
  let theirs;
  try {
    theirs = unpack(stored);
  } catch (e) {
    if (e.kind !== "damaged") throw e;
    return other;
  }
  return pack(merge(theirs, unpack(other)));
}

/**
 * A session that begins now.
 * @param {{programme: ?object, session: {id, title}, unit, exercises: {row, id, title, dose, measure?, substitute_for?}[]}} plan
 * @param {{id: string, now: {time: number, zone: string}}} at
 */
export function begin(plan, {id, now}) {
  const start = local(now);
  return validate({
    id, day: start.slice(0, 10), zone: known(now.zone), start, programme: titled(plan.programme), session: titled(plan.session), unit: plan.unit,
    exercises: plan.exercises.map((e) => ({...titled(e), dose: (e.dose ?? "").slice(0, DOSE)})),
  });
}

const titled = (thing) => thing && {...thing, title: thing.title.slice(0, TITLE)};

/** Whether it is over; a session without an end runs. */
export const finished = ({end}) => typeof end === "string";

/** The id of a planned set, so that the same set in two tabs is one; and of one that was added. */
export const setId = (number, side = "") => `${number}${side}`;
export const addedSetId = (random = Math.random) =>
  `x${Array.from({length: 6}, () => String.fromCharCode(97 + Math.floor(random() * 26))).join("")}`;

/** Sets that were done. */
export const done = ({exercises}) => exercises.flatMap(({sets}) => sets.filter(({amount}) => amount !== null));
