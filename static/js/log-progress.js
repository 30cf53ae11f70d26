/** Charts of one exercise and of pain, and records. */
import {chart, plainTable} from "./chart.js";
import {el} from "./dom.js";
import {dayWithYear, loadWords, measureName, setShort, volumeWords} from "./log-words.js";
import {inParts} from "./parts.js";
import {exercisesIn, painOver, recordOf, series} from "./statistics.js";
import {n, t} from "./words.js";
import {emptyLog} from "./log-overview.js";

const WIDEST = 720;

export const progressView = {draw, actions: {
  exercise(page, select) {
    page.ui.exercise = select.value;
    page.draw();
  },
}};

async function draw(page) {
  const sessions = await page.all();
  if (sessions.length === 0) return [emptyLog()];
  const on = page.on();
  const width = Math.min(WIDEST, Math.max(280, page.stage.clientWidth));
  const {exercises, parts} = standing(page, sessions, on, width);
  return [exercisePart(page, {sessions, exercises, on, width}), parts];
}

/** What another choice of exercise does not change. */
function standing(page, sessions, on, width) {
  const key = JSON.stringify([on, width]), known = page.ui.progress;
  if (known?.sessions === sessions && known.key === key) return known;
  const exercises = exercisesIn(sessions, on.renamed);
  return (page.ui.progress = {sessions, key, exercises, parts: [painPart(sessions, width), recordsPart(sessions, exercises, on)]});
}

function exercisePart(page, {sessions, exercises: all, on, width}) {
  const chosen = all.find(({id}) => id === page.ui.exercise) ?? all[0];
  if (!chosen) return null;
  const points = series(sessions, chosen.id, on);
  const select = el("select", {id: "exercise", "data-change": "exercise"}, all.map(({id, title, times}) => el("option", {value: id, selected: id === chosen.id}, t("{title} ({n})", {title, n: times}))));
  return el("section", {class: "charts", "aria-labelledby": "exercise-title"}, el("h2", {id: "exercise-title"}, t("One exercise")),
    el("p", {class: "field"}, el("label", {for: "exercise"}, t("Exercise")), select),
    points.length > 0 ? chartsOf(points, {...on, levels: on.bands[chosen.id], title: chosen.title, width}) : el("p", {}, t("Only warm-up sets are noted of it.")));
}

function chartsOf(points, {unit, levels, title, width, careful}) {
  const {measure} = points.at(-1);
  const loaded = points.some(({best}) => best.load > 0);
  const moved = points.some(({volume}) => volume.load > 0) ? "load" : points.some(({volume}) => volume.carry > 0) ? "carry" : "amount";
  const say = {unit, measure, levels};
  const estimated = points.filter(({e1rm}) => e1rm !== null);
  const span = ({length}) => n(length, "one time", "{n} times");
  const from = points[0].day, to = points.at(-1).day;
  const about = (what) => t("{what} of {title}, {times}, from {from} to {to}. The numbers stand in the table below.", {what, title, times: span(points), from: dayWithYear(from), to: dayWithYear(to)});
  return [
    chart({
      title: t("Best set"), description: about(t("The best set")), width, unit: loaded ? (levels ? t("level of the band") : unit) : measureName(measure), head: [t("Day"), t("Best set")],
      lines: [{name: t("Best set"), points: points.map(({day, best}) => ({day, value: loaded ? best.load : best.amount}))}],
      rows: () => points.toReversed().map(({day, best}) => [dayWithYear(day), setShort(best, say)]),
    }),
    estimated.length > 0 && chart({
      title: t("Estimated one-repetition maximum"), description: about(t("The estimated one-repetition maximum")), width, unit, head: [t("Day"), t("Estimate")],
      lines: [{name: t("Estimate"), points: estimated.map(({day, e1rm}) => ({day, value: e1rm}))}],
      rows: () => estimated.toReversed().map(({day, e1rm}) => [dayWithYear(day), loadWords(e1rm, unit)]),
    }),
    estimated.length === 0 && loaded && measure === "reps" && !levels && el("p", {class: "why-not"}, careful
      ? t("No one-repetition maximum is estimated at the stage you declared.")
      : t("A one-repetition maximum is estimated only from sets of at most 10 repetitions of which the effort was noted.")),
    chart({
      title: t("Volume"), description: about(t("The volume")), width, head: [t("Day"), t("Volume"), t("Sets")],
      unit: moved === "load" ? t("{unit} × reps", {unit}) : moved === "carry" ? t("{unit} × m", {unit}) : measureName(measure),
      lines: [{name: t("Volume"), points: points.map(({day, volume}) => ({day, value: volume[moved]}))}],
      rows: () => points.toReversed().map(({day, volume, sets}) => [dayWithYear(day), volumeWords(volume, say), sets]),
    }),
  ];
}

function painPart(sessions, width) {
  const pain = painOver(sessions);
  const of = (key) => pain.filter((p) => p[key] !== null).map((p) => ({day: p.day, value: p[key]}));
  const lines = [
    {name: t("Worst during the session"), points: of("during")}, {name: t("Worst of the day after"), points: of("next_day")},
  ].filter(({points}) => points.length > 0);
  return el("section", {class: "charts", "aria-labelledby": "pain-title"}, el("h2", {id: "pain-title"}, t("Pain")),
    lines.length === 0 ? el("p", {}, t("No pain from 0 to 10 is noted yet.")) : chart({
      title: t("Pain, 0 to 10"), width, from: 0, to: 10, lines, head: [t("Day"), t("Before"), t("During"), t("After"), t("Day after")],
      description: t("Pain in {n} sessions, from {from} to {to}. The numbers stand in the table below.", {n: pain.length, from: dayWithYear(pain[0].day), to: dayWithYear(pain.at(-1).day)}),
      rows: () => pain.toReversed().map((p) => [dayWithYear(p.day), p.before, p.during, p.after, p.next_day]),
    }));
}

/** The table comes a little later: it takes a look at every set. */
function recordsPart(sessions, exercises, on) {
  const scroll = el("div", {class: "scroll"});
  const row = ({id, title, best, estimated}) => [title, setShort(best.best, {unit: on.unit, measure: best.measure, levels: on.bands[id]}), dayWithYear(best.day), estimated && loadWords(estimated.e1rm, on.unit)];
  inParts(recordsIn(sessions, exercises, on)).then((records) =>
    scroll.append(plainTable([t("Exercise"), t("Best set"), t("Day"), t("Estimated maximum")], records.map(row), t("Records"))));
  return el("section", {class: "charts", "aria-labelledby": "records-title"}, el("h2", {id: "records-title"}, t("Records")),
    el("p", {}, t("The best set of each exercise. A record is no aim: the next session follows from the last.")), scroll);
}

function* recordsIn(sessions, exercises, on) {
  const records = [];
  for (const exercise of exercises) {
    const record = recordOf(sessions, exercise, on);
    if (record) records.push(record);
    yield;
  }
  return records;
}
