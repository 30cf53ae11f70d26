/** Search: what a query finds in data/search.json. The index is made once, and a query then looks at each word once. */
import {inParts} from "./parts.js";
import {t} from "./words.js";

const letters = {æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i"};

/** Text without capitals, accents and apostrophes. */
export const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\p{M}'’]/gu, "").replace(/[æœøßłđðþı]/g, (c) => letters[c]);

const split = (folded) => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a folded name, and those that may be written as one: sit-up and situp, dead bug and deadbug. */
function tokens(folded) {
  const words = split(folded);
  if (words.length === 2) words.push(words.join(""));
  else if (/[^\p{L}\p{N}\s]/u.test(folded)) {
    for (const part of folded.split(/\s+/).map(split)) if (part.length > 1) words.push(part.join(""));
  }
  return words;
}

/** Whether a text is the word with one slip: a letter wrong, missing or too many, or two changed over. */
export function near(word, text) {
  let i = 0;
  while (i < word.length && word[i] === text[i]) i++;
  const [rest, after] = [word.slice(i + 1), text.slice(i + 1)];
  return after === rest || text.slice(i) === rest || after === word.slice(i) ||
    (text[i] === word[i + 1] && text[i + 1] === word[i] && text.slice(i + 2) === word.slice(i + 2));
}

/** Whether a text begins as the word does, but for one slip that is not in its first letter. */
const begins = (word, text) => word[0] === text[0] && [-1, 0, 1].some((more) => near(word, text.slice(0, word.length + more)));

/** The address of an exercise, from the root of the site. */
export const address = ([title, id]) => `exercises/${id || title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.html`;

/** What an exercise trains and needs, on one line. */
export const facts = (data, row) => [row[6].map((m) => data.muscles[m][2]).join(t(", ")), data.needs[row[8]][0]].filter(Boolean).join(" · ");

// How much a word counts by where it stands; a word that is there whole counts 2 more, its beginning 1.
const inTitle = 32, inAlias = 24, inMuscle = 16, inHelper = 12, inRest = 8;

/**
 * Opens the index.
 * @returns {{exercises: number, find: (query: string) => number[] | null, show: (entry: number) => {title: string, kind: string, url: string, line: string}}}
 */
export function openIndex(data) {
  const making = index(data);
  for (;;) {
    const {done, value} = making.next();
    if (done) return value;
  }
}

/** The same in parts, between which the page answers. */
export const openIndexSlowly = (data) => inParts(index(data));

/** The index, made a few hundred entries at a time. */
function* index(data) {
  const names = yield* namesOf(data);
  const shelves = yield* shelve(data, names);
  return {exercises: data.exercises.length, find: (query) => find(names, shelves, query), show: (entry) => shown(data, entry)};
}

const part = 200; // entries

/**
 * Notes where each word stands: in which entry, and how much it counts there. Entries are numbered: the exercises, the
 * other pages, then what exercises share (muscles, equipment and so on), which passes on to them what it scores.
 */
function* shelve(data, names) {
  const words = new Map();
  const file = (folded, entry, weight) => {
    for (const word of tokens(folded)) {
      const places = words.get(word);
      if (!places) words.set(word, [entry, weight]);
      else if (places[places.length - 2] !== entry) places.push(entry, weight); // where it stands there already it counts as much
    }
  };
  for (let entry = 0; entry < names.length; entry++) {
    const list = names[entry];
    file(list[0], entry, inTitle);
    for (let i = 2; i < list.length; i++) file(list[i], entry, inAlias);
    if (list[1]) file(list[1], entry, inRest);
    if (entry % part === 0) yield;
  }
  let size = names.length;
  const shelf = (rows, weight) => {
    const first = size;
    for (const row of rows) file(fold([row].flat().join(", ")), size++, weight);
    return first;
  };
  const muscles = shelf(data.muscles, inMuscle), helpers = shelf(data.muscles, inHelper);
  const [kinds, categories, patterns, positions, needs] =
    [[[data.kinds[0], t("Exercises")]], data.categories, data.patterns, data.positions, needsOf(data)].map((rows) => shelf(rows, inRest));
  yield;
  const shared = data.exercises.map((row) => [
    kinds, categories + row[3], patterns + row[4], row[5] < 0 ? kinds : positions + row[5], needs + row[8],
    ...row[6].map((m) => muscles + m), ...row[7].map((m) => helpers + m),
  ]);
  return {words, shared, size};
}

/** How well each entry fits one word. */
function look({words, shared, size}, word) {
  const score = new Uint8Array(size);
  let any = false;
  const mark = (fits, more) => {
    for (const [w, places] of words) {
      if (!fits(w)) continue;
      any = true;
      for (let i = 0; i < places.length; i += 2) score[places[i]] = Math.max(score[places[i]], places[i + 1] + more(w));
    }
  };
  mark((w) => w.startsWith(word), (w) => (w === word ? 2 : 1));
  if (!any && word.length > 3 && word.endsWith("s")) mark((w) => w === word.slice(0, -1), () => 1);
  if (!any && word.length > 4) mark((w) => near(word, w), () => 0);
  if (!any && word.length > 4) mark((w) => begins(word, w), () => 0);
  shared.forEach((list, entry) => { for (const of of list) score[entry] = Math.max(score[entry], score[of]); });
  return score;
}

/** The entries that hold every word, the best first; null where there is nothing to search for. */
function find(names, shelves, query) {
  const asked = split(fold(query)), small = new Set(split(fold(t("a an and at for in my of on the to with"))));
  const terms = asked.some((w) => !small.has(w)) ? asked.filter((w) => !small.has(w)) : asked;
  if (!terms.length) return null;
  const phrase = fold(query).trim(), scores = terms.map((word) => look(shelves, word)), found = [];
  for (let entry = 0; entry < names.length; entry++) {
    let [least, sum] = [99, 0];
    for (const s of scores) [least, sum] = [Math.min(least, s[entry]), sum + s[entry]];
    if (least) found.push(rank(least, sum + bonus(names[entry], phrase), names[entry][0].length) * room + entry);
  }
  return [...Float64Array.from(found).sort()].map((key) => key % room);
}

const room = 2 ** 24; // for the number of an entry, in a key that is sorted as a number

/** First by the word that fits least, then by all of them, then the shortest title: the least number is the best. */
const rank = (least, sum, length) => ((99 - least) * 1024 + Math.max(0, 1023 - sum)) * 1024 + Math.min(length, 1023);

/** Being what was asked for, word for word, decides between equals. */
function bonus(names, phrase) {
  return names[0] === phrase ? 99 : names.indexOf(phrase, 2) > 0 ? 4 : 0;
}

/** The names of all entries, folded: the title, what else is said of it, the aliases. */
function* namesOf(data) {
  const names = [];
  const rows = [data.exercises.map(([title, , aliases]) => [title, "", ...aliases]), data.pages.map(([, title, , line, aliases, more]) => [title, `${line} ${more}`, ...aliases])].flat();
  for (let i = 0; i < rows.length; i += part) {
    const text = rows.slice(i, i + part).map((list) => list.join("\t")).join("\n");
    for (const list of fold(text).split("\n")) names.push(list.split("\t"));
    yield;
  }
  return names;
}

/** The words of each need: of every piece of equipment that would do. */
const needsOf = (data) => data.needs.map(([words, pieces]) => pieces.length
  ? pieces.flat().map((piece) => data.equipment[piece].join(" ")).join(" ") : `${words} ${t("bodyweight, nothing, at home")}`);

function shown(data, entry) {
  const row = data.exercises[entry];
  if (row) return {title: row[0], kind: data.kinds[0], url: address(row), line: facts(data, row)};
  const [kind, title, url, line] = data.pages[entry - data.exercises.length];
  return {title, kind: data.kinds[kind], url, line};
}
