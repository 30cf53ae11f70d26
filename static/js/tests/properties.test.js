import {test, equal, ok} from "./testing.js";
import {randomCase} from "./histories.js";
import {rank, suggest} from "../progression.js";

const CASES = 100_000;
const FIRST_SEED = 1;

/** Tries a property on every case; a failure tells the seed that makes it again. */
function everyCase(name, holds) {
  test(name, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      const c = randomCase(seed);
      const answer = suggest(c.prescription, c.history, c.days);
      try {
        holds({...c, answer, last: c.history.at(-1)});
      } catch (e) {
        throw new Error(`seed ${seed}: ${e.message}\n${JSON.stringify({...c, answer})}`);
      }
    }
  });
}

const flat = (e) => e.values.flat();
const amount = (answer) => answer.load ?? -1;

/** Why no load may rise, told apart from the code under test. */
function mustNotRise({prescription: p, history, days, last}) {
  const before = history.at(-2);
  const pain = (last.pain ?? 0) > (p.strict ? 2 : 3) || last.flags?.length > 0;
  const nextDay = (last.next_day ?? 0) - (last.pain_before ?? 0) >= 2;
  const least = before && last.load > before.load ? p.low - 2 : p.low;
  const failed = last.form === "lost" || last.values.length < p.sets.min || Math.min(...flat(last)) < least;
  return pain || nextDay || failed || days >= 10;
}

everyCase("no load rises after pain, a bad next day, failure or ten days away", (c) => {
  if (mustNotRise(c)) ok(amount(c.answer) <= c.last.load, "rises");
});

everyCase("a rise is one step at most", ({prescription: p, answer, last}) => {
  const most = last.load === 0 ? Math.max(p.min_load ?? 0, p.load_step) : last.load + p.load_step;
  ok(amount(answer) <= most + 1e-9, "more than a step");
});

everyCase("what is lowered exists, and is not below the minimum", ({prescription: p, answer, last}) => {
  if (answer.load === null || answer.load >= last.load) return;
  const least = Math.min(p.min_load ?? 0, last.load);
  ok(answer.load >= least, "below the minimum");
  ok(answer.load === least || exists(answer.load, p.load_grid ?? p.load_step), "not on the grid");
});

function exists(load, grid) {
  if (typeof grid === "number") return grid === 0 || isWhole(load / grid);
  const list = Array.isArray(grid) ? grid : Object.entries(grid).map((band) => band.map(Number));
  if (!Array.isArray(list[0])) return list.includes(load);
  const [from, apart] = list.findLast(([from]) => from <= load);
  return isWhole((load - from) / apart);
}

const isWhole = (n) => Math.abs(n - Math.round(n)) < 1e-9;

everyCase("a load has no more decimals than loads have", ({answer}) => {
  if (answer.load !== null) equal(answer.load, Number(answer.load.toFixed(3)));
});

everyCase("worse pain never permits more", ({prescription, history, days, dice, answer}) => {
  const i = dice.whole(0, history.length - 1);
  const worse = {...history[i], pain: (history[i].pain ?? 0) + dice.whole(1, 6)};
  if (worse.next_day !== undefined && dice.chance(0.5)) worse.next_day += dice.whole(1, 4);
  if (dice.chance(0.2)) worse.flags = ["sharp"];
  stricter(suggest(prescription, history.with(i, worse), days), answer);
});

everyCase("a longer gap never permits more", ({prescription, history, days, dice, answer}) => {
  stricter(suggest(prescription, history, Math.max(10, days + dice.whole(0, 60))), answer);
});

function stricter(next, answer) {
  ok(rank(next.action) <= rank(answer.action), `${answer.action} became ${next.action}`);
  ok(amount(next) <= amount(answer), `${answer.load} became ${next.load}`);
  ok(answer.sets_change === undefined || next.load === null || next.sets_change === -1, "a set came back");
}

everyCase("the order of sets changes nothing but the order of what is added", ({prescription, history, days, dice, answer}) => {
  const turn = dice.whole(0, 3);
  const mixed = (list) => [...list.slice(turn), ...list.slice(0, turn)].reverse();
  const other = suggest(prescription, history.map((e) => ({...e, values: mixed(e.values)})), days);
  const want = answer.action === "ADD" ? {...answer, target: mixed(answer.target)} : answer;
  equal(other, want);
});

everyCase("left and right change nothing", ({prescription, history, days, answer, sides}) => {
  if (!sides) return;
  const swapped = history.map((e) => ({...e, values: e.values.map(([left, right]) => [right, left])}));
  equal(suggest(prescription, swapped, days), answer);
});

test("the cases meet every action and every reason often", () => {
  const met = {};
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
    const {prescription, history, days} = randomCase(seed);
    const {action, reason} = suggest(prescription, history, days);
    met[action] = (met[action] ?? 0) + 1;
    met[reason.code] = (met[reason.code] ?? 0) + 1;
  }
  const actions = ["REFER", "REMOVE", "STOP", "RESTART", "LAYOFF", "BACKOFF", "HOLD", "ASK_NEXT_DAY", "INCREASE", "EXTEND", "SMALLER_STEP", "VARIATION", "ADD"];
  for (const action of actions) ok(met[action] >= 300, `${action}: ${met[action]}`);
  for (const code of ["failed_again", "amber_again", "unconfirmed", "locked", "unsuitable", "next_unsuitable", "extended_top"]) {
    ok(met[code] >= 100, `${code}: ${met[code]}`);
  }
});
