/** The actions on sets and timers: ticks, values, rests and holds. */
import {cardIn, change, idIn, rowOf} from "./log-edits.js";
import {heaviest, mostOf} from "./log-typed.js";
import {moreSets, tick, untick} from "./logging.js";
import {vibrate, wakeSound} from "./signals.js";
import {setName, timeWords} from "./spoken.js";
import {movedTimer, restTimer, SWITCH, workTimer} from "./timing.js";
import {movedLoad} from "./today.js";
import {t} from "./words.js";

/** Marks a set as done, and begins the rest after it, unless it was the last of the session or another side comes first. */
function done(log, card, set, values = {}) {
  const {id, side, type, load, amount} = {...set, ...values};
  log.ui.drafts.delete(`${card.row.row}/${set.id}`);
  Object.assign(log.ui, {editing: "", refused: null});
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
export function alter(log, pressed, values) {
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

export const sets = {
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
    this.ui.refused = null;
    this.draw();
  },
  step(pressed) {
    const {card, set} = draftOf(this, pressed);
    const by = Number(pressed.dataset.by);
    const {unit} = card.today.context;
    this.ui.refused = null;
    if (pressed.dataset.field === "load") {
      const load = movedLoad(set.load, by, card.today.equipment, unit);
      return alter(this, pressed, {load: Number(load) > heaviest(unit) ? set.load : load});
    }
    const size = card.today.prescription.value_step;
    alter(this, pressed, {amount: Math.min(mostOf(card.row.measure), Math.max(0, set.amount + by * size))});
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

export const timers = {
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
