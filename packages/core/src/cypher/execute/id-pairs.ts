/*
 * Pairs of integers, numbered in the order in which they first come. Open addressing with linear
 * probing in typed arrays, at most half full: no key is put together, nothing is allocated a pair.
 */
const EMPTY = -1;
const FIRST_CAPACITY = 256;

export class IdPairs {
  #first = new Int32Array(FIRST_CAPACITY);
  #second = new Int32Array(FIRST_CAPACITY);
  #numbers = new Int32Array(FIRST_CAPACITY).fill(EMPTY);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The number of the pair, which is {@link count} before the call when it is new. */
  add(first: number, second: number): number {
    const mask = this.#numbers.length - 1;
    let at = hashOf(first, second) & mask;
    for (;;) {
      const number = this.#numbers[at] ?? EMPTY;
      if (number === EMPTY) {
        return this.#insert(at, first, second);
      }
      if (this.#first[at] === first && this.#second[at] === second) {
        return number;
      }
      at = (at + 1) & mask;
    }
  }

  /** The number of the pair, -1 when it has not come. */
  find(first: number, second: number): number {
    const mask = this.#numbers.length - 1;
    let at = hashOf(first, second) & mask;
    for (;;) {
      const number = this.#numbers[at] ?? EMPTY;
      if (number === EMPTY || (this.#first[at] === first && this.#second[at] === second)) {
        return number;
      }
      at = (at + 1) & mask;
    }
  }

  clear(): void {
    this.#resize(FIRST_CAPACITY);
    this.#count = 0;
  }

  #insert(at: number, first: number, second: number): number {
    const number = this.#count;
    this.#first[at] = first;
    this.#second[at] = second;
    this.#numbers[at] = number;
    this.#count += 1;
    if (2 * this.#count > this.#numbers.length) {
      this.#grow();
    }
    return number;
  }

  #grow(): void {
    const [firsts, seconds, numbers] = [this.#first, this.#second, this.#numbers];
    this.#resize(2 * numbers.length);
    const mask = this.#numbers.length - 1;
    for (const [from, number] of numbers.entries()) {
      if (number !== EMPTY) {
        const first = firsts[from] ?? 0;
        const second = seconds[from] ?? 0;
        let at = hashOf(first, second) & mask;
        while (this.#numbers[at] !== EMPTY) {
          at = (at + 1) & mask;
        }
        this.#first[at] = first;
        this.#second[at] = second;
        this.#numbers[at] = number;
      }
    }
  }

  #resize(capacity: number): void {
    this.#first = new Int32Array(capacity);
    this.#second = new Int32Array(capacity);
    this.#numbers = new Int32Array(capacity).fill(EMPTY);
  }
}

function hashOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
