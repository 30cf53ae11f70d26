/** On every page: that a session runs, with the way back to it. Reads the storage's keys only; the store is for the pages of the log. */
import {t} from "./words.js";

/** A finished session has its end among the first fields of its text. */
const HEAD = 300;

/** The sessions that run, the latest first: {id, programme, session, title, day}. */
export function runningIn(storage, site) {
  const prefix = `regimen:${site}:s:`;
  try {
    const keys = Array.from({length: storage.length}, (_, i) => storage.key(i)).filter((key) => key?.startsWith(prefix));
    return keys.map((key) => readRunning(storage.getItem(key))).filter(Boolean).sort((a, b) => (a.start < b.start ? 1 : -1));
  } catch {
    return [];
  }
}

function readRunning(text) {
  if (!text || text.slice(0, HEAD).includes('"end":')) return null;
  try {
    const {id, programme, session, day, start, end} = JSON.parse(text);
    return end || !programme ? null : {id, programme: programme.id, session: session.id, title: session.title, day, start};
  } catch {
    return null;
  }
}

/** Whether there is a log already. */
export function begunIn(storage, site) {
  try {
    return Array.from({length: storage.length}, (_, i) => storage.key(i)).some((key) => key?.startsWith(`regimen:${site}:s:`));
  } catch {
    return false;
  }
}

/** Pages of sessions stand at programmes/<programme>/<session>.html. */
export const pageOf = ({programme, session}, root) => new URL(`programmes/${encodeURIComponent(programme)}/${encodeURIComponent(session)}.html`, root);

export function browserStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export function showRunning(root = new URL("../", import.meta.url)) {
  const here = location.href.replace(/[?#].*/, "");
  const running = runningIn(browserStorage(), document.documentElement.dataset.site).filter((s) => pageOf(s, root).href !== here);
  document.querySelector(".running-bar")?.remove();
  if (!running.length) return;
  const bar = document.createElement("aside");
  bar.className = "running-bar screen-only";
  bar.setAttribute("aria-label", t("Sessions that run"));
  bar.append(...running.slice(0, 3).map((session) => lineOf(session, root)));
  document.querySelector(".masthead").after(bar);
}

function lineOf(session, root) {
  const link = document.createElement("a");
  link.href = pageOf(session, root).href;
  link.textContent = t("A session is running: {title}. Go on", {title: session.title || session.session});
  return link;
}

showRunning();
