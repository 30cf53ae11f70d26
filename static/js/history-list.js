/** The sessions that were done, the latest first, fifty at a time; each opens to its sets, and can be changed and deleted. */
import {button, el, kept, show} from "./dom.js";
import {restored} from "./editing.js";
import {emptyLog, sessionPage} from "./log-overview.js";
import {fullDay, monthName, setShort, titleOf} from "./log-words.js";
import {editForm, saveEdit, addSetRow} from "./session-edit.js";
import {done, finished} from "./sessions.js";
import {EFFORT, SIGN_WORDS, SKIPPED} from "./spoken.js";
import {n, t} from "./words.js";

const PART = 50;

export const historyView = {draw, actions: {
  open(page, {dataset}) {
    const {opened} = stateOf(page);
    if (!opened.delete(dataset.value)) opened.add(dataset.value);
    page.draw();
  },
  more(page) {
    const state = stateOf(page);
    const first = page.store.list().toReversed()[state.shown];
    state.shown += PART;
    page.draw().then(() => document.getElementById(`open-${first?.id}`)?.focus());
  },
  edit(page, {dataset}) {
    stateOf(page).editing = dataset.value;
    page.draw().then(() => page.stage.querySelector("form.edit input")?.focus());
  },
  cancel(page) {
    const state = stateOf(page);
    const id = state.editing;
    state.editing = null;
    page.draw().then(() => document.getElementById(`edit-${id}`)?.focus());
  },
  "add-set": (page, pressed) => addSetRow(pressed),
  save(page, form) {
    const state = stateOf(page);
    const before = structuredClone(page.store.session(state.editing));
    const fault = saveEdit(page, form, state.editing);
    if (fault) return;
    page.offerUndo(t("Changed: {title}, {day}.", {title: titleOf(before), day: fullDay(before.day)}), () => page.store.change(before.id, (session) => restored(session, before)));
    actions.cancel(page);
  },
  delete(page, {dataset}) {
    const session = page.store.session(dataset.value);
    const {removed, undo} = page.store.remove(dataset.value);
    if (!removed) return page.notice();
    page.offerUndo(t("Deleted: {title}, {day}.", {title: titleOf(session), day: fullDay(session.day)}), undo);
    page.draw().then(() => page.notices.querySelector(".undos button")?.focus());
  },
}};
const {actions} = historyView;

const stateOf = (page) => (page.ui.history ??= {shown: PART, opened: new Set(), editing: null, drawn: new Map()});

function draw(page, asked) {
  const state = stateOf(page);
  const list = page.store.list().toReversed();
  if (list.length === 0) return [emptyLog()];
  if (asked && page.ui.asked !== asked) {
    page.ui.asked = asked;
    state.opened.add(asked);
    state.shown = Math.max(state.shown, list.findIndex(({id}) => id === asked) + 1);
    queueMicrotask(() => requestAnimationFrame(() => document.getElementById(`open-${asked}`)?.scrollIntoView({block: "start"})));
  }
  state.head = brought(state.head, el("h2", {}, n(list.length, "1 session", "{n} sessions")));
  state.more = brought(state.more, el("p", {class: "further"}, button("more", {class: "plain", id: "more"}, n(Math.min(PART, list.length - state.shown), "Show 1 more", "Show {n} more"))));
  return [state.head, monthsOf(page, list.slice(0, state.shown), state), list.length > state.shown && state.more];
}

/** What stands in the page, brought up to date, or else the new one. */
function brought(before, fresh) {
  if (!before?.isConnected) return fresh;
  show(before, [...fresh.childNodes]);
  return before;
}

/** The months. Those in which nothing is different stay as they stand in the page, the others are brought up to date. */
function monthsOf(page, list, state) {
  const bands = page.bands(), chosen = JSON.stringify(page.settings().with ?? {});
  const drawn = [...(Map.groupBy ?? grouped)(list, ({day}) => day.slice(0, 7))].map(([month, entries]) => {
    const says = [chosen, ...entries.map(({id, print}) => `${id} ${print} ${state.opened.has(id)} ${state.editing === id}`)].join();
    const before = state.drawn.get(month);
    const node = before?.node.isConnected ? before.node : el("section", {class: "month-list", "aria-label": monthName(`${month}-01`)});
    if (before?.node !== node || before.says !== says) show(node, el("h3", {}, monthName(`${month}-01`)), el("ul", {}, entries.map((entry) => entryOf(page, entry, state, bands))));
    return {month, says, node};
  });
  state.drawn = new Map(drawn.map((part) => [part.month, part]));
  return drawn.map(({node}) => node);
}

function grouped(list, keyOf) {
  const groups = new Map();
  for (const entry of list) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

function entryOf(page, entry, {opened, editing}, bands) {
  const open = opened.has(entry.id) || editing === entry.id;
  const session = open ? page.store.session(entry.id) : null;
  return el("li", {class: "entry", "data-key": entry.id},
    button("open", {id: `open-${entry.id}`, "data-value": entry.id, "aria-expanded": open}, el("span", {class: "what"}, titleOf({session: {id: entry.session, title: entry.title}})),
      el("span", {class: "when"}, fullDay(entry.day)), el("span", {class: "much"}, entry.end ? n(entry.done, "1 set", "{n} sets") : t("not finished"))),
    session && (editing === entry.id ? formOf(page, session) : whole(page, session, bands)));
}

/** The form; while it stands in the page, what is typed in it stays. */
const formOf = (page, session) => (document.getElementById(`open-${session.id}`)?.parentNode.querySelector("form.edit") ? kept("form") : editForm(session, page.today()));

/** Everything that a session says. */
function whole(page, session, bands) {
  const {programme, pain, effort, note, red_flag: flag} = session;
  const facts = [
    programme && [programme.title, programme.week && t("week {n}", {n: programme.week})].filter(Boolean).join(", "),
    minutesOf(session) > 0 && n(minutesOf(session), "1 minute", "{n} minutes"), painWords(pain), effort !== null && t("effort {n} of 10", {n: effort}),
  ].filter(Boolean);
  return el("div", {class: "entry-all"}, facts.length > 0 && el("p", {class: "facts"}, facts.map((fact) => el("span", {}, fact))),
    flag && el("p", {class: "flag"}, t("Warning sign: {sign}", {sign: page.data.flags?.[flag] ?? flag})),
    el("dl", {class: "sets"}, session.exercises.map((exercise) => exerciseOf(session, exercise, bands))),
    note && el("p", {class: "entry-note"}, note),
    el("p", {class: "entry-tools"}, finished(session) && button("edit", {class: "plain", id: `edit-${session.id}`, "data-value": session.id}, t("Change")),
      button("delete", {class: "plain danger", "data-value": session.id, "aria-label": t("Delete {title}, {day}", {title: titleOf(session), day: fullDay(session.day)})}, t("Delete")),
      programme && el("a", {href: sessionPage(programme.id, session.session.id)}, t("Open the session"))));
}

function minutesOf(session) {
  const last = Math.max(0, ...done(session).map(({at}) => at ?? 0));
  return Math.round((last || (Date.parse(session.end) - Date.parse(session.start)) / 1000 || 0) / 60);
}

function painWords({before, during, after, next_day}) {
  const parts = [[before, () => t("before {n}", {n: before})], [during, () => t("during {n}", {n: during})], [after, () => t("after {n}", {n: after})], [next_day, () => t("the day after {n}", {n: next_day})]];
  const said = parts.filter(([value]) => value !== null).map(([, words]) => words());
  return said.length > 0 ? t("pain {list}", {list: said.join(t(", "))}) : "";
}

const SIDES = {L: () => t("left"), R: () => t("right")};

function exerciseOf({unit}, {id, title, measure, sets, skipped, pain, effort, flags, form, note, substitute_for: instead}, bands) {
  const say = {unit, measure, levels: bands[id]};
  const ticked = sets.filter(({amount}) => amount !== null);
  const more = [
    skipped && (SKIPPED[skipped]?.() ?? skipped), pain !== null && t("pain {n}", {n: pain}), ...flags.map((flag) => SIGN_WORDS[flag]?.() ?? flag),
    effort !== null && t("effort {n}, {words}", {n: effort, words: EFFORT.find(([top]) => effort <= top)?.[1]() ?? ""}), form === "lost" && t("the form did not hold"), instead && t("in place of {id}", {id: instead}),
  ].filter(Boolean);
  return [el("dt", {}, title), el("dd", {}, ticked.length > 0 ? el("ul", {}, ticked.map((set) => el("li", {}, setShort(set, say), set.side && ` ${SIDES[set.side]()}`,
    set.type !== "w" && ` (${set.type === "u" ? t("warm-up") : t("drop set")})`))) : !skipped && el("p", {}, t("nothing noted")),
  more.length > 0 && el("p", {class: "more-said"}, more.join(t(", "))), note && el("p", {class: "entry-note"}, note))];
}
