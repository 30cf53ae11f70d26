/** Sessions as tables that other apps read, and what each of these loses. */
import {clock, rounded} from "./cells.js";
import {print} from "./csv.js";
import {convert} from "./loads.js";
import {t} from "./words.js";

const STRONG = [
  "Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE", "Distance", "Distance Unit", "Seconds",
  "Notes", "Workout Notes", "Workout Duration",
];
const HEVY = ["title", "start_time", "end_time", "description", "exercise_title", "superset_id", "exercise_notes", "set_index", "set_type"];
const FITNOTES = ["Date", "Exercise", "Category", "Weight", "Weight Unit", "Reps", "Distance", "Distance Unit", "Time", "Comment"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Efforts that an app knows. */
const RPE = {strong: [6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10], hevy: [6, 7, 7.5, 8, 8.5, 9, 9.5, 10]};

const writers = {strong, hevy, fitnotes};

/** The text of a file for an app: "strong" (its form with units, which Hevy reads too), "hevy" or "fitnotes". */
export const write = (sessions, app) => writers[app](sessions);

/** Every set that was done, with where it stands: n from 1 in its exercise, work counts without warm-ups and drops. */
function* sets(session) {
  for (const exercise of session.exercises) {
    let [n, work] = [0, 0];
    for (const set of exercise.sets) {
      if (!(set.amount > 0)) continue;
      n++;
      if (set.type === "w") work++;
      yield {exercise, set, n, work, ...amounts(exercise.measure, set.amount)};
    }
  }
}

/** The amount in the columns that these apps have: what is neither time nor distance is counted as repetitions. */
function amounts(measure, amount) {
  if (measure === "seconds") return {seconds: amount};
  return measure === "metres" ? {metres: amount} : {reps: amount};
}

/** The day that the reader gave it, at the hour when it began; noon where that is not known. */
const began = ({day, start}) => `${day} ${start.slice(11, 19) || "12:00:00"}`;

/** Seconds from start to end, 0 where they are not known. */
const length = ({start, end}) => Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / 1000) || 0);

const effort = (left, app) => (left !== null && RPE[app].includes(10 - left) ? 10 - left : "");

function strong(sessions) {
  const rows = sessions.flatMap((session) => Array.from(sets(session), ({exercise, set, n, work, reps = 0, seconds = 0, metres}, i) => [
    began(session), session.session.title, exercise.title, {u: "W", d: "D", w: String(work)}[set.type],
    Number(set.load), session.unit === "lb" ? "lbs" : "kg", reps, effort(set.left, "strong"), metres ? rounded(metres / 1000) : 0, metres ? "km" : "", seconds,
    n === 1 ? exercise.note : "", i === 0 ? session.note : "", span(length(session)),
  ]));
  return print([STRONG, ...rows], {separator: ";"});
}

/** 3900 as 1h 5m. */
function span(seconds) {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [h && `${h}h`, m && `${m}m`, s && `${s}s`].filter(Boolean).join(" ") || "0m";
}

function hevy(sessions) {
  const unit = sessions.length > 0 && sessions.every((session) => session.unit === "lb") ? "lb" : "kg";
  const rows = sessions.flatMap((session) => Array.from(sets(session), ({exercise, set, n, reps = "", seconds = "", metres}) => [
    session.session.title, spoken(began(session)), spoken(ended(session)), session.note, exercise.title, "", exercise.note, n - 1,
    {u: "warmup", d: "dropset", w: "normal"}[set.type], Number(set.load) > 0 ? convert(set.load, session.unit, unit) : "", reps,
    metres ? rounded(metres / 1000) : "", seconds, effort(set.left, "hevy"),
  ]));
  return print([[...HEVY, unit === "kg" ? "weight_kg" : "weight_lbs", "reps", "distance_km", "duration_seconds", "rpe"], ...rows]);
}

const ended = (session) => new Date(Date.parse(`${began(session)}Z`.replace(" ", "T")) + length(session) * 1000).toISOString();

/** 26 Jul 2025, 07:06 */
const spoken = (moment) => `${Number(moment.slice(8, 10))} ${MONTHS[moment.slice(5, 7) - 1]} ${moment.slice(0, 4)}, ${moment.slice(11, 16)}`;

function fitnotes(sessions) {
  const rows = sessions.flatMap((session) => Array.from(sets(session), ({exercise, set, n, reps = "", seconds, metres}) => [
    session.day, exercise.title, "Other", Number(set.load) > 0 ? Number(set.load) : "", Number(set.load) > 0 ? `${session.unit}s` : "", reps,
    metres ?? "", metres ? "m" : "", seconds ? clock(seconds) : "", n === 1 ? exercise.note : "",
  ]));
  return print([FITNOTES, ...rows]);
}

/** What a form loses, as sentences: "strong", "hevy", "fitnotes", or "csv" for the long table. */
export function losses(app) {
  const always = [
    t("Pain, warning signs and how the movement felt are left out."),
    t("The prescription, exercises that were skipped and those that were exchanged are left out."),
  ];
  if (app === "csv") return [...always, t("Effort, and the notes and the end of a session are left out."), t("Titles of programmes and sessions are left out; their ids stay.")];
  const common = [
    ...always, t("Programmes and weeks are left out."), t("Left and right become sets of their own, without their side."),
    t("Cycles, breaths, steps and calories become repetitions."), t("Sets of which nothing was done are left out."),
  ];
  const timed = [t("Repetitions left become an effort from 6 to 10; more than 4 are left out."), t("A session of which only the day is known gets noon as its time.")];
  const far = t("Distances are kept to the metre.");
  if (app === "strong") return [...common, ...timed, far];
  if (app === "hevy")
    return [...common, ...timed, far, t("Times are kept to the minute."), t("Loads are converted to kilograms, unless all are in pounds.")];
  return [
    ...common, t("Times, titles and notes of sessions are left out: all sessions of a day become one."),
    t("Effort is left out; warm-ups and drop sets become sets like the others."), t("Lengths of time are kept to the second."),
  ];
}
