/**
 * The calendar file of a programme (RFC 5545), made from the data block `programme-data`
 * and the reader's first day. Days are counted in UTC, so that no change of the clock
 * moves one. No DOM, no clock.
 */
import {t} from "./words.js";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const dayLength = 86_400_000;

/** How long a programme without an end goes into the calendar, in weeks. */
const openWeeks = 12;

const toDay = (iso) => Date.parse(`${iso}T00:00:00Z`) / dayLength;
const toISO = (day) => new Date(day * dayLength).toISOString().slice(0, 10);
const weekdayOf = (day) => (day + 3) % 7; // day 0 was a Thursday; Monday is 0

/** The first of the programme's weekdays that is today or later. */
export function nextStart(programme, today) {
  const from = toDay(today);
  return toISO(from + ((weekdays.indexOf(programme.days[0]) - weekdayOf(from) + 7) % 7));
}

/** How many weeks go into the calendar. */
export function weeksOf(programme) {
  const phases = programme.phases ?? [];
  const closed = Math.max(0, ...phases.map((phase) => phase.to ?? 0));
  const open = phases.length === 0 || phases.some((phase) => !phase.to);
  return open ? Math.max(openWeeks, closed) : closed;
}

/**
 * The series of a programme: one for each session and weekday of its pattern, every few
 * weeks. The first training day on or after the start gets the pattern's first session,
 * whatever weekday it is; the others follow in turn. A programme under way goes on with a
 * later turn, and its weeks count from its own first day.
 * @param {{first?: number, origin?: string}} [under] the turn of the first training day; the programme's first day
 * @returns {{session: string, weekday: string, week: number, every: number, dates: string[]}[]}
 */
export function series(programme, start, {first = 0, origin = start} = {}) {
  const from = toDay(start);
  const ahead = programme.days.map((name) => (weekdays.indexOf(name) - weekdayOf(from) + 7) % 7);
  const days = ahead.toSorted((a, b) => a - b).map((n) => from + n);
  const end = endOf(programme, from, toDay(origin));
  const pattern = turned(programme.pattern, first, days.length);
  const every = pattern.length;
  const out = [];
  pattern.forEach((slots, week) => slots.forEach((session, slot) => {
    if (!programme.sessions.some(({id}) => id === session)) return; // a day of rest
    let open;
    for (let at = week; days[slot] + 7 * at < end; at += every) {
      if (!isUsed(programme, session, Math.floor((days[slot] + 7 * at - toDay(origin)) / 7) + 1)) {
        open = undefined;
        continue;
      }
      if (!open) out.push(open = {session, weekday: weekdays[weekdayOf(days[slot])], week: at + 1, every, dates: []});
      open.dates.push(toISO(days[slot] + 7 * at));
    }
  }));
  return out;
}

/** The first day after the programme; one whose weeks are over goes on like one without an end. */
function endOf(programme, from, origin) {
  const end = origin + 7 * weeksOf(programme);
  return end > from ? end : from + 7 * openWeeks;
}

/** The pattern from another of its turns on, as weeks again. */
function turned(pattern, first, aWeek) {
  if (first === 0) return pattern;
  const turn = pattern.flat();
  const whole = turn.length % aWeek === 0 ? turn.length : turn.length * aWeek;
  const weeks = whole / aWeek;
  return Array.from({length: weeks}, (_, week) => Array.from({length: aWeek}, (_, slot) => turn[(first + week * aWeek + slot) % turn.length]));
}

/** A phase may name the sessions that it uses. */
function isUsed(programme, session, week) {
  const phases = (programme.phases ?? []).filter(({from, to}) => from <= week && week <= (to ?? Infinity));
  return phases.length === 0 || phases.some(({sessions}) => !sessions || sessions.includes(session));
}

/** All training days in order. */
export const days = (programme, start) =>
  series(programme, start)
    .flatMap(({session, dates}) => dates.map((date) => ({date, session})))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/**
 * The text of the calendar file.
 * @param {{site: string, programme: object}} data the data block; a session's url is written if it is a whole address
 * @param {string} start the reader's first day, 2026-11-30
 * @param {Date} stamp when the file is made
 * @param {{first?: number, origin?: string}} [under] as of series()
 */
export function calendar({site, programme}, start, stamp, under) {
  const made = stamp.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//regimen//${escape(site)}//EN`, "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escape(programme.title)}`];
  for (const {session, weekday, week, every, dates} of series(programme, start, under)) {
    const {title, url} = programme.sessions.find(({id}) => id === session);
    const name = t("Session {letter}", {letter: session.toUpperCase()});
    lines.push(
      "BEGIN:VEVENT",
      `UID:${escape([site, programme.id, session, weekday, week, start].join("."))}@regimen`,
      `DTSTAMP:${made}`,
      `DTSTART;VALUE=DATE:${basic(dates[0])}`,
    );
    if (dates.length > 1) lines.push(`RRULE:FREQ=WEEKLY;INTERVAL=${every};UNTIL=${basic(dates.at(-1))}`);
    lines.push(`SUMMARY:${escape(title ? `${name}: ${title}` : name)}`, `DESCRIPTION:${escape(programme.title)}`);
    if (/^https?:/.test(url ?? "")) lines.push(`URL:${url}`);
    lines.push("TRANSP:TRANSPARENT", "END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

const basic = (iso) => iso.replaceAll("-", "");

const escape = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** Breaks a line after at most 75 bytes of UTF-8, never inside a character. */
function fold(line) {
  const encoder = new TextEncoder();
  let out = "";
  let room = 75;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      out += "\r\n ";
      room = 74; // the blank counts
    }
    out += character;
    room -= size;
  }
  return out;
}
