import {test, equal} from "./testing.js";
import {t, n, number} from "../words.js";

test("values are filled in, as often as they stand there", () => {
  equal(t("{a} of {b}, {a}", {a: 1.5, b: "two"}), "1.5 of two, 1.5");
  equal(t("{unknown} stays"), "{unknown} stays");
});

test("numbers are brief", () => {
  equal([number(2.5), number(0.1 + 0.2), number(1e6), number(-1)], ["2.5", "0.3", "1000000", "-1"]);
});

test("a count picks its form", () => {
  equal(n(1, "1 set", "{n} sets"), "1 set");
  equal(n(0, "1 set", "{n} sets"), "0 sets");
});
