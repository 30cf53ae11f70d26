/**
 * Moments as the reader's calendar and clock show them. A moment is {time, zone}: what
 * the device says, in milliseconds, and the name of its time zone. Nothing here asks a clock.
 */

/** Moments between the years 1970 and 9999; a clock that says something else is held at these. */
const LAST = 253_402_214_400_000;
const held = (time) => Math.min(Math.max(Number.isFinite(time) ? time : 0, 0), LAST);

/** The zone when a browser knows it, UTC when not. */
export function known(zone) {
  try {
    return formatter(String(zone)) && zone;
  } catch {
    return "UTC";
  }
}

const formatters = new Map();

function formatter(zone) {
  if (!formatters.has(zone)) {
    formatters.set(zone, new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23", calendar: "gregory", numberingSystem: "latn",
      year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
    }));
  }
  return formatters.get(zone);
}

/** A moment with its offset: 2026-03-28T23:30:12+09:00. */
export function local({time, zone}) {
  const second = Math.floor(held(time) / 1000) * 1000;
  const part = {};
  for (const {type, value} of formatter(known(zone)).formatToParts(second)) part[type] = Number(value);
  const wall = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  const offset = Math.round((wall - second) / 60_000);
  const ahead = Math.abs(offset);
  return `${new Date(wall).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

const two = (n) => String(n).padStart(2, "0");

/** Whole seconds from a local moment to a time; a gap below 0, after a clock was set back, counts as 0. */
export const secondsSince = (start, time) => Math.max(0, Math.floor((time - Date.parse(start)) / 1000) || 0);

/** Whether a text such as 2026-03-28 is a day of the calendar. */
export function isDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, date));
  if (year < 100) at.setUTCFullYear(year, month - 1, date); // Date.UTC takes 0 to 99 for 1900 to 1999
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
}

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A name for what begins now: ten digits of time, so that names sort, and four of chance. */
export function newId(time, random = Math.random) {
  let id = "";
  for (let rest = Math.floor(held(time)), i = 0; i < 10; i++, rest = Math.floor(rest / 32)) id = DIGITS[rest % 32] + id;
  for (let i = 0; i < 4; i++) id += DIGITS[Math.floor(random() * 32)];
  return id;
}
