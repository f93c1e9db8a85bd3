import { lex } from "./lex.js";
import type { Token } from "./token.js";

/** One statement of a script. */
export interface ScriptStatement {
  /** From its first word to its last, without the semicolon. */
  readonly text: string;
  /** Where `text` starts in the script, in UTF-16 code units. */
  readonly start: number;
  /** Lines of the `//` comments right before it, without the slashes; what a listing can print as title. */
  readonly comments: readonly string[];
}

/**
 * The statements of a script, which end with `;` (the last one may do without). A semicolon in a
 * text, a quoted name or a comment ends nothing; empty statements are dropped.
 * @throws CypherError for a string, name or comment that is never closed
 */
export function splitStatements(script: string): readonly ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  let first: Token | null = null;
  let last: Token | null = null;
  let from = 0;
  for (const token of lex(script)) {
    const ends = token.kind === "end" || (token.kind === "symbol" && token.text === ";");
    if (!ends) {
      first ??= token;
      last = token;
      continue;
    }
    if (first !== null && last !== null) {
      const comments = commentLines(script.slice(from, first.start));
      statements.push({ text: script.slice(first.start, last.end), start: first.start, comments });
    }
    first = null;
    last = null;
    from = token.end;
  }
  return statements;
}

function commentLines(blank: string): readonly string[] {
  return blank
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith("//"))
    .map((line) => line.slice(2).trim());
}
