/** What the reader has declared: conditions with their stage, and what follows from it. Pure. */

/** The verdicts under which an exercise is offered; one that is not listed is suitable. */
const OFFERED = [undefined, "caution"];
const WORST = ["avoid", "modify", "unknown", "caution"];

/** Places in the tables of verdicts: ["disc-related/irritable"]. @param {Record<string, string>} conditions stages by condition */
export const placesOf = (conditions = {}) => Object.entries(conditions ?? {}).filter(([, stage]) => stage).map(([id, stage]) => `${id}/${stage}`);

/** The worst verdict of an exercise under what was declared; undefined: suitable. */
export function verdictOf(not, conditions) {
  const found = placesOf(conditions).map((place) => not?.[place]);
  return WORST.find((verdict) => found.includes(verdict));
}

/** Of what may stand in, what suits the reader. */
export const suited = (instead, conditions) => (instead ?? []).filter(({not}) => OFFERED.includes(verdictOf(not, conditions)));

/** The declared stages, as the page has them: {title, strict, long_band}. */
export function stagesOf(all, conditions) {
  const places = placesOf(conditions);
  return (all ?? []).flatMap((c) => c.stages.filter((s) => places.includes(`${c.id}/${s.id}`)).map((s) => ({...s, title: `${c.title}: ${s.title}`})));
}

/** Where green and amber end: strict by the programme's row, or by a declared stage. */
export function bandsOf(data, row, conditions) {
  const strict = row?.strict || stagesOf(data.conditions, conditions).some((stage) => stage.strict);
  return data.pain?.[strict ? "strict" : "standard"] ?? (strict ? [2, 3] : [3, 5]);
}

/** The signs that make any pain a red one. */
export const SIGNS = ["sharp", "radiating", "worsening"];

/** "green", "amber", "red", or null where nothing is said. */
export function light([green, amber], pain, flags = []) {
  if (flags.some((flag) => SIGNS.includes(flag)) || pain > amber) return "red";
  if (pain === null || pain === undefined) return null;
  return pain > green ? "amber" : "green";
}
