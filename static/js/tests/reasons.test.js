import {test, equal, ok} from "./testing.js";
import {randomCase} from "./histories.js";
import {CAUSES, note, sentence, what} from "../reasons.js";
import {suggest, TABLE} from "../progression.js";
import {growth} from "../raising.js";
import {stepBackUp} from "../returning.js";
import {lightWeek, stall} from "../review.js";

const bar = {sets: {min: 3, max: 3}, low: 8, high: 10, load_step: 5, load_grid: 2.5, min_load: 20};
const light = {...bar, low: 10, high: 12, load_step: 2, load_grid: 2, min_load: 2};
const body = {sets: {min: 3, max: 3}, low: 8, high: 10, loadable: false};
const held = {sets: {min: 1, max: 1}, low: 20, high: 45, loadable: false, ...growth("seconds")};
const at = (load, values, more) => ({load, values, pain: 0, next_day: 0, ...more});
const top = at(60, [10, 10, 10]);
const low = at(60, [8, 7, 6]);
const fair = at(60, [9, 9, 9]);

/** Prescription, history, days, context, sentence. */
const SAID = [
  [bar, [], 0, {}, "Nothing is logged for this exercise yet: 8 repetitions."],
  [bar, [{...top, red_flag: true}], 2, {}, "A warning sign was noted last time. The safety page says what to do first."],
  [bar, [{...top, pain: 7}, {...top, pain: 6}], 2, {}, "Pain was high in 2 of the last 2 sessions with this exercise. Another exercise can take this one's place, and a doctor or physiotherapist can advise."],
  [bar, [{...top, pain: 6}], 2, {}, "Pain reached 6 of 10 last time. Less load or an easier exercise may sit better: 47.5 kg × 8."],
  [bar, [{...top, pain: 2, flags: ["radiating"]}], 2, {}, "Pain spread into a leg or an arm last time. Less load or an easier exercise may sit better: 47.5 kg × 8."],
  [bar, [{...top, pain: 7}], 30, {}, "Pain reached 7 of 10 last time. Less load or an easier exercise may sit better. The last time was 30 days ago: 40 kg × 8, one set fewer."],
  [bar, [fair], 70, {}, "The last time was 70 days ago. After so long it is a fresh start: 30 kg × 8, one set fewer."],
  [bar, [fair], 30, {}, "The last time was 30 days ago: 40 kg × 8, one set fewer."],
  [bar, [fair], 16, {}, "The last time was 16 days ago: 52.5 kg × 8."],
  [bar, [{...fair, pain_before: 1, next_day: 4}], 2, {}, "Pain rose from 1 to 4 of 10 the day after: 52.5 kg × 8, one set fewer."],
  [bar, [{...fair, pain: 4}, {...fair, pain: 5}], 2, {}, "Pain reached 5 of 10 last time, and it hurt the time before too: 52.5 kg × 8."],
  [bar, [{...fair, pain: 4}], 2, {}, "Pain reached 4 of 10 last time. A shorter range, a slower pace or fewer repetitions may feel better: 60 kg as last time."],
  [{...body, role: "mobility"}, [at(0, [8, 8, 8])], 2, {}, "This exercise is for moving easily and stays as it is: the same as last time."],
  [bar, [low, low], 2, {}, "The last two times at this load fell short of what was planned: 52.5 kg × 8."],
  [bar, [low], 2, {}, "The lowest set had 6 last time, under 8: 60 kg as last time."],
  [bar, [at(60, [10, 10])], 2, {}, "2 sets of 3 were done last time: 60 kg as last time."],
  [bar, [{...top, form: "lost"}], 2, {}, "The form did not hold last time: 60 kg as last time."],
  [bar, [fair], 11, {unit: "lb"}, "The last time was 11 days ago: 60 lb as last time."],
  [{...bar, verdict: "avoid"}, [top], 2, {}, "This exercise is one to avoid with what you have declared, so nothing is added: 60 kg as last time."],
  [{...bar, confirm: 2}, [top], 2, {}, "All sets reached 10 last time. One more time like it comes before the next step: 60 kg × 10."],
  [{...bar, confirm: 3}, [top], 2, {}, "All sets reached 10 last time. 2 more times like it come before the next step: 60 kg × 10."],
  [{...bar, load_locked: true}, [top], 2, {}, "All sets reached 10 last time. In this phase the load stays: 60 kg × 10."],
  [{...bar, load_locked: true}, [top, top, top], 2, {}, "All sets reached 10 the last 3 times. You look ready for the next phase; in this one the load stays: 60 kg × 10."],
  [{...bar, rehab: true}, [{...top, next_day: null}], 2, {}, "All sets reached 10 last time. How the day after felt is not answered yet: 60 kg × 10."],
  [light, [at(0, [12, 12, 12])], 2, {}, "All sets reached 12 without a load last time: 2 kg × 10."],
  [light, [at(20, [12, 12, 12])], 2, {}, "All sets reached 12 last time: 22 kg × 10."],
  [light, [at(16, [15, 15, 15])], 2, {}, "All sets reached 15 last time, enough for a larger step: 18 kg × 10."],
  [light, [at(16, [12, 12, 12])], 2, {}, "All sets reached 12 last time. The next load, 18 kg, is 12.5 % more, so a little more at this one comes first: 16 kg × 15."],
  [light, [at(8, [12, 12, 12])], 2, {}, "All sets reached 12 last time. The next load, 10 kg, is 25 % more. Smaller plates, a slower pace, a longer pause or a variation can bridge the gap: 8 kg × 12."],
  [{...body, next_exercise: "loaded-dead-bug"}, [at(0, [10, 10, 10])], 2, {title: "Loaded dead bug"}, "All sets reached 10 last time. The next exercise is Loaded dead bug: 8 repetitions."],
  [{...body, next_exercise: "ab-wheel", next_verdict: "avoid"}, [at(0, [10, 10, 10])], 2, {}, "All sets reached 10 last time. The next exercise, ab-wheel, is not offered with what you have declared: 10 repetitions."],
  [held, [at(0, [45])], 2, {measure: "seconds"}, "All sets reached 45 s last time: 55 s."],
  [held, [at(0, [55])], 2, {measure: "seconds"}, "All sets reached 55 s last time, and that is plenty here: the same as last time."],
  [body, [at(0, [[10, 8], [10, 9], [9, 8]])], 2, {}, "There is still room up to 10: 9, 10, 9 repetitions."],
  [{...bar, high: null}, [fair], 2, {}, "There is room for a little more: 60 kg × 10, 10, 10."],
  [{...light, low: 30, high: 40, ...growth("metres")}, [at(16, [30, 30, 40])], 2, {measure: "metres"}, "There is still room up to 40 m: 16 kg, 35, 35, 40 m."],
  [{...body, load_step: 1, loadable: true, min_load: 1, max_increase: 1}, [at(1, [10, 10, 10])], 2, {levels: ["yellow", "red"]}, "All sets reached 10 last time: red × 8."],
];

test("each reason in words", () => {
  for (const [prescription, history, days, context, want] of SAID) {
    equal(sentence(suggest(prescription, history, days), prescription, context), want);
  }
});

const back = (way, last, more) => stepBackUp(suggest(bar, [last], 3), {before: 60, load: 30, ...way}, {...bar, ...more}, last);
const BACK = [
  [back({days: 7}, at(30, [9, 9, 9])), "After the long break the load comes back week by week. The next step is 70 % of 60 kg: 40 kg × 8."],
  [back({days: 3, load: 50}, at(50, [10, 10, 10])), "After the long break the load comes back week by week. This one is 3 days old: 50 kg as last time."],
  [back({days: 7}, at(30, [9, 9, 9], {next_day: null}), {rehab: true}), "After the long break the load comes back week by week. How the day after felt is not answered yet: 30 kg as last time."],
];

test("the way back in words", () => {
  for (const [answer, want] of BACK) equal(sentence(answer, bar), want);
});

const NOTES = [
  [stall(bar, [fair, fair, fair]), "3 times at 60 kg without a higher total. More rest between sets, a smaller step, a variation or a light week may help."],
  [stall(body, [at(0, [9, 9, 9]), at(0, [9, 9, 9]), at(0, [9, 9, 9])]), "3 times without a higher total. More rest between sets, a variation or a light week may help."],
  [lightWeek([{day: "2026-03-01", backed_off: ["a", "b"]}], "2026-03-02"), "2 exercises went down this week. A light week may do good."],
  [lightWeek([{day: "2026-03-01", effort: 5.5}, {day: "2026-03-09", effort: 7.6}], "2026-03-10"), "Sessions felt harder for the same work: 7.6 of 10 after 5.5. A light week may do good."],
];

test("stalls and light weeks in words", () => {
  for (const [found, want] of NOTES) equal(note(found), want);
});

test("every code has its sentence above, and no sentence is without a code", () => {
  const codes = [...SAID.map(([p, h, d]) => suggest(p, h, d).reason.code), ...BACK.map(([a]) => a.reason.code), ...NOTES.map(([f]) => f.reason.code)];
  equal([...new Set(codes)].sort(), Object.keys(CAUSES).sort());
  equal(TABLE.filter((row) => !row.effect && !(row.code in CAUSES)), []);
});

test("what to do stands alone too", () => {
  equal(what(suggest(bar, [top], 30), bar), "40 kg × 8, one set fewer");
  equal(what(suggest(bar, [{...top, red_flag: true}], 3), bar), "");
  equal(["cycles", "breaths", "steps", "calories"].map((measure) => what({load: 0, target: 1}, {}, {measure})), ["1 cycle", "1 breath", "1 step", "1 kcal"]);
});

test("over many histories the numbers agree with the answer, and the words are calm", () => {
  for (let seed = 1; seed <= 20_000; seed++) {
    const {prescription, history, days} = randomCase(seed);
    const answer = suggest(prescription, history, days);
    const text = sentence(answer, prescription);
    const said = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
    const known = numbersIn([answer, prescription, history, days, history.map((e) => e.values.length), 10]);
    ok(said.every((v) => known.has(v) || known.has(-v) || prescription.confirm - answer.reason.times === v), `seed ${seed}: ${text}`);
    for (const v of follows(answer, prescription)) ok(said.includes(v), `seed ${seed}: ${v} is not in ${text}`);
    ok(!/\{|undefined|null|NaN|Infinity|\bsafe\b|\bmust\b|\bshould\b|!/i.test(text), `seed ${seed}: ${text}`);
  }
});

const numbersIn = (value) => new Set(JSON.stringify(value).match(/-?\d+(\.\d+)?/g).map(Number));

/** The numbers that the answer asks for. */
function follows({load, target}, prescription) {
  const amounts = {low: [prescription.low], high: [prescription.high], same: []}[target] ?? [target ?? []].flat();
  return load ? [load, ...amounts] : amounts;
}
