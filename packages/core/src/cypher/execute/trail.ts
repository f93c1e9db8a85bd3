/** Trails up to this length are searched, longer ones marked. */
const SEARCHED_LENGTH = 12;

/** The relationships of a walk that is extended and cut back, with a quick look whether one is on it. */
export class Trail {
  #relationships = new Int32Array(16);
  #length = 0;
  /** One byte a relationship slot, for those beyond {@link SEARCHED_LENGTH}. */
  #marks = new Uint8Array(0);

  get length(): number {
    return this.#length;
  }

  has(relationship: number): boolean {
    const searched = Math.min(this.#length, SEARCHED_LENGTH);
    for (let at = 0; at < searched; at += 1) {
      if (this.#relationships[at] === relationship) {
        return true;
      }
    }
    return this.#length > SEARCHED_LENGTH && this.#marks[relationship] === 1;
  }

  push(relationship: number): void {
    if (this.#length === this.#relationships.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#relationships);
      this.#relationships = grown;
    }
    this.#relationships[this.#length] = relationship;
    if (this.#length >= SEARCHED_LENGTH) {
      this.#mark(relationship);
    }
    this.#length += 1;
  }

  /** Keeps the first `length` relationships. */
  cut(length: number): void {
    for (let at = Math.max(length, SEARCHED_LENGTH); at < this.#length; at += 1) {
      this.#marks[this.#relationships[at] ?? 0] = 0;
    }
    this.#length = Math.min(this.#length, length);
  }

  at(index: number): number {
    return this.#relationships[index] ?? -1;
  }

  toArray(): number[] {
    return Array.from(this.#relationships.subarray(0, this.#length));
  }

  #mark(relationship: number): void {
    if (relationship >= this.#marks.length) {
      const grown = new Uint8Array(Math.max(1024, 2 * (relationship + 1)));
      grown.set(this.#marks);
      this.#marks = grown;
    }
    this.#marks[relationship] = 1;
  }
}
