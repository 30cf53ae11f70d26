/** What each button of the log does, by its data-action. `this` is the element, `pressed` the button. */
import {exchange, exerciseOf, moreSets, painOf, planOf, sign, skip, tick, untick} from "./logging.js";
import {vibrate, wakeSound} from "./signals.js";
import {setName, timeWords} from "./spoken.js";
import {movedTimer, restTimer, SWITCH, workTimer} from "./timing.js";
import {inSession, movedLoad, placeOf, rowsToday, typedLoad} from "./today.js";
import {local} from "./moments.js";
import {t} from "./words.js";

const rowOf = (log, pressed) => pressed.closest("[data-row]")?.dataset.row ?? log.ui.current;
const cardIn = (log, pressed) => log.shown.cards.find(({row}) => row.row === rowOf(log, pressed));
const idIn = (pressed) => pressed.closest("[data-set]")?.dataset.set ?? pressed.dataset.value;

/** Changes the session; what is stored is shown by the event that follows. */
const change = (log, edit) => log.store.change(log.session().id, edit);
const changeRow = (log, pressed, edit) => change(log, (session) => edit(exerciseOf(session, rowOf(log, pressed)), session));

/** The same value again takes the answer back. */
const answer = (now, value) => (now === Number(value) ? null : Number(value));

function focusOn(log, selector) {
  const place = log.querySelector(selector);
  place?.focus({preventScroll: true});
  place?.scrollIntoView({block: "start"});
}

/** What to do about pain stands where it is seen. */
const toAdvice = (log) => log.querySelector(".log-light")?.scrollIntoView({block: "nearest"});

/** Marks a set as done, and begins the rest after it, unless it was the last of the session or another side comes first. */
function done(log, card, set, values = {}) {
  const {id, side, type, load, amount} = {...set, ...values};
  log.ui.drafts.delete(`${card.row.row}/${set.id}`);
  log.ui.editing = "";
  log.ui.current = card.row.row;
  change(log, (session) => tick(session, card.row.row, {id, side, type, load, amount}));
  const shown = log.shown.cards?.find(({row}) => row.row === card.row.row)?.shown ?? [];
  const other = shown.some((s) => s.number === set.number && !s.done && !s.added && s.side !== set.side);
  if (!other && card.row.rest > 0 && log.shown.next) rest(log, card.row);
}

function rest(log, row) {
  log.store.setTimer(restTimer(row.rest, {session: log.session().id, exercise: row.row}, log.now()));
  log.say(t("Rest {time}", {time: timeWords(row.rest)}));
  log.watch();
}

function work(log, card, set, ready) {
  const timer = workTimer(set.amount, {session: log.session().id, exercise: card.row.row, set: set.id, ready}, log.now());
  log.store.setTimer(timer);
  log.say(ready === SWITCH ? t("Switch sides") : t("{set}: get ready", {set: setName(set)}));
  log.watch();
}

/** A value of a set is changed: of one that is done at once, of another for when it is done. */
function alter(log, pressed, values) {
  const card = cardIn(log, pressed);
  const set = card.shown.find(({id}) => id === idIn(pressed));
  if (set.done) return void change(log, (session) => tick(session, card.row.row, {...set, ...values}));
  const key = `${card.row.row}/${set.id}`;
  log.ui.drafts.set(key, {...log.ui.drafts.get(key), ...values});
  log.draw();
}

function draftOf(log, pressed) {
  const card = cardIn(log, pressed);
  return {card, set: card.shown.find(({id}) => id === idIn(pressed))};
}

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

const sets = {
  tick(pressed) {
    wakeSound();
    const {card, set} = draftOf(this, pressed);
    if (!set) return;
    if (set.done) change(this, (session) => untick(session, card.row.row, set.id));
    else done(this, card, set);
  },
  edit(pressed) {
    const key = `${rowOf(this, pressed)}/${idIn(pressed)}`;
    this.ui.editing = this.ui.editing === key ? "" : key;
    this.draw();
  },
  step(pressed) {
    const {card, set} = draftOf(this, pressed);
    const by = Number(pressed.dataset.by);
    if (pressed.dataset.field === "load") return alter(this, pressed, {load: movedLoad(set.load, by, card.today.equipment, card.today.context.unit)});
    const size = card.today.prescription.value_step;
    alter(this, pressed, {amount: Math.max(0, set.amount + by * size)});
  },
  type(pressed) {
    alter(this, pressed, {type: pressed.dataset.value});
  },
  level(pressed) {
    alter(this, pressed, {load: draftOf(this, pressed).set.load === pressed.dataset.value ? "" : pressed.dataset.value});
  },
  add(pressed) {
    const {row} = cardIn(this, pressed);
    this.ui.added.set(row.row, [...(this.ui.added.get(row.row) ?? []), ...moreSets(row.side === "each", pressed.dataset.value)]);
    this.ui.panel = "";
    this.draw();
  },
  remove(pressed) {
    const {card, set} = draftOf(this, pressed);
    this.ui.added.set(card.row.row, (this.ui.added.get(card.row.row) ?? []).filter(({id}) => id !== set.id));
    this.ui.editing = "";
    if (set.done) change(this, (session) => untick(session, card.row.row, set.id));
    this.draw();
  },
};

const timers = {
  time(pressed) {
    wakeSound();
    const {card, set} = draftOf(this, pressed);
    if (set) work(this, card, set);
  },
  /** A work timer is over: its set is done, and the other side follows. */
  timed({exercise, set: id, total}) {
    this.store.setTimer(null);
    const card = this.shown.cards?.find(({row}) => row.row === exercise);
    const set = card?.shown.find((s) => s.id === id);
    if (!set) return this.watch();
    vibrate(300);
    done(this, card, set, {amount: total});
    const fresh = this.shown.cards.find(({row}) => row.row === exercise);
    const other = set.side === "L" && fresh.shown.find((s) => s.number === set.number && s.side === "R" && !s.done && !s.added);
    if (other) work(this, fresh, other, SWITCH);
    else this.watch();
  },
  shift({dataset}) {
    const timer = this.store.timer();
    if (timer) this.store.setTimer(movedTimer(timer, Number(dataset.by), this.now()));
    this.watch();
  },
  "no-timer"() {
    this.store.setTimer(null);
    this.say("");
    this.watch();
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
  const value = field === "load" ? typedLoad(input.value) : Number(input.value.replace(",", "."));
  if (value === null || Number.isNaN(value) || value < 0 || value > 1e6) {
    input.setAttribute("aria-invalid", "true");
    return;
  }
  input.removeAttribute("aria-invalid");
  alter(this, input, {[field]: value});
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
