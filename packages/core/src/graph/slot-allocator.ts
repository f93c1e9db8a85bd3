/**
 * Hands out dense slots. A released slot is used again, last released first, but only after
 * {@link settle}: until then an undo may want it back.
 */
export class SlotAllocator {
  /** One more than the highest slot ever handed out and not given back by {@link takeBack}. */
  end = 0;
  readonly #free: number[] = [];
  #released: number[] = [];

  /** Whether all slots below {@link end} are in use. */
  get isDense(): boolean {
    return this.#free.length === 0 && this.#released.length === 0;
  }

  allocate(): number {
    const reused = this.#free.pop();
    if (reused !== undefined) {
      return reused;
    }
    const slot = this.end;
    this.end += 1;
    return slot;
  }

  release(slot: number): void {
    this.#released.push(slot);
  }

  settle(): void {
    for (const slot of this.#released) {
      this.#free.push(slot);
    }
    this.#released = [];
  }

  /** Undoes the {@link allocate} that came last; `fresh` says that the slot was a new one. */
  takeBack(slot: number, fresh: boolean): void {
    if (fresh) {
      this.end -= 1;
    } else {
      this.#free.push(slot);
    }
  }

  /** Undoes the {@link release} that came last. */
  reclaim(): void {
    this.#released.pop();
  }
}
