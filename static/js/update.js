/**
 * Keeps the site on the device, and offers a new version of it. Nothing is forced: the
 * new version begins when the reader asks, and it is not offered on a session page while
 * a session is running.
 */
import {t} from "./words.js";

const root = new URL("../", import.meta.url);

const site = document.documentElement.dataset.site;
const later = `regimen:${site}:later`;
let bar, withheld;

/** The page says when the worker was asked for, and a new version offered if one waits. */
(served() ? loaded().then(start) : Promise.resolve()).finally(() => {
  document.documentElement.dataset.worker = "asked";
});

/** Whether there is a worker to be had: not from disk, and not in the author's preview. */
function served() {
  return "serviceWorker" in navigator && root.protocol.startsWith("http") && !document.querySelector('script[src^="/-/"]');
}

/** What the page itself needs comes first. */
async function loaded() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, {once: true}));
}

/** The one address that a script may be loaded from here. */
function workerAddress() {
  const url = new URL("sw.js", root).href;
  const policy = globalThis.trustedTypes?.createPolicy("regimen", {createScriptURL: () => url});
  return policy ? policy.createScriptURL("") : url;
}

async function start() {
  let registration;
  try {
    registration = await navigator.serviceWorker.register(workerAddress(), {updateViaCache: "none"});
  } catch {
    return; // a browser may forbid it; the site works all the same
  }
  let controlled = Boolean(navigator.serviceWorker.controller);
  let asked = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (controlled) offer(() => location.reload());
    controlled = true;
  });
  const use = () => {
    asked = true;
    if (registration.waiting) registration.waiting.postMessage("use");
    else location.reload();
  };
  const look = () => {
    if (registration.waiting && controlled) offer(use);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
  registration.update().catch(() => {}); // without a connection there is none
}

/** Shows what can be done, or waits for the end of a session that is running here. */
function offer(action) {
  if (bar || remembered()) return;
  if (inSession()) {
    if (!withheld) for (const event of ["storage", "regimen:finished"]) addEventListener(event, () => offer(withheld));
    withheld = action;
    return;
  }
  bar = document.createElement("div");
  bar.className = "update";
  bar.setAttribute("role", "status");
  document.body.append(bar);
  const text = document.createElement("p");
  text.textContent = t("A new version of this site is ready.");
  // A region must stand before its words come, else they are not read out.
  requestAnimationFrame(() => bar.append(text, button(t("Use it"), action), button(t("Later"), putOff)));
}

/** Until the tab is closed. */
function putOff() {
  bar.remove();
  try {
    sessionStorage.setItem(later, "1");
  } catch {
    // storage is blocked: the next page asks again
  }
}

function remembered() {
  try {
    return sessionStorage.getItem(later) !== null;
  } catch {
    return false;
  }
}

function button(words, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", action);
  return made;
}

/** Whether this is the page of a session, and a session of this site has not ended. */
function inSession() {
  if (!document.querySelector("#log[data-session]")) return false;
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`regimen:${site}:s:`) && running(localStorage.getItem(key)));
  } catch {
    return false; // storage is blocked: nothing can be running
  }
}

function running(text) {
  try {
    return !JSON.parse(text).end;
  } catch {
    return false;
  }
}
