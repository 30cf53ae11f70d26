/** A line chart in the page: SVG with a title and a description, and the numbers as a table behind it. */
import {el} from "./dom.js";
import {dayWithYear, shortDay} from "./log-words.js";
import {number, t} from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 230;
const [TOP, RIGHT, BOTTOM, LEFT] = [14, 14, 30, 46];
/** With more points than this, marks would only hide the line. */
const MARKED = 60;
const DAY = 86_400_000;

function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children.filter((child) => child !== null));
  return node;
}

let made = 0;

/**
 * @param {{title: string, description: string, width?: number, from?: number, to?: number, unit?: string,
 *   lines: {name: string, points: {day: string, value: number}[]}[], head: string[], rows: () => (string|number)[][]}} asked
 *   rows are made when the reader opens the table
 */
export function chart({title, description, width = 640, lines, from, to, unit = "", head, rows}) {
  const id = `chart-${(made += 1)}`;
  const all = lines.flatMap(({points}) => points);
  const scale = scaleOf(all, {width, from, to});
  const picture = svg("svg", {viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-labelledby": `${id}-t ${id}-d`, class: "chart"},
    svg("title", {id: `${id}-t`}, title), svg("desc", {id: `${id}-d`}, description), gridOf(scale, width), axisOf(all, scale),
    ...lines.map((line, i) => lineOf(line, i, scale)));
  return el("figure", {class: "chart-figure"}, el("figcaption", {}, title, unit && el("small", {}, unit), lines.length > 1 && legendOf(lines)), picture, tableOf(head, rows, title));
}

/** From days and values to places. */
function scaleOf(all, {width, from, to}) {
  const days = all.map(({day}) => Date.parse(day) / DAY);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const values = all.map(({value}) => value);
  const ticks = ticksOf(from ?? Math.min(...values), to ?? Math.max(...values), {fixed: to !== undefined, whole: values.every(Number.isInteger)});
  const [low, high] = [ticks[0], ticks.at(-1)];
  return {
    ticks, first, last,
    x: (day) => (last === first ? (LEFT + width - RIGHT) / 2 : LEFT + ((Date.parse(day) / DAY - first) / (last - first)) * (width - LEFT - RIGHT)),
    y: (value) => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM),
  };
}

/** Round numbers that hold the lowest and the highest value; whole ones where all values are. */
export function ticksOf(low, high, {fixed = false, whole = false} = {}) {
  const spread = high - low || Math.max(1, Math.abs(high) * 0.2);
  const rough = spread / (fixed ? 5 : 4);
  const power = 10 ** Math.max(whole ? 0 : -Infinity, Math.floor(Math.log10(rough)));
  const step = [1, 2, 2.5, 5, 10].map((x) => x * power).find((x) => x >= rough - 1e-9 && (!whole || Number.isInteger(x)));
  const around = high === low ? spread / 2 : 0; // one value alone stands in the middle
  const start = Math.max(0, Math.floor((low - around) / step) * step);
  const ticks = [start];
  while (ticks.at(-1) < Math.max(high + around, start + step) - 1e-9) ticks.push(Math.round((ticks.at(-1) + step) * 1e6) / 1e6);
  return ticks;
}

const gridOf = ({ticks, y}, width) => svg("g", {class: "grid"}, ...ticks.flatMap((tick) => [
  svg("line", {x1: LEFT, x2: width - RIGHT, y1: y(tick), y2: y(tick)}),
  svg("text", {x: LEFT - 8, y: y(tick) + 4, "text-anchor": "end"}, number(tick)),
]));

/** The first and the last day, and one between where there is room. */
function axisOf(all, {first, last, x}) {
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const days = last === first ? [first] : last - first > 20 ? [first, Math.round((first + last) / 2), last] : [first, last];
  const write = last - first > 300 ? dayWithYear : shortDay;
  const anchor = (i) => (days.length === 1 ? "middle" : i === 0 ? "start" : i === days.length - 1 ? "end" : "middle");
  return svg("g", {class: "axis"}, ...days.map((day, i) => svg("text", {x: x(iso(day)), y: HEIGHT - 8, "text-anchor": anchor(i)}, write(iso(day)))));
}

function lineOf({points}, i, {x, y}) {
  const at = points.map(({day, value}) => [x(day), y(value)].map((v) => Math.round(v * 10) / 10));
  const path = at.length > 1 ? svg("polyline", {points: at.map((p) => p.join(",")).join(" ")}) : null;
  const marks = at.length <= MARKED ? at.map((p) => markOf(p, i)) : [];
  return svg("g", {class: `line line-${i}`}, path, ...marks);
}

/** A disc on the first line, a hollow square on the second: told apart without colour. */
const markOf = ([cx, cy], i) => (i === 0 ? svg("circle", {cx, cy, r: 4}) : svg("rect", {x: cx - 4.5, y: cy - 4.5, width: 9, height: 9}));

const legendOf = (lines) => el("span", {class: "legend"}, lines.map(({name}, i) =>
  el("span", {}, svg("svg", {viewBox: "0 0 28 10", width: 28, height: 10, "aria-hidden": "true", class: "chart"},
    svg("g", {class: `line line-${i}`}, svg("polyline", {points: "0,5 28,5"}), markOf([14, 5], i))), name)));

function tableOf(head, rows, title) {
  const details = el("details", {class: "numbers"}, el("summary", {}, t("The numbers as a table")));
  details.addEventListener("toggle", () => {
    if (details.open && !details.querySelector("table")) details.append(el("div", {class: "scroll"}, plainTable(head, rows(), title)));
  });
  return details;
}

/** A table whose first column names the row. */
export const plainTable = (head, rows, label) => el("table", {"aria-label": label}, el("thead", {}, el("tr", {}, head.map((words) => el("th", {scope: "col"}, words)))),
  el("tbody", {}, rows.map(([first, ...rest]) => el("tr", {}, el("th", {scope: "row"}, first), rest.map((words) => el("td", {}, words === null ? "–" : typeof words === "number" ? number(words) : words))))));
