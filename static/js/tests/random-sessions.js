/** Sessions by chance, the same for the same seed, as a reader might have logged them. */
import {validate} from "../sessions.js";

/** Numbers from 0 to 1, the same for the same seed. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** The exercises of a site. */
export const library = [
  {id: "goblet-squat", title: "Goblet squat", aliases: ["Dumbbell front squat"]}, {id: "plank", title: "Plank", aliases: ["Front plank"]},
  {id: "push-up", title: "Push-up", aliases: ["Press-up"]}, {id: "glute-bridge", title: "Glute bridge", aliases: []},
  {id: "bird-dog", title: "Bird dog"}, {id: "suitcase-carry", title: "Suitcase carry", aliases: ["One-sided farmer’s walk"]},
  {id: "one-arm-row", title: "One-arm dumbbell row", aliases: ["Single-arm row (dumbbell)"]}, {id: "face-pull", title: "Face pull"},
];
const measures = {"plank": "seconds", "suitcase-carry": "metres", "bird-dog": "cycles"};
const notes = ["", "", "", "slow, and \"tall\"", "line one\nline two; three", "=1+1", "'-5 kg", "<b>bold</b>", "Übung 5,5 – ✓", " blanks "];

/** @param {() => number} random */
export function randomSession(random, n) {
  const day = new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const start = `${day}T${pick(random, ["06:05:09", "18:00:00", "23:59:30"])}${pick(random, ["+01:00", "-05:30", "Z"])}`;
  const ended = new Date(Date.parse(`${start.slice(0, 19)}Z`) + Math.floor(random() * 7200) * 1000).toISOString().slice(0, 19) + start.slice(19);
  const native = random() < 0.8;
  const chosen = library.filter(() => random() < 0.4);
  return validate({
    id: `S${String(n).padStart(5, "0")}`, day, zone: "Europe/Berlin", start, end: ended, unit: pick(random, ["kg", "kg", "lb"]),
    programme: native ? {id: "stronger-back", version: "1.0", title: "Stronger back", week: 1 + Math.floor(n / 7)} : null,
    session: native ? {id: pick(random, ["a", "b"]), title: pick(random, ["Core", "Strength; heavy", "Mobility, \"easy\""])} : {id: "", title: "Other"},
    pain: {before: 1, after: 2}, effort: 6, note: pick(random, notes).trim(),
    exercises: chosen.map((exercise) => randomExercise(random, exercise)),
  });
}

function randomExercise(random, {id, title}) {
  const measure = measures[id] ?? "reps";
  const sides = random() < 0.2 ? ["L", "R"] : [""];
  const sets = Array.from({length: Math.floor(random() * 5)}, (_, i) => sides.map((side) => ({
    id: `${i + 1}${side}`, side, type: pick(random, ["w", "w", "w", "u", "d"]), load: pick(random, ["", "0", "20", "22.5", "7.25", "102.125"]),
    amount: pick(random, [null, 0, 1, 8, 12, 45, 100]), left: pick(random, [null, 0, 1, 2, 3, 4, 5]), pain: pick(random, [null, 0, 3]), at: 60 * i, counter: 1 + i,
  }))).flat();
  return {row: id, id, title, dose: "3 x 8-10", measure, pain: 1, flags: ["sharp"], effort: 7, form: "held", note: pick(random, notes).trim(), sets};
}
