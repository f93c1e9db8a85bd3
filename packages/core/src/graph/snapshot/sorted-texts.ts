/** The slots of a column of texts in the order of the texts, equal ones in the order of slots. */
export class SortedTexts {
  readonly #slots: Uint32Array;
  readonly #textOf: (slot: number) => string;

  constructor(slots: Uint32Array, textOf: (slot: number) => string) {
    this.#slots = slots;
    this.#textOf = textOf;
  }

  /** The slots with the text, in their order. */
  find(text: string): readonly number[] {
    const found: number[] = [];
    for (let at = this.#firstNotBelow(text); at < this.#slots.length; at += 1) {
      const slot = this.#slots[at] ?? 0;
      if (this.#textOf(slot) !== text) {
        break;
      }
      found.push(slot);
    }
    return found;
  }

  #firstNotBelow(text: string): number {
    let low = 0;
    let high = this.#slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#textOf(this.#slots[middle] ?? 0) < text) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
