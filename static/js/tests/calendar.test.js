import {test, equal, ok} from "./testing.js";
import {calendar, days, nextStart, weeksOf} from "../calendar.js";

const reference = (more = {}) => ({
  id: "stronger-back", title: "Stronger back", days: ["monday", "wednesday", "friday"], pattern: [["a", "b", "a"], ["b", "a", "b"]],
  sessions: [{id: "a", title: "Core", url: "https://example.org/programmes/stronger-back/a.html"}, {id: "b", title: "Strength"}],
  phases: [{title: "Foundation", from: 1, to: 4}, {title: "Building", from: 5, to: 8}, {title: "Developing", from: 9, to: 12}, {title: "Beyond", from: 13}],
  ...more,
});
const stamp = new Date("2026-11-24T09:30:00.500Z");
const text = (programme, start) => calendar({site: "back", programme}, start, stamp);

const length = 86_400_000;
const plus = (iso, n) => new Date(Date.parse(iso) + n * length).toISOString().slice(0, 10);
const dayOfWeek = (iso) => new Date(iso).getUTCDay();

/** Reads a calendar file: unfolds, splits names from values, expands the rules. */
function read(text) {
  const file = new TextDecoder().decode(new TextEncoder().encode(text)); // half a character does not survive this
  ok(file.endsWith("\r\n") && !/[^\r]\n|\r[^\n]/.test(file), "every line ends with CR and LF");
  for (const line of file.split("\r\n")) ok(new TextEncoder().encode(line).length <= 75, `a line of more than 75 bytes: ${line}`);
  const events = [];
  for (const line of file.replaceAll("\r\n ", "").split("\r\n")) {
    const [, name, value] = /^([^:]*):(.*)$/s.exec(line) ?? [];
    if (line === "BEGIN:VEVENT") events.push({});
    else if (events.length && name) events.at(-1)[name.split(";")[0]] ??= value;
  }
  return events;
}

const unescape = (value) => value.replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c));
const iso = (basic) => basic.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");

/** All days of the file with their sessions, in order. */
function dates(file) {
  const out = [];
  for (const event of read(file)) {
    const rule = Object.fromEntries((event.RRULE ?? "").split(";").filter(Boolean).map((part) => part.split("=")));
    const last = rule.UNTIL ? iso(rule.UNTIL) : iso(event.DTSTART);
    if (event.RRULE) equal(rule.FREQ, "WEEKLY");
    for (let day = iso(event.DTSTART); day <= last; day = plus(day, 7 * Number(rule.INTERVAL ?? 1)))
      out.push(`${day} ${/^Session (\S+?)(:|$)/.exec(unescape(event.SUMMARY))[1]}`);
  }
  return out.sort();
}

/** The same, counted day by day: every training day gets the next session in turn. */
function counted(programme, start, weeks) {
  const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
  const turn = programme.pattern.flat();
  let first = start;
  while (!programme.days.includes(names[dayOfWeek(first)])) first = plus(first, 1);
  const out = [];
  for (let day = first, i = 0; day < plus(start, 7 * weeks); day = plus(day, 1)) {
    if (!programme.days.includes(names[dayOfWeek(day)])) continue;
    const session = turn[i++ % turn.length];
    if (session !== "rest") out.push(`${day} ${session.toUpperCase()}`);
  }
  return out;
}

test("two weeks from a Monday: A, B, A, then B, A, B", () => {
  equal(dates(text(reference(), "2026-11-30")).slice(0, 6), [
    "2026-11-30 A", "2026-12-02 B", "2026-12-04 A", // Monday, Wednesday, Friday
    "2026-12-07 B", "2026-12-09 A", "2026-12-11 B",
  ]);
});

test("twelve weeks are 36 sessions, the last on the last day, which the rule includes", () => {
  const all = dates(text(reference(), "2026-11-30"));
  equal(all.length, 36);
  equal(all.at(-1), "2027-02-19 B");
  equal(all, counted(reference(), "2026-11-30", 12));
  ok(text(reference(), "2026-11-30").includes("UNTIL=20270219"));
});

test("from any weekday the first training day gets A, and the sessions stay in turn", () => {
  for (let n = 0; n < 7; n++) {
    const start = plus("2026-11-30", n);
    const all = dates(text(reference(), start));
    equal(all, counted(reference(), start, 12), start);
    ok(all[0].endsWith("A"), start);
    equal(all.length, 36, start);
  }
});

test("changes of the clock, the new year and a leap day move nothing", () => {
  for (const start of ["2026-03-23", "2026-10-19", "2026-12-21", "2028-02-21", "2027-03-22", "2027-10-25"])
    equal(dates(text(reference(), start)), counted(reference(), start, 12), start);
});

test("one event for each session and weekday, whole days, with the pattern's own interval", () => {
  const events = read(text(reference(), "2026-11-30"));
  equal(events.length, 6);
  for (const event of events) {
    ok(/^\d{8}$/.test(event.DTSTART) && /^FREQ=WEEKLY;INTERVAL=2;UNTIL=\d{8}$/.test(event.RRULE), JSON.stringify(event));
    equal(event.DTSTAMP, "20261124T093000Z");
  }
  equal(events[0].URL, "https://example.org/programmes/stronger-back/a.html");
  ok(text(reference(), "2026-11-30").includes("DTSTART;VALUE=DATE:20261130\r\n"));
});

test("the same programme and day give the same names, another day or session others", () => {
  const names = (start) => read(text(reference(), start)).map((event) => event.UID);
  equal(names("2026-11-30"), names("2026-11-30"));
  equal(new Set([...names("2026-11-30"), ...names("2026-12-01")]).size, 12);
  const later = calendar({site: "back", programme: reference()}, "2026-11-30", new Date("2027-01-01T00:00:00Z"));
  equal(read(later).map((event) => event.UID), names("2026-11-30"), "whenever the file is made");
});

test("an open end stops after twelve weeks, a long programme at its own end", () => {
  equal(weeksOf(reference()), 12);
  equal(weeksOf(reference({phases: [{from: 1, to: 4}, {from: 5}]})), 12);
  equal(weeksOf(reference({phases: [{from: 1}]})), 12);
  equal(weeksOf(reference({phases: undefined})), 12);
  equal(weeksOf(reference({phases: [{from: 1, to: 6}]})), 6);
  equal(weeksOf(reference({phases: [{from: 1, to: 16}, {from: 17}]})), 16);
  equal(dates(text(reference({phases: [{from: 1, to: 1}]}), "2026-11-30")).length, 3);
});

test("a session that comes once has no rule", () => {
  const events = read(text(reference({phases: [{from: 1, to: 2}]}), "2026-11-30"));
  equal(events.length, 6);
  ok(events.every((event) => !event.RRULE));
});

test("a phase that names its sessions leaves the others out, and they come back after it", () => {
  const programme = reference({phases: [{from: 1, to: 4}, {from: 5, to: 8, sessions: ["a"]}, {from: 9, to: 12}]});
  const start = "2026-11-30";
  const want = counted(programme, start, 12).filter((line) => line.endsWith("A") || line < plus(start, 28) || line >= plus(start, 56));
  equal(dates(text(programme, start)), want);
  const open = reference({phases: [{from: 1, to: 4}, {from: 5, sessions: ["b"]}]});
  equal(dates(text(open, start)), counted(open, start, 12).filter((line) => line.endsWith("B") || line < plus(start, 28)));
  const uids = read(text(programme, start)).map((event) => event.UID);
  equal(new Set(uids).size, uids.length);
});

test("days of rest, one session alone, and patterns of other lengths", () => {
  const c = {id: "c", title: ""};
  for (const [dayNames, pattern] of [
    [["monday", "thursday"], [["a", "a"]]],
    [["tuesday"], [["a"], ["b"], ["c"]]],
    [["monday", "tuesday", "thursday", "friday"], [["a", "b", "rest", "c"]]],
    [["sunday"], [["a"], ["rest"]]],
  ]) {
    const programme = reference({days: dayNames, pattern, sessions: [...reference().sessions, c]});
    for (let n = 0; n < 7; n++) equal(dates(text(programme, plus("2026-11-30", n))), counted(programme, plus("2026-11-30", n), 12), dayNames.join());
  }
});

test("long titles are folded between characters, and special ones escaped", () => {
  const title = "Rücken; Schultern, Hüften \\ Füße\n" + "🏋️‍♀️ Kräftigung ".repeat(12);
  for (let n = 0; n < 80; n++) {
    const programme = reference({sessions: [{id: "a", title: "x".repeat(n) + title}, {id: "b", title: "B"}]});
    const file = text(programme, "2026-11-30");
    ok(!file.includes("\uFFFD"));
    equal(unescape(read(file)[0].SUMMARY), `Session A: ${"x".repeat(n)}${title}`);
  }
});

test("from many starts and schedules the file is the schedule", () => {
  let seed = 12;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  for (let i = 0; i < 300; i++) {
    const dayNames = names.filter(() => random(2));
    if (dayNames.length === 0) continue;
    const weeks = 1 + random(3);
    const pattern = Array.from({length: weeks}, () => dayNames.map(() => ["a", "b", "rest"][random(3)]));
    const total = 1 + random(20);
    const programme = reference({days: dayNames, pattern, phases: [{from: 1, to: total}]});
    const start = plus("2020-01-01", random(5000));
    const got = dates(text(programme, start));
    equal(got, counted(programme, start, total), `${start} ${JSON.stringify(pattern)}`);
    equal(days(programme, start).map(({date, session}) => `${date} ${session.toUpperCase()}`), got);
  }
});

test("a programme under way goes on with the turn that is due, and its weeks count from its own start", () => {
  const file = calendar({site: "back", programme: reference()}, "2026-11-25", stamp, {first: 1, origin: "2026-11-23"});
  const all = dates(file);
  equal(all.slice(0, 5), ["2026-11-25 B", "2026-11-27 A", "2026-11-30 B", "2026-12-02 A", "2026-12-04 B"]);
  equal(all.at(-1), "2027-02-12 B", "the last day of its twelve weeks");
  const long = reference({days: ["monday", "thursday"], pattern: [["a", "b", "a"]]});
  equal(dates(calendar({site: "back", programme: long}, "2026-11-30", stamp, {first: 2})).slice(0, 5), ["2026-11-30 A", "2026-12-03 A", "2026-12-07 B", "2026-12-10 A", "2026-12-14 A"]);
  const phased = reference({phases: [{from: 1, to: 2}, {from: 3, to: 4, sessions: ["a"]}]});
  const rest = dates(calendar({site: "back", programme: phased}, "2026-12-02", stamp, {first: 4, origin: "2026-11-23"}));
  equal(rest, ["2026-12-02 A", "2026-12-04 B", "2026-12-07 A", "2026-12-11 A", "2026-12-16 A"]);
  equal(dates(calendar({site: "back", programme: phased}, "2027-01-04", stamp, {first: 1, origin: "2026-11-23"})).at(-1).slice(0, 10), "2027-03-26", "what is over goes on for twelve weeks");
});

test("the form begins on the programme's first weekday, today included", () => {
  equal(nextStart(reference(), "2026-11-24"), "2026-11-30");
  equal(nextStart(reference(), "2026-11-30"), "2026-11-30");
  equal(nextStart(reference({days: ["tuesday", "friday"]}), "2026-11-25"), "2026-12-01");
});
