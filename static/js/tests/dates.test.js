import {dateOf, LANGUAGES, months, orderOf} from "../dates.js";
import {equal, ok, test} from "./testing.js";

const told = (cell, order) => {
  const date = dateOf(cell, order);
  return date && [date.day, date.time, date.offset].filter(Boolean).join(" ");
};

test("dates are read as the apps write them", () => {
  for (const [cell, want] of [
    ["2025-07-26 07:06:01", "2025-07-26 07:06:01"], ["2025-07-26", "2025-07-26"], ["2025/7/6 9:05", "2025-07-06 09:05:00"],
    ["2025-07-26T07:06:00Z", "2025-07-26 07:06:00 Z"], ["2025-07-26T07:06:00.123+0530", "2025-07-26 07:06:00 +05:30"],
    ["26 Jul 2025, 07:06", "2025-07-26 07:06:00"], ["1 Sept 2025, 19:30", "2025-09-01 19:30:00"], ["Jul 26, 2025, 7:06 PM", "2025-07-26 19:06:00"],
    ["Jan 1, 2024, 12:05 AM", "2024-01-01 00:05:00"], ["Jan 1, 2024, 12:05 pm", "2024-01-01 12:05:00"], ["26-Jul-2025 07:06", "2025-07-26 07:06:00"],
    ["26.07.2025 07:06", "2025-07-26 07:06:00"], ["26. Juli 2025, 07:06", "2025-07-26 07:06:00"], ["26 juil. 2025, 07:06", "2025-07-26 07:06:00"],
    ["26 de jul. de 2025, 07:06", "2025-07-26 07:06:00"], ["26 июл. 2025 г., 07:06", "2025-07-26 07:06:00"], ["26 Tem 2025 07:06", "2025-07-26 07:06:00"],
    ["2025年7月26日 07:06", "2025-07-26 07:06:00"], ["2025년 7월 26일 PM 07:06", "2025-07-26 19:06:00"], ["29 Feb 2024", "2024-02-29"],
  ]) equal(told(cell), want, cell);
});

test("what is no date is none", () => {
  for (const cell of [
    "", "yesterday", "2025-02-30", "31 Feb 2025, 19:30", "2025-13-01", "26 Foo 2025", "2025-07-26 25:00", "2025-07-26 07:60", "07:06", "12 AM", "Jan 1, 2024, 13:05 PM",
    "1 Jan 1969", "0025-01-01", "2025-07-26 07:06 +99:00", "26 Jul 2025, 07:06 ip.", "9".repeat(1e6), "2025-07-26 quickly", "__proto__", "26 constructor 2025",
  ]) equal(dateOf(cell), null, cell.slice(0, 40));
});

test("dates of every language are read, or not at all, never wrongly", () => {
  for (const language of [...LANGUAGES, "ja", "ko", "zh", "en-US", "en-GB", "es-MX", "pt-BR", "fr-CA"]) {
    for (const month of ["short", "long"]) {
      for (const hour12 of [false, true]) {
        const format = new Intl.DateTimeFormat(language, {day: "numeric", month, year: "numeric", hour: "2-digit", minute: "2-digit", hour12, timeZone: "UTC"});
        for (let i = 0; i < 12; i++) {
          const cell = format.format(Date.UTC(2025, i, 9, 19, 6));
          const got = told(cell);
          const want = `2025-${String(i + 1).padStart(2, "0")}-09 19:06:00`;
          ok(got === want || (hour12 && got === null), `${language}: ${cell} is read as ${got}`);
        }
      }
    }
  }
});

test("no word is the name of two months", () => {
  const seen = new Map();
  for (const language of LANGUAGES) {
    for (const month of ["short", "long"]) {
      for (let i = 0; i < 12; i++) {
        const format = new Intl.DateTimeFormat(language, {month, day: "numeric", timeZone: "UTC"});
        const name = format.formatToParts(Date.UTC(2025, i, 26)).find(({type}) => type === "month").value.replace(/[^\p{L}]/gu, "");
        if (name) ok([undefined, i].includes(seen.get(name)), `${name} in ${language}`);
        seen.set(name, i);
      }
    }
  }
  ok(months().size > 200);
});

test("the order of day and month is told by the file, or asked", () => {
  equal(orderOf(["03/04/2025", "23/04/2025"]), "dmy");
  equal(orderOf(["03/04/2025", "04/23/2025"]), "mdy");
  equal(orderOf(["03/04/2025"]), null);
  equal(orderOf(["03.04.2025", "2025-04-03", "x"]), "dmy");
  equal([told("03/04/2025", "dmy"), told("03/04/2025", "mdy"), told("03.04.2025", "mdy")], ["2025-04-03", "2025-03-04", "2025-04-03"]);
});
