import {test, equal} from "./testing.js";
import {adherence, brzycki, duration, e1rm, epley, sessionLoad, volume} from "../estimate.js";

const row = (sets, low, high, more) => ({sets: [sets, sets], low, high, measure: "reps", rest: null, ...more});
const side = {each_side: true};

const a = [
  row(2, 10, 10, {measure: "cycles"}), row(3, 8, 10, {...side, rest: 45}), row(3, 12, 15, {rest: 60}), row(3, 10, 12, {rest: 90}),
  row(3, 8, 10, {...side, rest: 45, hold: 2}), row(2, 15, 15, {...side, rest: 45}), row(2, 30, 45, {...side, measure: "seconds"})];
const b = [
  row(2, 10, 10, side), row(3, 10, 10, {...side, rest: 60, hold: [2, 3]}), row(3, 10, 12, {rest: 90}), row(3, 8, 10, {rest: 120}),
  row(3, 15, 15, {rest: {min: 60, max: 60}}), row(3, 30, 40, {measure: "metres", rest: 90}),
  {sets: {min: 2, max: 3}, low: 20, high: 45, measure: "seconds", rest: 45}];

test("the reference sessions take what the build says", () => {
  equal(duration(a), {work: {min: 1002, max: 1203}, rest: {min: 525, max: 525}, transitions: {min: 360, max: 360}, total: {min: 1887, max: 2088}});
  equal(duration(b), {work: {min: 877, max: 1038}, rest: {min: 885, max: 930}, transitions: {min: 360, max: 360}, total: {min: 2122, max: 2328}});
});

test("groups, clocks, tempo and open amounts count as in the build", () => {
  const total = (rows, groups) => duration(rows, {groups}).total;
  const both = (n) => ({min: n, max: n});
  equal(total([row(3, 10, 10, {rest: 60, group: "A1"}), row(3, 10, 10, {rest: 60, group: "A2"})]), both(2 * 90 + 2 * 120), "no walk inside a superset");
  equal(total([row(1, 10, 10, {group: "A1"}), row(1, 10, 10, {group: "B1"})]), both(30 + 60 + 30));
  equal(total([row(10, 10, 10, {group: "A1"}), row(10, 5, 5, {group: "A2"})], [{id: "A", every: 60, rounds: 10}]), both(600));
  equal(total([row(4, 240, 240, {measure: "seconds", group: "A"})], [{id: "A", work: 240, rest: 180, rounds: 4}]), both(4 * 240 + 3 * 180));
  equal(total([row(2, 5, 5, {tempo: "3-1-1-0"})]), both(50));
  equal(total([row(2, 5, 5, {tempo: "3-?-X-0"})]), both(40));
  equal(total([row(2, 5, null)]), both(30));
  equal(total([row(1, 0, null)]), both(30), "ten, when nothing is said");
  equal(total([]), both(0));
});

test("estimated 1RM", () => {
  equal([epley(60, 5), brzycki(60, 5), e1rm(60, 5)], [70, 67.5, 69]);
  equal([epley(100, 8), brzycki(100, 8)].map((v) => v.toFixed(2)), ["126.67", "124.14"]);
  equal([e1rm(100, 8), e1rm(60, 10), e1rm(100, 1), e1rm(40, 12)], [125.5, 80, 100, null]);
  equal([epley(100, 1), epley(60, 10), brzycki(60, 10)], [100, 80, 80]);
});

test("estimated 1RM says nothing where it would mislead", () => {
  const none = [
    e1rm(60, 0), e1rm(60, 2.5), e1rm(0, 5), e1rm(60, 11), e1rm(60, 5, {repsLeft: 4}), e1rm(60, 5, {repsLeft: null}),
    e1rm(60, 5, {measure: "seconds"}), e1rm(60, 5, {measure: "metres"}), e1rm(60, 5, {band: true}), e1rm(60, 5, {careful: true})];
  equal(none, none.map(() => null));
  equal(e1rm(60, 5, {repsLeft: 3}), 69);
});

test("volume", () => {
  const sets = (load, ...values) => values.map((value) => ({load, value}));
  equal(volume(sets(0, [8, 8], [8, 8], [8, 8])), {amount: 48, load: 0, carry: 0});
  equal(volume(sets(20, 12, 11, 10)), {amount: 33, load: 660, carry: 0});
  equal(volume(sets(16, 30, 30, 30), {measure: "metres", pieces: 2}), {amount: 90, load: 0, carry: 2880});
  equal(volume(sets(10, 30, 45), {measure: "seconds"}), {amount: 75, load: 0, carry: 0});
  equal(volume([...sets("0.1", 3), ...sets(0.2, 3), {load: 5}, {value: [10, null]}]), {amount: 16, load: 0.9, carry: 0});
});

test("session load", () => {
  equal([sessionLoad(6, 35), sessionLoad(null, 35), sessionLoad(6, 0)], [210, null, null]);
});

test("adherence looks at four weeks, or at those since the start", () => {
  const days = ["2026-02-27", "2026-03-02", "2026-03-04", "2026-03-06", "2026-03-27", "2026-03-29"];
  equal(adherence(days, 3, "2026-01-01", "2026-03-29"), {done: 5, planned: 12, share: 5 / 12});
  equal(adherence(days, 3, "2026-03-23", "2026-03-29"), {done: 2, planned: 3, share: 2 / 3});
  equal(adherence(days, 1, "2026-03-23", "2026-03-29").share, 1, "more than planned is all of it");
  equal(adherence(["2026-03-29"], 3, "2026-03-29", "2026-03-29"), {done: 1, planned: 1, share: 1}, "the first day");
  equal(adherence(["2026-03-27", "2026-03-29"], 3, "2026-03-27", "2026-03-29"), {done: 2, planned: 2, share: 1});
  equal(adherence([], 3, "2026-03-29", "2026-03-29"), {done: 0, planned: 0, share: null});
});
