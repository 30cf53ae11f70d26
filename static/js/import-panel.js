/** Bringing in a file: what it holds and what it would change is shown before anything is stored. */
import {button, el} from "./dom.js";
import {decoded, LARGEST, preview} from "./import.js";
import {dayWithYear} from "./log-words.js";
import {faultWords} from "./spoken.js";
import {n, t} from "./words.js";

const KINDS = {
  backup: () => t("A backup of this log"), csv: () => t("A long table of this log"), strong: () => t("An export of Strong"), hevy: () => t("An export of Hevy"),
  fitnotes: () => t("An export of FitNotes"), refused: () => t("Nothing that can be read"),
};
const QUESTIONS = {
  unit: {words: () => t("In which unit are the loads? The file does not say."), answers: {kg: () => t("kilograms"), lb: () => t("pounds")}},
  decimal: {words: () => t("What does 1,250 mean in this file?"), answers: {".": () => t("one thousand two hundred and fifty"), ",": () => t("one and a quarter")}},
  distance: {words: () => t("In which unit are the distances?"), answers: {km: () => t("kilometres"), mi: () => t("miles"), m: () => t("metres")}},
  order: {words: () => t("What does 03/04/2025 mean in this file?"), answers: {dmy: () => t("3 April"), mdy: () => t("4 March")}},
};

export const importView = {draw, actions: {
  async file(page, {files: [file]}) {
    if (!file) return;
    const state = (page.ui.import = {fileName: file.name, chosen: {}, answers: {}, text: null, names: null});
    state.text = file.size > LARGEST ? "x".repeat(LARGEST + 1) : decoded(await file.arrayBuffer());
    await look(page);
    page.stage.querySelector("#preview-title")?.focus();
  },
  answer(page, {name, value}) {
    page.ui.import.answers[name] = value;
    return look(page);
  },
  match(page, input) {
    const {chosen, exercises} = page.ui.import;
    const wanted = input.value.trim().toLowerCase();
    const found = exercises.find(({title}) => title.toLowerCase() === wanted);
    if (found) chosen[input.dataset.name] = found.id;
    else delete chosen[input.dataset.name];
    input.toggleAttribute("aria-invalid", wanted !== "" && !found);
    return found || wanted === "" ? look(page) : undefined;
  },
  apply(page) {
    const state = page.ui.import;
    const {sessions, source, ...more} = state.preview.apply();
    const result = page.store.add(sessions, {source, ...more});
    if (result.fault) {
      state.failed = faultWords([result.fault]).join(" ");
      return page.draw();
    }
    const {added, merged} = result;
    page.ui.import = {applied: {added, merged, fileName: source}};
    const words = t("Brought in from {file}: {added} new, {merged} changed.", {file: source, added, merged});
    page.offerUndo(words, () => {
      const {left} = result.undo();
      page.ui.import = null;
      if (left > 0) page.say(n(left, "1 session was changed since and stays.", "{n} sessions were changed since and stay."));
    });
    return page.draw();
  },
  forget(page) {
    page.ui.import = null;
    return page.draw();
  },
}};

/** The exercises of the site by their names, fetched when a file is looked at; without them names stay as they are. */
async function exercisesOf() {
  try {
    const {exercises} = await (await fetch(new URL("../data/search.json", import.meta.url))).json();
    return exercises.map(([title, id, aliases]) => ({id: id || title.toLowerCase().replace(/[^a-z0-9]+/g, "-"), title, aliases}));
  } catch {
    return [];
  }
}

async function look(page) {
  const state = page.ui.import;
  state.exercises ??= await exercisesOf();
  const sessions = [...(await page.all()), ...page.store.running()];
  state.preview = preview(state.text, state.fileName, {
    exercises: state.exercises, sessions, deleted: page.store.deleted(), room: page.store.room(), today: page.today(), chosen: state.chosen, ...state.answers,
  });
  state.questions ??= [];
  for (const question of state.preview.questions) if (!state.questions.includes(question)) state.questions.push(question);
  state.names ??= [];
  for (const name of state.preview.unmatched) if (!state.names.includes(name)) state.names.push(name);
  await page.draw();
}

function draw(page) {
  const state = page.ui.import;
  return [
    el("section", {"aria-labelledby": "import-title"}, el("h2", {id: "import-title"}, t("Bring in a file")),
      el("p", {}, t("A backup or a table of this log, or an export of Strong, Hevy or FitNotes. It is read here, in this browser, and nothing is stored before you have seen what it holds.")),
      el("p", {class: "field file"}, el("label", {for: "import-file"}, t("File")), el("input", {id: "import-file", type: "file", accept: ".json,.csv,.txt,application/json,text/csv", "data-change": "file"}))),
    state?.applied && el("p", {class: "done-line", role: "status"}, t("Brought in from {file}: {added} new, {merged} changed.", {...state.applied, file: state.applied.fileName}), " ", el("a", {href: "#history"}, t("See the history"))),
    state?.preview && previewPart(page, state),
  ];
}

function previewPart(page, state) {
  const {kind, form, site, counts, days, future, errors, fits, ready} = state.preview;
  const nothing = counts.new + counts.changed === 0 && kind !== "backup";
  return el("section", {class: "preview-part", "aria-labelledby": "preview-title"}, el("h2", {id: "preview-title", tabindex: "-1"}, KINDS[kind]()),
    el("p", {class: "file-name"}, state.fileName, form && ` · ${form}`),
    days && el("p", {}, t("From {from} to {to}.", {from: dayWithYear(days.from), to: dayWithYear(days.to)})), kind !== "refused" && countsOf(counts, state.preview.questions.length > 0),
    future > 0 && el("p", {class: "remind"}, n(future, "1 session lies in the future.", "{n} sessions lie in the future.")),
    kind === "backup" && site && site !== page.data.site && el("p", {class: "remind"}, t("The backup was made on another site ({site}). Exercises that this site does not have keep their names.", {site})),
    fits === false && el("p", {class: "log-fault", role: "alert"}, t("This does not fit into what the browser keeps for a site. Nothing is stored.")),
    state.questions.map((question) => questionOf(question, state)), namesOf(state), errorsOf(errors, counts.refused),
    state.failed && el("p", {class: "log-fault", role: "alert"}, state.failed),
    el("p", {class: "links"}, kind !== "refused" && button("apply", {class: "button", id: "apply", disabled: !ready || nothing, "aria-describedby": "why-not-yet"}, applyWords(counts, kind)),
      button("forget", {class: "plain", id: "forget"}, t("Leave it")), kind !== "refused" && el("span", {class: "small", id: "why-not-yet"}, whyNot(state.preview, nothing))));
}

/** Why the file cannot be brought in yet: the question that is still open. */
function whyNot({questions, counts}, nothing) {
  if (questions.length > 0) return t("Still to be answered: {question}", {question: QUESTIONS[questions[0]].words()});
  return !nothing ? null : counts.sessions > 0 ? t("Nothing in it is new.") : t("There is no session in it.");
}

const applyWords = ({new: fresh, changed}, kind) =>
  (fresh + changed > 0 ? n(fresh + changed, "Bring in 1 session", "Bring in {n} sessions") : kind === "backup" ? t("Bring in settings and what was deleted") : t("Bring in the sessions"));

function countsOf(counts, open) {
  const rows = [
    [t("Sessions in the file"), counts.sessions], [t("Sets"), counts.sets],
    !open && [t("New here"), counts.new], !open && [t("Change what is here"), counts.changed], !open && [t("Already here"), counts.same],
    counts.deleted > 0 && [t("Deleted here before, left out"), counts.deleted], counts.refused > 0 && [t("Could not be read"), counts.refused],
  ].filter(Boolean);
  return el("dl", {class: "facts-table"}, rows.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, String(value ?? 0)))));
}

function questionOf(question, {answers}) {
  const {words, answers: all} = QUESTIONS[question];
  return el("fieldset", {class: "question"}, el("legend", {}, words()), Object.entries(all).map(([value, label]) => el("label", {class: "tick"},
    el("input", {type: "radio", id: `answer-${question}-${value}`, name: question, value, checked: answers[question] === value, "data-change": "answer"}), el("span", {}, label()))));
}

/** Names that the site does not know: each may stand for one of its exercises. */
function namesOf({names, chosen, exercises}) {
  if (!names?.length) return null;
  const title = (id) => exercises.find((e) => e.id === id)?.title ?? "";
  return el("details", {class: "names", open: names.length <= 8}, el("summary", {}, n(names.length, "1 exercise is not known here", "{n} exercises are not known here")),
    el("p", {}, t("They keep their names unless you choose an exercise of this site.")), el("datalist", {id: "exercise-titles"}, exercises.map((e) => el("option", {value: e.title}))),
    el("ul", {}, names.map((name, i) => el("li", {}, el("label", {for: `match-${i}`}, name), el("input", {
      id: `match-${i}`, list: "exercise-titles", "data-change": "match", "data-name": name, value: title(chosen[name]), placeholder: t("keeps its name"), autocomplete: "off",
    })))));
}

function errorsOf(errors, many) {
  if (errors.length === 0) return null;
  return el("details", {class: "errors", open: errors.length <= 5}, el("summary", {}, n(many, "1 part cannot be read", "{n} parts cannot be read")),
    el("ul", {}, errors.map(({line, message}) => el("li", {}, el("b", {}, t("Line {n}:", {n: line})), " ", message))));
}
