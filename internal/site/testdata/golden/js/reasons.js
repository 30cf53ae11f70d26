/**
 * The sentence beside each suggestion: what was seen, then what follows from it. For readers
 * who know no training theory; it states and offers, it never orders.
 *
 * Context: {unit: "kg", measure: "reps", levels: a band's, title: of the next exercise}.
 */
import {complete} from "./exposure.js";
import {n, number, t} from "./words.js";

/** "All sets reached 12 last time: 22 kg × 10." */
export function sentence(suggestion, prescription, context = {}) {
  const {reason} = suggestion;
  const say = speaker(context);
  const causes = [reason, ...(reason.also ?? [])].map((r) => CAUSES[r.code](r, say));
  const cause = causes.reduce((all, next) => t("{first}. {second}", {first: all, second: next}));
  if (suggestion.target === null) return t("{cause}.", {cause});
  return t("{cause}: {what}.", {cause, what: whatFollows(suggestion, prescription, say)});
}

/** What to do: "22 kg × 10, one set fewer". */
export function what(suggestion, prescription, context = {}) {
  return suggestion.target === null ? "" : whatFollows(suggestion, prescription, speaker(context));
}

function whatFollows({load, target, sets_change}, prescription, say) {
  const {low, high} = complete(prescription);
  const amounts = {low, high}[target] ?? target;
  const dose = target === "same" ? same(load, say) : loaded(load, amounts, say);
  return sets_change === -1 ? t("{dose}, one set fewer", {dose}) : dose;
}

function same(load, say) {
  return load ? t("{load} as last time", {load: say.load(load)}) : t("the same as last time");
}

function loaded(load, amounts, say) {
  if (!load) return say.amount(amounts);
  if (say.reps) return t("{load} × {amount}", {load: say.load(load), amount: list(amounts)});
  return t("{load}, {amount}", {load: say.load(load), amount: say.amount(amounts)});
}

const list = (amounts) => [amounts].flat().map(number).join(", ");

/** How loads and amounts are said. */
function speaker({unit = "kg", measure = "reps", levels, title}) {
  return {
    reps: measure === "reps",
    load: (load) => levels?.[load - 1] ?? t("{load} {unit}", {load, unit}),
    amount: (amounts) => (AMOUNTS[measure] ?? AMOUNTS.reps)([amounts].flat().at(-1), {n: list(amounts)}),
    next: (id) => title ?? id,
  };
}

const AMOUNTS = {
  reps: (count, as) => n(count, "1 repetition", "{n} repetitions", as),
  seconds: (_, as) => t("{n} s", as),
  metres: (_, as) => t("{n} m", as),
  cycles: (count, as) => n(count, "{n} cycle", "{n} cycles", as),
  breaths: (count, as) => n(count, "{n} breath", "{n} breaths", as),
  steps: (count, as) => n(count, "{n} step", "{n} steps", as),
  calories: (_, as) => t("{n} kcal", as),
};

/** What was seen, by the code of the reason. */
export const CAUSES = {
  first_time: () => t("Nothing is logged for this exercise yet"),
  red_flag: () => t("A warning sign was noted last time. The safety page says what to do first"),
  red_again: (r) => t(
    "Pain was high in {times} of the last {of} sessions with this exercise. Another exercise can take this one's place, and a doctor or physiotherapist can advise", r),
  red: (r) => t("{pain}. Less load or an easier exercise may sit better", {pain: hurt(r)}),
  gap_56: (r) => t("{away}. After so long it is a fresh start", {away: away(r)}),
  gap_28: away,
  gap_14: away,
  gap_10: away,
  next_day: (r) => t("Pain rose from {from} to {to} of 10 the day after", r),
  amber: (r) => t("Pain reached {pain} of 10 last time. A shorter range, a slower pace or fewer repetitions may feel better", r),
  amber_again: (r) => t("Pain reached {pain} of 10 last time, and it hurt the time before too", r),
  mobility: () => t("This exercise is for moving easily and stays as it is"),
  failed: (r) => FAILED[r.how](r),
  failed_again: () => t("The last two times at this load fell short of what was planned"),
  unsuitable: () => t("This exercise is one to avoid with what you have declared, so nothing is added"),
  unconfirmed: (r, say) => t("{reached}. {more}", {
    reached: reached(r.high, say),
    more: n(r.confirm - r.times, "One more time like it comes before the next step", "{n} more times like it come before the next step"),
  }),
  ready: (r, say) => t(
    "All sets reached {amount} the last {times} times. You look ready for the next phase; in this one the load stays", {...r, amount: amountIn(r.high, say)}),
  locked: (r, say) => t("{reached}. In this phase the load stays", {reached: reached(r.high, say)}),
  unanswered: (r, say) => t("{reached}. How the day after felt is not answered yet", {reached: reached(r.high, say)}),
  first_load: (r, say) => t("All sets reached {amount} without a load last time", {amount: amountIn(r.high, say)}),
  top: (r, say) => reached(r.high, say),
  extended_top: (r, say) => t("{reached}, enough for a larger step", {reached: reached(r.needed, say)}),
  reps_first: (r, say) => t(
    "{reached}. The next load, {to}, is {percent} % more, so a little more at this one comes first", step(r, say)),
  step_too_large: (r, say) => t(
    "{reached}. The next load, {to}, is {percent} % more. Smaller plates, a slower pace, a longer pause or a variation can bridge the gap", step(r, say)),
  next_exercise: (r, say) => t("{reached}. The next exercise is {title}", {reached: reached(r.high, say), title: say.next(r.next_exercise)}),
  next_unsuitable: (r, say) => t("{reached}. The next exercise, {title}, is not offered with what you have declared", {
    reached: reached(r.high, say), title: say.next(r.next_exercise),
  }),
  longer: (r, say) => reached(r.high, say),
  extended_enough: (r, say) => t("{reached}, and that is plenty here", {reached: reached(r.needed, say)}),
  within: (r, say) => (r.high === undefined
    ? t("There is room for a little more")
    : t("There is still room up to {amount}", {amount: amountIn(r.high, say)})),
  return_step: (r, say) => t("After the long break the load comes back week by week. The next step is {percent} % of {before}", {
    ...r, before: say.load(r.before),
  }),
  return_wait: (r) => n(r.days,
    "After the long break the load comes back week by week. This one is 1 day old",
    "After the long break the load comes back week by week. This one is {n} days old"),
  return_unanswered: () => t("After the long break the load comes back week by week. How the day after felt is not answered yet"),
  stall: (r, say) => (r.load
    ? t("{times} times at {load} without a higher total. More rest between sets, a smaller step, a variation or a light week may help", {
      ...r, load: say.load(r.load),
    })
    : t("{times} times without a higher total. More rest between sets, a variation or a light week may help", r)),
  light_backoffs: (r) => n(r.exercises, "1 exercise went down this week. A light week may do good", "{n} exercises went down this week. A light week may do good"),
  light_effort: (r) => t("Sessions felt harder for the same work: {to} of 10 after {from}. A light week may do good", r),
};

/** A sentence about a stall or a light week. */
export const note = ({reason}, context = {}) => t("{cause}.", {cause: CAUSES[reason.code](reason, speaker(context))});

const FAILED = {
  sets: (r) => n(r.sets, "1 set of {enough} was done last time", "{n} sets of {enough} were done last time", {enough: r.enough}),
  low: (r) => t("The lowest set had {least} last time, under {low}", r),
  form: () => t("The form did not hold last time"),
};

const FLAGS = {
  sharp: () => t("There was sharp pain last time"),
  radiating: () => t("Pain spread into a leg or an arm last time"),
  worsening: () => t("Pain grew with the movement last time"),
};

function hurt(r) {
  return FLAGS[r.flag]?.() ?? t("Pain reached {pain} of 10 last time", r);
}

function away({days}) {
  return n(days, "The last time was 1 day ago", "The last time was {n} days ago");
}

/** A number alone for repetitions, with its unit for other measures. */
const amountIn = (amount, say) => (say.reps ? number(amount) : say.amount(amount));

function reached(amount, say) {
  return t("All sets reached {amount} last time", {amount: amountIn(amount, say)});
}

function step(r, say) {
  return {reached: reached(r.high, say), to: say.load(r.to), percent: r.percent};
}
