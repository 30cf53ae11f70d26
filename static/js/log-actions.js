/** What each button of the log does, by its data-action. `this` is the element, `pressed` the button. */
import {exchange, exerciseOf, painOf, planOf, sign, skip} from "./logging.js";
import {answer, cardIn, change, changeRow, focusOn, idIn, rowOf, toAdvice} from "./log-edits.js";
import {alter, sets, timers} from "./log-sets.js";
import {readTyped} from "./log-typed.js";
import {wakeSound} from "./signals.js";
import {inSession, placeOf, rowsToday} from "./today.js";
import {local} from "./moments.js";

/** Keeps a version of the reader's own for a row. */
function keepOwn(log, row, own) {
  const place = placeOf(log.data, row);
  log.store.set((settings) => {
    settings.mine = {...settings.mine};
    if (own) settings.mine[place] = {...settings.mine[place], ...own};
    else delete settings.mine[place];
  });
}

/** The titles and the turn of the programme, for the page of the log; its first session is its start. */
function noteProgramme({data, store, today, ui}) {
  const {id, title, version, url, weeks, pattern, days, sessions, phases} = data.programme;
  const plain = phases?.map(({rows, ...phase}) => phase);
  const address = (link) => new URL(link, location.href).pathname;
  store.set((settings) => {
    const known = settings.programmes?.[id];
    const start = ui.week || !known?.start ? dayOfWeekOne(today(), ui.week ?? 1) : known.start;
    const fresh = {title, version, url: address(url), weeks, pattern, days, phases: plain, start, sessions: sessions.map((s) => ({...s, url: address(s.url)}))};
    settings.programmes = {...settings.programmes, [id]: JSON.parse(JSON.stringify({...known, ...fresh}))};
  });
}

const dayOfWeekOne = (today, week) => new Date(Date.parse(`${today}T00:00:00Z`) - (week - 1) * 7 * 86_400_000).toISOString().slice(0, 10);

const starting = {
  before(pressed) {
    this.ui.answers.before = answer(this.ui.answers.before, pressed.dataset.value);
    this.draw();
  },
  "next-day"(pressed) {
    this.ui.answers.next_day = answer(this.ui.answers.next_day, pressed.dataset.value);
    this.draw();
  },
  week({dataset}) {
    this.ui.week = Math.max(1, this.week(null) + Number(dataset.by));
    this.draw();
  },
  start() {
    wakeSound();
    const {before, next_day} = this.ui.answers;
    const {ask} = this.shown;
    if (ask && next_day !== null) this.store.change(ask.id, (session) => (session.pain.next_day = next_day));
    const [week, unit] = [this.week(null), this.unit(null)];
    noteProgramme(this);
    const session = this.store.start(planOf(this.data, rowsToday(this.data, week, this.settings()), {week, unit}));
    if (before !== null) change(this, (s) => (s.pain.before = before));
    Object.assign(this.ui, {current: null, answers: {before: null, next_day: null}, week: null, finishing: false});
    this.store.persist();
    this.draw();
    if (session) focusOn(this, "#log-head-title");
  },
};

const exercises = {
  go(pressed) {
    this.ui.current = pressed.dataset.value;
    Object.assign(this.ui, {panel: "", editing: "", finishing: false});
    this.draw();
    focusOn(this, `#log-title-${CSS.escape(this.ui.current)}`);
  },
  panel(pressed) {
    const key = `${rowOf(this, pressed)}/${pressed.dataset.panel}`;
    this.ui.panel = this.ui.panel === key ? "" : key;
    this.draw();
  },
  pain(pressed) {
    const row = rowOf(this, pressed);
    change(this, (session) => painOf(session, row, answer(exerciseOf(session, row).pain, pressed.dataset.value)));
    toAdvice(this);
  },
  sign(pressed) {
    change(this, (session) => sign(session, rowOf(this, pressed), pressed.dataset.value));
    toAdvice(this);
  },
  effort(pressed) {
    changeRow(this, pressed, (exercise) => (exercise.effort = answer(exercise.effort, pressed.dataset.value)));
  },
  form(pressed) {
    changeRow(this, pressed, (exercise) => (exercise.form = exercise.form === "lost" ? null : "lost"));
  },
  stop(pressed) {
    const row = rowOf(this, pressed);
    Object.assign(this.ui, {wrong: false, current: row, panel: ""});
    this.store.setTimer(null);
    this.say("");
    change(this, (session) => skip(session, row, "pain"));
    this.watch();
  },
  skip(pressed) {
    this.ui.panel = "";
    change(this, (session) => skip(session, rowOf(this, pressed), "time"));
  },
  take(pressed) {
    change(this, (session) => skip(session, rowOf(this, pressed), null));
  },
  equipment(pressed) {
    const {row} = cardIn(this, pressed);
    this.ui.panel = "";
    this.store.set((settings) => (settings.with = {...settings.with, [row.id]: pressed.dataset.value}));
  },
};

/** The exercise of a row as another one, or as its own again. */
function exchanged(log, row, id) {
  const from = log.data.rows.find((r) => r.row === row);
  change(log, (session) => {
    const other = inSession(from, {...exerciseOf(session, row), id});
    exchange(session, row, other, from.id);
  });
  log.ui.panel = "";
  log.draw();
  focusOn(log, `#log-title-${CSS.escape(row)}`);
}

const versions = {
  exchange(pressed) {
    exchanged(this, rowOf(this, pressed), pressed.dataset.value);
  },
  restore(pressed) {
    const row = rowOf(this, pressed);
    exchanged(this, row, this.data.rows.find((r) => r.row === row).id);
  },
  keep(pressed) {
    const row = rowOf(this, pressed);
    keepOwn(this, row, {id: pressed.dataset.value});
    exchanged(this, row, pressed.dataset.value);
  },
  unmine(pressed) {
    const row = rowOf(this, pressed);
    keepOwn(this, row, null);
    exchanged(this, row, this.data.rows.find((r) => r.row === row).id);
  },
  own(pressed) {
    const panel = pressed.closest(".log-panel");
    const [sets_, low, high] = ["sets", "low", "high"].map((name) => Number(panel.querySelector(`[data-dose=${name}]`).value.replace(",", ".")));
    if (!(sets_ >= 1 && sets_ <= 20 && low > 0)) return;
    this.ui.panel = "";
    keepOwn(this, rowOf(this, pressed), {sets: [Math.round(sets_), Math.round(sets_)], low, high: high >= low ? high : low});
  },
};

const warnings = {
  wrong() {
    this.ui.wrong = true;
    this.draw();
  },
  close() {
    this.ui.wrong = false;
    this.draw();
  },
  flag({dataset}) {
    this.ui.wrong = false;
    this.store.setTimer(null);
    this.say("");
    change(this, (session) => (session.red_flag = dataset.value));
    this.watch();
    focusOn(this, "#log-lock-title");
  },
  read() {
    const {id, red_flag} = this.session();
    this.store.set({acknowledged: `${id}:${red_flag}`});
    focusOn(this, "#log-head-title");
  },
  unwarn() {
    change(this, (session) => (session.red_flag = null));
  },
};

const ending = {
  view({dataset}) {
    this.store.set({view: dataset.value});
  },
  finishing() {
    Object.assign(this.ui, {finishing: true, panel: "", editing: ""});
    this.draw();
    focusOn(this, "#log-finish-title");
  },
  back() {
    this.ui.finishing = false;
    this.draw();
  },
  after(pressed) {
    change(this, (session) => (session.pain.after = answer(session.pain.after, pressed.dataset.value)));
  },
  "session-effort"(pressed) {
    change(this, (session) => (session.effort = answer(session.effort, pressed.dataset.value)));
  },
  finish() {
    const {id} = this.session();
    this.store.setTimer(null);
    Object.assign(this.ui, {ended: id, finishing: false});
    this.store.finish(id);
    dispatchEvent(new Event("regimen:finished"));
    this.watch();
    focusOn(this, "#log-done-title");
  },
  resume() {
    const id = this.ui.ended;
    this.ui.ended = null;
    this.store.change(id, (session) => delete session.end);
    this.draw();
  },
  export() {
    const file = new Blob([JSON.stringify(this.store.raw(), null, 1)], {type: "application/json"});
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${this.data.site}-log-${local({time: this.now(), zone: "UTC"}).slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

/** What was typed or chosen. */
function typed(input) {
  const {note, field, dose, declare} = input.dataset;
  if (dose !== undefined) return;
  if (declare !== undefined) return declared(this, input.value);
  if (note === "session-note") return void change(this, (session) => (session.note = input.value));
  if (note) return void changeRow(this, input, (exercise) => (exercise.note = input.value));
  typedValue(this, input, field);
}

/** A value that cannot be kept leaves the old one, and the words under its box say why. */
function typedValue(log, input, field) {
  const {row, today: {context}} = cardIn(log, input);
  const {value, wrong} = readTyped(field, input.value, {measure: row.measure, unit: context.unit});
  log.ui.refused = wrong ? {place: `${row.row}/${idIn(input)}/${field}`, words: wrong} : null;
  if (value !== undefined) return alter(log, input, {[field]: value});
  input.value = input.defaultValue;
  log.draw();
}

function declared(log, value) {
  const [id, stage] = value.split("/");
  const ids = log.data.conditions.map((c) => c.id);
  log.store.set((settings) => {
    const others = Object.entries(settings.conditions ?? {}).filter(([known]) => !ids.includes(known));
    settings.conditions = Object.fromEntries(stage ? [...others, [id, stage]] : others);
  });
}

export const actions = {...starting, ...sets, ...timers, ...exercises, ...versions, ...warnings, ...ending, typed};
