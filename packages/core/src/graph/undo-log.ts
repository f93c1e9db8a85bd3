/** Steps that take a statement back, newest first. Records nothing unless it is open. */
export class UndoLog {
  #steps: (() => void)[] | null = null;

  get isOpen(): boolean {
    return this.#steps !== null;
  }

  open(): void {
    if (this.#steps !== null) {
      throw new TypeError("the graph already records a statement: begin() does not nest");
    }
    this.#steps = [];
  }

  push(step: () => void): void {
    this.#steps?.push(step);
  }

  close(): void {
    this.#requireOpen();
    this.#steps = null;
  }

  /** Runs the steps and closes the log. */
  replay(): void {
    const steps = this.#requireOpen();
    this.#steps = null;
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      steps[at]?.();
    }
  }

  #requireOpen(): (() => void)[] {
    if (this.#steps === null) {
      throw new TypeError("the graph records no statement: call begin() first");
    }
    return this.#steps;
  }
}
