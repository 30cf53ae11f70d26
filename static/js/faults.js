/** What of a file could not be read, by line: the first hundred in words, the others counted. */
import {t} from "./words.js";

/** How many are told in words, and after how many a file is read no further. */
const [TOLD, MOST] = [100, 100_000];

/** A cell or a row that cannot be read; the message is shown to the reader. */
export class Unreadable extends Error {}

export class Faults {
  /**
   * @param {{line: number, message: string}[]} list what is told so far
   * @param {number} count how many there are
   */
  constructor(list = [], count = list.length) {
    this.list = [...list];
    this.count = count;
  }

  add(line, message) {
    this.count++;
    if (this.list.length < TOLD) this.list.push({line, message});
    if (this.count === MOST) this.list.push({line, message: t("More than {n} rows cannot be read. The file is read no further than here.", {n: MOST - 1})});
  }

  /** Whether so much is wrong that reading ends. */
  get tooMany() {
    return this.count >= MOST;
  }

  /** What fn gives; null, and a fault of that line, where it says that something is unreadable. */
  try(line, fn) {
    try {
      return fn();
    } catch (e) {
      if (!(e instanceof Unreadable)) throw e;
      this.add(line, e.message);
      return null;
    }
  }
}
