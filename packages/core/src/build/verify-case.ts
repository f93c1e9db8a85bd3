import type { GraphReader } from "../graph/graph-reader.js";
import type { PropertyValue } from "../graph/property-value.js";
import type { Claim } from "../model/claim.js";
import { compareText } from "../text/compare.js";
import { sha256 } from "../text/sha256.js";

/** A thing in a case that no longer proves what it says. */
export interface CaseProblem {
  readonly kind: "document-changed" | "text-missing" | "quote-misplaced" | "quote-missing";
  /** Id of the document, node, relationship or claim. */
  readonly id: string;
  /** What was found and what was expected. */
  readonly reason: string;
}

/** What a case stores, as read back. */
export interface StoredCase {
  readonly graph: GraphReader;
  /** Stored texts by document id. */
  readonly texts: ReadonlyMap<string, string>;
  readonly claims?: readonly Claim[];
}

/** What was checked and what is wrong. */
export interface CaseVerification {
  readonly documents: number;
  readonly quotes: number;
  /**
   * One a document that is missing or changed, with the number of quotes that suffer; the others are
   * of quotes whose document is as it was. Sorted by (id, reason); empty when all is well.
   */
  readonly problems: readonly CaseProblem[];
}

/**
 * Whether every stored text has its hash, every quote stands at its offsets, and every relationship
 * has a quote.
 */
export function verifyCase({ graph, texts, claims = [] }: StoredCase): CaseVerification {
  const check: Check = { texts, problems: [], damaged: new Map() };
  const documents = verifyDocuments(graph, check);
  let quotes = 0;
  graph.forEachNode(null, (node) => {
    const id = textOf(graph.nodeProperty(node, "id"));
    quotes += verifyQuotes(id, (key) => graph.nodeProperty(node, key), false, check);
    return true;
  });
  graph.forEachRelationship(null, (relationship) => {
    const read = (key: string) => graph.relationshipProperty(relationship, key);
    quotes += verifyQuotes(textOf(read("id")), read, true, check);
    return true;
  });
  for (const claim of claims) {
    for (const { document, span, quote } of claim.evidence) {
      quotes += 1;
      checkQuote(claim.id, quote, `${document}:${span.start}-${span.end}`, check);
    }
  }
  const problems = [...check.problems, ...[...check.damaged].map(tellDamage)];
  return { documents, quotes, problems: problems.sort(byIdAndReason) };
}

/** What is known of a document whose text is not the one that was read. */
interface Damage {
  readonly kind: "document-changed" | "text-missing";
  readonly reason: string;
  /** Quotes that do not stand any more. */
  lost: number;
}

interface Check {
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: CaseProblem[];
  /** By document id. */
  readonly damaged: Map<string, Damage>;
}

function tellDamage([id, { kind, reason, lost }]: readonly [string, Damage]): CaseProblem {
  const quotes = lost === 1 ? "1 quote is" : `${lost} quotes are`;
  const affected = lost === 0 ? "no quote is affected" : `${quotes} not proved any more`;
  return { kind, id, reason: `${reason}; ${affected}` };
}

const missing = (): Damage => ({ kind: "text-missing", reason: "its text is not stored", lost: 0 });

function verifyDocuments(graph: GraphReader, { texts, damaged }: Check): number {
  let documents = 0;
  graph.forEachNode("Document", (node) => {
    documents += 1;
    const id = textOf(graph.nodeProperty(node, "id"));
    const expected = textOf(graph.nodeProperty(node, "sha256"));
    const text = texts.get(id);
    if (text === undefined) {
      damaged.set(id, missing());
      return true;
    }
    const found = sha256(text);
    if (found !== expected) {
      const reason = `its text has the hash ${found}, recorded was ${expected}`;
      damaged.set(id, { kind: "document-changed", reason, lost: 0 });
    }
    return true;
  });
  return documents;
}

const PAIRS = [
  ["quotes", "spans"],
  ["deniedQuotes", "deniedSpans"],
] as const;

function verifyQuotes(
  id: string,
  read: (key: string) => PropertyValue | undefined,
  isRequired: boolean,
  check: Check,
): number {
  const { problems } = check;
  let count = 0;
  for (const [quotesKey, spansKey] of PAIRS) {
    const quotes = listOf(read(quotesKey));
    const spans = listOf(read(spansKey));
    if (isRequired && quotesKey === "quotes" && quotes.length === 0) {
      problems.push({ kind: "quote-missing", id, reason: "the relationship has no quote" });
    }
    if (quotes.length !== spans.length) {
      const reason = `${quotes.length} \`${quotesKey}\` stand beside ${spans.length} \`${spansKey}\``;
      problems.push({ kind: "quote-missing", id, reason });
    }
    for (const [index, quote] of quotes.entries()) {
      count += 1;
      checkQuote(id, quote, spans[index] ?? "", check);
    }
  }
  return count;
}

const SPAN = /^(.*):(\d+)-(\d+)$/;

function checkQuote(id: string, quote: string, span: string, check: Check): void {
  const [, document = "", start = "", end = ""] = SPAN.exec(span) ?? [];
  const text = check.texts.get(document);
  const stands = text?.slice(Number(start), Number(end)) === quote && quote !== "";
  if (stands) return;
  if (text === undefined && document !== "" && !check.damaged.has(document)) {
    check.damaged.set(document, missing());
  }
  const damage = check.damaged.get(document);
  if (damage !== undefined) {
    damage.lost += 1;
    return;
  }
  const reason = `the quote does not stand at \`${span}\``;
  check.problems.push({ kind: "quote-misplaced", id, reason });
}

const textOf = (value: PropertyValue | undefined): string =>
  typeof value === "string" ? value : "";

const listOf = (value: PropertyValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

const byIdAndReason = (a: CaseProblem, b: CaseProblem): number =>
  compareText(a.id, b.id) || compareText(a.reason, b.reason);
