/**
 * Checks that copy. A check takes a value from outside and gives a fresh one, or throws
 * Refused; nothing else of the input survives, whatever its prototype or its other keys.
 */

/** What is wrong with a value, and where: `exercises[2].sets[0].load: …`. */
export class Refused extends Error {
  kind = "damaged";
  path = "";

  constructor(reason) {
    super(reason);
    this.reason = reason;
  }

  /** The same, seen from one level up. */
  within(place) {
    const joint = this.path === "" || this.path.startsWith("[") ? "" : ".";
    this.path = `${place}${joint}${this.path}`;
    this.message = `${this.path}: ${this.reason}`;
    return this;
  }
}

/** A text of limited length, and of one form where a pattern is given. */
export const text = (most, pattern) => (value) => {
  if (typeof value !== "string") throw new Refused("is not a text");
  if (value.length > most) throw new Refused(`is longer than ${most} characters`);
  if (pattern && !pattern.test(value)) throw new Refused("has another form than expected");
  return value;
};

export const number = (least, most) => (value) => {
  if (typeof value !== "number" || !(value >= least && value <= most)) throw new Refused(`is not a number from ${least} to ${most}`);
  return value + 0; // -0 is 0
};

export const whole = (least, most) => {
  const check = number(least, most);
  return (value) => {
    if (!Number.isInteger(check(value))) throw new Refused("is not a whole number");
    return value + 0;
  };
};

export const oneOf = (...values) => (value) => {
  if (!values.includes(value)) throw new Refused(`is none of ${values.map((v) => JSON.stringify(v)).join(", ")}`);
  return value;
};

/** Absent and null both give null. */
export const orNull = (check) => (value) => (value === null || value === undefined ? null : check(value));

/** Absent counts as what is said here. */
export const or = (otherwise, check) => (value) => check(value === undefined ? otherwise : value);

/** Absent and null both stay absent. */
export const maybe = (check) => (value) => (value === null || value === undefined ? undefined : check(value));

/** A list of limited length; where a key is given, no two entries share it. */
export const list = (most, check, key = null) => (value) => {
  if (!Array.isArray(value)) throw new Refused("is not a list");
  if (value.length > most) throw new Refused(`has more than ${most} entries`);
  const fresh = [];
  try {
    for (const entry of value) fresh.push(check(entry));
  } catch (e) {
    throw placed(e, `[${fresh.length}]`);
  }
  if (key && new Set(fresh.map((entry) => entry[key])).size < fresh.length) throw new Refused(`names the same ${key} twice`);
  return fresh;
};

/** An object of these fields and no others, in this order. */
export const shape = (fields) => {
  const [names, checks] = [Object.keys(fields), Object.values(fields)];
  return (value) => {
    object(value);
    const fresh = {};
    let i = 0;
    try {
      for (; i < names.length; i++) {
        const copy = checks[i](Object.hasOwn(value, names[i]) ? value[names[i]] : undefined);
        if (copy !== undefined) fresh[names[i]] = copy;
      }
    } catch (e) {
      throw placed(e, names[i]);
    }
    return fresh;
  };
};

/** A map from names of one form to values, as [name, value] pairs. */
export const pairs = (most, pattern, check) => (value) => {
  const all = Object.entries(object(value));
  if (all.length > most) throw new Refused(`has more than ${most} entries`);
  return all.map(([name, entry]) => {
    if (!pattern.test(name)) throw new Refused("has a name of another form than expected");
    return [name, inside(name, check, entry)];
  });
};

const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

/** Any tree of plain values, without the names that reach prototypes. */
export const tree = ({depth = 8, entries = 1000, length = 5000} = {}) => (value) => {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return number(-Number.MAX_VALUE, Number.MAX_VALUE)(value);
  if (typeof value === "string") return text(length)(value);
  if (depth === 0) throw new Refused("is nested too deeply");
  const deeper = tree({depth: depth - 1, entries, length});
  if (Array.isArray(value)) return list(entries, deeper)(value);
  const kept = Object.entries(object(value)).filter(([name, entry]) => !UNSAFE.has(name) && entry !== undefined);
  if (kept.length > entries) throw new Refused(`has more than ${entries} entries`);
  return Object.fromEntries(kept.map(([name, entry]) => [text(200)(name), inside(name, deeper, entry)]));
};

/** An object, as it is. */
export function object(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Refused("is not an object");
  return value;
}

function inside(place, check, value) {
  try {
    return check(value);
  } catch (e) {
    throw placed(e, place);
  }
}

const placed = (e, place) => (e instanceof Refused ? e.within(place) : e);

/** A value through a check; undefined where it is refused. */
export function passing(check, value) {
  try {
    return check(value);
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    return undefined;
  }
}

/** A JSON text through a check; what is no JSON is refused like anything else. */
export function parse(json, check) {
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Refused("is not JSON");
  }
  return check(value);
}
