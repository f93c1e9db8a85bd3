import type { CypherValue } from "@redthread/core/cypher";

/** Turns rows into text, piece by piece; a piece may be empty while a format still collects. */
export interface RowFormat {
  begin(columns: readonly string[]): string;
  row(values: readonly CypherValue[]): string;
  /** What is still held back, and the end. */
  end(): string;
}

/** What a format may know of where its text goes. */
export interface FormatOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** The text goes to a terminal, which would obey control characters. */
  readonly isTerminal: boolean;
  /** CSV: leave texts that a spreadsheet would work out as they are. */
  readonly isRaw: boolean;
}
