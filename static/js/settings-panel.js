/** What the log is told by its reader: units, equipment, conditions, where the programme stands, how sessions look. */
import {BARS, numbersOf, textOf} from "./at-hand.js";
import {el} from "./dom.js";
import {weekOf} from "./history.js";
import {fullDay} from "./log-words.js";
import {t} from "./words.js";

const DAY = 86_400_000;

export const settingsView = {draw, actions: {
  unit: (page, {value}) => kept(page, {unit: value}, true),
  view: (page, {value}) => kept(page, {view: value || undefined}),
  sound: (page, {checked}) => kept(page, {sound: checked}),
  have(page, {value, checked}) {
    const have = (page.settings().equipment ?? []).filter((id) => id !== value);
    kept(page, {equipment: checked ? [...have, value] : have}, true);
  },
  plates: (page, input) => loads(page, input, (settings, unit, numbers) => { settings.plates = {...settings.plates, [unit]: numbers}; }),
  weights: (page, input) => loads(page, input, (settings, unit, numbers) => {
    const {piece} = input.dataset;
    settings.weights = {...settings.weights, [piece]: {...settings.weights?.[piece], [unit]: numbers}};
  }),
  condition(page, {dataset: {condition}, value}) {
    kept(page, (settings) => {
      const {[condition]: before, ...others} = settings.conditions ?? {};
      settings.conditions = value ? {...others, [condition]: value} : others;
    });
  },
  start(page, {dataset: {programme}, value}) {
    if (value) change(page, programme, value);
  },
  week(page, input) {
    const week = Math.round(Number(input.value));
    if (!(week >= 1 && week <= 520)) return void input.setAttribute("aria-invalid", "true");
    change(page, input.dataset.programme, new Date(Date.parse(`${page.today()}T00:00:00Z`) - (week - 1) * 7 * DAY).toISOString().slice(0, 10));
  },
}};

function kept(page, patch, redraw = false) {
  const {saved} = page.store.set(patch);
  page.say(saved ? t("Kept.") : t("This could not be kept."));
  if (redraw) page.draw();
}

const change = (page, id, start) => kept(page, (settings) => {
  settings.programmes = {...settings.programmes, [id]: {...settings.programmes[id], start}};
}, true);

/** Numbers typed in a row, for the unit in use. */
function loads(page, input, set) {
  const numbers = numbersOf(input.value);
  input.toggleAttribute("aria-invalid", numbers === null);
  if (numbers === null) return page.say(t("Write numbers with a space or a semicolon between them."));
  kept(page, (settings) => set(settings, page.unit(), numbers));
}

function draw(page) {
  return [el("h2", {class: "quiet"}, t("Settings")), el("p", {class: "small"}, t("Kept in this browser only, as soon as you change them.")),
    unitPart(page), programmesPart(page), equipmentPart(page), conditionsPart(page), sessionPart(page)];
}

const choice = (name, value, words, checked) => el("label", {class: "tick"},
  el("input", {type: "radio", name, id: `${name}-${value || "auto"}`, value, checked, "data-change": name}), el("span", {}, words));

const unitPart = (page) => el("fieldset", {class: "setting"}, el("legend", {}, t("Unit of loads")), choice("unit", "kg", t("kilograms"), page.unit() === "kg"),
  choice("unit", "lb", t("pounds"), page.unit() === "lb"),
  el("p", {class: "small"}, t("Sessions keep the unit in which they were noted; charts convert.")));

function programmesPart(page) {
  const all = Object.entries(page.settings().programmes ?? {});
  if (all.length === 0) return null;
  return el("fieldset", {class: "setting"}, el("legend", {}, t("Where you are")), all.map(([id, {title, start, weeks}]) => el("div", {class: "programme-place", role: "group", "aria-label": title}, el("b", {}, title),
    el("p", {class: "field"}, el("label", {for: `start-${id}`}, t("First day")), el("input", {type: "date", id: `start-${id}`, "data-change": "start", "data-programme": id, value: start ?? ""})),
    el("p", {class: "field"}, el("label", {for: `week-${id}`}, weeks ? t("Week now, of {weeks}", {weeks}) : t("Week now")), el("input", {
      type: "number", id: `week-${id}`, min: 1, max: 520, inputmode: "numeric", "data-change": "week", "data-programme": id, value: start ? weekOf(start, page.today()) : "",
    })),
    start && el("p", {class: "small"}, t("Begun {day}.", {day: fullDay(start)})))));
}

function equipmentPart(page) {
  const {equipment: have = [], plates = {}, weights = {}} = page.settings();
  const unit = page.unit();
  const typed = (label, id, change, value, piece) => el("p", {class: "field"}, el("label", {for: id}, label),
    el("input", {id, "data-change": change, "data-piece": piece, value: textOf(value), autocomplete: "off", spellcheck: "false"}));
  const own = page.data.equipment.filter(({id, loaded}) => have.includes(id) && loaded && !BARS.includes(id));
  return el("fieldset", {class: "setting"}, el("legend", {}, t("Equipment at hand")), el("div", {class: "ticks"}, page.data.equipment.map(({id, title}) => el("label", {class: "tick"},
    el("input", {type: "checkbox", id: `have-${id}`, value: id, checked: have.includes(id), "data-change": "have"}), el("span", {}, title)))),
  have.some((id) => BARS.includes(id)) && typed(t("Pairs of plates in {unit}, one number for each pair", {unit}), "plates", "plates", plates[unit]),
  own.map(({id, title}) => typed(t("{equipment}: the loads in {unit} that you have", {equipment: title, unit}), `weights-${id}`, "weights", weights[id]?.[unit], id)),
  el("p", {class: "small"}, t("The session suggests only loads that you can make. Left empty, the usual steps count: 20; 10; 5; 2.5")));
}

function conditionsPart(page) {
  const {conditions = {}} = page.settings();
  if (page.data.conditions.length === 0) return null;
  return el("fieldset", {class: "setting"}, el("legend", {}, t("Conditions")), el("p", {}, t("They mark exercises in the library and decide what is offered in place of another. Kept here only.")),
    page.data.conditions.map(({id, title, stages}) => el("p", {class: "field"}, el("label", {for: `condition-${id}`}, title),
      el("select", {id: `condition-${id}`, "data-condition": id, "data-change": "condition"},
      el("option", {value: ""}, t("does not apply")), stages.map((stage) => el("option", {value: stage.id, selected: conditions?.[id] === stage.id}, stage.title))))));
}

const sessionPart = (page) => {
  const {view = "", sound} = page.settings();
  return el("fieldset", {class: "setting"}, el("legend", {}, t("In a session")),
    choice("view", "", t("one exercise at a time on a phone, all elsewhere"), view === ""), choice("view", "one", t("one exercise at a time"), view === "one"),
    choice("view", "list", t("all exercises as a list"), view === "list"),
    el("label", {class: "tick"}, el("input", {type: "checkbox", id: "sound", checked: sound !== false, "data-change": "sound"}), el("span", {}, t("A sound when the rest is over"))));
};
