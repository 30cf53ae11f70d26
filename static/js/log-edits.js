/** What the actions of the log share: which exercise and set a button belongs to, and how the session is changed. */
import {exerciseOf} from "./logging.js";

export const rowOf = (log, pressed) => pressed.closest("[data-row]")?.dataset.row ?? log.ui.current;
export const cardIn = (log, pressed) => log.shown.cards.find(({row}) => row.row === rowOf(log, pressed));
export const idIn = (pressed) => pressed.closest("[data-set]")?.dataset.set ?? pressed.dataset.value;

/** Changes the session; what is stored is shown by the event that follows. */
export const change = (log, edit) => log.store.change(log.session().id, edit);
export const changeRow = (log, pressed, edit) => change(log, (session) => edit(exerciseOf(session, rowOf(log, pressed)), session));

/** The same value again takes the answer back. */
export const answer = (now, value) => (now === Number(value) ? null : Number(value));

export function focusOn(log, selector) {
  log.fresh();
  const place = log.querySelector(selector);
  place?.focus({preventScroll: true});
  place?.scrollIntoView({block: "start"});
}

/** What to do about pain stands where it is seen. */
export function toAdvice(log) {
  log.fresh();
  log.querySelector(".log-light")?.scrollIntoView({block: "nearest"});
}
