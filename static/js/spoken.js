/** What the log says, in words: sets, effort, pain, faults. */
import {what} from "./reasons.js";
import {clockface} from "./timing.js";
import {n, number, t} from "./words.js";

/** "22 kg × 10", "10 reps", "30 s". */
export function setWords({load, amount}, context) {
  const bare = (context.measure ?? "reps") === "reps" && !(Number(load) > 0);
  return bare ? n(amount, "1 rep", "{n} reps") : what({load: Number(load) || 0, target: amount}, {}, context);
}

/** "Set 2", "Set 2, left". */
export function setName({number, side, type, added}) {
  const name = type === "u" ? t("Warm-up") : type === "d" ? t("Drop set") : added ? t("Extra set") : t("Set {n}", {n: number});
  return side ? t("{set}, {side}", {set: name, side: side === "L" ? t("left") : t("right")}) : name;
}

/** Effort as the scale from 1 to 10 says it. */
export const EFFORT = [
  [2, () => t("Easy")], [4, () => t("Moderate")], [6, () => t("Somewhat hard")], [7, () => t("Hard")], [8, () => t("Very hard")], [10, () => t("All I had")],
];

export const SIGN_WORDS = {
  sharp: () => t("Sharp"),
  radiating: () => t("Spreads into a leg or an arm"),
  worsening: () => t("Grows as I move"),
};

export const LIGHTS = {green: () => t("Green"), amber: () => t("Amber"), red: () => t("Red")};
export const ADVICE = {
  green: () => t("Green: carry on."),
  amber: () => t("Amber: try a shorter range, a slower pace or fewer repetitions."),
  red: () => t("Red: stop this exercise for today."),
};

export const TIERS = {
  emergency: () => t("Emergency: go now"),
  urgent: () => t("Urgent: call today"),
  routine: () => t("Book an appointment"),
};

export const SKIPPED = {
  warm_up: () => t("Left out"), time: () => t("Left out today"), pain: () => t("Stopped because of pain"), removed: () => t("Taken out"),
};

const FAULTS = {
  quota: () => t("The browser's storage is full: what you note now is kept only while this page is open."),
  blocked: () => t("This browser keeps nothing for this site: what you note is kept only while this page is open."),
  differs: () => t("The browser did not keep what was written: what you note now is kept only while this page is open."),
  newer: () => t("A newer version of this site has written here, so nothing is changed. Load the page again to get it."),
  damaged: () => t("An earlier entry could not be read. It was moved aside as it was; the other sessions are whole."),
  missing: () => t("This session was removed from the browser's storage. It goes on in this page."),
  deleted: () => t("This session was deleted in another tab."),
  journal: () => t("The second copy of this session could not be written. The first is saved."),
};

/** What is wrong, in words; a fault that is over is not told. */
export function faultWords(faults) {
  return [...new Set(faults.filter(({over}) => !over).map(({kind}) => FAULTS[kind]?.() ?? t("Something could not be saved.")))];
}

/** "12:41", as the reader's clock shows it. */
export const clockTime = (time, language) => new Intl.DateTimeFormat(language, {hour: "2-digit", minute: "2-digit"}).format(time);

export const dayWords = (day, language) =>
  new Intl.DateTimeFormat(language, {weekday: "short", day: "numeric", month: "short", timeZone: "UTC"}).format(Date.parse(`${day}T00:00:00Z`));

/** "1:35", in the digits of the language. */
export const clockWords = (seconds) => clockface(seconds).replace(/\d/g, (digit) => number(Number(digit)));

/** A rest or a hold as it is said aloud. */
export const timeWords = (seconds) => (seconds < 60 ? t("{n} s", {n: seconds}) : t("{time} min", {time: clockWords(seconds)}));
