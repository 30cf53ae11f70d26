import {test, equal} from "./testing.js";
import {convert, inUnit, only, plates, reduce, roundDown, step, steps, withPlates} from "../loads.js";
import {suggest} from "../progression.js";

const barbell = {id: "barbell", units: {kg: {step: [[0, 5]], grid: [[0, 2.5]], min: 20}, lb: {step: [[0, 10]], grid: [[0, 5]], min: 45}}};
const dumbbell = {id: "dumbbell", units: {
  kg: {step: [[0, 1], [10, 2]], grid: [[0, 1], [10, 2]], min: 1}, lb: {step: [[0, 2.5], [20, 5]], grid: [[0, 2.5], [20, 5]], min: 2.5}}};
const kettlebell = {id: "kettlebell", units: {
  kg: {step: {0: 2, 12: 4}, min: 4}, lb: {step: {0: 5, 25: 10}, min: 10}}};
const band = {id: "light-band", levels: ["yellow", "red", "green"]};

test("the next step depends on equipment, unit and load", () => {
  equal([0, 9, 9.5, 10, 24].map((load) => step(dumbbell, "kg", load)), [1, 1, 1, 2, 2]);
  equal([15, 20].map((load) => step(dumbbell, "lb", load)), [2.5, 5]);
  equal([10, 12].map((load) => step(kettlebell, "kg", load)), [2, 4]);
  equal([20, 25].map((load) => step(kettlebell, "lb", load)), [5, 10]);
  equal([step(barbell, "kg"), step(barbell, "lb")], [5, 10]);
  equal([1, 2, 3].map((level) => step(band, "kg", level)), [1, 1, 0]);
  equal([step(undefined, "kg", 5), step({id: "mat"}, "kg", 5), step(barbell, "stone", 5)], [0, 0, 0]);
});

test("the equipment fills a prescription's steps", () => {
  equal(steps(barbell, "lb", 95), {load_step: 10, load_grid: [[0, 5]], min_load: 45});
  equal(steps(kettlebell, "kg", 12), {load_step: 4, load_grid: {0: 2, 12: 4}, min_load: 4});
  equal(steps(band, "kg", 1), {load_step: 1, load_grid: 1, min_load: 1, max_increase: 1});
  equal(steps(undefined, "kg"), {load_step: 0, load_grid: 0, min_load: 0});
});

test("a band goes up and down by levels", () => {
  const on = (level, values, days) => suggest({sets: {min: 1, max: 1}, low: 10, high: 12, ...steps(band, "kg", level)}, [{load: level, values}], days).load;
  equal([on(1, [12], 3), on(2, [12], 3), on(3, [12], 3)], [2, 3, 3]);
  equal([on(3, [12], 20), on(1, [12], 20)], [2, 1]);
});

test("rounding down keeps to the loads that exist", () => {
  equal([57.49, 57.5, 59.99, 19].map((load) => roundDown(load, 2.5, 20)), [57.5 - 2.5, 57.5, 57.5, 20]);
  equal([34, 25, 24, 9].map((load) => roundDown(load, {0: 5, 25: 10}, 10)), [25, 25, 20, 10]);
  for (const grid of [0.001, 0.1, 0.5, 1.25, 2.5]) {
    for (let i = 0; i < 5000; i++) equal(roundDown(Number((i * grid).toFixed(3)), grid), Number((i * grid).toFixed(3)), "nothing is lost");
  }
  equal([11, 7.4, 1].map((load) => roundDown(load, [2, 4, 7.5, 12])), [7.5, 4, 0]);
  equal([0, null, [], "x"].map((grid) => roundDown(33.3, grid)), [33.3, 33.3, 33.3, 33.3]);
});

test("a cut is exact, never below the minimum and never a rise", () => {
  equal(reduce(58.4, 10, 0.1), 52.5);
  equal(reduce(75, 30, 2.5), 52.5);
  equal(reduce(22.5, 10, 2.5, 20), 20);
  equal(reduce(15, 10, 2.5, 20), 15);
  equal(reduce(13.1, 0, 2.5), 13.1);
  equal([reduce(0, 50, 2.5, 20), reduce(-10, 50)], [0, -10]);
});

test("plates at hand make the loads that exist", () => {
  equal(withPlates(20, [10, 5]), [20, 30, 40, 50]);
  equal(withPlates(20, [2.5, 1.25]), [20, 22.5, 25, 27.5]);
  equal(plates(27.5, 20, [1.25, 2.5]), [2.5, 1.25]);
  equal([plates(20, 20, [5]), plates(25, 20, [5])], [[], null]);
  const mine = only(barbell, "kg", withPlates(20, [10, 5, 1.25]));
  equal([20, 22.5, 30, 52.5].map((load) => step(mine, "kg", load)), [2.5, 7.5, 2.5, 0]);
  equal(roundDown(29, mine.units.kg.grid), 22.5);
  equal(suggest({sets: {min: 1, max: 1}, low: 8, high: 10, ...steps(mine, "kg", 50)}, [{load: 50, values: [10]}], 2).load, 52.5);
});

test("units are converted for showing, to the hundredth", () => {
  equal([convert(20, "kg", "lb"), convert(45, "lb", "kg"), convert("22.5", "kg", "kg")], [44.09, 20.41, 22.5]);
});

test("after a change of unit steps come from the other column, and no load rises", () => {
  const typed = [{load: "20", unit: "kg", values: [12, 12, 12]}, {load: 20, unit: "lb", values: [12, 12, 12]}];
  const history = inUnit(typed, "lb", dumbbell);
  equal(history.map((e) => [e.load, e.unit]), [[40, "lb"], [20, "lb"]]);
  equal([typed[0].load, typed[0].unit], ["20", "kg"], "what is stored stays");
  const row = {sets: {min: 3, max: 3}, low: 10, high: 12, max_increase: 0.2, ...steps(dumbbell, "lb", 40)};
  equal(suggest(row, history.slice(0, 1), 3).load, 45);
  equal(inUnit([{load: 45.359237, unit: "kg"}], "lb", dumbbell)[0].load, 100);
  equal(inUnit([{load: 5, unit: "kg"}], "lb", barbell)[0].load, 11.02, "below the bar stays below");
  equal(inUnit([{load: 2, unit: "kg"}], "lb", band)[0].load, 2, "a band's level has no unit");
});
