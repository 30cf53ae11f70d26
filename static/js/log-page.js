/**
 * The page of the log: one element that shows one view at a time, named in the address
 * after #. Views give nodes and actions; the page draws, and knows the store.
 */
import {stagesOf} from "./declared.js";
import {button, el, place, show} from "./dom.js";
import {save} from "./download.js";
import {local} from "./moments.js";
import {historyView} from "./history-list.js";
import {progressView} from "./log-progress.js";
import {reportView} from "./report.js";
import {settingsView} from "./settings-panel.js";
import {overviewView} from "./log-overview.js";
import {faultWords} from "./spoken.js";
import {inParts, pause} from "./parts.js";
import {unsaved} from "./statistics.js";
import {open} from "./store.js";
import {n, t} from "./words.js";

/** The views; those that read and write files are fetched when they are asked for. */
const VIEWS = {
  overview: async () => overviewView,
  history: async () => historyView,
  progress: async () => progressView,
  report: async () => reportView,
  backup: async () => (await import("./backup-panel.js")).backupView,
  import: async () => (await import("./import-panel.js")).importView,
  settings: async () => settingsView,
};
const TABS = {
  overview: () => t("Overview"), history: () => t("History"), progress: () => t("Progress"), report: () => t("Report"), backup: () => t("Backup"), settings: () => t("Settings"),
};
/** After so many sessions without a backup the page asks for one. */
const REMIND = 3;

class LogPage extends HTMLElement {
  /** What is on the page only, by view; and deletions that can be undone. */
  ui = {};
  undos = [];
  #shown = null;
  #read = null;

  async connectedCallback() {
    this.data = JSON.parse(document.querySelector("#log-data").textContent);
    this.store = await open({site: this.data.site});
    this.nav = el("nav", {class: "log-tabs", "aria-label": t("Parts of the log")});
    this.notices = el("div", {class: "log-notices"});
    this.stage = el("div", {class: "log-view", tabindex: "-1"});
    this.said = el("p", {class: "quiet", role: "status"});
    this.append(this.nav, this.notices, this.stage, this.said);
    for (const type of ["click", "change", "submit"]) this.addEventListener(type, (event) => this.act(event));
    this.store.addEventListener("change", ({detail}) => this.heard(detail));
    this.store.addEventListener("fault", () => this.notice());
    addEventListener("hashchange", () => this.turn());
    this.draw();
  }

  today = () => local({time: Date.now(), zone: new Intl.DateTimeFormat().resolvedOptions().timeZone}).slice(0, 10);
  now = () => local({time: Date.now(), zone: new Intl.DateTimeFormat().resolvedOptions().timeZone});
  settings = () => this.store.settings();
  unit = () => this.settings().unit ?? this.data.unit;

  /** What statistics are made under. */
  on() {
    const careful = stagesOf(this.data.conditions, this.settings().conditions).some((stage) => stage.strict || stage.long_band);
    return {unit: this.unit(), renamed: this.data.renamed ?? {}, bands: this.bands(), careful};
  }

  /** Exercises whose load is a level: those that only a band loads, and those for which the reader chose one. */
  bands() {
    const levels = new Map(this.data.equipment.map((piece) => [piece.id, piece.levels]));
    const chosen = Object.entries(this.settings().with ?? {}).map(([id, piece]) => [id, levels.get(piece)]).filter(([, all]) => all);
    return {...this.data.bands, ...Object.fromEntries(chosen)};
  }

  /** The view and what it is asked for: #history/01JQ. */
  place() {
    const [view, asked = ""] = location.hash.slice(1).split("/");
    return {view: Object.hasOwn(VIEWS, view) ? view : "overview", asked};
  }

  /** All finished sessions, read in parts so that the page goes on answering. */
  async all() {
    this.#read ??= inParts(this.#reading());
    return this.#read;
  }

  * #reading() {
    const out = [];
    for (const {id, end} of this.store.list()) {
      if (end) out.push(this.store.session(id));
      yield;
    }
    return out.filter(Boolean);
  }

  /** Another view: its heading gets the focus, and what was said of the last one goes. */
  turn() {
    this.say("");
    this.ui.wiped = false;
    if (this.ui.import?.applied) this.ui.import = null;
    this.draw().then(() => this.stage.querySelector("h2")?.focus());
  }

  heard({from}) {
    this.#read = null;
    if (from === "here") return;
    if (this.stage.querySelector("form.edit") || this.stage.contains(document.activeElement)?.matches?.("input, textarea, select")) return this.notice();
    this.draw();
  }

  /** Shows the view anew; what has the focus keeps it where it has an id. */
  async draw() {
    const {view, asked} = this.place();
    this.dataset.view = view;
    const turn = (this.turned = (this.turned ?? 0) + 1);
    show(this.nav, Object.entries(TABS).map(([id, words]) => el("a", {href: `#${id}`, "aria-current": id === view ? "page" : null}, words())));
    this.notice();
    const shown = await VIEWS[view]();
    const drawing = Promise.resolve(shown.draw(this, asked));
    if (shown !== this.#shown) this.#wait(drawing, turn);
    const nodes = await drawing;
    if (turn !== this.turned) return;
    this.#shown = shown;
    const focused = document.activeElement?.id;
    place(this.stage, nodes.flat(2).filter((node) => node));
    this.stage.querySelector("h2")?.setAttribute("tabindex", "-1");
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({preventScroll: true});
    this.dataset.ready = "true";
  }

  /** A view that has much to read does not leave the one before in its place. */
  async #wait(drawing, turn) {
    const late = await Promise.race([drawing, pause().then(() => null)]) === null;
    if (late && turn === this.turned) place(this.stage, [el("p", {class: "quiet"}, t("Reading the log…"))]);
  }

  notice() {
    const runs = this.store.running().length > 0; // the journal is for sessions that run
    const wrong = faultWords(this.store.faults().filter(({kind}) => runs || kind !== "journal"));
    const due = unsaved(this.store.list(), this.store.meta());
    show(this.notices,
      wrong.length > 0 && el("div", {class: "log-fault", role: "alert"}, wrong.map((words) => el("p", {}, words)), button("raw", {class: "plain"}, t("Save everything as it is stored"))),
      due >= REMIND && this.place().view !== "backup" && el("div", {class: "remind"},
        el("p", {}, n(due, "1 session is in no backup yet.", "{n} sessions are in no backup yet.")), el("a", {class: "plain", href: "#backup"}, t("Save a backup"))),
      this.undos.length > 0 && this.wayBack());
  }

  /** The last change with its way back; the ones before come up as each is undone. */
  wayBack() {
    const [{words}, ...earlier] = this.undos;
    return el("div", {class: "undos", role: "status"}, el("p", {}, el("span", {}, words, earlier.length > 0 && [" ", n(earlier.length, "And 1 earlier.", "And {n} earlier.")]),
      button("undo", {class: "plain"}, t("Undo"))));
  }

  say(words) {
    this.said.textContent = words;
  }

  /** Keeps a way back in sight until the page is left. */
  offerUndo(words, undo) {
    this.undos.unshift({words, undo});
    this.say(words);
  }

  act(event) {
    const {target, type} = event;
    const pressed = type === "click" ? target.closest("[data-action]") : type === "submit" ? target : target.closest("[data-change]");
    const name = type === "click" ? pressed?.dataset.action : type === "submit" ? pressed.dataset.submit : pressed?.dataset.change;
    if (!name) return;
    if (type === "submit") event.preventDefault();
    (this.#shown?.actions?.[name] ?? actions[name])?.(this, pressed);
  }
}

const actions = {
  raw(page) {
    const text = JSON.stringify({format: "regimen-raw", site: page.data.site, exported: page.now(), values: page.store.raw()}, null, 1);
    save(text, `${page.data.site}-raw-${page.today()}.json`, "application/json");
  },
  undo(page) {
    page.undos.shift().undo();
    page.say(t("Undone."));
    page.draw();
  },
};

customElements.define("log-page", LogPage);
document.querySelector("#log-page")?.replaceChildren(document.createElement("log-page"));
