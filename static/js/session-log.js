/**
 * The entry of the log on a session page. The log is loaded where there is one already, and
 * otherwise when it is asked for: who only reads the page, or prints it, does without.
 */
import {begunIn, browserStorage} from "./running-bar.js";
import {t} from "./words.js";

const place = document.querySelector("#log");

async function load(element) {
  try {
    await import("./log-element.js");
  } catch {
    element.querySelector(".log-main")?.append(t("The log could not be loaded. Is there a connection?"));
  }
}

function offer(element) {
  const [bar, main, button] = ["div", "div", "button"].map((name) => document.createElement(name));
  [bar.className, main.className, button.className, button.type] = ["log-bar", "log-main", "log-primary", "button"];
  button.dataset.action = "open";
  button.textContent = t("Log this session");
  button.addEventListener("click", () => {
    element.dataset.wanted = "";
    load(element);
  });
  main.append(button);
  bar.append(main);
  element.append(bar);
}

if (place) {
  const element = document.createElement("session-log");
  place.append(element);
  if (begunIn(browserStorage(), document.documentElement.dataset.site)) load(element);
  else offer(element);
}
