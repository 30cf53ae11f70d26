import {test, equal, ok} from "./testing.js";
import {active, filter, read, write} from "../filter.js";

const data = await (await fetch(new URL("search.json", import.meta.url))).json();
const see = (search, found = null) => {
  const {shown, left, counts} = filter(data, read(search), found);
  return {titles: shown.map((entry) => data.exercises[entry][0]), left, counts};
};
const at = (rows, id) => rows.findIndex((row) => row[0] === id);

test("without a choice all are shown, and every choice is counted", () => {
  const {titles, counts, left} = see("");
  equal([titles.length, left, counts.none], [34, 0, 11]);
  equal(counts.muscle[at(data.muscles, "glutes")], 16);
  equal(counts.stage[at(data.stages, "disc-related/irritable")], 24);
});

test("nothing at hand leaves what needs nothing", () => {
  const {titles} = see("?have=none");
  equal(titles.length, 11);
  ok(titles.includes("Plank") && !titles.includes("Goblet squat"));
});

test("what is at hand covers what is needed, one of several being enough", () => {
  const {titles} = see("?have=kettlebell");
  ok(titles.includes("Goblet squat") && titles.includes("Plank") && !titles.includes("Hip thrust"), titles);
  const both = see("?have=dumbbell&have=bench").titles;
  ok(both.includes("Chest-supported row") && !see("?have=dumbbell").titles.includes("Chest-supported row"), both);
});

test("filters are combined", () => {
  const {titles} = see("?muscle=glutes&have=none&position=supine");
  equal(titles, ["Glute bridge", "Single-leg glute bridge"]);
});

test("a stage leaves out what is to be avoided, and says how many", () => {
  const {titles, left} = see("?stage=disc-related/irritable");
  equal([titles.length, left, titles.includes("Sit-up")], [24, 10, false]);
  equal(see("?stage=disc-related/irritable&avoid=yes").titles.length, 34);
  equal(see("?stage=disc-related/irritable&have=none").left, 1);
});

test("the count of a choice is what choosing it would leave", () => {
  const search = "?muscle=glutes&stage=disc-related/irritable";
  const {counts} = see(search);
  for (const [i, [id]] of data.categories.entries()) equal(counts.category[i], see(`${search}&category=${id}`).titles.length, id);
  for (const [i, [id]] of data.positions.entries()) equal(counts.position[i], see(`${search}&position=${id}`).titles.length, id);
  for (const [i, [id]] of data.muscles.entries()) equal(counts.muscle[i], see(`?stage=disc-related/irritable&muscle=${id}`).titles.length, id);
  for (const [i, [id]] of data.stages.entries()) equal(counts.stage[i], see(`?muscle=glutes&stage=${id}`).titles.length, id);
  equal(counts.none, see(`${search}&have=none`).titles.length);
});

test("what is chosen already does not count against the other choices of its filter", () => {
  const all = see("").counts;
  equal(see("?category=strength").counts.category, all.category);
  equal(see("?position=supine").counts.position, all.position);
  equal(see("?have=bench").counts.have, all.have);
  equal(see("?have=bench").counts.none, all.none);
});

test("an exercise that may need a piece twice counts once for it", () => {
  const twice = {...data, needs: [["two", [[3], [3, 4]]]], exercises: [["Two", "", [], 0, 0, 0, [], [], 0, 0]]};
  equal(filter(twice, read(""), null).counts.have.slice(3, 5), [1, 1]);
});

test("those that do the work come before those that help", () => {
  const glutes = at(data.muscles, "glutes");
  const helps = see("?muscle=glutes").titles.map((title) => !data.exercises.find((row) => row[0] === title)[6].includes(glutes));
  equal(helps, [...helps].sort());
  ok(helps.includes(true) && helps.includes(false));
});

test("the search's order is kept, and its pages are not exercises", () => {
  equal(see("?q=x", [5, 2, data.exercises.length + 1]).titles, [data.exercises[5][0], data.exercises[2][0]]);
});

test("an address says the same as the choice it was written from", () => {
  for (const search of ["", "?q=dead+bug", "?category=strength&muscle=glutes&position=standing&stage=stenosis/flare&have=bench&have=dumbbell&avoid=yes"]) {
    equal(write(read(search)), search);
  }
});

test("what is not known leaves nothing out", () => {
  equal(see("?muscle=wings&position=&stage=x/y").titles.length, 34);
  equal([active(read("?have=")), active(read("?avoid=yes")), active(read("?q=a"))], [false, false, true]);
});
