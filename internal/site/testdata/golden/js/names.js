/** Names of exercises: the same one written in other ways is found, whatever app wrote it. */

/**
 * Finds an exercise of the site by a name: its title, an alias or its id, whatever the
 * case, the punctuation, the plural; and with the words in another order where only one
 * exercise has those words ("Squat (Goblet)").
 * @param {{id: string, title: string, aliases?: string[]}[]} exercises
 * @returns {(name: string) => ?{id: string, title: string}}
 */
export function matcher(exercises) {
  const [exact, jumbled] = [new Map(), new Map()];
  const named = (names) => exercises.flatMap((exercise) => names(exercise).map((name) => ({exercise, words: fold(name)})));
  for (const {exercise, words} of [...named(({title}) => [title]), ...named(({aliases = []}) => aliases), ...named(({id}) => [id])]) {
    const [whole, sorted] = keys(words);
    if (!exact.has(whole)) exact.set(whole, exercise);
    jumbled.set(sorted, [undefined, exercise].includes(jumbled.get(sorted)) ? exercise : null);
  }
  const known = new Map();
  return (name) => {
    if (!known.has(name)) {
      const [whole, sorted] = keys(fold(name));
      known.set(name, whole === "" ? null : exact.get(whole) ?? jumbled.get(sorted) ?? null);
    }
    return known.get(name);
  };
}

const keys = (words) => [words.join(""), words.toSorted().join(" ")];

/** The words of a name, in small letters, without accents, each in the singular. */
export const fold = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu)?.map(singular) ?? [];

function singular(word) {
  if (word.length < 3) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The id of an exercise that the site does not have. */
export function ownId(name) {
  const words = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join("-").slice(0, 100) || `exercise-${hash(name).toString(36)}`;
}

/** A number of 32 bits that stands for a text. */
export function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
