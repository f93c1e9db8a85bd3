import { grownArray } from "./typed-growth.js";

/** A growing set of slots, one bit each, that is walked in ascending order. */
export class SlotBits {
  #words = new Uint32Array(4);
  #count = 0;

  /** The set with so many slots whose words these are. */
  static restored(words: Uint32Array<ArrayBuffer>, count: number): SlotBits {
    const bits = new SlotBits();
    bits.#words = words;
    bits.#count = count;
    return bits;
  }

  /** All slots below `end`. */
  static upTo(end: number): SlotBits {
    const words = new Uint32Array(Math.max(4, (end + 31) >>> 5));
    words.fill(0xffff_ffff, 0, end >>> 5);
    if ((end & 31) !== 0) {
      words[end >>> 5] = 2 ** (end & 31) - 1;
    }
    return SlotBits.restored(words, end);
  }

  get count(): number {
    return this.#count;
  }

  /** The words that say of the slots below `end` which are there. */
  wordsUpTo(end: number): Uint32Array {
    const words = new Uint32Array((end + 31) >>> 5);
    words.set(this.#words.subarray(0, words.length));
    return words;
  }

  /** 32 slots a word, for tight loops. A write may replace the array: read it again afterwards. */
  get words(): Int32Array {
    return new Int32Array(this.#words.buffer);
  }

  has(slot: number): boolean {
    return ((this.#words[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
  }

  /** True when the slot was not there before. */
  add(slot: number): boolean {
    const word = slot >>> 5;
    this.#words = grownArray(this.#words, word + 1);
    const before = this.#words[word] ?? 0;
    const after = (before | (1 << (slot & 31))) >>> 0;
    if (after === before) {
      return false;
    }
    this.#words[word] = after;
    this.#count += 1;
    return true;
  }

  /** True when the slot was there before. */
  remove(slot: number): boolean {
    if (!this.has(slot)) {
      return false;
    }
    const word = slot >>> 5;
    this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (slot & 31));
    this.#count -= 1;
    return true;
  }

  /** The first slot of the set at or after `slot`, -1 when there is none. For walks that are taken up again. */
  firstFrom(slot: number): number {
    let word = slot >>> 5;
    let bits = ((this.#words[word] ?? 0) & (-1 << (slot & 31))) >>> 0;
    while (bits === 0) {
      word += 1;
      if (word >= this.#words.length) {
        return -1;
      }
      bits = this.#words[word] ?? 0;
    }
    return word * 32 + 31 - Math.clz32(bits & -bits);
  }

  /** Writes the slots at or after `slot` into `out` from `at` on, until it is full; returns where it ends. */
  fill(slot: number, out: Int32Array, at: number): number {
    let end = at;
    let word = slot >>> 5;
    let bits = ((this.#words[word] ?? 0) & (-1 << (slot & 31))) >>> 0;
    while (end < out.length) {
      if (bits === 0) {
        word += 1;
        if (word >= this.#words.length) {
          break;
        }
        bits = this.#words[word] ?? 0;
        continue;
      }
      out[end] = word * 32 + 31 - Math.clz32(bits & -bits);
      end += 1;
      bits = (bits & (bits - 1)) >>> 0;
    }
    return end;
  }

  /** Stops when `visit` returns false. Slots added while walking are met when they lie ahead. */
  walk(visit: (slot: number) => boolean | undefined): void {
    for (let word = 0; word < this.#words.length; word += 1) {
      let bits = this.#words[word] ?? 0;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        if (visit(word * 32 + bit) === false) {
          return;
        }
        bits = (bits & (bits - 1)) >>> 0;
      }
    }
  }
}
