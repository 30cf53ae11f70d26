/**
 * What a session asks for today: each exercise with its sets, what was done last time, what
 * is suggested and why. Pure: the page shows it, the store keeps what is done of it.
 */
import {atHand} from "./at-hand.js";
import {bandsOf, stagesOf, verdictOf} from "./declared.js";
import {exposures, lastTime, phaseOf, rowsOf, values, worked} from "./history.js";
import {inUnit, roundDown, step, steps} from "./loads.js";
import {suggest} from "./progression.js";
import {growth} from "./raising.js";
import {lightWeek, stall} from "./review.js";
import {stepBackUp, wayBack} from "./returning.js";
import {daysSince} from "./schedule.js";
import {setId} from "./sessions.js";

/** Where a reader's own version of a row is kept in the settings. */
export const placeOf = (data, row) => `${data.programme.id}/${data.session.id}/${row}`;

/** The rows of the week as they are done today: the reader's own version, where there is one. */
export function rowsToday(data, week, settings) {
  return rowsOf(data, week).map((row) => asDone(row, settings.mine?.[placeOf(data, row.row)]));
}

/** A row with another exercise, another dose, or both; what it was is in `original`. */
export function asDone(row, mine) {
  if (!mine) return row;
  const other = mine.id && mine.id !== row.id ? row.instead?.find(({id}) => id === mine.id) : null;
  const dosed = {sets: mine.sets ?? row.sets, low: mine.low ?? row.low, high: mine.high === undefined ? row.high : mine.high};
  if (!other) return {...row, ...dosed, original: row, mine};
  return {...exchanged(row, other), ...(mine.low === undefined ? {sets: dosed.sets} : dosed), original: row, mine};
}

/** A row with one of the exercises that may stand in for its own. */
export function exchanged(row, other) {
  const alike = other.measure === row.measure;
  return {
    ...row, id: other.id, title: other.title, url: other.url, not: other.not, measure: other.measure, side: other.side, loads: other.loads,
    low: alike ? row.low : other.low, high: alike ? row.high : other.high, next: null, next_not: null, renamed_from: [], hold: undefined, asked: "", original: row,
  };
}

/** The exercise as the running session has it: exchanged where the reader exchanged it. */
export function inSession(row, exercise) {
  if (!exercise || exercise.id === row.id) return row;
  const from = row.original ?? row;
  const other = from.instead?.find(({id}) => id === exercise.id);
  return exercise.id === from.id ? from : other ? exchanged(from, other) : {...row, id: exercise.id, title: exercise.title, loads: [], next: null};
}

/** What a session asks for today: made once for each exercise, as long as `on` holds. */
export class Asked {
  #exercises = new Map();

  /** @param {string} key what `on` was made for */
  constructor(key, on) {
    [this.key, this.on, this.rows] = [key, on, rowsToday(on.data, on.week, on.settings)];
  }

  /** A row as the running session has it. */
  of(row, exercise) {
    const key = `${row.row}/${exercise.id}`;
    if (!this.#exercises.has(key)) this.#exercises.set(key, exerciseToday(inSession(row, exercise), this.on));
    return this.#exercises.get(key);
  }
}

/** The piece of equipment of a row: what the reader chose for it, has at hand, or the first. */
export function equipmentOf(row, settings) {
  const loads = row.loads ?? [];
  const chosen = loads.find(({id}) => id === settings.with?.[row.id]);
  return atHand(chosen ?? loads.find(({id}) => settings.equipment?.includes?.(id)) ?? loads[0] ?? null, settings);
}

/** The prescription that suggest() asks for. */
export function prescriptionFor(row, {data, settings, week, unit, load = 0}) {
  const phase = phaseOf(data.programme.phases, week, data.session.id);
  const stages = stagesOf(data.conditions, settings.conditions);
  const equipment = equipmentOf(row, settings);
  return {
    ...steps(equipment, unit, load), ...growth(row.measure),
    sets: {min: row.sets[0], max: row.sets[1]}, low: row.low, high: row.high, loadable: equipment !== null,
    role: row.role === "warm-up" ? "mobility" : row.role, confirm: row.confirm, rehab: row.rehab, load_locked: Boolean(phase?.lock),
    long_band: row.long_band || stages.some((stage) => stage.long_band), verdict: verdictOf(row.not, settings.conditions),
    next_exercise: row.next?.id, next_verdict: verdictOf(row.next_not, settings.conditions), pain_bands: bandsOf(data, row, settings.conditions),
    ...(equipment?.levels ? {max_increase: 1} : phase?.max_increase ? {max_increase: phase.max_increase} : {}),
  };
}

/**
 * An exercise today: {row, equipment, prescription, suggestion, last, stall, context, sets},
 * a set being {id, number, side, load, amount, optional, last}.
 * @param {{data, settings, week, unit, today: string, sessions: object[]}} on the earlier sessions, and the day
 */
export function exerciseToday(row, on) {
  const {settings, unit, today, sessions} = on;
  const equipment = equipmentOf(row, settings);
  const history = inUnit(exposures(sessions, row.id, row.renamed_from), unit, equipment);
  const prescription = prescriptionFor(row, {...on, load: history.at(-1)?.load});
  const way = wayBack(history, today, prescription.long_band);
  const suggestion = stepBackUp(suggest(prescription, history, daysSince(history, today)), way, prescription, history.at(-1));
  const last = lastTime(sessions, row.id, row.renamed_from);
  return {
    row, equipment, prescription, suggestion, last, stall: history.length ? stall(prescription, history) : null,
    context: {unit, measure: row.measure, levels: equipment?.levels, title: row.next?.title},
    sets: plannedSets(row, suggestion, history.at(-1), last, firstLoad(row, equipment, unit)),
  };
}

/**
 * Whether a light week would do good, from what today's exercises come to and how the
 * sessions of the last two weeks felt; null if not.
 * @param {{row, suggestion}[]} exercises as exerciseToday gives them
 */
export function lightWeekAhead(exercises, sessions, today) {
  const backed_off = exercises.filter(({suggestion}) => EASED.has(suggestion.action)).map(({row}) => row.id);
  return lightWeek([...sessions.map(({day, effort, exercises: done}) => ({day, effort, work: workIn(done)})), {day: today, backed_off}], today);
}

/** What takes load or amount away because of how it went, and not of the time between. */
const EASED = new Set(["STOP", "BACKOFF"]);

/** All that was done in a session, as one number to compare equal sessions by. */
const workIn = (exercises) => exercises.flatMap(worked).reduce((sum, {load, amount}) => sum + amount * Math.max(1, Number(load)), 0);

/** The load that the programme names, for the first time. */
function firstLoad(row, equipment, unit) {
  const named = /^(\d+(?:\.\d+)?)\s*(kg|lb)$/.exec(row.asked ?? "");
  if (named && named[2] === unit) return named[1];
  const level = equipment?.levels?.indexOf(row.asked) ?? -1;
  return level >= 0 ? String(level + 1) : "";
}

function plannedSets(row, suggestion, exposure, last, first) {
  const sides = row.side === "each" ? ["L", "R"] : [""];
  const count = Math.max(1, row.sets[1] + (suggestion.sets_change ?? 0));
  const load = suggestion.load === null ? first : suggestion.load > 0 ? String(suggestion.load) : "";
  const before = last ? values(last.sets) : [];
  return Array.from({length: count}, (_, i) => sides.map((side) => ({
    id: setId(i + 1, side), number: i + 1, side, load, optional: i >= row.sets[0],
    amount: amountOf(suggestion.target, row, exposure, i), last: lastOf(last, before, i, side),
  }))).flat();
}

function amountOf(target, {low, high}, exposure, i) {
  if (target === "high" && high !== null) return high;
  if (target === "same" && exposure?.values.length) return worse(exposure.values[Math.min(i, exposure.values.length - 1)]) ?? low;
  if (Array.isArray(target)) return target[Math.min(i, target.length - 1)];
  return typeof target === "number" ? target : low;
}

const worse = (value) => {
  const done = [value].flat().filter((v) => v !== null);
  return done.length ? Math.min(...done) : null;
};

/** What the same set had the last time: {load, amount, unit}, or null. */
function lastOf(last, before, i, side) {
  const value = before[i];
  const amount = Array.isArray(value) ? value[side === "R" ? 1 : 0] : value;
  if (amount === undefined || amount === null) return null;
  const set = last.sets.filter((s) => s.side === (Array.isArray(value) ? side : s.side))[i];
  return {amount, load: set?.load ?? "", unit: last.unit};
}

/** The next load up or down; "" is none. */
export function movedLoad(load, by, equipment, unit) {
  const now = Number(load) || 0;
  const {min_load, load_grid} = steps(equipment, unit, now);
  if (by > 0) {
    const more = step(equipment, unit, now) || (equipment ? 0 : 1);
    return text(now > 0 ? now + more : min_load || more);
  }
  if (equipment?.levels) return text(now - 1);
  const less = roundDown(now - 0.001, load_grid || 1, 0);
  return text(less < min_load ? 0 : less);
}

const text = (load) => (load > 0 ? String(Math.min(99_999, Math.round(load * 1000) / 1000)) : "");

/** A typed load as it is kept, with a point, or null where it is none. */
export function typedLoad(typed) {
  const load = typed.trim().replace(",", ".");
  if (load === "") return "";
  return /^\d{1,5}(\.\d{1,3})?$/.test(load) ? text(Number(load)) : null;
}
