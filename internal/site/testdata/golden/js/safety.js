/** The check for warning signs on the safety page: sums up what the reader ticks. */
import {browserStorage, dayOf, forget, keep, kept, outcome, sentence, spoken} from "./screening.js";
import {n, t} from "./words.js";

const root = document.documentElement;
const site = root.dataset.site;
const storage = browserStorage();
const today = () => dayOf(new Date());

for (const form of document.querySelectorAll("form.check")) watch(form);
tellKept();

/** @param {HTMLFormElement} form */
function watch(form) {
  const none = form.querySelector(".none-fits");
  const signs = [...form.querySelectorAll("[data-tier] input")];
  const offer = offerToRemember(form);
  let said = "";
  form.querySelector(".no-sign").classList.add("print-only"); // on screen it is the answer to "none"

  const update = () => {
    const ticked = signs.filter((sign) => sign.checked);
    const result = outcome(ticked.map(tierOf), none.checked);
    const now = JSON.stringify([result, ticked.map((sign) => signs.indexOf(sign))]);
    if (now === said) return; // a live region speaks whenever it is filled
    said = now;
    offer(result?.tier ?? "");
    answer(form, ticked, result);
  };
  form.addEventListener("change", ({target}) => {
    if (target === none && none.checked) for (const sign of signs) sign.checked = false;
    if (target !== none && target.checked) none.checked = false;
    update();
  });
  form.addEventListener("reset", () => {
    setTimeout(update); // the ticks go after this event
    signs[0]?.focus();
  });
  update();
}

/** Fills the live regions: an emergency interrupts, all else waits its turn. */
function answer(form, ticked, result) {
  const [alert, status] = form.querySelectorAll(".outcome");
  alert.replaceChildren();
  status.replaceChildren();
  status.dataset.tier = result?.tier ?? "";
  if (result?.tier === "none") {
    const words = form.querySelector(".no-sign.print-only").cloneNode(true);
    words.classList.remove("print-only");
    status.append(words);
  } else if (result) {
    (result.tier === "emergency" ? alert : status).append(...advice(form, ticked, result));
  }
}

/** The button that keeps the day and the result, once there is one; then it forgets them. */
function offerToRemember(form) {
  const button = form.querySelector(".remember");
  let tier = "";
  const isKept = () => {
    const memory = kept(storage, site);
    return memory?.tier === tier && memory.date === today();
  };
  const show = (now = tier) => {
    tier = now;
    button.hidden = !tier || !storage;
    button.textContent = isKept()
      ? t("Forget that I did this check")
      : t("Remember on this device that I did this check on {day}", {day: spoken(today(), today(), root.lang)});
  };
  button.addEventListener("click", () => {
    const done = isKept() ? forget(storage, site) : keep(storage, site, today(), tier);
    show();
    tellKept(done ? "" : t("This browser does not let the page remember it."));
  });
  form.addEventListener("forgotten", () => show());
  return show;
}

function tierOf(sign) {
  return sign.closest("[data-tier]").dataset.tier;
}

/** What to do about the most urgent of the ticked signs. */
function advice(form, ticked, {tier, signs, others}) {
  const worst = signs.map((i) => ticked[i]);
  const lead = element("p", "outcome-lead", form.querySelector(`[data-tier="${tier}"] h3`).textContent);
  const parts = [lead, actions(worst)];
  const number = tier === "routine" ? "" : worst.map((sign) => sign.dataset.call).find(Boolean) ?? (tier === "emergency" ? form.dataset.emergency : "");
  if (number) {
    const call = element("a", "button call", t("Call {number}", {number}));
    call.href = `tel:${number}`;
    parts.push(call);
  }
  if (tier !== "emergency") parts.push(element("p", "", t("Leave the exercises until you have been checked.")));
  if (others) parts.push(element("p", "others", n(others, "You also ticked a less urgent sign; what to do stands beside it.", "You also ticked {n} less urgent signs; what to do stands beside each.")));
  return parts;
}

/** The actions beside the signs, each once. */
function actions(signs) {
  const said = new Map();
  for (const sign of signs) {
    const action = sign.closest("li").querySelector(".do");
    if (action && !said.has(action.textContent)) said.set(action.textContent, action);
  }
  const list = element("ul");
  for (const action of said.values()) {
    const item = element("li");
    item.append(...action.cloneNode(true).childNodes);
    list.append(item);
  }
  return list;
}

/** Says what is kept of an earlier check, with a way to forget it. */
function tellKept(problem = "") {
  const memory = storage && kept(storage, site);
  for (const line of document.querySelectorAll(".check-kept")) {
    line.hidden = !memory && !problem;
    line.replaceChildren(problem || (memory ? sentence(memory, today(), root.lang) : ""));
    if (!memory || problem) continue;
    const button = element("button", "plain", t("Forget it"));
    button.type = "button";
    button.addEventListener("click", () => {
      if (!forget(storage, site)) return;
      tellKept();
      for (const form of document.querySelectorAll("form.check")) form.dispatchEvent(new Event("forgotten"));
      document.querySelector("form.check input")?.focus();
    });
    line.append(" ", button);
  }
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
