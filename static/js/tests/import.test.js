import {write as writeBackup, writeTable} from "../backup.js";
import {write} from "../foreign.js";
import {decoded, LARGEST, preview} from "../import.js";
import {counted} from "../merging.js";
import {pack, unpack, validate} from "../sessions.js";
import {chance, library, pick, randomSession} from "./random-sessions.js";
import {equal, ok, test} from "./testing.js";

const fixture = async (name) => (await fetch(new URL(`fixtures/${name}`, import.meta.url))).text();
const tables = [
  "strong-classic.csv", "strong-classic-short.csv", "strong-v2.csv", "strong-newest.csv", "strong-newest-lbs.csv", "hevy-kg.csv", "hevy-lbs.csv", "hevy-de.csv", "fitnotes.csv",
  "fitnotes-excel.csv", "long.csv",
];
const answers = {unit: "kg", distance: "km", decimal: ".", order: "dmy", exercises: library};
const counts = ({counts: c}) => [c.sessions, c.new, c.same, c.changed, c.deleted];

/** The log after a plan was applied to it, as store.add() does. */
function applied(held, plan) {
  const log = new Map(held.map((session) => [session.id, session]));
  for (const session of plan.apply().sessions) log.set(session.id, unpack(pack(session)));
  return [...log.values()];
}

/** The session as a reader edited it here. */
function edited(session, edit) {
  const after = structuredClone(session);
  edit(after);
  return validate(counted(session, after, null));
}

test("every kind of file is told apart, whatever its name", async () => {
  const kinds = {"strong-classic.csv": "strong", "hevy-lbs.csv": "hevy", "fitnotes.csv": "fitnotes", "long.csv": "csv", "backup.json": "backup"};
  for (const [name, kind] of Object.entries(kinds)) {
    const plan = preview(await fixture(name), "x.txt", answers);
    equal([plan.kind, plan.ready, plan.fileName], [kind, true, "x.txt"], name);
  }
  const {days, site, fits, form} = preview(`\ufeff${await fixture("backup.json")}`, "x");
  const future = async (today) => preview(await fixture("backup.json"), "x", {today}).future;
  equal([await future("2026-03-27"), await future("2026-03-28"), await future("2026-03-30")].map((n) => n > 0), [true, true, false]);
  equal([days, site, fits, form], [{from: "2026-03-28", to: "2026-03-30"}, "stronger-back", null, null]);
});

test("importing twice changes nothing, with any file", async () => {
  for (const name of [...tables, "backup.json"]) {
    const first = preview(await fixture(name), name, answers);
    ok(first.counts.new > 0 && first.counts.new === first.counts.sessions, name);
    const held = applied([], first);
    const second = preview(await fixture(name), name, {...answers, sessions: held});
    equal([counts(second), second.apply().sessions], [[held.length, 0, held.length, 0, 0], []], name);
  }
});

test("while a question is open nothing is applied", async () => {
  const plan = preview(await fixture("strong-classic.csv"), "x", {exercises: library});
  equal([plan.questions, plan.ready, plan.apply().sessions, plan.counts.sessions], [["unit", "distance"], false, [], 2]);
});

test("a table that says something else changes what nobody edited here, and leaves what was edited", async () => {
  const text = await fixture("strong-v2.csv");
  const held = applied([], preview(text, "x", answers));
  const changed = text.replace(";35;lbs;10;", ";37,5;lbs;11;");
  const plan = preview(changed, "x", {...answers, sessions: held});
  equal([counts(plan), plan.size], [[2, 0, 1, 1, 0], "37.5".length - "35".length]);
  const after = applied(held, plan);
  const set = (log) => log.flatMap((s) => s.exercises).find(({id}) => id === "one-arm-row").sets[1];
  equal([set(after).load, set(after).amount], ["37.5", 11]);
  equal(counts(preview(changed, "x", {...answers, sessions: after})), [2, 0, 2, 0, 0]);
  const mine = held.map((session) => edited(session, (s) => {
    const found = s.exercises.find(({id}) => id === "one-arm-row");
    if (found) found.sets[1].amount = 12;
  }));
  equal(set(applied(mine, preview(changed, "x", {...answers, sessions: mine}))).amount, 12);
});

test("an exercise that is chosen later takes the place of an unmatched name", async () => {
  const text = await fixture("strong-newest-lbs.csv");
  const held = applied([], preview(text, "x", answers));
  const chosen = {...answers, chosen: {"Chin Up": "face-pull"}, sessions: held};
  const plan = preview(text, "x", chosen);
  equal([plan.unmatched, counts(plan)], [["Sled Push"], [1, 0, 0, 1, 0]]);
  const [session] = applied(held, plan);
  const done = session.exercises.filter(({sets}) => sets.some(({amount}) => amount !== null)).map(({id}) => id);
  equal(done, ["face-pull", "sled-push"]);
});

test("what was deleted here stays deleted, and what was brought back is there", async () => {
  const text = await fixture("fitnotes.csv");
  const [first, second] = preview(text, "x", answers).apply().sessions;
  const plan = preview(text, "x", {...answers, deleted: {[first.id]: 1, [second.id]: 2}});
  equal([counts(plan), plan.apply().sessions.map(({id}) => id)], [[2, 1, 0, 0, 1], [second.id]]);
});

test("a backup merges set by set: the higher counter wins", () => {
  const random = chance(9);
  let session = randomSession(random, 1);
  while (!session.exercises.some(({sets}) => sets.length > 1)) session = randomSession(random, 1);
  const at = session.exercises.findIndex(({sets}) => sets.length > 1);
  const here = edited(session, (s) => void (s.exercises[at].sets[0].amount = 77));
  const there = edited(session, (s) => void (s.exercises[at].sets[1].amount = 88));
  const plan = preview(writeBackup({sessions: [there], site: "x", exported: ""}), "x", {sessions: [here]});
  equal(counts(plan), [1, 0, 0, 1, 0]);
  equal(plan.apply().sessions[0].exercises[at].sets.slice(0, 2).map(({amount}) => amount), [77, 88]);
});

test("a table made from the log does not bring its sessions in again", () => {
  const random = chance(21);
  for (let round = 0; round < 60; round++) {
    const held = Array.from({length: 6}, (_, n) => randomSession(random, n));
    for (const text of [write(held, "strong"), write(held, "hevy"), write(held, "fitnotes"), writeTable(held)]) {
      const plan = preview(text, "x", {...answers, sessions: held});
      equal([plan.counts.new, plan.counts.changed, plan.errors], [0, 0, []], `round ${round}: ${text.slice(0, 20)}`);
    }
  }
});

test("other work of the same minute is new", () => {
  const session = (id, amount) => validate({
    id, day: "2026-01-01", start: "2026-01-01T07:00:00Z", session: {id: "", title: "A"}, unit: "kg",
    exercises: [{row: "a", id: "a", title: "A", sets: [{id: "1", load: "20", amount}]}],
  });
  const text = write([session("A", 8)], "hevy");
  equal(counts(preview(text, "x", {sessions: [session("B", 8)]})), [1, 0, 1, 0, 0]);
  equal(counts(preview(text, "x", {sessions: [session("B", 9)]})), [1, 1, 0, 0, 0]);
});

test("what would not fit is not ready", async () => {
  const text = await fixture("hevy-kg.csv");
  const {size} = preview(text, "x", answers);
  ok(size > 1000 && size < 5000, String(size));
  const [exact, short] = [size, size - 1].map((room) => preview(text, "x", {...answers, room}));
  equal([exact.fits, exact.ready, short.fits, short.ready], [true, true, false, false]);
  const held = applied([], preview(text, "x", answers));
  equal(preview(text, "x", {...answers, sessions: held, room: 0}).fits, true);
});

test("a backup brings its settings, tombstones and damaged texts", async () => {
  const {settings, deleted, damaged, source, sessions} = preview(await fixture("backup.json"), "log.json").apply();
  equal([Object.keys(settings).length, Object.keys(deleted).length, damaged.length, source, sessions.length], [4, 2, 1, "log.json", 2]);
});

test("texts are decoded as they were written", () => {
  const bytes = (...all) => new Uint8Array(all).buffer;
  equal(decoded(new TextEncoder().encode("\ufeffÜ;1").buffer), "Ü;1");
  equal(decoded(bytes(0xff, 0xfe, 0xdc, 0, 0x3b, 0)), "Ü;");
  equal(decoded(bytes(0xfe, 0xff, 0, 0xdc)), "Ü");
  equal(decoded(bytes(0xdc, 0x3b)), "Ü;");
  equal(decoded(bytes()), "");
});

test("hostile files are refused in words", async () => {
  const v2 = (await fixture("strong-v2.csv")).split("\n")[0];
  const random = chance(1);
  const noise = Array.from({length: 5000}, () => String.fromCharCode(Math.floor(random() * 256))).join("");
  for (const [text, message] of [
    ["", /empty/], [" \n ", /empty/], ["x".repeat(LARGEST + 1), /larger than 20 MB/], ["PK\u0003\u0004rest", /no text file/], [noise, /no text file/], ["a\u0000b", /no text file/],
    ["<!doctype html><script>alert(1)</script>", /neither a backup/], ["a,b,c\n1,2,3", /neither a backup/], ["[1,2]", /neither a backup/], ['{"a":1}', /no backup/], ["{", /damaged/],
    [`{"a":${"[".repeat(2_000_000)}`, /damaged/], [`{"a":${"[".repeat(500_000)}${"]".repeat(500_000)}}`, /no backup|damaged/], ["__proto__,constructor\n1,2", /neither/], ['"', /neither/],
  ]) {
    const plan = preview(text, "x", answers);
    ok(plan.kind === "refused" && !plan.ready && plan.apply().sessions.length === 0 && message.test(plan.errors[0].message) && plan.errors[0].line >= 1, `${text.slice(0, 40)}: ${JSON.stringify(plan.errors)}`);
  }
  const many = preview(`${v2}\n${"2025-01-02 07:00:00;A;Plank;1;x;kg;5;;;;;;;\n".repeat(100_000)}`, "x", answers);
  equal([many.counts.refused, many.errors.length, many.counts.sessions, many.errors[0]], [100_000, 101, 0, {line: 2, message: "“x” is not a number."}]);
  const crowded = preview(`${v2}\n${"2025-01-02 07:00:00;A;Plank;1;5;kg;5;;;;;;;\n".repeat(1000)}`, "x", answers);
  equal([crowded.counts.sets, crowded.counts.refused, crowded.errors[0]], [300, 700, {line: 302, message: "The exercise has more than 300 sets."}]);
  const varied = preview(`${v2}\n${Array.from({length: 150}, (_, i) => `2025-01-02 07:00:00;A;E${i};1;5;kg;5;;;;;;;`).join("\n")}`, "x", answers);
  equal([varied.apply().sessions[0].exercises.length, varied.counts.refused], [100, 50]);
  const endless = preview(`${v2}\n2025-01-02 07:00:00;A;Plank;1;5;kg;5;;;;0;${"n".repeat(9000)};;\n`, "x", answers);
  equal([endless.apply().sessions[0].exercises[0].note.length, endless.errors], [5000, [{line: 2, message: "A note has more than 5000 characters; what is beyond is left out."}]]);
});

test("a million rows are read as far as they can be, and do not fit", () => {
  const rows = Array.from({length: 2000}, (_, i) => `${new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10)},E,,,,5,,,,\n`.repeat(500)).join("");
  const plan = preview(`Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n${rows}`.slice(0, LARGEST), "x", {...answers, room: 5_000_000});
  equal([plan.counts.refused, plan.counts.sets, plan.fits, plan.ready], [100_000, 150_000, false, false]);
});

/** A text with some of it changed by chance. */
function mutated(random, text, others) {
  let out = text;
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
    const at = Math.floor(random() * (out.length + 1));
    const to = Math.min(out.length, at + Math.floor(random() * 30));
    const piece = pick(random, [
      "", "", ",", ";", '"', '""', "\n", "\r", "\t", "0", "-1", "1e999", "9".repeat(30), "null", "[]", "{}", "__proto__", "constructor", "\ufeff", "\ud800", "é", "=", ".", "1,250", "Note", "Rest Timer",
      "2025-02-30", "<b>", '"amount":', '"v":2', "true", "-0", out.slice(at, to), out.slice(to, to + 60), pick(random, others).slice(at, to + 100),
    ]);
    out = out.slice(0, at) + piece + out.slice(random() < 0.5 ? at : to);
  }
  return out;
}

test("files changed by chance never throw, and never give a session that the log refuses", async () => {
  const random = chance(2026);
  const texts = await Promise.all([...tables, "backup.json"].map(fixture));
  const held = texts.flatMap((text) => preview(text, "x", answers).apply().sessions);
  let sessions = 0;
  for (let round = 0; round < 20_000; round++) {
    const text = mutated(random, pick(random, texts), texts);
    try {
      const plan = preview(text, "x", round % 3 ? answers : {...answers, sessions: held, deleted: {[held[0].id]: 1}});
      for (const session of plan.apply().sessions) equal(pack(validate(session)), pack(unpack(pack(session))));
      ok(plan.errors.every(({line, message}) => line >= 1 && message.length > 0 && message.length < 400) && (plan.ready || plan.errors.length + plan.questions.length > 0), "a refusal without words");
      sessions += plan.apply().sessions.length;
    } catch (e) {
      throw new Error(`round ${round}: ${e.message}\n${text}`);
    }
  }
  ok(sessions > 10_000, `only ${sessions} sessions were read`);
  equal([{}.polluted, Object.keys(Object.prototype).length], [undefined, 0]);
});
