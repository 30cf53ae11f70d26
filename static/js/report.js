/** Four weeks on one sheet, for the reader or a physiotherapist. */
import {plainTable} from "./chart.js";
import {button, el} from "./dom.js";
import {dayWithYear, fullDay, setShort, shortDay} from "./log-words.js";
import {emptyLog} from "./log-overview.js";
import {adherenceOf, fourWeeks, reportFrom} from "./statistics.js";
import {n, t} from "./words.js";

/** So many rows of pain and of notes have room on one sheet. */
const [MOST_DAYS, MOST_NOTES, MOST_EXERCISES] = [16, 8, 20];

export const reportView = {draw, actions: {print: () => print()}};

function draw(page) {
  if (!page.store.list().some(({end}) => end)) return [emptyLog()];
  const today = page.today(), from = reportFrom(today);
  const report = fourWeeks(page.store.sessions(({day, end}) => end && day >= from), today, page.on());
  const {conditions} = page.settings();
  return [el("article", {class: "report", "aria-labelledby": "report-title"},
    el("header", {}, el("h2", {id: "report-title"}, t("Training report")), el("p", {class: "span"}, t("From {from} to {to}", {from: dayWithYear(report.from), to: dayWithYear(today)})),
      el("p", {class: "print-only report-line"}, el("span", {}, t("Name"))), el("p", {class: "links screen-only"}, button("print", {class: "button", id: "print"}, t("Print the report")))),
    doneOf(page, report), declared(page, conditions), report.flags.length > 0 && el("section", {class: "flags"}, el("h3", {}, t("Warning signs")),
      el("ul", {}, report.flags.map(({day, flag}) => el("li", {}, el("b", {}, fullDay(day)), " ", page.data.flags?.[flag] ?? flag)))),
    exercisesOf(page, report), painOf(report), notesOf(report),
    el("p", {class: "small"}, t("Noted by the reader in a training log. General information, not medical advice.")))];
}

function doneOf(page, {days}) {
  const programmes = Object.entries(page.settings().programmes ?? {});
  const lines = programmes.map(([id, programme]) => [programme.title, adherenceOf(programme, id, page.store.list().filter(({end}) => end), page.today())]).filter(([, kept]) => kept?.done > 0);
  return el("section", {}, el("h3", {}, t("Sessions")),
    el("p", {}, n(days.length, "1 session in four weeks", "{n} sessions in four weeks"), days.length > 0 && t(": {days}.", {days: days.map(shortDay).join(t(", "))})),
    lines.map(([title, {done, planned}]) => el("p", {}, t("{title}: {done} of {planned} planned.", {title, done, planned}))));
}

function declared(page, conditions = {}) {
  const names = page.data.conditions.flatMap(({id, title, stages}) => stages.filter((stage) => conditions?.[id] === stage.id).map((stage) => `${title}: ${stage.title}`));
  return names.length > 0 && el("p", {}, el("b", {}, t("Declared:")), " ", names.join(t("; ")));
}

function exercisesOf(page, {exercises}) {
  const {unit, bands} = page.on();
  const words = (set, {id, measure}) => setShort(set, {unit, measure, levels: bands[id]});
  const rows = exercises.slice(0, MOST_EXERCISES).map((e) => [e.title, e.times, words(e.first, e), words(e.last, e), e.pain]);
  return el("section", {}, el("h3", {}, t("Exercises")), rows.length === 0 ? el("p", {}, t("None in these weeks.")) : el("div", {class: "scroll"},
    plainTable([t("Exercise"), t("Times"), t("Best set, first time"), t("Best set, last time"), t("Worst pain")], rows, t("Exercises"))),
  exercises.length > MOST_EXERCISES && el("p", {class: "small"}, n(exercises.length - MOST_EXERCISES, "1 more was done less often.", "{n} more were done less often.")));
}

function painOf({pain}) {
  if (pain.length === 0) return el("section", {class: "pain-days"}, el("h3", {}, t("Pain, 0 to 10")), el("p", {}, t("Nothing is noted.")));
  const rows = pain.slice(-MOST_DAYS).map((p) => [fullDay(p.day), p.before, p.during, p.after, p.next_day]);
  return el("section", {class: "pain-days"}, el("h3", {}, t("Pain, 0 to 10")), el("div", {class: "scroll"}, plainTable([t("Day"), t("Before"), t("During"), t("After"), t("Day after")], rows, t("Pain, 0 to 10"))));
}

function notesOf({notes}) {
  if (notes.length === 0) return null;
  return el("section", {class: "notes"}, el("h3", {}, t("Notes")), el("ul", {}, notes.slice(-MOST_NOTES).map(({day, title, text}) => el("li", {}, el("b", {}, t("{day}, {title}:", {day: shortDay(day), title})), " ", text))),
    notes.length > MOST_NOTES && el("p", {class: "small"}, t("Only the last {n} notes.", {n: MOST_NOTES})));
}
