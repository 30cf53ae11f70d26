import {test, equal} from "./testing.js";
import {t, n} from "../words.js";

test("values are filled in, as often as they stand there", () => {
  equal(t("{a} of {b}, {a}", {a: 1.5, b: "two"}), "1.5 of two, 1.5");
  equal(t("{unknown} stays"), "{unknown} stays");
});

test("a count picks its form", () => {
  equal(n(1, "1 set", "{n} sets"), "1 set");
  equal(n(0, "1 set", "{n} sets"), "0 sets");
});
