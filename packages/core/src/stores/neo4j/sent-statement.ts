import { lex } from "../../cypher/lexer/lex.js";
import type { Token } from "../../cypher/lexer/token.js";
import { CypherError } from "../../cypher/source/cypher-error.js";
import { BUILD_KEY, CASE_KEY, MARK_LABEL } from "./case-marks.js";

/** A query as a server gets it. */
export interface SentStatement {
  readonly text: string;
  /** True where it commits by itself, which a server refuses inside a transaction. */
  readonly commitsByItself: boolean;
  /** A column's name as the query itself would name it. */
  readonly columnOf: (sent: string) => string;
  /** A place in the query, from one in the text that was sent. */
  readonly placeOf: (sent: number) => number;
}

/** What a load writes for itself is left out where a query asks for all labels or keys. */
const HIDDEN: Readonly<Record<string, string>> = {
  LABELS: `'${MARK_LABEL}'`,
  KEYS: `'${CASE_KEY}', '${BUILD_KEY}'`,
};

interface Wrapped {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/**
 * What to send for a query. It is read as tokens alone, because a server knows more statements than
 * this program; one that cannot be read is sent as it is, for the server to say why.
 */
export function sentStatement(query: string): SentStatement {
  const tokens = tokensOf(query);
  const wraps = tokens.flatMap((token, at) => wrapOf(tokens, at, token));
  const edits = wraps
    .flatMap(({ start, end, before, after }) => [
      { at: start, text: before, depth: start - end },
      { at: end, text: after, depth: end - start },
    ])
    .sort((a, b) => a.at - b.at || a.depth - b.depth);
  let text = "";
  let from = 0;
  for (const edit of edits) {
    text += query.slice(from, edit.at) + edit.text;
    from = edit.at;
  }
  return {
    text: text + query.slice(from),
    commitsByItself: tokens.some((_, at) => startsTransactions(tokens, at)),
    columnOf: (sent) =>
      wraps.reduce((name, { before, after }) => name.replace(before, "").replace(after, ""), sent),
    placeOf: (sent) => placeIn(edits, sent),
  };
}

function tokensOf(query: string): readonly Token[] {
  try {
    return lex(query).filter(({ kind }) => kind !== "end");
  } catch (error) {
    if (error instanceof CypherError) return [];
    throw error;
  }
}

/** `IN TRANSACTIONS`, `IN 4 CONCURRENT TRANSACTIONS`, `IN $n CONCURRENT TRANSACTIONS` behind a subquery. */
function startsTransactions(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.keyword !== "IN" || tokens[at - 1]?.text !== "}") return false;
  const next = tokens.slice(at + 1, at + 4).map(({ keyword }) => keyword);
  return next.includes("TRANSACTIONS");
}

/** `labels(n)` as a list without the mark, whatever stands between the brackets. */
function wrapOf(tokens: readonly Token[], at: number, token: Token): readonly Wrapped[] {
  const hidden = HIDDEN[token.keyword];
  const isCall = tokens[at + 1]?.text === "(" && tokens[at - 1]?.text !== ".";
  // An index is made of what the function stands for; there it is no call.
  const isIndexed = tokens[at - 1]?.keyword === "EACH";
  if (hidden === undefined || !isCall || isIndexed) return [];
  const close = closingAt(tokens, at + 1);
  if (close === null) return [];
  const name = `redthread${at}`;
  const before = `[${name} IN `;
  return [
    { start: token.start, end: close.end, before, after: ` WHERE NOT ${name} IN [${hidden}]]` },
  ];
}

function closingAt(tokens: readonly Token[], open: number): Token | null {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "symbol") continue;
    if (token.text === "(") depth += 1;
    else if (token.text === ")") depth -= 1;
    if (depth === 0) return token;
  }
  return null;
}

function placeIn(
  edits: readonly { readonly at: number; readonly text: string }[],
  sent: number,
): number {
  let shift = 0;
  for (const { at, text } of edits) {
    if (at + shift >= sent) break;
    shift += text.length;
  }
  return Math.max(0, sent - shift);
}
