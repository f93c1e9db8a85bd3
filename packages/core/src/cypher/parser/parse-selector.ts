import type { PathSelector } from "../ast/pattern.js";
import type { TokenCursor } from "./token-cursor.js";

/**
 * `ANY SHORTEST`, `ALL SHORTEST`, `SHORTEST 2`, `SHORTEST 2 GROUPS`, `ANY`, `ANY 3` and `ALL`, each with
 * `PATH` or `PATHS` if one likes, before a pattern. Null when nothing is chosen.
 */
export function acceptSelector(cursor: TokenCursor): PathSelector | null {
  if (startsPart(cursor, 0)) {
    return null;
  }
  if (cursor.acceptKeywords("ANY", "SHORTEST")) {
    acceptPaths(cursor);
    return { count: 1, groups: false, any: false };
  }
  if (cursor.acceptKeywords("ALL", "SHORTEST")) {
    acceptPaths(cursor);
    return { count: 1, groups: true, any: false };
  }
  if (cursor.acceptKeywords("SHORTEST")) {
    return parseShortest(cursor);
  }
  if (cursor.acceptKeywords("ANY")) {
    const count = acceptCount(cursor) ?? 1;
    acceptPaths(cursor);
    return { count, groups: false, any: true };
  }
  if (cursor.acceptKeywords("ALL")) {
    acceptPaths(cursor);
  }
  return null;
}

function parseShortest(cursor: TokenCursor): PathSelector {
  const count = acceptCount(cursor);
  acceptPaths(cursor);
  const groups = cursor.acceptKeywords("GROUP") || cursor.acceptKeywords("GROUPS");
  if (count === null && !groups) {
    cursor.fail(["a number"], "`SHORTEST 1` finds one shortest path, `ALL SHORTEST` all of them.");
  }
  return { count: count ?? 1, groups, any: false };
}

/** A count of at least one. */
function acceptCount(cursor: TokenCursor): number | null {
  const token = cursor.current;
  if (token.kind !== "integer") {
    return null;
  }
  const count = Number(token.value);
  if (count < 1) {
    cursor.fail(["a number from 1 on"], "No path at all is never asked for.");
  }
  cursor.next();
  return count;
}

function acceptPaths(cursor: TokenCursor): void {
  if (!cursor.acceptKeywords("PATHS")) {
    cursor.acceptKeywords("PATH");
  }
}

/** A pattern, not a selector: `(`, or a function such as `shortestPath(`. */
function startsPart(cursor: TokenCursor, ahead: number): boolean {
  return (
    cursor.isSymbol("(", ahead) ||
    (cursor.isName(ahead) && cursor.isSymbol("(", ahead + 1) && isFunction(cursor))
  );
}

const isFunction = (cursor: TokenCursor): boolean =>
  cursor.isKeyword("SHORTESTPATH") || cursor.isKeyword("ALLSHORTESTPATHS");
