/** Tables as text (RFC 4180): read with comma, semicolon or tab, written with CR and LF. */
import {Faults, Unreadable} from "./faults.js";
import {t} from "./words.js";

const SEPARATORS = [",", ";", "\t"];
const [QUOTE, CR, LF, BLANK, MARK] = ['"', "\r", "\n", " ", "\ufeff"].map((c) => c.charCodeAt(0));

/** What a spreadsheet would take for a formula, with the marks that were set before it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const PLAIN = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/;

/** A cell that a spreadsheet shows and does not run: a mark stands before it, unless it is a plain number. */
export const harmless = (cell) => (FORMULA.test(cell) && !PLAIN.test(cell) ? `'${cell}` : cell);

/** The cell before it was made harmless. */
export const undone = (cell) => (cell.charCodeAt(0) === 39 && FORMULA.test(cell) ? cell.slice(1) : cell);

/** The text of a table, numbers and null among its cells. */
export function print(rows, {separator = ","} = {}) {
  return rows.map((row) => `${row.map(printCell).join(separator)}\r\n`).join("");
}

function printCell(value) {
  const cell = typeof value === "number" ? digits(value) : harmless(value ?? "");
  return /[,;\t"\r\n\ufeff]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A number without an exponent. */
const digits = (number) => (String(number).includes("e") ? number.toFixed(20).replace(/\.?0+$/, "") : String(number));

/**
 * Reads a table. Rows without anything are passed over; one that is no CSV is an error of
 * its line, and reading goes on at the next line.
 * @returns {{rows: string[][], lines: number[], separator: string, errors: {line, message}[], refused: number}}
 *   where each row begins, and how many were refused (at most a hundred are told)
 */
export function parse(text) {
  const hint = /^\ufeff?sep=([,;\t])(\r\n|\r|\n)/i.exec(text);
  const at = hint ? hint[0].length : text.charCodeAt(0) === MARK ? 1 : 0;
  const reader = new Reader(text, at, hint ? 2 : 1, hint ? hint[1] : separatorOf(text, at));
  const [rows, lines, faults] = [[], [], new Faults()];
  while (reader.at < text.length && !faults.tooMany) {
    const line = reader.line;
    const row = faults.try(line, () => reader.row());
    if (row?.some((cell) => cell !== "")) {
      rows.push(row);
      lines.push(line);
    }
  }
  return {rows, lines, separator: reader.separator, errors: faults.list, refused: faults.count};
}

/** What separates the names of the heading. */
function separatorOf(text, at) {
  const found = new Map(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  for (let i = at; i < Math.min(text.length, at + 10_000); i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === "\n" || c === "\r")) break;
    else if (!quoted && found.has(c)) found.set(c, found.get(c) + 1);
  }
  return SEPARATORS.reduce((best, separator) => (found.get(separator) > found.get(best) ? separator : best));
}

/** Walks a text row by row. */
class Reader {
  constructor(text, at, line, separator) {
    Object.assign(this, {text, at, line, separator});
    this.end = separator.charCodeAt(0);
  }

  row() {
    const [start, line] = [this.at, this.line];
    const cells = [];
    try {
      do cells.push(undone(this.text.charCodeAt(this.at) === QUOTE ? this.quoted() : this.bare()));
      while (this.separated());
    } catch (e) {
      [this.at, this.line] = [start, line];
      this.bareLine();
      throw e;
    } finally {
      this.lineEnd();
    }
    return cells;
  }

  /** A cell without quotation marks around it; one inside is text. */
  bare() {
    const from = this.at;
    while (this.at < this.text.length && !this.isEnd(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(from, this.at);
  }

  quoted() {
    let cell = "";
    let from = this.at + 1;
    for (;;) {
      const end = this.text.indexOf('"', from);
      if (end < 0) throw new Unreadable(t("A quotation mark is opened here and never closed."));
      cell += this.text.slice(from, end);
      this.at = end + 1;
      if (this.text.charCodeAt(this.at) !== QUOTE) break;
      cell += '"';
      from = end + 2;
    }
    while (this.text.charCodeAt(this.at) === BLANK) this.at++;
    if (this.at < this.text.length && !this.isEnd(this.text.charCodeAt(this.at)))
      throw new Unreadable(t("Text follows behind a closing quotation mark."));
    this.line += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
    return cell;
  }

  isEnd(c) {
    return c === this.end || c === LF || c === CR;
  }

  separated() {
    if (this.text.charCodeAt(this.at) !== this.end) return false;
    this.at++;
    return true;
  }

  bareLine() {
    while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at])) this.at++;
  }

  lineEnd() {
    if (this.at >= this.text.length) return;
    this.at += this.text.startsWith("\r\n", this.at) ? 2 : 1;
    this.line++;
  }
}
