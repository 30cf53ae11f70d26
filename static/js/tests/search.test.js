import {test, equal, ok} from "./testing.js";
import {address, fold, near, openIndex} from "../search.js";

const data = await (await fetch(new URL("search.json", import.meta.url))).json();
const index = openIndex(data);
const titles = (query, of = index) => of.find(query).map((entry) => of.show(entry).title);

/** What a reader types, and what stands first. */
const first = {
  "goblet squat": "Goblet squat", "GOBLET SQUAT": "Goblet squat", "squat goblet": "Goblet squat", "  goblet  ": "Goblet squat",
  "goblit squat": "Goblet squat", "gobelt squat": "Goblet squat", "goblt": "Goblet squat", "gobblet": "Goblet squat", "hoblet": "Goblet squat",
  "kettlebell squat": "Goblet squat", "gob": "Goblet squat", "gobli": "Goblet squat",
  "RDL": "Romanian deadlift", "rdl": "Romanian deadlift", "romanain deadlift": "Romanian deadlift", "OHP": "Overhead press",
  "military press": "Overhead press", "hex bar": "Trap-bar deadlift", "trap bar": "Trap-bar deadlift", "trapbar": "Trap-bar deadlift",
  "deadlift": "Conventional deadlift", "sumo": "Sumo deadlift", "dead bug": "Dead bug", "deadbug": "Dead bug", "dead bugs": "Dead bug",
  "plank": "Plank", "plnak": "Plank", "Plänk": "Plank", "planks": "Plank",
  "sit-up": "Sit-up", "sit up": "Sit-up", "situp": "Sit-up", "situps": "Sit-up", "crunches": "Sit-up", "stomach crunch": "Sit-up",
  "bridge": "Glute bridge", "glute bridge": "Glute bridge", "bum lift": "Glute bridge", "hip bridge": "Glute bridge",
  "one leg bridge": "Single-leg glute bridge", "farmer's walk": "Farmer carry", "farmer’s walk": "Farmer carry", "farmers walk": "Farmer carry",
  "90/90": "90/90 hip stretch", "9090": "90/90 hip stretch", "shin box": "90/90 hip stretch", "cat cow": "Cat-cow", "catcow": "Cat-cow",
  "cat camel": "Cat-cow", "bird-dog": "Bird dog", "birddog": "Bird dog", "pointer": "Bird dog", "clam": "Clamshell", "clamshel": "Clamshell",
  "hip thrust": "Hip thrust", "lunge": "Walking lunge", "lunges": "Walking lunge", "back extension": "Hyperextension",
  "roman chair": "Hyperextension", "facepull": "Face pull", "face pul": "Face pull", "t-spine": "Thoracic rotation", "tspine": "Thoracic rotation",
  "palof press": "Pallof press", "ab": "Ab wheel", "roller": "Ab wheel", "rows": "Bent-over row", "good mornings": "Good morning",
  "behind the neck": "Behind-the-neck press", "rope crunch": "Cable crunch", "twist machine": "Rotation machine",
  "stenosis": "Spinal stenosis", "sciatica": "Disc-related pain", "slipped disc": "Disc-related pain", "osteoporosis": "Osteoporosis",
  "osteoperosis": "Osteoporosis", "brittle bones": "Osteoporosis", "stronger back": "Stronger back in twelve weeks",
  "when to see a doctor": "When to see a doctor", "help": "When to get help", "bladder": "When to get help", "red flags": "When to see a doctor",
  "pain or discomfort": "Pain or discomfort?",
};

for (const [query, title] of Object.entries(first)) test(`“${query}” finds ${title} first`, () => equal(titles(query)[0], title));

/** What must be among what is found, and what must not. */
const among = [
  ["bum", ["Glute bridge", "Hip thrust", "Clamshell"], ["Face pull", "Sit-up"]],
  ["backside", ["Glute bridge", "Hip thrust"], ["Face pull", "Bent-over row"]],
  ["abs", ["Plank", "Dead bug", "Sit-up"], ["Clamshell"]],
  ["tummy", ["Plank", "Dead bug"], ["Clamshell"]],
  ["hammies", ["Good morning", "Romanian deadlift"], ["Plank"]],
  ["lats", ["Bent-over row", "Single-arm row"], ["Plank"]],
  ["quads", ["Goblet squat", "Walking lunge"], ["Plank"]],
  ["delts", ["Overhead press", "Face pull"], ["Plank"]],
  ["groin", ["Sumo deadlift"], ["Plank"]],
  ["lower back", ["Hyperextension", "Bird dog"], ["Plank"]],
  ["no equipment", ["Plank", "Bird dog"], ["Goblet squat"]],
  ["bodyweight", ["Plank", "Bird dog"], ["Goblet squat"]],
  ["dumbell", ["Goblet squat", "Single-arm row"], ["Plank"]],
  ["hinge", ["Romanian deadlift", "Good morning"], ["Plank"]],
  ["kneeling", ["Ab wheel"], ["Plank"]],
  ["exercises for my back", ["Hyperextension", "Back squat"], []],
];

for (const [query, with_, without] of among) {
  test(`“${query}” finds what it should`, () => {
    const found = titles(query);
    for (const title of with_) ok(found.includes(title), `${title} is not among ${found}`);
    for (const title of without) ok(!found.includes(title), `${title} is among ${found}`);
  });
}

test("two slips are never forgiven, nor one in a short word", () => {
  for (const query of ["goxxet", "gobletxx", "plnka", "squt", "bmu", "zzzzz", "goblet plank"]) equal(titles(query), [], query);
});

test("a word that is not finished may have a slip, but not in its first letter", () => {
  equal(titles("gobli"), ["Goblet squat"]);
});

test("every kind of slip is one, at either end too", () => {
  for (const word of ["blank", "plnk", "plaank", "lpank", "plan", "plankx", "xplank", "lank"]) ok(near(word, "plank"), word);
  for (const word of ["plank", "pl", "plankxy", "knalp", "lpakn", "plzzk"]) equal(near(word, "plank"), word === "plank", word);
});

test("a title counts more than an alias, an alias more than a muscle, a muscle more than the rest", () => {
  const exercise = (title, aliases, primary, pattern) => [title, "", aliases, 0, pattern, -1, primary, [], 0, 0];
  const small = openIndex({
    ...data, pages: [], patterns: ["None", "Zorb"], muscles: [["zorb", "Zorb", "zorb", ""]],
    exercises: [exercise("Rest", [], [], 1), exercise("Muscle", [], [0], 0), exercise("Alias", ["zorb"], [], 0), exercise("Zorb press", [], [], 0)],
  });
  equal(titles("zorb", small), ["Zorb press", "Alias", "Muscle", "Rest"]);
});

test("a muscle that only helps comes after those that do the work", () => {
  const exercise = (title, primary, helping) => [title, "", [], 0, 0, -1, primary, helping, 0, 0];
  const chest = data.muscles.findIndex(([id]) => id === "chest");
  const small = openIndex({...data, pages: [], exercises: [exercise("Aid", [], [chest]), exercise("Bench press", [chest], [])]});
  equal(titles("pecs", small), ["Bench press", "Aid"]);
});

test("a query without a word asks for nothing", () => {
  equal([index.find(""), index.find("  "), index.find("–")], [null, null, null]);
});

test("small words count only where there are no others", () => {
  equal(titles("a squat for the legs"), titles("squat legs"));
  ok(titles("the").length > 0);
});

test("what is found is shown with its kind, its address and one line", () => {
  equal(index.show(index.find("goblet squat")[0]),
    {title: "Goblet squat", kind: "Exercise", url: "exercises/goblet-squat.html", line: "front of the thighs, buttocks · dumbbell or kettlebell"});
  equal(index.show(index.find("90/90")[0]).url, "exercises/90-90-hip-stretch.html");
  const {kind, url} = index.show(index.find("stenosis")[0]);
  equal([kind, url], ["Condition", "conditions/stenosis.html"]);
});

test("an exercise lies at its id, or at what its title makes of one", () => {
  equal([address(["Bird-dog (easy)", "bird-dog-1"]), address(["90/90 hip stretch", ""])], ["exercises/bird-dog-1.html", "exercises/90-90-hip-stretch.html"]);
});

test("accents and apostrophes are folded away", () => {
  equal(fold("Élan d’Été, ŒUVRE, straße, Łódź"), "elan dete, oeuvre, strasse, lodz");
});
