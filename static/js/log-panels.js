/** What stands around the cards of the log: the start, the head, the bar at the bottom, warning signs, the end. */
import {button, el} from "./dom.js";
import {effortScale, scale, text} from "./log-card.js";
import {note, sentence} from "./reasons.js";
import {clockTime, clockWords, dayWords, faultWords, setName, setWords, TIERS, timeWords} from "./spoken.js";
import {n, number, t} from "./words.js";

/** Before the start: what is good to know, all of it optional. */
export function startPanel({lightWeek, ask, week, weeks, answers, bands, language, running, done}) {
  return el("section", {class: "log-start", "aria-labelledby": "log-start-title"}, el("h2", {id: "log-start-title"}, t("Log this session")),
    el("p", {}, t("What you note stays in this browser, on this device. You may leave every question open.")),
    done && el("p", {class: "log-before"}, t("Last done {day}.", {day: dayWords(done.day, language)})),
    lightWeek && el("p", {class: "log-before", "data-light-week": ""}, note(lightWeek), " ", t("A light week has the same days, about half the sets and a tenth less load.")),
    running.length > 0 && el("div", {class: "log-running"}, el("p", {}, n(running.length, "Another session is running:", "{n} other sessions are running:")),
      el("ul", {}, running.map((s) => el("li", {}, el("a", {href: s.url}, s.title || s.id), " ", dayWords(s.day, language))))),
    scale("before", t("Pain now, 0 to 10"), answers.before, bands),
    ask && scale("next-day", t("The worst pain of the day after {day}, 0 to 10", {day: dayWords(ask.day, language)}), answers.next_day, bands),
    weeks !== null && el("div", {class: "log-stepper", role: "group", "aria-label": t("Week of the programme")}, el("span", {class: "log-field"}, t("Week of the programme")),
      button("week", {"data-by": -1, "aria-label": t("The week before")}, "−"), el("output", {}, number(week)), button("week", {"data-by": 1, "aria-label": t("The week after")}, "+")));
}

/** The head of a running session. */
export function logHead({session, counts, one, saved, faults, warned, redBefore}, language) {
  return el("header", {class: "log-head"}, el("h2", {id: "log-head-title", tabindex: "-1"}, session.session.title || t("Your session")),
    el("p", {class: "log-progress"}, t("{done} of {planned} sets", {done: counts.done, planned: counts.planned}), session.programme?.week ? ` · ${t("week {n}", {n: session.programme.week})}` : ""),
    el("p", {class: "log-views", role: "group", "aria-label": t("View")}, button("view", {"data-value": "one", "aria-pressed": one}, t("One at a time")),
      button("view", {"data-value": "list", "aria-pressed": !one}, t("All"))),
    button("wrong", {class: "log-wrong"}, t("Something is wrong")),
    redBefore && el("p", {class: "log-warned"}, t("A warning sign was noted last time. The safety page says what to do first.")),
    warned && el("div", {class: "log-warned"}, el("p", {}, el("strong", {}, TIERS[warned.tier]?.() ?? ""), " ", warned.text, " ", el("b", {}, warned.action)),
      button("unwarn", {class: "log-link"}, t("This was a mistake"))),
    savedLine(saved, faults, language));
}

function savedLine(saved, faults, language) {
  const wrong = faultWords(faults);
  return el("div", {class: "log-saved"}, saved && el("p", {}, t("Saved on this device {time}", {time: clockTime(saved, language)})),
    wrong.length > 0 && el("div", {class: "log-fault", role: "alert"}, wrong.map((words) => el("p", {}, words)), button("export", {}, t("Save what is noted as a file"))));
}

/** The bar at the bottom: the timer while one runs, and the one thing to do next. */
export function barOf({timer, set, main}) {
  return el("div", {class: "log-bar", role: "group", "aria-label": t("What is next"), "data-timer": timer?.phase ?? null, "data-kind": timer?.kind ?? null},
    timer && timerOf(timer, set),
    el("div", {class: "log-main"}, main.map(({action, words, ...more}, i) => button(action, {class: i === 0 ? "log-primary" : "log-secondary", ...more}, words))));
}

/** Numbers that change each second are not read out: that it began and that it is over is said elsewhere. */
function timerOf({kind, phase, left}, set) {
  const name = kind === "rest" ? (phase === "over" ? t("Rest is over") : t("Rest"))
    : phase === "ready" ? (set?.side === "R" ? t("Switch sides") : t("Get ready")) : set ? setName(set) : t("Hold");
  return el("div", {class: "log-timer", "data-phase": phase}, el("span", {class: "log-timer-name"}, name),
    el("span", {class: "log-clock", role: "timer", "aria-live": "off"}, phase === "over" ? "" : clockWords(left)),
    el("span", {class: "log-timer-tools"},
      kind === "rest" && phase === "running" && [button("shift", {"data-by": -15, "aria-label": t("15 seconds less")}, "−15"), button("shift", {"data-by": 15, "aria-label": t("15 seconds more")}, "+15")],
      button("no-timer", {}, phase === "over" ? t("Close") : kind === "work" ? t("Stop") : t("Skip"))));
}

export const mainSet = ({set, today}) => t("{set} done: {value}", {set: setName(set), value: setWords(set, today.context)});

/** What to do about a warning sign, before anything else. */
export function lockPanel(flag, safety) {
  return el("section", {class: "log-lock", role: "alertdialog", "aria-labelledby": "log-lock-title", "aria-describedby": "log-lock-do", "data-tier": flag.tier},
    el("h2", {id: "log-lock-title", tabindex: "-1"}, TIERS[flag.tier]?.() ?? t("Stop here")), el("p", {class: "log-lock-do", id: "log-lock-do"}, flag.action),
    el("p", {}, flag.text), safety && el("p", {}, el("a", {href: safety}, t("When to get help"))),
    el("div", {class: "log-choices"}, button("read", {class: "log-primary"}, t("I have read this")), button("unwarn", {class: "log-secondary"}, t("This was a mistake"))));
}

/** The list behind "Something is wrong": stop signals, then warning signs, the gravest first. */
export function wrongPanel({flags = [], stop = []}) {
  return el("div", {class: "log-wrong-panel"}, el("h2", {id: "log-wrong-title", tabindex: "-1"}, t("What is wrong?")),
    ["emergency", "urgent", "routine"].map((tier) => {
      const some = flags.filter((flag) => flag.tier === tier);
      return some.length > 0 && el("div", {class: "log-tier", "data-tier": tier}, el("h3", {}, TIERS[tier]()),
        some.map(({id, text: words}) => button("flag", {"data-value": id}, words)));
    }),
    stop.length > 0 && el("div", {class: "log-tier", "data-tier": "stop"}, el("h3", {}, t("Stop the exercise if you feel:")), el("ul", {}, stop.map((words) => el("li", {}, words))),
      button("stop", {}, t("Stop this exercise for today"))),
    button("close", {class: "log-secondary"}, t("Nothing of this")));
}

/** The last questions. */
export function finishPanel({session, left, bands, warmUps}) {
  return el("section", {class: "log-card log-finish", "aria-labelledby": "log-finish-title"}, el("h3", {id: "log-finish-title", tabindex: "-1"}, t("Finish the session")),
    left > 0 && el("p", {}, n(left, "1 set is not done. You can finish all the same.", "{n} sets are not done. You can finish all the same.")),
    warmUps && el("p", {}, t("The warm-up is not done.")),
    scale("after", t("Pain now, 0 to 10"), session.pain.after, bands), effortScale("session-effort", t("How hard was the session?"), session.effort),
    el("label", {class: "log-note"}, t("Note on the session"), text("session-note", session.note)));
}

/** What it came to. */
export function donePanel({summary, next, due, saved, faults}, language) {
  const facts = [
    [t("Time"), timeWords(summary.seconds)], [t("Sets"), t("{done} of {planned}", {done: summary.done, planned: summary.planned})],
    summary.load > 0 && [t("Load × repetitions"), t("{n} {unit}", {n: summary.load, unit: summary.unit})],
    summary.carry > 0 && [t("Load × distance"), t("{n} {unit}·m", {n: summary.carry, unit: summary.unit})],
  ].filter(Boolean);
  return el("section", {class: "log-done", "aria-labelledby": "log-done-title"}, el("h2", {id: "log-done-title", tabindex: "-1"}, t("Done")),
    el("dl", {}, facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
    next.length > 0 && [el("h3", {}, t("Next time")), el("ul", {class: "log-next"}, next.map(({row, suggestion, prescription, context}) =>
      el("li", {"data-row": row.row, "data-suggestion": suggestion.action}, el("b", {}, row.title), el("span", {}, sentence(suggestion, prescription, context)))))],
    due && el("p", {class: "log-due"}, due.day ? t("Next in turn: {title}, {day}.", {title: due.title, day: dayWords(due.day, language)}) : t("Next in turn: {title}.", {title: due.title})),
    savedLine(saved, faults, language), button("resume", {class: "log-link"}, t("Go on with this session")));
}
