import {inParts} from "../parts.js";
import {equal, ok, test, throws} from "./testing.js";

const PATIENCE = 20_000; // milliseconds

/** Works until the browser has drawn three pictures. */
function* working(seen) {
  const until = performance.now() + PATIENCE;
  while (seen.pictures < 3 && performance.now() < until) yield;
  return seen.pictures;
}

test("long work lets the browser draw in between", async () => {
  const seen = {pictures: 0};
  const look = () => requestAnimationFrame(() => (seen.pictures++, look()));
  look();
  ok(await inParts(working(seen)) >= 3);
});

test("short work is done at once, and gives what it comes to", async () => {
  const steps = [];
  const done = inParts((function* () { steps.push(1); yield; steps.push(2); return "all"; })());
  equal([steps, await done], [[1, 2], "all"]);
});

test("what goes wrong in a part is told", async () => {
  await throws(() => inParts((function* () { yield; throw new Error("no more"); })()), /no more/);
});
