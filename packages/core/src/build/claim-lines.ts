import { RedthreadError } from "../errors/redthread-error.js";
import type { Claim } from "../model/claim.js";
import { type QuotableText, restoreEvidence } from "../model/evidence.js";
import { compareText } from "../text/compare.js";

/** A claim as one line of `claims.jsonl`, without a line end: keys in a fixed order. */
export function encodeClaim(claim: Claim): string {
  const { id, document, subject, modality, attributedTo, extractor, rule } = claim;
  const { confidence, confidenceRule, confidenceWording } = claim;
  const evidence = claim.evidence.map((one) => ({
    document: one.document,
    sentence: one.sentence,
    start: one.span.start,
    end: one.span.end,
    quote: one.quote,
  }));
  const what =
    claim.kind === "relation"
      ? { kind: claim.kind, type: claim.type, subject, object: claim.object }
      : { kind: claim.kind, property: claim.property, subject, value: claim.value };
  const qualifiers = Object.fromEntries(
    Object.entries(claim.qualifiers).sort(([a], [b]) => compareText(a, b)),
  );
  return JSON.stringify({
    id,
    ...what,
    qualifiers,
    modality,
    attributedTo,
    extractor,
    rule,
    confidence,
    confidenceRule,
    confidenceWording,
    document,
    evidence,
  });
}

/** Every claim as a line of `claims.jsonl`, in the order given. */
export const encodeClaims = (claims: readonly Claim[]): string =>
  claims.map((claim) => `${encodeClaim(claim)}\n`).join("");

/**
 * Claims read back from `claims.jsonl`, each quote compared with the stored text.
 * @throws RedthreadError `CASE_DAMAGED` naming the line, `EVIDENCE_NOT_IN_TEXT` for a quote that is
 * not where it says.
 */
export function decodeClaims(
  content: string,
  textOf: (document: string) => QuotableText | undefined,
): readonly Claim[] {
  return content
    .split("\n")
    .flatMap((line, index) => (line === "" ? [] : [decodeClaim(line, index + 1, textOf)]));
}

interface StoredEvidence {
  readonly document: string;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

function decodeClaim(
  line: string,
  number: number,
  textOf: (document: string) => QuotableText | undefined,
): Claim {
  const stored = parseLine(line, number);
  const evidence = stored.evidence.map(({ document, sentence, start, end, quote }) => {
    const text = textOf(document);
    if (text === undefined)
      throw damaged(number, `quotes \`${document}\`, whose text is not stored`);
    return restoreEvidence(text, { sentence, span: { start, end }, quote });
  });
  // The line was written by encodeClaim, and parseLine checked what later code relies on.
  return { ...stored, evidence } as unknown as Claim;
}

const TEXTS = ["id", "subject", "modality", "extractor", "rule", "document"] as const;
const NUMBERS = ["confidence", "confidenceRule", "confidenceWording"] as const;

function parseLine(
  line: string,
  number: number,
): Readonly<Record<string, unknown>> & { readonly evidence: readonly StoredEvidence[] } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw damaged(number, "is no JSON object");
  }
  if (typeof value !== "object" || value === null) throw damaged(number, "is no JSON object");
  const found = value as Readonly<Record<string, unknown>>;
  const evidence = found["evidence"];
  const lost = TEXTS.find((key) => typeof found[key] !== "string");
  const end = found["kind"] === "relation" ? "object" : "property";
  if (lost !== undefined) throw damaged(number, `has no text \`${lost}\``);
  if (typeof found[end] !== "string") throw damaged(number, `has no text \`${end}\``);
  const uncounted = NUMBERS.find((key) => typeof found[key] !== "number");
  if (uncounted !== undefined) throw damaged(number, `has no number \`${uncounted}\``);
  if (!Array.isArray(evidence) || evidence.length === 0) throw damaged(number, "has no evidence");
  return { ...found, evidence: evidence as readonly StoredEvidence[] };
}

const damaged = (line: number, what: string): RedthreadError =>
  new RedthreadError(
    "CASE_DAMAGED",
    `Line ${line} of the claims ${what}. Rebuild the case from its reports.`,
  );
