/** The first view of the log: what is due, four weeks, and the month. */
import {calendar} from "./calendar.js";
import {button, el} from "./dom.js";
import {save} from "./download.js";
import {weekOf} from "./history.js";
import {dayWithYear, fullDay, letterOf, monthName, weekdayName} from "./log-words.js";
import {pageOf} from "./running-bar.js";
import {due, turnOf} from "./schedule.js";
import {adherenceOf, monthLater, monthOf} from "./statistics.js";
import {n, number, t} from "./words.js";

const root = new URL("../", import.meta.url);

/** The address of a session's page. */
export const sessionPage = (programme, session) => pageOf({programme, session}, root).href;

export const overviewView = {draw, actions: {
  month(page, {dataset}) {
    page.ui.month = monthLater(page.ui.month ?? page.today().slice(0, 7), Number(dataset.by));
    page.draw();
  },
  calendar(page, {dataset}) {
    const programme = programmeOf(page, dataset.value);
    programme.sessions = programme.sessions.map((s) => ({...s, url: sessionPage(programme.id, s.id)}));
    const done = doneIn(page.store.list().filter(({end}) => end), programme);
    const under = {first: turnOf(programme, done), origin: programme.start};
    save(calendar({site: page.data.site, programme}, due(programme, done, page.today()).day, new Date(), under), `${programme.id}.ics`, "text/calendar");
  },
}};

/** The sessions done of a programme. */
const doneIn = (finished, {id}) => finished.filter(({programme}) => programme === id).map(({session, day}) => ({session, day}));

const programmeOf = (page, id) => ({id, ...page.settings().programmes[id]});

function draw(page) {
  const list = page.store.list();
  if (list.length === 0) return [emptyLog()];
  const finished = list.filter(({end}) => end);
  return [nextUp(page, finished), monthView(page, finished)];
}

/** Nothing is logged yet. */
export const emptyLog = () => el("section", {class: "empty-log"}, el("h2", {}, t("Nothing is logged yet")),
  el("p", {}, t("Open a session of a programme and press “Start this session”. What you do there comes together here.")),
  el("p", {class: "links"}, el("a", {class: "button", href: new URL("programmes.html", root).href}, t("Choose a programme")), el("a", {href: "#import"}, t("Bring in a backup or another app’s file"))));

/** The programmes of the log, the one done last first. */
function programmesOf(page, finished) {
  const last = (id) => finished.findLast(({programme}) => programme === id)?.day ?? "";
  return Object.keys(page.settings().programmes ?? {}).map((id) => programmeOf(page, id)).sort((a, b) => (last(a.id) < last(b.id) ? 1 : -1));
}

function nextUp(page, finished) {
  const cards = programmesOf(page, finished).map((programme) => card(page, programme, finished)).filter(Boolean);
  return el("section", {class: "due", "aria-labelledby": "due-title"}, el("h2", {id: "due-title"}, t("What is next")),
    cards.length > 0 ? el("ul", {class: "due-list"}, cards) : el("p", {}, t("No programme is under way. The log begins with the first session of one.")));
}

function card(page, programme, finished) {
  const today = page.today();
  const turn = due(programme, doneIn(finished, programme), today);
  const session = programme.sessions?.find(({id}) => id === turn?.session);
  if (!session) return null;
  const kept = adherenceOf(programme, programme.id, finished, today);
  const week = programme.start ? weekOf(programme.start, today) : null;
  const ended = programme.weeks && week > programme.weeks;
  const at = programme.weeks ? t("week {n} of {weeks}", {n: week, weeks: programme.weeks}) : t("week {n}", {n: week});
  return el("li", {}, el("p", {class: "of"}, programme.title, week && !ended && ` · ${at}`),
    el("p", {class: "turn"}, el("a", {href: sessionPage(programme.id, session.id)}, nameOf(session)),
      turn.day && el("span", {}, turn.day === today ? t("today") : fullDay(turn.day))),
    el("p", {class: "reason"}, ended ? t("The weeks of the programme are over; the turn goes on for as long as you like.") : t("Follows from what was done last; what was missed is not made up.")),
    kept?.planned > 0 && meter(kept),
    programme.start && turn.day && button("calendar", {class: "plain", id: `ics-${programme.id}`, "data-value": programme.id}, t("Calendar file")));
}

function nameOf({id, title}) {
  const letter = id.toUpperCase();
  return title ? t("Session {letter}: {title}", {letter, title}) : t("Session {letter}", {letter});
}

/** Done of planned over four weeks. */
function meter({done, planned}) {
  const words = t("{done} of {planned} planned sessions in the last four weeks", {done, planned});
  return el("div", {class: "kept"}, el("progress", {max: planned, value: Math.min(done, planned), "aria-label": words}), el("p", {}, words));
}

function monthView(page, finished) {
  const month = page.ui.month ?? page.today().slice(0, 7);
  const byDay = new Map();
  for (const entry of finished) if (entry.day.startsWith(month)) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry]);
  const weeks = monthOf(month);
  const count = [...byDay.values()].flat().length;
  return el("section", {class: "month-part", "aria-labelledby": "month-title"},
    el("div", {class: "month-head"}, el("h2", {id: "month-title", "aria-live": "polite"}, monthName(`${month}-01`)),
      button("month", {class: "plain", id: "month-before", "data-by": -1, "aria-label": t("The month before")}, "‹"),
      button("month", {class: "plain", id: "month-after", "data-by": 1, "aria-label": t("The month after")}, "›")),
    el("table", {class: "month", "aria-labelledby": "month-title"}, el("thead", {}, el("tr", {}, weeks[0].map(({day}) => el("th", {scope: "col"}, weekdayName(day))))),
      el("tbody", {}, weeks.map((week) => el("tr", {}, week.map((cell) => dayCell(cell, byDay.get(cell.day) ?? [], page.today())))))),
    el("p", {class: "count"}, n(count, "1 session", "{n} sessions")));
}

const MOST_IN_CELL = 3;

function dayCell({day, within}, entries, today) {
  const label = (entry) => t("{title}, {day}", {title: entry.title || letterOf(entry), day: dayWithYear(day)});
  const links = entries.slice(0, MOST_IN_CELL).map((entry) => el("a", {href: `#history/${entry.id}`, "aria-label": label(entry)}, letterOf(entry)));
  return el("td", {class: within ? null : "beyond", "aria-current": day === today ? "date" : null}, within && [
    el("span", {class: "date"}, number(Number(day.slice(8)))), links, entries.length > MOST_IN_CELL && el("small", {}, t("+{n}", {n: entries.length - MOST_IN_CELL})),
  ]);
}
