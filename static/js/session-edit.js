/** The form that changes a session that was done: its day and every value. */
import {button, el} from "./dom.js";
import {measureName} from "./log-words.js";
import {drawn, inParts} from "./parts.js";
import {addedSetId} from "./sessions.js";
import {FIRST_DAY, dayFault, editOf, edited, lastDay} from "./editing.js";
import {faultWords} from "./spoken.js";
import {n, t} from "./words.js";

let made = 0;

/** One box with its label. */
function box(label, name, value, {type = "text", short = false, ...more} = {}) {
  const id = `edit-${(made += 1)}`;
  return el("p", {class: short ? "box short" : "box"}, el("label", {for: id}, label), el("input", {id, name, type, value: value ?? "", autocomplete: "off", inputmode: type === "text" ? "decimal" : null, ...more}));
}

function area(label, name, value) {
  const id = `edit-${(made += 1)}`;
  const node = el("textarea", {id, name, rows: 2, maxlength: 5000});
  node.value = value;
  return el("p", {class: "box"}, el("label", {for: id}, label), node);
}

/** So many exercises have their fields at once; those of the others, which are out of sight, follow when the form can be seen. */
const AT_ONCE = 2;
/** What makes the other fields, by form. */
const making = new WeakMap();

export function editForm(session, today) {
  const {pain} = session;
  const exercises = session.exercises.map(({row, title, measure}) =>
    el("fieldset", {class: "exercise", "data-row": row, "data-unit": session.unit, "data-measure": measure}, el("legend", {}, title)));
  const form = el("form", {class: "edit", "data-submit": "save", novalidate: true}, el("div", {class: "boxes"}, box(t("Day"), "day", session.day, {type: "date", required: true, min: FIRST_DAY, max: lastDay(today)}),
    box(t("Effort, 1 to 10"), "effort", session.effort, {short: true})),
  el("fieldset", {class: "boxes"}, el("legend", {}, t("Pain, 0 to 10")), box(t("Before"), "before", pain.before, {short: true}), box(t("During"), "during", pain.during, {short: true}),
    box(t("After"), "after", pain.after, {short: true}), box(t("Day after"), "next_day", pain.next_day, {short: true})),
  exercises, area(t("Note on the session"), "note", session.note),
  el("p", {class: "wrong", role: "alert"}), el("p", {class: "entry-tools"}, el("button", {class: "button"}, t("Keep the changes")), button("cancel", {class: "plain"}, t("Leave as it was"))));
  const fields = fill(exercises, session);
  for (let i = 0; i < AT_ONCE; i++) fields.next();
  making.set(form, fields);
  drawn().then(() => inParts(fields));
  return form;
}

function* fill(exercises, session) {
  for (const [i, place] of exercises.entries()) {
    place.append(...fieldsOf(session.exercises[i], session.unit));
    yield;
  }
}

/** Makes the fields that are not there yet. */
const complete = (form) => [...making.get(form)];

const fieldsOf = ({title, measure, pain, effort, note, sets}, unit) => [
  el("div", {class: "set-rows"}, sets.filter(({amount}) => amount !== null).map((set, i) => setFields(set, i + 1, unit, measure))),
  button("add-set", {class: "plain"}, t("Add a set")),
  el("div", {class: "boxes"}, box(t("Pain, 0 to 10"), "pain", pain, {short: true}), box(t("Effort, 1 to 10"), "effort", effort, {short: true})), area(t("Note on {title}", {title}), "note", note),
];

const KINDS = [["w", () => t("work")], ["u", () => t("warm-up")], ["d", () => t("drop set")]];

function setFields({id, type, side, load, amount, left}, number, unit, measure) {
  const kind = `edit-${(made += 1)}`;
  const name = side ? t("Set {n}, {side}", {n: number, side: side === "L" ? t("left") : t("right")}) : t("Set {n}", {n: number});
  return el("div", {class: "set-row", role: "group", "aria-label": name, "data-set": id, "data-side": side}, el("b", {}, name),
    box(unit, "load", load, {short: true}), box(measureName(measure), "amount", amount, {short: true}),
    measure === "reps" ? box(t("reps left"), "left", left, {short: true, title: t("Repetitions that would still have been possible")}) : el("span"),
    el("p", {class: "box short"}, el("label", {for: kind}, t("Kind")), el("select", {id: kind, name: "type"}, KINDS.map(([value, words]) => el("option", {value, selected: value === type}, words())))),
    el("label", {class: "gone"}, el("input", {type: "checkbox", name: "gone"}), t("remove")));
}

/** Another row for a set, with the values of the last. */
export function addSetRow(pressed) {
  const exercise = pressed.closest("fieldset");
  const rows = exercise.querySelector(".set-rows");
  const last = rows.lastElementChild;
  const value = (name) => last?.querySelector(`[name=${name}]`)?.value ?? "";
  const row = setFields({id: addedSetId(), type: "w", side: last?.dataset.side ?? "", load: value("load"), amount: value("amount"), left: ""}, rows.children.length + 1, exercise.dataset.unit, exercise.dataset.measure);
  rows.append(row);
  row.querySelector("input").focus();
}

const valueIn = (place, name) => place.querySelector(`[name=${name}]`)?.value ?? "";

/** What the form says, as text. */
function read(form) {
  const exercises = [...form.querySelectorAll("fieldset.exercise")].map((place) => ({
    row: place.dataset.row, pain: valueIn(place.querySelector(":scope > .boxes"), "pain"), effort: valueIn(place.querySelector(":scope > .boxes"), "effort"), note: valueIn(place, "note"),
    sets: [...place.querySelectorAll(".set-row")].map((row) => ({
      id: row.dataset.set, side: row.dataset.side, load: valueIn(row, "load"), amount: valueIn(row, "amount"), left: valueIn(row, "left"), type: valueIn(row, "type"), gone: row.querySelector("[name=gone]").checked,
    })),
  }));
  const own = (name) => form.querySelector(`:scope > .boxes [name=${name}], :scope > p > [name=${name}]`)?.value ?? "";
  return {exercises, note: own("note"), day: own("day"), effort: own("effort"), pain: {before: own("before"), during: own("during"), after: own("after"), next_day: own("next_day")}};
}

/** Stores what the form says; gives true, and says what is wrong, where it cannot. */
export function saveEdit(page, form, id) {
  complete(form);
  const wrong = form.querySelector(".wrong");
  const {values, errors} = editOf(read(form));
  if (errors.length > 0) {
    wrong.textContent = [n(errors.length, "1 value is not understood:", "{n} values are not understood:"), ...new Set(errors)].join(" ");
    return true;
  }
  wrong.textContent = dayFault(values.day, {today: page.today(), had: page.store.session(id)?.day});
  if (wrong.textContent) return true;
  const {saved, fault} = page.store.change(id, (session) => edited(session, values));
  if (!saved) wrong.textContent = fault?.kind === "invalid" ? t("This cannot be kept ({reason}).", {reason: fault.message}) : faultWords([fault]).join(" ");
  return !saved;
}
