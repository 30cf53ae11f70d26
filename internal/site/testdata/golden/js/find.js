/** The search box of every page: what is found stands below it while the reader types. A combobox with a list. */
import {n, t} from "./words.js";

const most = 8;
const form = document.querySelector(".find");
if (form) start(form.querySelector("input"));

function start(input) {
  const list = document.createElement("div");
  const status = document.createElement("p");
  Object.assign(list, {id: "find-list", role: "listbox", ariaLabel: t("What was found"), hidden: true});
  Object.assign(status, {role: "status", className: "quiet"});
  form.append(list, status);
  Object.assign(input, {role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false"});
  input.setAttribute("aria-controls", list.id);
  let index = null, at = -1;

  /** The index is fetched when the box is first used. */
  const open = () => index ??= Promise.all([
    import("./search.js"), fetch(new URL("../data/search.json", import.meta.url)).then((answer) => answer.json()),
  ]).then(([search, data]) => search.openIndex(data)).catch(() => { index = null; });

  const close = () => {
    mark(-1);
    list.hidden = true;
    input.ariaExpanded = "false";
  };

  async function show() {
    const search = await open();
    const found = search?.find(input.value);
    if (!found || document.activeElement !== input) return close();
    at = -1;
    list.replaceChildren(...found.slice(0, most).map((entry, i) => option(search.show(entry), i)));
    const exercises = found.filter((entry) => entry < search.exercises).length;
    if (found.length > most && exercises > 1) list.append(all(exercises));
    if (!found.length) list.append(Object.assign(document.createElement("p"), {textContent: t("Nothing found.")}));
    status.textContent = found.length ? n(found.length, "1 found", "{n} found") : t("Nothing found.");
    list.hidden = false;
    input.ariaExpanded = "true";
    mark(-1);
  }

  /** Moves the mark to an option; -1 takes it away. */
  function mark(i) {
    const options = list.querySelectorAll("[role=option]");
    options[at]?.setAttribute("aria-selected", "false");
    at = i;
    if (!options[at]) return input.removeAttribute("aria-activedescendant");
    options[at].setAttribute("aria-selected", "true");
    options[at].scrollIntoView({block: "nearest"});
    input.setAttribute("aria-activedescendant", options[at].id);
  }

  function key(e) {
    const options = list.hidden ? [] : list.querySelectorAll("[role=option]");
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      if (list.hidden) return void show();
      const step = e.key === "ArrowDown" ? 1 : -1;
      mark(at + step < -1 ? options.length - 1 : at + step >= options.length ? -1 : at + step);
    } else if (e.key === "Enter" && options[at]) {
      e.preventDefault();
      options[at].click();
    } else if (e.key === "Escape") {
      e.preventDefault();
      if (list.hidden) input.value = "";
      close();
    }
  }

  const all = (many) => {
    const link = anchor(`library.html?q=${encodeURIComponent(input.value)}`, most);
    link.className = "all";
    link.textContent = t("All {n} exercises", {n: many});
    return link;
  };

  input.addEventListener("focus", open);
  input.addEventListener("input", show);
  input.addEventListener("keydown", key);
  list.addEventListener("mousedown", (e) => e.preventDefault()); // the box keeps the focus
  form.addEventListener("focusout", (e) => form.contains(e.relatedTarget) || close());
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
