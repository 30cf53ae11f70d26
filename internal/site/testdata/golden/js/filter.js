/** The library's filters: what is chosen, as it stands in the address, and what that leaves of data/search.json. */

/** @typedef {{q: string, category: string, muscle: string, position: string, stage: string, have: string[], avoid: boolean}} Choice */

const single = ["q", "category", "muscle", "position", "stage"];

/** What an address asks for. @returns {Choice} */
export function read(search) {
  const params = new URLSearchParams(search);
  return {
    ...Object.fromEntries(single.map((name) => [name, params.get(name)?.trim() ?? ""])),
    have: params.getAll("have").filter(Boolean), avoid: params.has("avoid"),
  };
}

/** What a choice adds to the address: "" or "?muscle=glutes&have=bench". */
export function write(choice) {
  const params = new URLSearchParams();
  for (const name of single) if (choice[name]) params.set(name, choice[name]);
  for (const piece of choice.have) params.append("have", piece);
  if (choice.avoid) params.set("avoid", "yes");
  const text = params.toString().replaceAll("%2F", "/");
  return text && "?" + text;
}

/** Whether anything is chosen that leaves exercises out. */
export const active = (choice) => single.some((name) => choice[name]) || choice.have.length > 0;

const place = (rows, id) => (id ? rows.findIndex((row) => row[0] === id) : -1);
const avoided = "3"; // as the verdicts of data/search.json have it

/** Whether the equipment at hand is enough: of each piece that is needed, one that will do. */
function enough(data, have) {
  const at = new Set(have.map((id) => place(data.equipment, id)));
  return data.needs.map(([, pieces]) => pieces.every((any) => any.some((piece) => at.has(piece))));
}

/**
 * Filters the exercises, in the order of found or else of the list, those that a chosen muscle does the work of first.
 * @param {number[] | null} found the exercises that the search found; null: all
 * @returns shown, by their number; left, how many only the stage leaves out; and for every filter and choice how
 * many there would be with it and all the others.
 */
export function filter(data, choice, found) {
  const [category, muscle, position, stage] =
    [place(data.categories, choice.category), place(data.muscles, choice.muscle), place(data.positions, choice.position), place(data.stages, choice.stage)];
  const covered = choice.have.length ? enough(data, choice.have) : null;
  const counts = {
    category: data.categories.map(() => 0), muscle: data.muscles.map(() => 0), position: data.positions.map(() => 0),
    stage: data.stages.map(() => 0), have: data.equipment.map(() => 0), none: 0,
  };
  const needs = data.needs.map(() => 0), verdicts = data.verdicts.map(() => 0);
  const shown = [];
  let left = 0;
  /** Counts an exercise that fits, or that one filter alone leaves out: then only for that filter. */
  const look = (entry) => {
    const row = data.exercises[entry];
    const fails = [
      category >= 0 && row[3] !== category, position >= 0 && row[5] !== position,
      muscle >= 0 && !row[6].includes(muscle) && !row[7].includes(muscle), covered !== null && !covered[row[8]],
      stage >= 0 && !choice.avoid && data.verdicts[row[9]][stage] === avoided,
    ];
    const only = fails.indexOf(true);
    if (only < 0) shown.push(entry);
    else if (fails.includes(true, only + 1)) return;
    if (only < 0 || only === 0) counts.category[row[3]]++;
    if (only < 0 || only === 1) counts.position[row[5]]++;
    if (only < 0 || only === 2) for (const list of [row[6], row[7]]) for (const m of list) counts.muscle[m]++;
    if (only < 0 || only === 3) needs[row[8]]++;
    if (only < 0 || only === 4) verdicts[row[9]]++;
    if (only === 4) left++;
  };
  if (found) for (const entry of found) entry < data.exercises.length && look(entry);
  else for (let entry = 0; entry < data.exercises.length; entry++) look(entry);
  if (muscle >= 0 && !found) shown.sort((a, b) => data.exercises[b][6].includes(muscle) - data.exercises[a][6].includes(muscle));
  share(data, counts, needs, verdicts);
  return {shown, left, counts};
}

/** Counts pieces of equipment and stages by what exercises share. */
function share(data, counts, needs, verdicts) {
  data.needs.forEach(([, pieces], need) => {
    if (!pieces.length) counts.none += needs[need];
    for (const piece of new Set(pieces.flat())) counts.have[piece] += needs[need];
  });
  data.verdicts.forEach((digits, line) => [...digits].forEach((digit, stage) => {
    if (digit !== avoided) counts.stage[stage] += verdicts[line];
  }));
}
