/** The page of a programme: its calendar file, and when the reader last did the check. */
import {calendar, days, nextStart} from "./calendar.js";
import {showLastCheck} from "./last-check.js";
import {dayOf} from "./screening.js";
import {t} from "./words.js";

showLastCheck();
const block = document.querySelector("#programme-data");
const form = document.querySelector(".calendar-file");
if (block && form) offerCalendar(JSON.parse(block.textContent), form);

function offerCalendar(data, form) {
  const {programme} = data;
  const input = form.querySelector("input");
  for (const session of programme.sessions) session.url = new URL(session.url, location.href).href;
  form.previousElementSibling.remove(); // what stands there without script
  form.hidden = false;
  input.value = nextStart(programme, dayOf(new Date()));
  const show = () => form.querySelector(".preview").replaceChildren(...(input.value ? preview(programme, input.value) : []));
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(calendar(data, input.value, new Date()), `${programme.id}.ics`);
  });
  show();
}

/** The days until the pattern begins again, and the last. */
function preview(programme, start) {
  const all = days(programme, start);
  if (all.length === 0) return [];
  const {lang} = document.documentElement;
  const short = {weekday: "short", day: "numeric", month: "short", timeZone: "UTC"};
  const [write, writeYear] = [new Intl.DateTimeFormat(lang, short), new Intl.DateTimeFormat(lang, {...short, year: "numeric"})];
  const list = document.createElement("ol");
  for (const {date, session} of all.slice(0, programme.pattern.flat().length)) {
    const item = document.createElement("li");
    const letter = document.createElement("b");
    letter.textContent = session.toUpperCase();
    item.append(letter, " ", write.format(new Date(date)));
    list.append(item);
  }
  const last = document.createElement("p");
  last.textContent = t("{n} sessions in all, the last on {day}.", {n: all.length, day: writeYear.format(new Date(all.at(-1).date))});
  return [list, last];
}

/** Hands a text to the reader as a file. */
function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {type: "text/calendar;charset=utf-8"}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
