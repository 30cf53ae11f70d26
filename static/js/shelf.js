/** The exercises of the library's page: those that stand in it are hidden and shown, those of a large library are drawn. */
import {drawn as afterDrawing} from "./parts.js";
import {t} from "./words.js";
import {active} from "./filter.js";
import {address, facts} from "./search.js";

const most = 100; // drawn at a time
const first = 12; // of these at once: what fills a window

/** @returns {{show: (entries: number[], choice: object) => void}} */
export function listed(data, results) {
  const matches = results.querySelector(".matches");
  return matches ? drawn(data, results, matches) : standing(data, results);
}

/** Lists whose items are all there: only what changes is touched. */
function standing(data, results) {
  const items = new Map([...results.querySelectorAll(".exercises > li")].map((li) => [li.querySelector("a").getAttribute("href"), li]));
  const rows = data.exercises.map((row) => items.get(address(row)));
  const groups = [...results.querySelectorAll(".shelf")];
  return {
    show(entries, choice) {
      const visible = new Set(entries);
      rows.forEach((li, entry) => {
        if (!li) return;
        const hidden = !visible.has(entry);
        if (li.hidden !== hidden) li.hidden = hidden;
        if (!hidden) note(li, data, data.exercises[entry], choice);
      });
      for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    },
  };
}

/** A list that is made from the index, the first hundred and more when asked: at once what is seen first, the others after that. */
function drawn(data, results, matches) {
  const [further, letters] = [results.querySelector(".further"), results.querySelector(".letters")];
  let left = [], choice;
  const add = (many) => {
    const items = left.splice(0, many).map((entry) => card(data, data.exercises[entry], choice));
    matches.append(...items);
    further.hidden = !left.length;
    return items[0];
  };
  const more = () => {
    const mine = left, link = add(first)?.querySelector("a");
    afterDrawing().then(() => mine === left && add(most - first)); // unless something else is shown by now
    return link;
  };
  further.querySelector("button").addEventListener("click", () => more()?.focus());
  return {
    show(entries, now) {
      const asked = active(now);
      [letters.hidden, matches.hidden, further.hidden] = [asked, !asked, true];
      [left, choice] = [asked ? [...entries] : [], now];
      matches.replaceChildren();
      if (asked) more();
    },
  };
}

function card(data, row, choice) {
  const [li, link, line] = [document.createElement("li"), document.createElement("a"), document.createElement("p")];
  link.href = address(row);
  link.textContent = row[0];
  line.className = "facts";
  line.textContent = facts(data, row);
  li.append(link, line);
  note(li, data, row, choice);
  return li;
}

/** From the worst, as the verdicts of data/search.json have them: avoid, modify, unknown, caution. */
const worst = ["3", "2", "4", "1"];

/** The worst verdict at the stages that the reader declared in the log; "" for none but suitable. */
export function verdictForReader(data, row, declared = {}) {
  const found = data.stages.map(([id], i) => (declared[id.split("/")[0]] === id.split("/")[1] ? data.verdicts[row[9]][i] : ""));
  return worst.find((verdict) => found.includes(verdict)) ?? "";
}

/** What the choice says of an exercise: the verdict at the stage, or else for the reader, and that a muscle only helps. */
function note(li, data, row, choice) {
  const stage = choice.stage ? data.stages.findIndex(([id]) => id === choice.stage) : -1;
  const verdict = stage < 0 ? verdictForReader(data, row, choice.declared) : data.verdicts[row[9]][stage];
  const muscle = choice.muscle ? data.muscles.findIndex(([id]) => id === choice.muscle) : -1;
  const helps = muscle >= 0 && row[7].includes(muscle);
  const key = `${verdict} ${helps ? muscle : ""}`;
  if ((li.dataset.note ?? " ") === key) return;
  li.dataset.note = key;
  li.querySelector(".note")?.remove();
  if (!verdict && !helps) return;
  const p = document.createElement("p");
  p.className = "note";
  if (verdict) {
    const word = document.createElement("strong");
    word.className = `verdict ${data.verdict_words[verdict][0]}`;
    word.textContent = data.verdict_words[verdict][1];
    p.append(word, " ", stage < 0 ? t("for what you declared in your log") : "");
  }
  if (helps) p.append(t("Helping: {muscle}", {muscle: data.muscles[muscle][2]}));
  li.append(p);
}
