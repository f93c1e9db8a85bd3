import type { MergeClause, SetItem } from "../ast/query.js";
import { parsePatternPart } from "./parse-pattern.js";
import { parseSetItems } from "./parse-set.js";
import type { TokenCursor } from "./token-cursor.js";

/** `MERGE pattern`, then any number of `ON CREATE SET …` and `ON MATCH SET …`. */
export function parseMerge(cursor: TokenCursor): MergeClause {
  const start = cursor.expectKeyword("MERGE");
  const part = parsePatternPart(cursor);
  const onCreate: SetItem[] = [];
  const onMatch: SetItem[] = [];
  while (cursor.acceptKeywords("ON")) {
    const target = cursor.acceptKeywords("CREATE") ? onCreate : acceptMatch(cursor, onMatch);
    cursor.expectKeyword("SET");
    target.push(...parseSetItems(cursor));
  }
  return { kind: "MergeClause", part, onCreate, onMatch, span: cursor.spanFrom(start) };
}

function acceptMatch(cursor: TokenCursor, onMatch: SetItem[]): SetItem[] {
  return cursor.acceptKeywords("MATCH") ? onMatch : cursor.fail(["`CREATE`", "`MATCH`"]);
}
