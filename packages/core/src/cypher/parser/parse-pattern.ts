import type { Expression, LabelExpression, Variable } from "../ast/expression.js";
import type {
  NodePattern,
  Pattern,
  PatternElement,
  PatternPart,
  RelationshipPattern,
  VariableLength,
} from "../ast/pattern.js";
import { parseLabelExpression } from "./parse-labels.js";
import { parseProperties } from "./parse-map.js";
import { parseVariable } from "./parse-name.js";
import { acceptSelector } from "./parse-selector.js";
import { Chain } from "./pattern-chain.js";
import { describeToken, syntaxError } from "./syntax-error.js";
import type { TokenCursor } from "./token-cursor.js";

/** Parts between commas, as in MATCH and CREATE. */
export function parsePattern(cursor: TokenCursor): Pattern {
  const start = cursor.current;
  const parts: PatternPart[] = [];
  do {
    parts.push(parsePatternPart(cursor));
  } while (cursor.acceptSymbol(","));
  return { kind: "Pattern", parts, span: cursor.spanFrom(start) };
}

/** `(a)-->(b)`, `p = (a)-->(b)`, `p = shortestPath((a)-[*]-(b))`. */
export function parsePatternPart(cursor: TokenCursor): PatternPart {
  const start = cursor.current;
  let variable: Variable | null = null;
  if (cursor.isName() && cursor.isSymbol("=", 1)) {
    variable = parseVariable(cursor);
    cursor.next();
  }
  const selector = acceptSelector(cursor);
  const shortest = selector === null ? acceptShortest(cursor) : null;
  const element = shortest === null ? parsePatternElement(cursor) : parseWrapped(cursor);
  const span = cursor.spanFrom(start);
  return { kind: "PatternPart", variable, element, shortest, selector, span };
}

function acceptShortest(cursor: TokenCursor): "one" | "all" | null {
  if (!cursor.isSymbol("(", 1)) {
    return null;
  }
  if (cursor.acceptKeywords("SHORTESTPATH")) {
    return "one";
  }
  return cursor.acceptKeywords("ALLSHORTESTPATHS") ? "all" : null;
}

function parseWrapped(cursor: TokenCursor): PatternElement {
  cursor.expectSymbol("(");
  const element = cursor.nested(() => parsePatternElement(cursor));
  cursor.expectSymbol(")");
  return element;
}

/** A plan has an operator for each relationship of a pattern. */
const MAX_RELATIONSHIPS = 500;

/**
 * A chain of nodes and relationships; the whole chain may stand in parentheses with a condition, and
 * parts of it in parentheses that say how often they are repeated.
 */
export function parsePatternElement(cursor: TokenCursor): PatternElement {
  const start = cursor.current;
  const chain = new Chain();
  let condition: Expression | null = null;
  do {
    if (startsParenthesized(cursor)) {
      const whole = parseParenthesized(cursor, chain);
      condition = whole?.where ?? condition;
    } else {
      chain.addNode(parseNodePattern(cursor));
      while (cursor.isSymbol("-") || cursor.isSymbol("<")) {
        chain.addRelationship(parseRelationshipPattern(cursor));
        refuseTooMany(cursor, chain);
        chain.addNode(parseNodePattern(cursor));
      }
    }
    refuseTooMany(cursor, chain);
  } while (chain.endsOpen ? cursor.isSymbol("(") : startsParenthesized(cursor));
  return chain.toElement(condition, cursor.spanFrom(start));
}

const startsParenthesized = (cursor: TokenCursor): boolean =>
  cursor.isSymbol("(") && cursor.isSymbol("(", 1);

/** Adds `((a)-->(b) WHERE …){1,3}` to the chain; without a number of times it is the chain, and is returned. */
function parseParenthesized(cursor: TokenCursor, chain: Chain): PatternElement | null {
  const start = cursor.expectSymbol("(");
  const body = cursor.nested((): PatternElement => {
    const inner = parsePatternElement(cursor);
    const where = acceptInlineWhere(cursor);
    return where === null ? inner : { ...inner, where };
  });
  cursor.expectSymbol(")");
  const length = acceptQuantifier(cursor);
  if (length !== null) {
    chain.addRepeated(body, length, cursor.spanFrom(start));
    return null;
  }
  if (!chain.isEmpty || cursor.isSymbol("(") || cursor.isSymbol("-") || cursor.isSymbol("<")) {
    throw syntaxError("A part of a path stands in parentheses and is not repeated.", start, {
      hint: "Say how often, as in `((a)-->(b)){1,3}`, or write the path without parentheses.",
    });
  }
  chain.addAll(body);
  return body;
}

function refuseTooMany(cursor: TokenCursor, chain: Chain): void {
  if (chain.length > MAX_RELATIONSHIPS) {
    throw syntaxError(
      `A pattern has more than ${MAX_RELATIONSHIPS} relationships.`,
      cursor.current,
      { hint: "Write a variable length such as `-[*1..5000]-`, or split the pattern with WITH." },
    );
  }
}

function acceptVariable(cursor: TokenCursor): Variable | null {
  const named = cursor.isName() && !startsInlineWhere(cursor) && !startsIsLabel(cursor);
  return named ? parseVariable(cursor) : null;
}

/** `(WHERE …)` has no variable; `(where)` has one of that name. */
function startsInlineWhere(cursor: TokenCursor): boolean {
  return cursor.isKeyword("WHERE") && !["symbol", "parameter", "end"].includes(cursor.peek(1).kind);
}

function startsIsLabel(cursor: TokenCursor): boolean {
  return cursor.isKeyword("IS") && cursor.isName(1);
}

function acceptLabels(cursor: TokenCursor): LabelExpression | null {
  return cursor.isSymbol(":") || startsIsLabel(cursor) ? parseLabelExpression(cursor) : null;
}

/** Inside a pattern `|` always joins labels. */
function acceptInlineWhere(cursor: TokenCursor): Expression | null {
  return cursor.acceptKeywords("WHERE") ? cursor.grammar.expression(cursor) : null;
}

function parseNodePattern(cursor: TokenCursor): NodePattern {
  const open = cursor.expectSymbol("(");
  return cursor.nested(() => {
    const variable = acceptVariable(cursor);
    const labels = acceptLabels(cursor);
    const properties = parseProperties(cursor);
    const where = acceptInlineWhere(cursor);
    if (!cursor.acceptSymbol(")")) {
      cursor.fail(["`)`"], hintInNode(cursor));
    }
    const span = cursor.spanFrom(open);
    return { kind: "NodePattern", variable, labels, properties, where, span };
  });
}

function hintInNode(cursor: TokenCursor): string | null {
  return startsLikeLabel(cursor) ? "A label follows a colon, as in `(n:Person)`." : null;
}

/** A name that is written like a label, not like the keyword of the next clause. */
function startsLikeLabel(cursor: TokenCursor): boolean {
  return cursor.isName() && cursor.current.text !== cursor.current.keyword;
}

/** `-[…]-`, `-->`, `<--`, `--`, `<-->`; an arrow at both ends means either way. */
function parseRelationshipPattern(cursor: TokenCursor): RelationshipPattern {
  const start = cursor.current;
  const left = cursor.acceptSymbol("<");
  cursor.expectSymbol("-");
  const body = cursor.isSymbol("[") ? parseRelationshipBody(cursor) : EMPTY_BODY;
  cursor.expectSymbol("-");
  const right = cursor.acceptSymbol(">");
  const direction = left === right ? "none" : left ? "left" : "right";
  const length = acceptQuantifier(cursor) ?? body.length;
  const span = cursor.spanFrom(start);
  return { kind: "RelationshipPattern", ...body, length, direction, body: null, span };
}

type RelationshipBody = Omit<RelationshipPattern, "kind" | "span" | "direction" | "body">;
const EMPTY_BODY: RelationshipBody = {
  variable: null,
  types: null,
  length: null,
  properties: null,
  where: null,
};

function parseRelationshipBody(cursor: TokenCursor): RelationshipBody {
  cursor.expectSymbol("[");
  return cursor.nested(() => {
    const variable = acceptVariable(cursor);
    const types = acceptLabels(cursor);
    const length = cursor.isSymbol("*") ? parseLength(cursor) : null;
    const properties = parseProperties(cursor);
    const where = acceptInlineWhere(cursor);
    if (cursor.isSymbol("..")) {
      throw malformedLength(cursor, "A range of lengths follows `*`, as in `[:KNOWS*1..3]`.");
    }
    if (!cursor.acceptSymbol("]")) {
      cursor.fail(
        ["`]`"],
        cursor.isName() ? "A type follows a colon, as in `-[r:KNOWS]->`." : null,
      );
    }
    return { variable, types, length, properties, where };
  });
}

/** `-->+`, `-->*`, `-->{2}`, `-->{1,3}`: the newer spelling of a variable length. */
function acceptQuantifier(cursor: TokenCursor): VariableLength | null {
  if (cursor.acceptSymbol("+")) {
    return { min: 1, max: null };
  }
  if (cursor.acceptSymbol("*")) {
    return { min: 0, max: null };
  }
  if (!cursor.acceptSymbol("{")) {
    return null;
  }
  const from = acceptBound(cursor);
  const isRange = cursor.acceptSymbol(",");
  const to = isRange ? acceptBound(cursor) : from;
  if (from === null && !isRange) {
    cursor.fail(["a number"]);
  }
  const length = { min: from ?? 0, max: to };
  refuseNoRounds(cursor, length);
  cursor.expectSymbol("}");
  return length;
}

/** `{0}` and `{3,1}` could never be meant. */
function refuseNoRounds(cursor: TokenCursor, { min, max }: VariableLength): void {
  if (max === 0) {
    throw syntaxError("A path is repeated 0 times at most.", cursor.current, {
      hint: "Write an upper bound of 1 or more, or leave the part out.",
    });
  }
  if (max !== null && min > max) {
    throw syntaxError(
      `A path is repeated ${min} times at least and ${max} times at most.`,
      cursor.current,
      { hint: "Write the smaller number first." },
    );
  }
}

/** `*`, `*2`, `*1..3`, `*..3`, `*1..`. */
function parseLength(cursor: TokenCursor): VariableLength {
  cursor.expectSymbol("*");
  const from = acceptBound(cursor);
  if (!cursor.acceptSymbol("..")) {
    return from === null ? { min: 1, max: null } : { min: from, max: from };
  }
  return { min: from ?? 1, max: acceptBound(cursor) };
}

function acceptBound(cursor: TokenCursor): number | null {
  if (cursor.isSymbol("-")) {
    throw malformedLength(cursor, "A length is 0 or more.");
  }
  const token = cursor.current;
  if (token.kind !== "integer") {
    return null;
  }
  if (token.problem !== null) {
    cursor.failWithProblem(token);
  }
  cursor.next();
  return Number(token.value);
}

function malformedLength(cursor: TokenCursor, hint: string) {
  const token = cursor.current;
  return syntaxError(
    `Found ${describeToken(token, cursor.source)} in a relationship pattern.`,
    token,
    { detail: "InvalidRelationshipPattern", hint },
  );
}
