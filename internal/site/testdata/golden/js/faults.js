/** What of a file could not be read, by line: the first hundred in words, the others counted. */

const MOST = 100;

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
    this.count += 1;
    if (this.list.length < MOST) this.list.push({line, message});
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
