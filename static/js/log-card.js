/** The card of one exercise: its sets, what is suggested and why, pain, effort, notes, and what may stand in for it. */
import {light, suited, stagesOf, SIGNS} from "./declared.js";
import {button, el, kept} from "./dom.js";
import {sentence, note as stallNote} from "./reasons.js";
import {ADVICE, dayWords, EFFORT, LIGHTS, setName, setWords, SIGN_WORDS, SKIPPED, timeWords} from "./spoken.js";
import {number, t} from "./words.js";

/** The cards as they stand in the page: one of which nothing is different stays as it is. */
export class Cards {
  #drawn = new Map();

  show(card, ui, stage) {
    const {row} = card.row;
    const mine = (place) => (place?.startsWith(`${row}/`) ? place : "");
    const says = JSON.stringify([card.exercise, card.shown, mine(ui.panel), mine(ui.editing), mine(ui.refused?.place) && ui.refused, ui.phase]);
    const before = this.#drawn.get(row);
    this.#drawn.set(row, {says, today: card.today});
    const same = before?.says === says && before.today === card.today && stage.querySelector(`.log-card[data-key="${CSS.escape(row)}"]`);
    return same ? kept("section", row) : cardOf(card, ui);
  }
}

/** @param {object} card what the log knows of the exercise: {today, exercise, shown, bands, index, count, state} */
function cardOf(card, ui) {
  const {today: {row}, exercise} = card;
  const title = `log-title-${row.row}`;
  return el("section", {class: "log-card", "data-key": row.row, "data-row": row.row, "aria-labelledby": title, "data-skipped": exercise.skipped},
    el("header", {}, el("p", {class: "log-count"}, t("{i} of {n}", {i: card.index + 1, n: card.count})),
      el("h3", {id: title, tabindex: "-1"}, row.url ? el("a", {href: row.url}, row.title) : row.title),
      el("p", {class: "log-dose"}, doseOf(row.original ?? row, ui.phase)), pictureOf(row), originalOf(card)),
    exercise.skipped ? skippedOf(exercise) : [reasonOf(card, ui), setsOf(card, ui)],
    toolsOf(card, ui), ui.panel !== `${row.row}/pain` && painMessage(card), panelOf(card, ui));
}

/** The dose with what the sheet says beside it: the hold of each repetition, the load, and a phase's cap. */
function doseOf({dose, hold, asked, loads}, phase) {
  const held = hold > 0 ? t("hold {time}", {time: timeWords(hold)}) : "";
  const cap = loads?.length > 0 && phase?.max_load && phase.max_load !== asked ? CAPS[phase.max_load]?.() : null;
  const parts = [dose, dose.includes(held) ? "" : held, CLASSES[asked]?.() ?? asked, cap];
  return parts.filter(Boolean).join(", ");
}

const CLASSES = {none: () => t("no load"), light: () => t("light load"), moderate: () => t("moderate load"), heavy: () => t("heavy load")};
const CAPS = {light: () => t("at most light load"), moderate: () => t("at most moderate load")};

/** The figure and the cue that the table of the page has for this exercise. */
function pictureOf({url}) {
  const cell = url && document.querySelector(`.sheet-table a.name[href="${CSS.escape(url)}"]`)?.closest("th");
  return cell && [".thumb", ".cue"].map((part) => cell.querySelector(part)?.cloneNode(true));
}

function originalOf({today: {row}, exercise}) {
  const from = exercise.substitute_for && row.original ? t("instead of {title}", {title: row.original.title}) : null;
  if (!row.mine) return from && el("p", {class: "log-own"}, from, " ", button("restore", {class: "log-link"}, t("Back to it")));
  const dose = row.mine.low === undefined ? "" : t("{sets} × {low}–{high}", {sets: row.sets[1], low: row.low, high: row.high ?? "…"});
  return el("p", {class: "log-own"}, el("strong", {}, t("Your version")), " ", dose, dose && " ", t("(the programme: {title}, {dose})", {
    title: row.original.title, dose: row.original.dose,
  }), " ", button("unmine", {class: "log-link"}, t("Back to the programme's")));
}

const skippedOf = ({skipped}) => el("p", {class: "log-left-out"}, SKIPPED[skipped]?.() ?? SKIPPED.time(), " ", button("take", {class: "log-link"}, t("Take it up again")));

function reasonOf({today}, {language}) {
  const {last, context} = today;
  return el("div", {class: "log-why"}, el("p", {class: "log-reason"}, sentence(today.suggestion, today.prescription, context)),
    today.stall && el("p", {}, stallNote(today.stall, context)),
    last && el("p", {class: "log-last"}, t("Last time, {day}", {day: dayWords(last.day, language)}), last.note && el("q", {}, last.note)));
}

function setsOf(card, ui) {
  return el("ol", {class: "log-sets"}, card.shown.map((set) => setOf(card, set, ui)));
}

function setOf({today: {row, context}}, set, ui) {
  const [key, name] = [`${row.row}/${set.id}`, setName(set)];
  const editing = ui.editing === key;
  const timed = row.measure === "seconds" && !set.done;
  return el("li", {
    class: "log-set", "data-key": key, "data-set": set.id, "data-side": set.side || null, "data-done": set.done, "data-optional": set.optional && !set.done,
  },
  el("span", {class: "log-name"}, name, set.optional && !set.done && el("small", {}, t("if you like"))),
  button("edit", {class: "log-value", "aria-expanded": editing, "aria-label": t("{set} of {title}: {value}. Change", {set: name, title: row.title, value: setWords(set, context)})},
    el("b", {}, setWords(set, context)), set.last && el("small", {}, t("last {value}", {value: setWords(set.last, {...context, unit: set.last.unit})})),
    row.loads?.length > 0 && !set.last && !(Number(set.load) > 0) && el("small", {}, t("tap to add a load"))),
  timed && button("time", {class: "log-time", "aria-label": t("Time {set} of {title}", {set: name, title: row.title})}, "▶"),
  button("tick", {class: "log-tick", "aria-pressed": set.done, "aria-label": t("{set} of {title} done", {set: name, title: row.title})}, mark()),
  editing && editorOf(set, {row, context, refused: ui.refused}));
}

function mark() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [key, value] of Object.entries({viewBox: "0 0 24 24", "aria-hidden": "true", fill: "none", stroke: "currentColor", "stroke-width": "3", "stroke-linecap": "round", "stroke-linejoin": "round"})) svg.setAttribute(key, value);
  path.setAttribute("d", "M5 12.500 10 17.500 19 7");
  svg.append(path);
  return svg;
}

const AMOUNT_NAMES = {
  reps: () => t("Reps"), seconds: () => t("Seconds"), metres: () => t("Metres"), cycles: () => t("Cycles"), breaths: () => t("Breaths"), steps: () => t("Steps"),
  calories: () => t("Kilocalories"),
};

function editorOf(set, {row, context, refused}) {
  const wrong = (field) => (refused?.place === `${row.row}/${set.id}/${field}` ? refused.words : null);
  const loaded = (row.loads ?? []).length > 0 || row.measure === "reps" || set.load !== "";
  return el("div", {class: "log-editor", role: "group", "aria-label": t("Change {set}", {set: setName(set)})},
    loaded && (context.levels ? levelsOf(set, context.levels) : stepper("load", t("Load in {unit}", {unit: context.unit}), set.load, wrong("load"))),
    stepper("amount", (AMOUNT_NAMES[row.measure] ?? AMOUNT_NAMES.reps)(), set.amount, wrong("amount")),
    el("div", {class: "log-types"},
      [["w", t("Work set")], ["u", t("Warm-up set")], ["d", t("Drop set")]].map(([type, words]) => button("type", {"data-value": type, "aria-pressed": set.type === type}, words)),
      set.added && button("remove", {}, t("Remove this set"))));
}

function levelsOf({load}, levels) {
  return el("div", {class: "log-stepper", role: "group", "aria-label": t("Band")}, el("span", {class: "log-field"}, t("Band")),
    el("div", {class: "log-choices"}, levels.map((level, i) => button("level", {"data-value": i + 1, "aria-pressed": Number(load) === i + 1}, level))));
}

function stepper(field, label, value, wrong) {
  return el("div", {class: "log-stepper", role: "group", "aria-label": label}, el("span", {class: "log-field"}, label),
    button("step", {"data-field": field, "data-by": -1, "aria-label": t("Less: {field}", {field: label})}, "−"),
    el("input", {"data-field": field, inputmode: field === "load" ? "decimal" : "numeric", autocomplete: "off", value, "aria-label": label}),
    button("step", {"data-field": field, "data-by": 1, "aria-label": t("More: {field}", {field: label})}, "+"),
    wrong && el("p", {class: "log-refused", role: "alert"}, wrong));
}

function toolsOf({today: {row}, exercise, bands}, {panel}) {
  const colour = light(bands, exercise.pain, exercise.flags);
  const tool = (name, words, more = {}) => button("panel", {
    class: "log-tool", "data-panel": name, "aria-expanded": panel === `${row.row}/${name}`, ...more,
  }, words);
  const effort = EFFORT.find(([value]) => value === exercise.effort);
  return el("div", {class: "log-tools", role: "group", "aria-label": t("{title}: more", {title: row.title})},
    tool("pain", exercise.pain === null ? t("Pain") : t("Pain {n}", {n: exercise.pain}), {"data-light": colour}),
    tool("effort", effort ? effort[1]() : t("Effort")), tool("note", exercise.note ? t("Note ✓") : t("Note")), tool("more", t("More")));
}

function panelOf(card, ui) {
  const {row} = card.today.row;
  const make = PANELS[Object.keys(PANELS).find((name) => ui.panel === `${row}/${name}`)];
  return make && el("div", {class: "log-panel", "data-key": ui.panel}, make(card, ui));
}

const PANELS = {pain: painPanel, effort: effortPanel, note: notePanel, more: morePanel, swap: swapPanel, dose: dosePanel};

function painPanel(card) {
  const {exercise, bands, today: {row}} = card;
  return [scale("pain", t("Pain during {title}, 0 to 10", {title: row.title}), exercise.pain, bands), painMessage(card),
    el("div", {class: "log-choices", role: "group", "aria-label": t("What kind of pain")},
      SIGNS.map((sign) => button("sign", {"data-value": sign, "aria-pressed": exercise.flags.includes(sign)}, SIGN_WORDS[sign]())))];
}

/** Eleven buttons; each knows its light. */
export function scale(action, label, value, bands) {
  return el("div", {class: "log-scale", role: "group", "aria-label": label}, el("p", {}, label),
    Array.from({length: 11}, (_, i) => button(action, {
      "data-value": i, "data-light": light(bands, i), "aria-pressed": value === i, "aria-label": t("{n}, {light}", {n: i, light: LIGHTS[light(bands, i)]()}),
    }, number(i))));
}

function painMessage({exercise, bands}) {
  const colour = light(bands, exercise.pain, exercise.flags);
  if (!colour) return null;
  return el("div", {class: "log-light", "data-light": colour, role: colour === "red" ? "alert" : "status"}, el("p", {}, ADVICE[colour]()),
    colour === "red" && !exercise.skipped && el("p", {class: "log-choices"}, button("stop", {}, t("Leave this exercise for today")),
      button("wrong", {}, t("Something is wrong"))));
}

export function effortScale(action, label, value) {
  return el("div", {class: "log-choices", role: "group", "aria-label": label}, el("p", {}, label),
    EFFORT.map(([effort, words]) => button(action, {"data-value": effort, "aria-pressed": value === effort}, t("{n} {words}", {n: effort, words: words()}))));
}

function effortPanel({exercise}) {
  return [effortScale("effort", t("How hard was it?"), exercise.effort),
    el("div", {class: "log-choices"}, button("form", {"aria-pressed": exercise.form === "lost"}, t("The form did not hold")))];
}

function notePanel({exercise, today: {row}}) {
  return el("label", {class: "log-note"}, t("Note on {title}", {title: row.title}), text("note", exercise.note));
}

export function text(name, value) {
  const area = el("textarea", {"data-note": name, rows: 2, maxlength: 5000});
  area.value = value;
  return area;
}

function morePanel({today: {row}, exercise}) {
  return el("div", {class: "log-choices"}, button("add", {"data-value": "w"}, t("Add a set")), button("add", {"data-value": "u"}, t("Add a warm-up set")),
    button("add", {"data-value": "d"}, t("Add a drop set")),
    (row.instead?.length || exercise.substitute_for) && button("panel", {"data-panel": "swap"}, t("Exchange this exercise")),
    button("panel", {"data-panel": "dose"}, t("Another dose")),
    !exercise.skipped && button("skip", {}, t("Leave it out today")),
    row.loads?.length > 1 && row.loads.map(({id, title}) => button("equipment", {"data-value": id}, t("With: {equipment}", {equipment: title}))));
}

function swapPanel({today: {row}, exercise}, {settings, data}) {
  const from = row.original ?? row;
  if (exercise.sets.some(({amount}) => amount !== null)) return el("p", {}, t("Sets of {title} are noted already. Take them back first to exchange it.", {title: row.title}));
  const offered = suited(from.instead, settings.conditions).filter(({id}) => id !== row.id);
  return [declaredOf(data, settings),
    offered.length === 0 && el("p", {}, t("Nothing that may stand in suits what you have declared.")),
    el("ul", {class: "log-instead"}, offered.map((other) => el("li", {}, el("a", {href: other.url}, other.title),
      el("small", {}, other.kind === "regression" ? t("easier") : other.because ?? ""),
      el("span", {class: "log-choices"}, button("exchange", {"data-value": other.id}, t("Today")), button("keep", {"data-value": other.id}, t("From now on")))))),
  ];
}

/** What the reader has, since it decides on what is offered. */
function declaredOf(data, settings) {
  if (!data.conditions?.length) return null;
  const stages = stagesOf(data.conditions, settings.conditions);
  if (stages.length > 1) return el("p", {}, t("Offered for what you have:"), " ", stages.map(({title}) => title).join("; "));
  const options = data.conditions.flatMap((c) => c.stages.map((s) => [`${c.id}/${s.id}`, `${c.title}: ${s.title}`]));
  const now = options.find(([place]) => stages.length > 0 && settings.conditions?.[place.split("/")[0]] === place.split("/")[1])?.[0] ?? "";
  const select = el("select", {"data-declare": ""}, el("option", {value: ""}, t("nothing declared")), options.map(([value, words]) => el("option", {value, selected: value === now}, words)));
  return el("label", {class: "log-note"}, t("Offered for what you have:"), select);
}

function dosePanel({today: {row}}) {
  const field = (name, label, value) => el("label", {class: "log-note"}, label, el("input", {"data-dose": name, inputmode: "numeric", autocomplete: "off", value}));
  return el("div", {class: "log-dose-panel"}, el("p", {}, t("Your dose, from now on. The programme's stays beside it.")), field("sets", t("Sets"), row.sets[1]), field("low", t("From"), row.low),
    field("high", t("To"), row.high ?? ""), button("own", {}, t("Keep this dose")));
}
