/** Long work in parts, so that the page answers and draws in between. */

/** So long a part of the work may take before the page has its turn; milliseconds. */
const TURN = 8;

/** Lets the page answer and draw. */
export const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** When what changed until now has been drawn; in a tab that is not looked at, soon. */
export const drawn = () => new Promise((resolve) => {
  const late = setTimeout(resolve, 100);
  requestAnimationFrame(() => setTimeout(() => {
    clearTimeout(late);
    resolve();
  }));
});

/** Does what a generator does up to its next yield, again and again; gives what it returns. */
export async function inParts(work) {
  for (let until = performance.now() + TURN; ;) {
    const {done, value} = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + TURN;
  }
}
