/** The search box of every page: what is found stands below it while the reader types. A combobox with a list. */
import {n, t} from "./words.js";

const most = 8;
const form = document.querySelector(".find");
const input = form?.querySelector("input");
const list = document.createElement("div");
const status = document.createElement("p");
let index = null, at = -1;

if (form) start();

function start() {
  Object.assign(list, {id: "find-list", role: "listbox", ariaLabel: t("What was found"), hidden: true});
  Object.assign(status, {role: "status", className: "quiet"});
  form.append(list, status);
  Object.assign(input, {role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false"});
  input.setAttribute("aria-controls", list.id);
  input.addEventListener("focus", open);
  input.addEventListener("input", show);
  input.addEventListener("keydown", key);
  list.addEventListener("mousedown", (e) => e.preventDefault()); // the box keeps the focus
  form.addEventListener("submit", (e) => {
    const chosen = options()[at];
    if (!chosen) return; // the page of exercises searches
    e.preventDefault();
    chosen.click();
  });
  form.addEventListener("focusout", (e) => form.contains(e.relatedTarget) || close());
}

/** The index is fetched when the box is first used. */
function open() {
  return index ??= Promise.all([
    import("./search.js"), fetch(new URL("../data/search.json", import.meta.url)).then((answer) => answer.json()),
  ]).then(([search, data]) => search.openIndexSlowly(data)).catch(() => { index = null; });
}

async function show() {
  const search = await open();
  const found = search?.find(input.value);
  if (!found || document.activeElement !== input) return close();
  mark(-1);
  list.replaceChildren(...found.slice(0, most).map((entry, i) => option(search.show(entry), i)));
  const exercises = found.filter((entry) => entry < search.exercises).length;
  if (found.length > most && exercises > 1) list.append(all(exercises));
  expand(found.length > 0);
  status.className = found.length ? "quiet" : "nothing";
  status.textContent = found.length ? n(found.length, "1 found", "{n} found") : t("Nothing found.");
}

function close() {
  mark(-1);
  expand(false);
  status.className = "quiet";
}

function expand(yes) {
  list.hidden = !yes;
  input.ariaExpanded = String(yes);
}

const options = () => (list.hidden ? [] : list.querySelectorAll("[role=option]"));

/** Moves the mark to an option; -1 takes it away. */
function mark(i) {
  options()[at]?.setAttribute("aria-selected", "false");
  at = i;
  const marked = options()[at];
  if (!marked) return input.removeAttribute("aria-activedescendant");
  marked.setAttribute("aria-selected", "true");
  marked.scrollIntoView({block: "nearest"});
  input.setAttribute("aria-activedescendant", marked.id);
}

function key(e) {
  const last = options().length - 1;
  if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    e.preventDefault();
    if (list.hidden) show();
    else if (e.key === "ArrowDown") mark(at < last ? at + 1 : -1);
    else mark(at < 0 ? last : at - 1);
  } else if (e.key === "Escape") {
    e.preventDefault();
    if (list.hidden) input.value = "";
    close();
  }
}

function all(many) {
  const link = anchor(`library.html?q=${encodeURIComponent(input.value)}`, most);
  link.className = "all";
  link.textContent = t("All {n} exercises", {n: many});
  return link;
}

function anchor(url, i) {
  const link = document.createElement("a");
  link.href = new URL(`../${url}`, import.meta.url).href;
  Object.assign(link, {role: "option", id: `find-${i}`, tabIndex: -1, ariaSelected: "false"});
  return link;
}

function option({title, kind, url, line}, i) {
  const link = anchor(url, i);
  for (const [name, text] of [["title", title], ["kind", kind], ["line", line]]) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = text;
    link.append(part, " ");
  }
  return link;
}
