/** The tests of the scripts run in a real browser; scripts_test.go opens each file and reads what it reports. */
const tests = [];

/** A test: fn may be async; it fails by throwing. */
export const test = (name, fn) => void tests.push({name, fn});

/** Asks that two values are alike, all the way down. */
export function equal(got, want, what = "") {
  const [g, w] = [show(got), show(want)];
  if (g !== w) throw new Error(`${what ? what + ": " : ""}got ${g}, want ${w}`);
}

/** Asks that something holds. */
export function ok(value, what = "") {
  if (!value) throw new Error(what || "does not hold");
}

/** Asks that a call throws, with a message that matches. */
export async function throws(fn, pattern = /./) {
  try {
    await fn();
  } catch (e) {
    if (pattern.test(String(e.message))) return;
    throw new Error(`threw ${e.message}, want ${pattern}`);
  }
  throw new Error("did not throw");
}

const show = (v) => JSON.stringify(v, (_, value) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value === undefined ? "<undefined>" : Number.isNaN(value) ? "<NaN>" : value);

/** Runs all tests of the page and gives [{name, error}]. */
export async function run() {
  const results = [];
  for (const {name, fn} of tests) {
    try {
      await fn();
      results.push({name, error: ""});
    } catch (e) {
      results.push({name, error: e.stack && !e.stack.includes(e.message) ? `${e.message}\n${e.stack}` : String(e.stack || e)});
    }
  }
  return results;
}
