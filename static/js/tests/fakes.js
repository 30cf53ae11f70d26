/** What a browser gives the log, made to fail on purpose. */
import {mergeTexts} from "../sessions.js";

/** A storage as browsers have it. `blocked` makes it throw, `limit` full, `lies` says which keys read back otherwise. */
export function memory(entries = {}) {
  const map = new Map(Object.entries(entries));
  const guard = () => {
    if (fake.blocked) throw new DOMException("denied", "SecurityError");
  };
  const fake = {
    map, blocked: false, limit: Infinity, lies: () => false, writes: 0,
    get length() { return guard(), map.size; },
    key: (i) => (guard(), [...map.keys()][i] ?? null),
    getItem: (key) => (guard(), fake.lies(key) ? "otherwise" : map.get(key) ?? null),
    setItem(key, value) {
      guard();
      const others = [...map].reduce((sum, [k, v]) => sum + (k === key ? 0 : k.length + v.length), 0);
      if (others + key.length + value.length > fake.limit) throw new DOMException("full", "QuotaExceededError");
      fake.writes++;
      map.set(key, value);
    },
    removeItem: (key) => (guard(), void map.delete(key)),
  };
  return fake;
}

/** A journal in memory. `broken` makes it refuse. */
export function journalIn(map = new Map()) {
  const journal = {
    map, broken: false,
    async append(id, text, at) {
      if (journal.broken) throw new Error("broken");
      map.set(id, {id, at, text: map.has(id) ? mergeTexts(map.get(id).text, text) : text});
    },
    async replay() {
      if (journal.broken) throw new Error("broken");
      return [...map.values()];
    },
    drop: async (id) => void map.delete(id),
    clear: async () => map.clear(),
  };
  return journal;
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  next.below = (n) => Math.floor(next() * n);
  next.one = (list) => list[next.below(list.length)];
  return next;
}

/** A clock that stands until it is moved. */
export function clockAt(text, zone = "Europe/Berlin") {
  const clock = () => ({time: clock.time, zone: clock.zone});
  clock.time = Date.parse(text);
  clock.zone = zone;
  clock.pass = (seconds) => (clock.time += seconds * 1000);
  return clock;
}

/** Locks as browsers have them: one at a time. */
export function lockQueue() {
  let last = Promise.resolve();
  return {held: 0, request(name, work) {
    this.held++;
    return (last = last.then(work));
  }};
}

export const plan = {
  programme: {id: "stronger-back", version: "1.0", title: "Stronger back", week: 3}, session: {id: "a", title: "Session A"}, unit: "kg",
  exercises: [
    {row: "squat", id: "goblet-squat", title: "Goblet squat", dose: "3 x 8-10, rest 45 s"},
    {row: "plank", id: "side-plank", title: "Side plank", dose: "2 x 30 s each side", measure: "seconds"},
  ],
};

/** Marks a set as done; or not, with null. */
export const tick = (row, id, amount, load = "") => (session) => {
  const {sets} = session.exercises.find((exercise) => exercise.row === row);
  const set = sets.find((s) => s.id === id);
  if (set) Object.assign(set, {amount, load});
  else sets.push({id, amount, load, side: id.match(/[LR]$/)?.[0] ?? ""});
};
