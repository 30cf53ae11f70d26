/**
 * The log of a session page. The element shows what the store has and what the pure modules
 * make of it; each button has its action in log-actions.js.
 */
import {actions} from "./log-actions.js";
import {bandsOf, light} from "./declared.js";
import {el, show} from "./dom.js";
import {phaseOf, unanswered, weekOf} from "./history.js";
import {Cards} from "./log-card.js";
import {barOf, donePanel, finishPanel, lockPanel, logHead, mainSet, startPanel, wrongPanel} from "./log-panels.js";
import {dropView, keepView, keptView, tabStorage} from "./log-view.js";
import {exerciseOf, nextSet, progress, shownSets} from "./logging.js";
import {daysBetween, due} from "./schedule.js";
import {setWords} from "./spoken.js";
import {stayAwake, toneIn, vibrate} from "./signals.js";
import {open} from "./store.js";
import {nextTime, summaryOf} from "./summary.js";
import {stateOf} from "./timing.js";
import {Asked, lightWeekAhead} from "./today.js";
import {local} from "./moments.js";
import {finished} from "./sessions.js";
import {number, t} from "./words.js";

const language = document.documentElement.lang || "en-GB";
const FORTNIGHT = 14; // days
const zone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

class SessionLog extends HTMLElement {
  /** What is on the page only, and gone when it is left. */
  ui = {current: null, editing: "", panel: "", finishing: false, wrong: false, ended: null, answers: {before: null, next_day: null}, week: null, drafts: new Map(), added: new Map(), refused: null};

  #settings = null;
  #asked = null;
  #cards = new Cards();
  #shown = null;
  #stale = false;

  async connectedCallback() {
    this.data = JSON.parse(document.querySelector("#session-data").textContent);
    this.store = await open({site: this.data.site});
    const parts = {stage: "log-stage", foot: "log-foot", said: "quiet"};
    for (const [name, className] of Object.entries(parts)) this[name] = el("div", {class: className});
    this.said.setAttribute("role", "status");
    this.dialog = el("dialog", {class: "log-dialog", "aria-labelledby": "log-wrong-title"});
    this.replaceChildren(this.stage, this.foot, this.said, this.dialog);
    for (const type of ["click", "change", "keydown"]) this.addEventListener(type, (event) => this.act(event));
    // "close" comes a little after the dialog is gone, and a touch may come before it.
    for (const type of ["cancel", "close"]) this.dialog.addEventListener(type, () => (this.ui.wrong = false));
    this.store.addEventListener("change", ({detail}) => this.heard(detail));
    this.store.addEventListener("fault", () => this.drawSoon());
    document.addEventListener("visibilitychange", () => this.watch());
    for (const type of ["pagehide", "visibilitychange"]) addEventListener(type, (event) => this.leave(event), {capture: true});
    this.takeUp();
    this.draw();
    this.watch();
    if (this.dataset.wanted !== undefined) this.querySelector("#log-start-title")?.scrollIntoView();
  }

  /** After a reload: where the reader was, and what they had typed. */
  takeUp() {
    const session = this.session();
    if (session) Object.assign(this.ui, keptView(tabStorage(), this.data.site, session.id));
  }

  /** A page that is left takes what stands in a box that still has the focus. */
  leave({type}) {
    const box = document.activeElement;
    if ((type === "pagehide" || document.hidden) && this.contains(box) && box.matches("input[data-field], textarea")) actions.typed.call(this, box);
  }

  /** Whoever sets the timer here watches it, too. */
  heard({ids, from, keys}) {
    const {id} = this.session() ?? {};
    if (keys.includes("settings")) this.#settings = null;
    if (keys.includes("settings") || ids.some((other) => other !== id)) this.#asked = null;
    if (keys.includes("timer") && from !== "here") this.watch();
    else if (ids.length > 0 || keys.some((key) => key !== "timer")) this.drawSoon();
  }

  now = () => Date.now();
  today = () => local({time: this.now(), zone: zone()}).slice(0, 10);

  /** The session of this page that runs, or was just ended here. */
  session() {
    if (this.ui.ended) return this.store.session(this.ui.ended);
    const {programme, session} = this.data;
    return this.store.running().findLast((s) => s.programme?.id === programme.id && s.session.id === session.id) ?? null;
  }

  settings = () => (this.#settings ??= this.store.settings());
  unit = (session) => session?.unit ?? this.settings().unit ?? this.data.unit;
  one = () => (this.settings().view ?? (innerWidth < 700 ? "one" : "list")) === "one";

  /** The week of the programme: of the session that runs, as chosen, or counted from the start. */
  week(session) {
    const start = this.settings().programmes?.[this.data.programme.id]?.start;
    return session?.programme?.week ?? this.ui.week ?? (start ? weekOf(start, this.today()) : 1);
  }

  /** What suggestions are made from. It holds, with what follows from it, as long as nothing but the running session changes. */
  on(session) {
    const [week, unit, today] = [this.week(session), this.unit(session), session?.day ?? this.today()];
    const key = [session?.id, week, unit, today].join();
    if (this.#asked?.key === key) return this.#asked.on;
    const ids = this.data.rows.flatMap((row) => [row.id, ...(row.renamed_from ?? []), ...(row.instead ?? []).map(({id}) => id)]);
    const on = {data: this.data, settings: this.settings(), week, unit, today, sessions: this.store.last(ids).filter((s) => s.id !== session?.id)};
    this.#asked = new Asked(key, on);
    return on;
  }

  /** The exercises as cards: {today, exercise, shown, bands, index, count}. */
  cards(session) {
    const on = this.on(session);
    const rows = this.#asked.rows.filter((row) => exerciseOf(session, row.row));
    return rows.map((planned, index) => {
      const exercise = exerciseOf(session, planned.row);
      const today = this.#asked.of(planned, exercise);
      const shown = shownSets(today.sets, exercise, this.ui.added.get(planned.row)).map((set) => this.drafted(planned.row, set));
      return {today, row: today.row, exercise, shown, skipped: exercise.skipped, bands: bandsOf(this.data, today.row, on.settings.conditions), index, count: rows.length};
    });
  }

  /** A set that is not done, with what the reader has already changed of it. */
  drafted = (row, set) => (set.done ? set : {...set, ...this.ui.drafts.get(`${row}/${set.id}`)});

  /** Several changes are drawn once, before the browser's next picture; who needs what is shown earlier has it drawn. */
  drawSoon() {
    if (!this.#stale) queueMicrotask(() => this.fresh());
    this.#stale = true;
  }

  fresh() {
    if (this.#stale) this.draw();
  }

  get shown() {
    this.fresh();
    return this.#shown;
  }

  draw() {
    this.#stale = false;
    const session = this.session();
    const state = !session ? "idle" : finished(session) ? "done" : this.locked(session) ? "locked" : "running";
    this.dataset.state = state;
    stayAwake(state === "running");
    this.#shown = this[`${state}View`](session);
    if (state !== "running") this.ui.wrong = false;
    if (this.ui.wrong && !this.dialog.open) {
      this.dialog.replaceChildren(wrongPanel(this.data));
      this.dialog.showModal();
    } else if (!this.ui.wrong && this.dialog.open) this.dialog.close();
  }

  idleView() {
    const today = this.today();
    const {programme, session: {id}, rows} = this.data;
    const {settings, week} = this.on(null);
    const {rows: planned} = this.#asked;
    const list = this.store.list();
    const done = list.findLast((s) => s.end && s.programme === programme.id && s.session === id);
    const ask = unanswered(this.store.sessions((s) => s.id === list.findLast((e) => e.end)?.id), today);
    const running = this.store.running().map((s) => ({...s, title: s.session.title, url: programme.sessions.find((p) => p.id === s.session.id && s.programme?.id === programme.id)?.url ?? "#"}));
    const lightWeek = lightWeekAhead(
      planned.map((row) => this.#asked.of(row, row)),
      this.store.sessions(({day, end}) => end && daysBetween(day, today) < FORTNIGHT), today);
    show(this.stage, startPanel({
      lightWeek, ask, done, running, language, week, weeks: programme.phases?.length ? programme.weeks ?? null : null, answers: this.ui.answers,
      bands: bandsOf(this.data, rows[0], settings.conditions),
    }));
    show(this.foot, barOf({timer: null, main: [{action: "start", words: t("Start this session")}]}));
    return {ask};
  }

  runningView(session) {
    const cards = this.cards(session);
    const counts = progress(cards.map(({today}) => today), session);
    const next = nextSet(cards, Math.max(0, cards.findIndex(({row}) => row.row === this.ui.current)));
    this.ui.current ??= (next ? cards[next.index] : cards[0])?.row.row ?? null;
    const current = Math.max(0, cards.findIndex(({row}) => row.row === this.ui.current));
    const one = this.one();
    const ui = {...this.ui, language, settings: this.on(session).settings, data: this.data, phase: phaseOf(this.data.programme.phases, this.week(session), session.session.id)};
    const warned = this.data.flags?.find(({id}) => id === session.red_flag);
    const {saved, at} = this.store.state(session.id);
    const redBefore = !warned && this.on(session).sessions.findLast(finished)?.red_flag;
    const shown = this.ui.finishing ? [] : one ? cards.slice(current, current + 1) : cards;
    show(this.stage, logHead({session, counts, one, saved: saved ? at : null, faults: this.store.faults(), warned, redBefore}, language),
      shown.map((card) => this.#cards.show(card, ui, this.stage)),
      this.ui.finishing && finishPanel({session, left: counts.left, bands: bandsOf(this.data, cards[0]?.row, ui.settings.conditions), warmUps: this.warmUpsLeft(cards)}),
      !this.ui.finishing && one && this.turnOf(cards, current));
    this.drawBar(session, cards, next, current);
    keepView(tabStorage(), this.data.site, session.id, this.ui);
    return {cards, next, current, counts};
  }

  warmUpsLeft = (cards) => cards.some(({row, exercise, shown}) => row.role === "warm-up" && !exercise.skipped && !shown.some(({done}) => done));

  turnOf = (cards, current) => el("nav", {class: "log-turn", "aria-label": t("Exercises")},
    cards.map(({row, shown, skipped}, i) => el("button", {
      type: "button", "data-action": "go", "data-value": row.row, "aria-current": i === current ? "step" : null, "aria-label": row.title,
      "data-done": skipped !== null || shown.every(({done}) => done),
    }, number(i + 1))));

  drawBar(session, cards, next, current) {
    const timer = this.timerOf(session);
    const set = timer && cards.find(({row}) => row.row === this.store.timer().exercise)?.shown.find(({id}) => id === this.store.timer().set);
    show(this.foot, barOf({timer, set, main: this.mainOf(session, cards, next, current)}));
  }

  /** The one thing to do next, first, and perhaps another. */
  mainOf(session, cards, next, current) {
    if (this.ui.finishing) return [{action: "finish", words: t("Finish")}, {action: "back", words: t("Back")}];
    if (session.red_flag) return [{action: "finish", words: t("End the session")}];
    const finish = {action: "finishing", words: t("Finish…")};
    const hurting = cards[current];
    if (hurting && !hurting.skipped && light(hurting.bands, hurting.exercise.pain, hurting.exercise.flags) === "red") {
      return [{action: "stop", "data-row": hurting.row.row, words: t("Leave {title} for today", {title: hurting.row.title})}, finish];
    }
    if (!next) return [finish];
    const card = cards[next.index];
    const at = {"data-row": card.row.row, "data-value": next.set.id};
    if (this.one() && next.index !== current) return [{action: "go", "data-value": card.row.row, words: t("Next: {title}", {title: card.row.title})}, finish];
    if (card.row.measure === "seconds") return [{action: "time", ...at, words: t("Time {set}", {set: setWords(next.set, card.today.context)})}, {action: "tick", ...at, words: t("Done")}];
    const words = mainSet({set: next.set, today: card.today});
    return [{action: "tick", ...at, words: this.one() ? words : `${card.row.title}: ${words}`}, finish];
  }

  /** A warning sign locks the log until it was read. */
  locked = (session) => Boolean(session.red_flag) && this.settings().acknowledged !== `${session.id}:${session.red_flag}`;

  lockedView(session) {
    const flag = this.data.flags?.find(({id}) => id === session.red_flag) ?? {tier: "urgent", action: t("The safety page says what to do."), text: ""};
    show(this.stage, lockPanel(flag, document.querySelector(".stop a[href]")?.getAttribute("href")));
    show(this.foot);
  }

  doneView(session) {
    dropView(tabStorage(), this.data.site, session.id);
    const cards = this.cards({...session, end: undefined});
    const {saved, at} = this.store.state(session.id);
    const summary = {...summaryOf(session, cards.map(({today}) => today)), unit: session.unit};
    const {programme} = this.data;
    const before = this.store.list().filter((s) => s.programme === programme.id && s.end).map(({session: id, day}) => ({session: id, day}));
    const turn = due(programme, before, this.today());
    const title = programme.sessions.find(({id}) => id === turn?.session)?.title;
    show(this.stage, donePanel({
      summary, next: session.red_flag ? [] : nextTime(session, cards.map(({today}) => today), this.on(session)), due: title && !session.red_flag ? {day: turn.day, title} : null,
      saved: saved ? at : null, faults: this.store.faults(),
    }, language));
    show(this.foot);
    return {cards};
  }

  timerOf(session) {
    const timer = this.store.timer();
    return timer?.session === session.id ? stateOf(timer, this.now()) : null;
  }

  say(words) {
    this.said.textContent = words;
  }

  /** One glance at the timer each quarter of a second while one runs. */
  watch() {
    clearInterval(this.glance);
    this.silence?.();
    this.silence = null;
    const session = this.session();
    const timer = session && !finished(session) ? this.store.timer() : null;
    const state = timer?.session === session?.id && timer ? stateOf(timer, this.now()) : null;
    if (!state) return this.draw();
    this.over = state.phase === "over";
    if (!this.over && this.settings().sound !== false) this.silence = toneIn((timer.deadline - this.now()) / 1000);
    this.glance = setInterval(() => this.look(), 250);
    this.look(true);
  }

  look(first = false) {
    const session = this.session();
    const timer = this.store.timer();
    const state = session && this.timerOf(session);
    if (!state) return this.watch();
    if (state.phase === "over" && (first || !this.over)) {
      if (!this.over && !first) vibrate(200, 100, 200);
      this.over = true;
      if (state.kind === "work") return actions.timed.call(this, timer);
      this.say(t("Rest is over"));
    }
    if (this.shown?.cards && this.dataset.state === "running") this.drawBar(session, this.shown.cards, this.shown.next, this.shown.current);
  }

  act(event) {
    const {target, type} = event;
    if (type === "keydown") return void (event.key === "Enter" && target.matches("input[data-field]") && target.blur());
    if (type === "change") return actions.typed.call(this, target);
    const pressed = target.closest("[data-action]");
    if (pressed) actions[pressed.dataset.action]?.call(this, pressed);
  }
}

customElements.define("session-log", SessionLog);
