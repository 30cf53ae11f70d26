import {harmless, parse, print, undone} from "../csv.js";
import {chance, pick} from "./random-sessions.js";
import {equal, ok, test} from "./testing.js";

test("a table is read with its separator, its mark and its line ends", () => {
  for (const [text, separator] of [
    ["a,b\r\n1,2\r\n", ","], ["\ufeffa;b\n1;2", ";"], ["a\tb\r1\t2\r", "\t"], ['"a","b"\n"1","2"', ","], ["sep=;\r\na;b\n1;2", ";"],
    ['"x,y,z";b\n1;2', ";"], ["\n\na,b\n\n1,2\n,\n", ","],
  ]) {
    const {rows, separator: found, errors} = parse(text);
    equal([found, rows[1], errors], [separator, ["1", "2"], []], JSON.stringify(text));
  }
  equal(parse("").rows, []);
  equal(parse("\ufeff").rows, []);
  equal(parse("one").rows, [["one"]]);
});

test("quoted cells hold separators, quotation marks and new lines, and lines are counted", () => {
  const {rows, lines} = parse('a,b\n"x\r\ny, ""z""" ,2\n5" band,"",\n"last\n"');
  equal(rows, [["a", "b"], ['x\r\ny, "z"', "2"], ['5" band', "", ""], ["last\n"]]);
  equal(lines, [1, 2, 4, 5]);
});

test("a broken row is told at its line, and the rows after it are read", () => {
  const {rows, errors, refused} = parse('a,b\n"x"y,1\n2,3\n4,"open\n5,6\n');
  equal(rows, [["a", "b"], ["2", "3"], ["5", "6"]]);
  equal(errors, [
    {line: 2, message: "Text follows behind a closing quotation mark."},
    {line: 4, message: "A quotation mark is opened here and never closed."},
  ]);
  equal(refused, 2);
  const stray = parse('a,b\n"x,1\n"y",2\n3,4\n');
  equal([stray.rows, stray.lines, stray.errors.map(({line}) => line)], [[["a", "b"], ["y", "2"], ["3", "4"]], [1, 3, 4], [2]]);
});

test("of many broken rows a hundred are told and all are counted", () => {
  const {errors, refused, rows} = parse(`a,b\n${'"x"y,1\n'.repeat(5000)}1,2`);
  equal([errors.length, refused, rows.length], [100, 5000, 2]);
  const hopeless = parse(`a,b\n${'"x"y,1\n'.repeat(200_000)}1,2`);
  equal([hopeless.errors.length, hopeless.refused, hopeless.rows.length], [101, 100_000, 1]);
  equal(hopeless.errors[100], {line: 100_001, message: "More than 99999 rows cannot be read. The file is read no further than here."});
});

test("cells that a spreadsheet would run are made harmless, plain numbers are left alone", () => {
  for (const [cell, want] of [
    ["=1+1", "'=1+1"], ["+49 30", "'+49 30"], ["-x", "'-x"], ["@a", "'@a"], ["\tx", "'\tx"], ["\rx", "'\rx"], ["'=1", "''=1"],
    ["-5", "-5"], ["+2.5", "+2.5"], ["-2,5", "-2,5"], ["-.5", "-.5"], ["-5-5", "'-5-5"], ["'tis", "'tis"], ["5-5", "5-5"], ["", ""], [" =1", " =1"],
  ]) {
    equal(harmless(cell), want);
    equal(undone(harmless(cell)), cell);
  }
  equal(undone("'=1+1"), "=1+1");
  equal(undone("'tis"), "'tis");
});

test("a table is printed with CR and LF, quoted where it must be", () => {
  equal(print([["a", 1.5, null], ["x, y", '"', "-"], ["=1", " b", "c\nd"]]), 'a,1.5,\r\n"x, y","""",\'-\r\n\'=1," b","c\nd"\r\n');
  equal(print([["a", "b;c"]], {separator: ";"}), 'a;"b;c"\r\n');
  equal(parse(print([["\ufeffa", "b"], ["c", "d"]])).rows, [["\ufeffa", "b"], ["c", "d"]]);
  equal(print([[1e-7, 1e6, -0.5]]), "0.0000001,1000000,-0.5\r\n");
});

test("what is printed is read as it was", () => {
  const random = chance(7);
  const pieces = ["a", ",", ";", "\t", '"', "\n", "\r", "\r\n", "=", "+", "-", "@", "'", " ", "5", ".", "ü", "\ufeff", "✓", "sep="];
  for (let round = 0; round < 3000; round++) {
    const width = 1 + Math.floor(random() * 4);
    const rows = Array.from({length: 1 + Math.floor(random() * 5)}, () =>
      Array.from({length: width}, () => Array.from({length: Math.floor(random() * 6)}, () => pick(random, pieces)).join("")));
    const separator = width > 1 ? pick(random, [",", ";", "\t"]) : ",";
    // a heading tells the separator
    const table = [Array.from({length: width}, (_, i) => `n${i}`), ...rows.filter((row) => row.some((cell) => cell !== ""))];
    const read = parse(print(table, {separator}));
    equal(read.rows, table, `round ${round}`);
    ok(read.errors.length === 0);
  }
});
