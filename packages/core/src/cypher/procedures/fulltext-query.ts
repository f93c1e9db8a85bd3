import { CypherError } from "../source/cypher-error.js";
import { termsOf } from "./fulltext-analyzers.js";

/** Terms that stand for one word of the query, or a phrase that has them one behind the other. */
interface FulltextAtom {
  readonly terms: readonly string[];
  readonly isPhrase: boolean;
  /** Null: every property of the index. */
  readonly field: string | null;
  readonly prefix: boolean;
  /** How many letters may differ. */
  readonly fuzzy: number;
}

/** Scores by element. */
type Hits = ReadonlyMap<number, number>;

/** A query in Lucene's language: its hits, once those of each of its atoms can be found. */
export type FulltextQuery = (hitsOf: (atom: FulltextAtom) => Hits) => Hits;

const TOKEN =
  /\s+|([()])|([+\-!]?)(?:([\p{L}\p{N}_]+):)?(?:"((?:[^"\\]|\\.)*)"|((?:[^\s()"\\]|\\.)+))/uy;
const MAX_TOKENS = 1000;
const MAX_DEPTH = 50;
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["AND", "AND"],
  ["&&", "AND"],
  ["OR", "OR"],
  ["||", "OR"],
  ["NOT", "NOT"],
]);

type Part = { readonly sign: "+" | "-" | ""; readonly query: FulltextQuery };

interface Reading {
  readonly text: string;
  readonly analyzer: string | null;
  at: number;
  count: number;
}

/** Terms, `"phrases"`, `AND`, `OR`, `NOT`, `+`, `-`, `field:term`, `term*`, `term~1`, and parentheses. */
export function parseFulltextQuery(text: string, analyzer: string | null): FulltextQuery {
  return parseGroup({ text, analyzer, at: 0, count: 0 }, 0);
}

function parseGroup(reading: Reading, depth: number): FulltextQuery {
  if (depth > MAX_DEPTH) {
    throw searchFailed(`The full-text query nests deeper than ${MAX_DEPTH} parentheses.`);
  }
  const parts: Part[] = [];
  let operator: string | null = null;
  for (let token = next(reading); token !== null && token[1] !== ")"; token = next(reading)) {
    const word = OPERATORS.get(token[0]);
    if (word === undefined) {
      const query = token[1] === "(" ? parseGroup(reading, depth + 1) : atomOf(reading, token);
      parts.push({ sign: signOf(token[2] ?? "", operator), query });
      operator = null;
    } else {
      operator = word;
      const last = parts.at(-1);
      if (word === "AND" && last?.sign === "") {
        parts[parts.length - 1] = { ...last, sign: "+" };
      }
    }
  }
  return joined(parts);
}

function signOf(written: string, operator: string | null): Part["sign"] {
  if (operator === "NOT" || written === "-" || written === "!") {
    return "-";
  }
  return operator === "AND" || written === "+" ? "+" : "";
}

function next(reading: Reading): RegExpExecArray | null {
  for (;;) {
    if (reading.at >= reading.text.length) {
      return null;
    }
    TOKEN.lastIndex = reading.at;
    const token = TOKEN.exec(reading.text);
    reading.count += 1;
    if (token === null || reading.count > MAX_TOKENS) {
      throw searchFailed(
        `The full-text query cannot be read from \`${reading.text.slice(reading.at, reading.at + 20)}\` on. Close its quotes, and put a backslash before \`"\` in a text.`,
      );
    }
    reading.at = TOKEN.lastIndex;
    if (token[0].trim() !== "") {
      return token;
    }
  }
}

function joined(parts: readonly Part[]): FulltextQuery {
  const having = (sign: Part["sign"]) =>
    parts.filter((part) => part.sign === sign).map(({ query }) => query);
  const [must, may, not] = [having("+"), having(""), having("-")];
  return (hitsOf) => {
    const hits = new Map<number, number>();
    for (const query of [...must, ...may]) {
      for (const [id, score] of query(hitsOf)) {
        hits.set(id, (hits.get(id) ?? 0) + score);
      }
    }
    const needed = must.map((query) => query(hitsOf));
    const excluded = not.map((query) => query(hitsOf));
    return new Map(
      [...hits].filter(
        ([id]) => needed.every((each) => each.has(id)) && !excluded.some((each) => each.has(id)),
      ),
    );
  };
}

function atomOf({ analyzer }: Reading, token: RegExpExecArray): FulltextQuery {
  const [, , , field = null, phrase, word = ""] = token;
  const shape = phrase === undefined ? /^(.*?)(?:(\*)|~(\d?)|\^[\d.]+)?$/su.exec(word) : null;
  const raw = (phrase ?? shape?.[1] ?? word).replaceAll(/\\(.)/g, "$1");
  const fuzzy = shape?.[3];
  const atom: FulltextAtom = {
    terms: termsOf(raw, analyzer),
    isPhrase: phrase !== undefined,
    field,
    prefix: shape?.[2] !== undefined,
    fuzzy: fuzzy === undefined ? 0 : Number(fuzzy === "" ? 2 : fuzzy),
  };
  return (hitsOf) => hitsOf(atom);
}

/** A search that cannot be made, by Neo4j's name for it. */
export function searchFailed(message: string): CypherError {
  return new CypherError({
    kind: "ProcedureError",
    phase: "runtime",
    detail: "ProcedureCallFailed",
    message,
  });
}
