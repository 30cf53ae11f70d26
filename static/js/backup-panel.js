/** Saving the log as files, what each form loses, what the browser promises, and deleting everything. */
import {write as writeBackup, writeTable} from "./backup.js";
import {button, el} from "./dom.js";
import {save} from "./download.js";
import {losses, write as writeForeign} from "./foreign.js";
import {fullDay} from "./log-words.js";
import {unsaved} from "./statistics.js";
import {n, t} from "./words.js";

const TABLES = {csv: () => t("One long table (CSV), a row for each set"), strong: () => t("For Strong"), hevy: () => t("For Hevy"), fitnotes: () => t("For FitNotes")};

export const backupView = {draw, actions: {
  async backup(page) {
    const sessions = page.store.sessions();
    const text = writeBackup({sessions, settings: page.settings(), deleted: page.store.deleted(), damaged: page.store.damaged(), site: page.data.site, exported: page.now()});
    save(text, `${page.data.site}-log-${page.today()}.json`, "application/json");
    page.store.exported();
    page.say(t("The backup was handed to the browser to save."));
    await page.draw();
  },
  table(page, {dataset: {value}}) {
    page.all().then((sessions) => {
      save(value === "csv" ? writeTable(sessions) : writeForeign(sessions, value), `${page.data.site}-${value}-${page.today()}.csv`, "text/csv");
      page.say(t("The file was handed to the browser to save."));
    });
  },
  async persist(page) {
    page.ui.persisted = await page.store.persist();
    page.draw();
  },
  wipe(page) {
    page.ui.wiping = true;
    page.draw().then(() => page.stage.querySelector(".wipe-sure .plain")?.focus());
  },
  unwipe(page) {
    page.ui.wiping = false;
    page.draw().then(() => document.getElementById("wipe")?.focus());
  },
  async "wipe-now"(page) {
    const {cleared} = await page.store.clear();
    Object.assign(page, {ui: {}, undos: []});
    page.say(cleared ? t("Everything is deleted.") : t("Not everything could be deleted."));
    page.ui.wiped = cleared;
    page.draw().then(() => page.stage.querySelector("h2")?.focus());
  },
}};

function draw(page) {
  const kept = keeping(page);
  const list = page.store.list();
  const nothing = list.length === 0;
  return [
    el("section", {"aria-labelledby": "backup-title"}, el("h2", {id: "backup-title"}, t("Backup")),
      page.ui.wiped && el("p", {class: "done-line"}, t("Everything is deleted.")), lastLine(page, list),
      kept.evicts && el("p", {class: "remind"}, t("This browser deletes what a site has kept after seven days without a visit, unless the site is added to the home screen. Save a backup after every session, or install the site.")),
      el("p", {class: "links"}, button("backup", {class: "button", id: "backup", disabled: nothing}, t("Save a backup")), el("a", {class: "plain", href: "#import"}, t("Bring in a file"))),
      el("p", {class: "small"}, t("One file with everything: sessions, settings, what was deleted and what could not be read. Nothing is lost in it. Keep it somewhere else than on this device."))),
    el("section", {"aria-labelledby": "tables-title"}, el("h2", {id: "tables-title"}, t("Tables for other programs")), el("p", {}, t("None of these is a backup: each leaves something out.")),
      el("ul", {class: "tables"}, Object.entries(TABLES).map(([app, words]) => el("li", {},
        button("table", {class: "plain", id: `table-${app}`, "data-value": app, disabled: nothing}, words()),
        el("details", {}, el("summary", {}, t("What it loses")), el("ul", {}, losses(app).map((loss) => el("li", {}, loss)))))))),
    el("section", {"aria-labelledby": "kept-title"}, el("h2", {id: "kept-title"}, t("What this browser keeps")), keptLine(page, kept, nothing), damagedLine(page)),
    wipePart(page, list),
  ];
}

function lastLine(page, list) {
  const {last_export: last} = page.store.meta();
  const due = unsaved(list, page.store.meta());
  if (list.length === 0) return el("p", {}, t("There is nothing to save yet."));
  if (!last) return el("p", {}, n(list.length, "There is 1 session, and no backup yet.", "There are {n} sessions, and no backup yet."));
  return el("p", {}, t("Last backup: {day}.", {day: fullDay(last.at.slice(0, 10))}), " ", due > 0 ? n(due, "1 session is new since then.", "{n} sessions are new since then.") : t("No session is new since then."));
}

/** What the browser promises, and whether it is one that deletes after a week. The answer may come late. */
function keeping(page) {
  const {persisted = false} = page.ui;
  if (page.ui.persisted === undefined) {
    page.ui.persisted = false;
    navigator.storage?.persisted?.().then((answer) => {
      page.ui.persisted = answer;
      if (answer && page.place().view === "backup") page.draw();
    }, () => {});
  }
  const webkit = /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)\//.test(navigator.userAgent);
  const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  return {persisted, evicts: webkit && !installed && page.store.list().length > 0, asked: page.store.meta().persist};
}

function keptLine(page, {persisted, asked}, nothing) {
  if (persisted) return el("p", {}, t("The browser has promised to keep the log until you delete it yourself."));
  if (nothing) return el("p", {}, t("Nothing yet."));
  return el("p", {class: "links"}, asked === false ? t("The browser did not promise to keep the log when its storage runs short. Backups do not depend on it.")
    : t("When its storage runs short, the browser may delete the log."),
  asked !== false && asked !== true && Boolean(navigator.storage?.persist) && button("persist", {class: "plain", id: "persist"}, t("Ask the browser to keep it")));
}

function damagedLine(page) {
  const many = page.store.damaged().length;
  return [many > 0 && el("p", {class: "log-fault"}, n(many,
    "1 entry could not be read. It is kept as it was, and stands in every backup.", "{n} entries could not be read. They are kept as they were, and stand in every backup.")),
    el("p", {class: "links"}, button("raw", {class: "plain", id: "raw"}, t("Save everything as it is stored")), el("span", {class: "small"}, t("For somebody who helps you to find what is wrong.")))];
}

function wipePart(page, list) {
  const sure = page.ui.wiping && el("div", {class: "wipe-sure", role: "group", "aria-labelledby": "wipe-title"},
    el("p", {}, el("strong", {}, n(list.length,
      "1 session and all settings will be deleted from this browser. This cannot be undone.", "{n} sessions and all settings will be deleted from this browser. This cannot be undone."))),
    el("p", {class: "links"}, button("backup", {class: "plain", disabled: list.length === 0}, t("Save a backup first")),
      button("unwipe", {class: "plain"}, t("Keep everything")), button("wipe-now", {class: "plain danger"}, t("Delete everything now"))));
  return el("section", {"aria-labelledby": "wipe-title"}, el("h2", {id: "wipe-title"}, t("Delete everything")), sure || el("p", {}, button("wipe", {class: "plain danger", id: "wipe"}, t("Delete everything…"))));
}
