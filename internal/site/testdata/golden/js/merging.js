/**
 * Two copies of one session become one. Each set has a counter, and so has each other
 * part that was ever edited (`edits`): the higher counter wins, part by part. Equal counters
 * are told apart by the values alone. So merging gives the same in whatever order copies
 * meet, and again and again: tabs that exchange their copies end up with the same.
 */

/**
 * What counts as one part of a session, and of an exercise: fields that only make sense
 * together. Their order is that of the counters in stored texts: add new ones at the end.
 */
const SESSION = parts({
  end: ["end"], "pain.before": ["pain.before"], "pain.during": ["pain.during"], "pain.after": ["pain.after"],
  effort: ["effort"], "pain.next_day": ["pain.next_day"], note: ["note"], day: ["day"], start: ["start", "zone"],
  red_flag: ["red_flag"], programme: ["programme"], session: ["session"], unit: ["unit"],
});
const EXERCISE = parts({
  pain: ["pain"], form: ["form"], effort: ["effort"], note: ["note"], flags: ["flags"], skipped: ["skipped"],
  exercise: ["id", "title", "dose", "measure", "substitute_for"],
});
const SET = ["type", "side", "load", "amount", "left", "pain"];

/** The names that `edits` may hold. */
export const sessionParts = SESSION.map(({name}) => name);
export const exerciseParts = EXERCISE.map(({name}) => name);

function parts(table) {
  return Object.entries(table).map(([name, fields]) => ({name, paths: fields.map((field) => field.split("."))}));
}

/** Both copies in one, which shares nothing with them that could be changed. */
export function merge(a, b) {
  const merged = mergeParts(SESSION, a, b);
  merged.exercises = union(a.exercises, b.exercises, "row", (x, y) => {
    const exercise = mergeParts(EXERCISE, x, y);
    exercise.sets = inTurn(union(x.sets, y.sets, "id", (s, t) => ({...(beats(s, t) ? s : t)})));
    return exercise;
  });
  return merged;
}

function mergeParts(table, a, b) {
  const merged = structuredClone(a);
  merged.edits = {};
  for (const {name, paths} of table) {
    const [edits, others] = [a.edits[name] ?? 0, b.edits[name] ?? 0];
    const [mine, theirs] = [values(a, paths), values(b, paths)];
    if (others > edits || (others === edits && tells(mine, theirs) < 0)) put(merged, paths, theirs);
    if (edits + others > 0) merged.edits[name] = Math.max(edits, others);
  }
  return merged;
}

const values = (from, paths) => paths.map(([first, second]) => (second ? from[first][second] : from[first]));

function put(into, paths, all) {
  paths.forEach(([first, second], i) => {
    if (second) into[first][second] = all[i];
    else if (all[i] === undefined) delete into[first];
    else into[first] = structuredClone(all[i]);
  });
}

/** Which of two values stands when nothing else decides: the one that says more, then any that is always the same. */
function tells(a, b) {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return said(a) - said(b) || (x < y ? -1 : x > y ? 1 : 0);
}

const said = (all) => all.filter((value) => ![null, undefined, ""].includes(value) && value.length !== 0).length;

function beats(s, t) {
  if (s.counter !== t.counter) return s.counter > t.counter;
  if ((s.amount === null) !== (t.amount === null)) return s.amount !== null;
  if (s.at !== t.at) return (s.at ?? -1) > (t.at ?? -1);
  return tells(values(s, SET.map((field) => [field])), values(t, SET.map((field) => [field]))) >= 0;
}

/** Entries of both lists, joined where they share a key, in an order that does not depend on which list came first. */
function union(a, b, key, join) {
  const keys = (list) => list.map((entry) => entry[key]);
  const aFirst = a.length !== b.length ? a.length > b.length : keys(a).join() <= keys(b).join();
  const [first, second] = aFirst ? [a, b] : [b, a];
  const others = new Map(second.map((entry) => [entry[key], entry]));
  const joined = first.map((entry) => {
    const other = others.get(entry[key]);
    others.delete(entry[key]);
    return other ? join(entry, other) : structuredClone(entry);
  });
  return [...joined, ...[...others.values()].map((entry) => structuredClone(entry))];
}

/** Planned sets in their turn, left before right; what was added stays behind them. */
export function inTurn(sets) {
  const place = ({id}) => {
    const planned = /^(\d{1,3})([LR]?)$/.exec(id);
    return planned ? Number(planned[1]) * 3 + ["", "L", "R"].indexOf(planned[2]) : Infinity;
  };
  return sets.map((set) => ({set, at: place(set)})).sort((x, y) => (x.at === y.at ? 0 : x.at - y.at)).map(({set}) => set);
}

/**
 * A session as it was edited, with the counters raised where it differs from before. A set
 * that is gone stays as one that is not done, an exercise that is gone as one left out: what
 * another tab knows of them must not bring them back.
 * @param {number} seconds since the start, for sets that are done now
 */
export function counted(before, after, seconds) {
  const edited = {...countParts(SESSION, before, after), v: before.v, id: before.id};
  const rows = new Map(after.exercises.map((exercise) => [exercise.row, exercise]));
  const gone = before.exercises.filter(({row}) => !rows.has(row)).map((exercise) => ({...exercise, sets: [], skipped: "removed"}));
  const old = new Map(before.exercises.map((exercise) => [exercise.row, exercise]));
  edited.exercises = [...after.exercises, ...gone].map((exercise) => {
    const was = old.get(exercise.row);
    const next = was ? countParts(EXERCISE, was, exercise) : {...exercise, edits: exercise.edits ?? {}};
    next.sets = countSets(was?.sets ?? [], exercise.sets ?? [], seconds);
    return next;
  });
  return edited;
}

function countParts(table, before, after) {
  const edited = {...after, edits: {}};
  for (const {name, paths} of table) {
    const edits = before.edits[name] ?? 0;
    const differs = JSON.stringify(values(before, paths)) !== JSON.stringify(values(after, paths));
    if (edits || differs) edited.edits[name] = edits + (differs ? 1 : 0);
  }
  return edited;
}

function countSets(before, after, seconds) {
  const old = new Map(before.map((set) => [set.id, set]));
  const kept = new Set(after.map(({id}) => id));
  const undone = before.filter(({id}) => !kept.has(id)).map((set) => ({...set, amount: null}));
  return inTurn([...after, ...undone]).map((set) => {
    const was = old.get(set.id);
    const now = {counter: 1, ...set};
    if (now.at === undefined || (was && was.amount === null && now.amount !== null && now.at === was.at)) now.at = seconds;
    if (was) now.counter = Math.max(now.counter ?? 1, was.counter + (SET.some((field) => now[field] !== was[field]) ? 1 : 0));
    return now;
  });
}
