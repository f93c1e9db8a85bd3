/** Time as the extractors' doors know it; a test passes one that it rings itself. */
export interface Clock {
  /** Runs something later; what it returns takes that back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock of the machine. */
export const machineClock: Clock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
