/** From what a reader types into the form of a session to the session. No page, no storage. */
import {isDay} from "./moments.js";
import {later} from "./schedule.js";
import {t} from "./words.js";

/** A number that a reader types, with a comma or a point; null for nothing, undefined for what is none. */
export function typedNumber(text, {from = 0, to = 1e6} = {}) {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  return /^\d{1,7}(\.\d{1,3})?$/.test(plain) && Number(plain) >= from && Number(plain) <= to ? Number(plain) : undefined;
}

/** The first day that a session may have: before it nobody kept a log such as this. */
export const FIRST_DAY = "1990-01-01";

/** The last day: tomorrow, for it may be there already where the session was done. */
export const lastDay = (today) => later(today, 1);

/**
 * Why a session cannot have been done on a day, or "". The day that it had already may stay.
 * @param {{today: string, had: string}} known
 */
export function dayFault(day, {today, had}) {
  if (day === had) return "";
  if (day > lastDay(today)) return t("The day lies in the future.");
  return day < FIRST_DAY ? t("The day lies before 1990.") : "";
}

/** @returns {{values: object, errors: string[]}} the numbers of a form, and what in it is none, by name */
export function editOf(form) {
  const errors = [];
  const ask = (name, text, range) => {
    const value = typedNumber(text, range);
    if (value === undefined) errors.push(t("“{text}” as {name}.", {text: text.trim(), name}));
    return value ?? null;
  };
  const scale = {to: 10};
  const exercises = form.exercises.map((e) => ({
    ...e, pain: ask(t("pain"), e.pain, scale), effort: ask(t("effort"), e.effort, scale),
    sets: e.sets.filter(({gone}) => !gone).map((set) => ({...set, load: loadOf(ask(t("load"), set.load, {to: 99_999})), amount: ask(t("amount"), set.amount), left: ask(t("repetitions left"), set.left, {to: 100})})),
  }));
  if (!/^\d{4}-\d\d-\d\d$/.test(form.day) || !isDay(form.day)) errors.push(t("“{text}” as {name}.", {text: form.day, name: t("day")}));
  const pain = Object.fromEntries(Object.entries(form.pain).map(([when, text]) => [when, ask(t("pain"), text, scale)]));
  return {values: {...form, exercises, pain, effort: ask(t("effort"), form.effort, scale)}, errors};
}

const loadOf = (load) => (load > 0 ? String(load) : "");

/** Changes a session to what the form says. A set that is gone, or whose amount is empty, is no longer done. */
export function edited(session, {day, note, effort, pain, exercises}) {
  Object.assign(session, {day, note, effort, pain: {...session.pain, ...pain}});
  for (const {row, sets, ...said} of exercises) {
    const exercise = session.exercises.find((e) => e.row === row);
    if (!exercise) continue;
    Object.assign(exercise, {note: said.note, pain: said.pain, effort: said.effort});
    const kept = new Map(sets.map((set) => [set.id, set]));
    for (const set of exercise.sets) {
      const now = kept.get(set.id);
      kept.delete(set.id);
      if (now) Object.assign(set, {type: now.type, load: now.load, amount: now.amount, left: now.left});
      else if (set.amount !== null) set.amount = null;
    }
    for (const {id, type, side, load, amount, left} of kept.values())
      if (amount !== null) exercise.sets.push({id, type, side, load, amount, left, pain: null, at: null, counter: 1});
  }
}

/** Makes a session say again what it said before; a set that came since is no longer done. */
export function restored(session, before) {
  const {edits, exercises, ...rest} = before;
  Object.assign(session, structuredClone(rest));
  for (const exercise of session.exercises) {
    const then = exercises.find(({row}) => row === exercise.row);
    if (!then) continue;
    const {edits: counters, sets, ...said} = then;
    const old = new Map(sets.map((set) => [set.id, set]));
    Object.assign(exercise, structuredClone(said));
    for (const set of exercise.sets) Object.assign(set, old.has(set.id) ? {...old.get(set.id), counter: set.counter} : {amount: null});
  }
}
