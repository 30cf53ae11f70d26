/** The page of all exercises: its form, its address and its list say the same at any time. */
import {n, number, t} from "./words.js";
import {openIndexSlowly} from "./search.js";
import {active, filter, read, write} from "./filter.js";
import {drawn} from "./parts.js";
import {listed} from "./shelf.js";

const form = document.querySelector(".filters");
const found = document.querySelector(".found");
const [status, chips] = [found.querySelector("[role=status]"), found.querySelector(".chips")];
const panel = form.querySelector("details");
const wide = matchMedia("(min-width: 64rem)");
const results = document.querySelector(".results");

/** What the reader declared in the log: it chooses nothing here, but marks exercises. */
const declared = declaredHere();

let data, index, shelf, latest;

// An address that asks for something would first show everything.
results.classList.toggle("waiting", active(read(location.search)));

try {
  data = await (await fetch(new URL("../data/search.json", import.meta.url))).json();
  shelf = listed(data, results);
  const opening = openIndexSlowly(data).then(opened);
  if (read(location.search).q) await opening;
  document.querySelector(".jump")?.remove();
  form.classList.remove("pending");
  start();
} finally {
  results.classList.remove("waiting");
}

/** The index is there: what was typed before is searched for. Where nothing was, one search is made for nothing: what a browser does for the first time takes it long. */
function opened(made) {
  index = made;
  if (form.elements.q.value) update();
  else filter(data, chosen(), index.find("a"));
}

function start() {
  fold();
  wide.addEventListener("change", fold);
  fill(read(location.search));
  update();
  form.addEventListener("input", (e) => {
    if (e.target.name === "have") together(e.target);
    update();
    go(e.target.name === "q");
  });
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    go(false);
  });
  addEventListener("popstate", () => {
    fill(read(location.search));
    update();
  });
  form.querySelector(".show button").addEventListener("click", () => {
    panel.open = false;
    status.focus();
  });
}

/** On a wide screen the filters are always open; on a small one the reader opens them. */
function fold() {
  if (panel) panel.open = wide.matches;
}

/** Nothing and something exclude each other. */
function together(box) {
  if (!box.checked) return;
  for (const other of form.querySelectorAll("[name=have]")) {
    if ((other.value === "none") !== (box.value === "none")) other.checked = false;
  }
}

/** Makes the form say what an address asks for. */
function fill(choice) {
  for (const field of form.elements) {
    if (field.name === "have") field.checked = choice.have.includes(field.value);
    else if (field.name === "avoid") field.checked = choice.avoid;
    else if (field.name) field.value = choice[field.name];
    if (field.matches("select") && field.selectedIndex < 0) field.value = "";
  }
}

/** What the form says. */
function chosen() {
  return read(new URLSearchParams(new FormData(form)));
}

/** Writes the choice into the address: a new entry of the history for each choice, none for each letter typed. */
function go(typing) {
  const choice = chosen();
  if (!choice.stage) choice.avoid = false;
  const to = location.pathname + write(choice);
  if (to === location.pathname + location.search) return;
  try {
    history[typing ? "replaceState" : "pushState"](null, "", to);
  } catch {
    // Some browsers refuse when it is asked too often; the next choice writes it.
  }
}

/** Shows what the form asks for; once that can be seen, what each other choice would leave. */
function update() {
  const choice = chosen();
  if (choice.q && !index) return;
  const hits = choice.q ? index.find(choice.q) : null;
  const {shown, left, counts} = filter(data, choice, hits);
  shelf.show(shown, {...choice, declared});
  say(shown.length, left);
  latest = counts;
  drawn().then(() => latest === counts && count(counts));
  showChips(choice);
  const pages = choice.q ? (hits ?? []).filter((entry) => entry >= data.exercises.length).slice(0, 3) : [];
  showPages(pages.map((entry) => index.show(entry)));
  results.querySelector(".none").hidden = shown.length > 0;
  for (const part of document.querySelectorAll(".for-stage")) part.hidden = !choice.stage && !(part.matches("p") && Object.keys(declared).length > 0);
}

/** Stages by condition, as the settings of the log have them. */
function declaredHere() {
  try {
    const {conditions} = JSON.parse(localStorage.getItem(`regimen:${document.documentElement.dataset.site}:settings`)) ?? {};
    return conditions && typeof conditions === "object" ? conditions : {};
  } catch {
    return {};
  }
}

function say(shown, left) {
  const all = data.exercises.length;
  let text = shown === all ? n(all, "1 exercise", "{n} exercises") : t("{shown} of {all} exercises", {shown, all});
  if (left) text += ". " + n(left, "1 is left out: not for now.", "{n} are left out: not for now.");
  if (status.textContent !== text) status.textContent = text;
  form.querySelector(".show button").textContent = n(shown, "Show 1 exercise", "Show {n} exercises");
}

/** How many exercises each choice would leave. One that would leave none cannot be chosen. */
function count(counts) {
  for (const select of form.querySelectorAll("select")) {
    const rows = {category: data.categories, muscle: data.muscles, position: data.positions, stage: data.stages}[select.name];
    const many = new Map(rows.map(([id], i) => [id, counts[select.name][i]]));
    for (const option of select.options) if (many.has(option.value)) renumber(option, many.get(option.value), option.selected);
  }
  const many = new Map([["none", counts.none], ...data.equipment.map(([id], i) => [id, counts.have[i]])]);
  for (const box of form.querySelectorAll("[name=have]")) {
    const place = box.closest("label").querySelector(".count"), text = number(many.get(box.value));
    if (place.textContent !== text) place.textContent = text;
    box.disabled = !many.get(box.value) && !box.checked;
  }
}

function renumber(option, many, selected) {
  const text = option.text.replace(/\([^()]*\)$/, `(${number(many)})`);
  if (option.text !== text) option.text = text;
  option.disabled = !many && !selected;
}

/** One button for each choice, to take it back. */
function showChips(choice) {
  const name = (rows, id, at = 1) => rows.find((row) => row[0] === id)?.[at];
  const list = [
    ["q", choice.q, choice.q && t("“{words}”", {words: choice.q})],
    ["category", choice.category, name(data.categories, choice.category)],
    ["muscle", choice.muscle, name(data.muscles, choice.muscle)],
    ["position", choice.position, name(data.positions, choice.position)],
    ["stage", choice.stage, name(data.stages, choice.stage)],
    ...choice.have.map((piece) => ["have", piece, piece === "none" ? t("No equipment") : name(data.equipment, piece)]),
  ].filter(([, value, title]) => value && title);
  const number = panel?.querySelector(".number");
  const filters = list.filter(([field]) => field !== "q").length;
  if (number) number.textContent = filters ? `(${filters})` : "";
  chips.hidden = !list.length;
  const items = list.map(([field, value, title]) => chip(title, t("Remove {filter}", {filter: title}), (choice) => {
    if (field === "have") choice.have = choice.have.filter((piece) => piece !== value);
    else choice[field] = "";
  }));
  if (list.length > 1 || filters) items.push(chip(t("Clear filters"), "", (choice) => Object.assign(choice, read(""))));
  chips.replaceChildren(...items);
}

function chip(title, label, take) {
  const [item, button] = [document.createElement("li"), document.createElement("button")];
  button.type = "button";
  button.textContent = title;
  if (label) button.setAttribute("aria-label", label);
  else button.className = "clear";
  button.addEventListener("click", () => {
    const at = [...chips.children].indexOf(item);
    const choice = chosen();
    take(choice);
    fill(choice);
    update();
    go(false);
    (chips.children[at]?.firstChild ?? chips.lastChild?.firstChild ?? status).focus();
  });
  item.append(button);
  return item;
}

/** What else on the site has these words. */
function showPages(pages) {
  const box = document.querySelector(".elsewhere");
  box.hidden = !pages.length;
  box.replaceChildren(...pages.map(({title, kind, url}) => {
    const link = document.createElement("a");
    link.href = url;
    const what = document.createElement("span");
    what.textContent = kind;
    link.append(what, " ", title);
    return link;
  }));
}
