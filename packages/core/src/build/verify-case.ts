import type { GraphReader } from "../graph/graph-reader.js";
import type { PropertyValue } from "../graph/property-value.js";
import type { Claim } from "../model/claim.js";
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
  /** Sorted by (id, reason); empty when every quote stands and every document is unchanged. */
  readonly problems: readonly CaseProblem[];
}

/**
 * Whether every stored text has its hash, every quote stands at its offsets, and every relationship
 * has a quote.
 */
export function verifyCase({ graph, texts, claims = [] }: StoredCase): CaseVerification {
  const problems: CaseProblem[] = [];
  const documents = verifyDocuments(graph, texts, problems);
  let quotes = 0;
  graph.forEachNode(null, (node) => {
    const id = textOf(graph.nodeProperty(node, "id"));
    quotes += verifyQuotes(id, (key) => graph.nodeProperty(node, key), texts, false, problems);
    return true;
  });
  graph.forEachRelationship(null, (relationship) => {
    const read = (key: string) => graph.relationshipProperty(relationship, key);
    quotes += verifyQuotes(textOf(read("id")), read, texts, true, problems);
    return true;
  });
  for (const claim of claims) {
    for (const { document, span, quote } of claim.evidence) {
      quotes += 1;
      const where = `${document}:${span.start}-${span.end}`;
      checkQuote(claim.id, quote, where, texts, problems);
    }
  }
  return { documents, quotes, problems: problems.sort(byIdAndReason) };
}

function verifyDocuments(
  graph: GraphReader,
  texts: ReadonlyMap<string, string>,
  problems: CaseProblem[],
): number {
  let documents = 0;
  graph.forEachNode("Document", (node) => {
    documents += 1;
    const id = textOf(graph.nodeProperty(node, "id"));
    const expected = textOf(graph.nodeProperty(node, "sha256"));
    const text = texts.get(id);
    if (text === undefined) {
      problems.push({ kind: "text-missing", id, reason: "its text is not stored" });
      return true;
    }
    const found = sha256(text);
    if (found !== expected) {
      const reason = `its text has the hash ${found}, recorded was ${expected}`;
      problems.push({ kind: "document-changed", id, reason });
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
  texts: ReadonlyMap<string, string>,
  isRequired: boolean,
  problems: CaseProblem[],
): number {
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
      checkQuote(id, quote, spans[index] ?? "", texts, problems);
    }
  }
  return count;
}

const SPAN = /^(.*):(\d+)-(\d+)$/;

function checkQuote(
  id: string,
  quote: string,
  span: string,
  texts: ReadonlyMap<string, string>,
  problems: CaseProblem[],
): void {
  const [, document = "", start = "", end = ""] = SPAN.exec(span) ?? [];
  const text = texts.get(document);
  if (text === undefined) {
    problems.push({ kind: "text-missing", id, reason: `no stored text for the span \`${span}\`` });
  } else if (text.slice(Number(start), Number(end)) !== quote || quote === "") {
    problems.push({
      kind: "quote-misplaced",
      id,
      reason: `the quote does not stand at \`${span}\``,
    });
  }
}

const textOf = (value: PropertyValue | undefined): string =>
  typeof value === "string" ? value : "";

const listOf = (value: PropertyValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

function byIdAndReason(a: CaseProblem, b: CaseProblem): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0;
}
