import type { TokenCursor } from "./token-cursor.js";

/**
 * Whether the `(` at a token index opens a pattern such as `(a)-->(b)` and no parenthesised
 * expression: what stands between the brackets looks like a node and an arrow follows. O(1).
 */
export function startsPattern(cursor: TokenCursor, open: number): boolean {
  const close = cursor.closeOf(open);
  return close !== -1 && looksLikeNode(cursor, open) && arrowFollows(cursor, close + 1);
}

function isSymbol(cursor: TokenCursor, index: number, ...texts: readonly string[]): boolean {
  const token = cursor.tokenAt(index);
  return token.kind === "symbol" && texts.includes(token.text);
}

function looksLikeNode(cursor: TokenCursor, open: number): boolean {
  const first = cursor.tokenAt(open + 1);
  if (first.kind === "word" || first.kind === "quoted-word") {
    const second = cursor.tokenAt(open + 2);
    return (
      isSymbol(cursor, open + 2, ")", ":", "{") ||
      second.kind === "parameter" ||
      second.keyword === "WHERE" ||
      second.keyword === "IS"
    );
  }
  return isSymbol(cursor, open + 1, ")", ":", "{") || first.kind === "parameter";
}

/** `-->(`, `--(`, `-[…]-`, `<--`, `<-[…]-`. */
function arrowFollows(cursor: TokenCursor, from: number): boolean {
  const dash = isSymbol(cursor, from, "<") ? from + 1 : from;
  if (!isSymbol(cursor, dash, "-")) {
    return false;
  }
  if (isSymbol(cursor, dash + 1, "[")) {
    const close = cursor.closeOf(dash + 1);
    return close !== -1 && isSymbol(cursor, close + 1, "-");
  }
  return isSymbol(cursor, dash + 1, "-") && isSymbol(cursor, dash + 2, ">", "(");
}
