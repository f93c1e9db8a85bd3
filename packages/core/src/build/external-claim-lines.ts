import { RedthreadError } from "../errors/redthread-error.js";
import type { ClaimQualifiers, ClaimValue, Modality } from "../model/claim.js";
import type { Schema } from "../model/schema.js";

/** A thing a claim is about, as its document names it. */
export interface ExternalEnd {
  readonly type: string;
  readonly name: string;
}

/** A stretch of a document's text; the first place where it stands unless `start` says which. */
interface ExternalQuote {
  readonly quote: string;
  readonly start: number | null;
}

/** A claim that people or another program made about a stored text, before it is held against it. */
export interface ExternalClaim {
  /** One-based line it was written in. */
  readonly line: number;
  readonly document: string;
  readonly subject: ExternalEnd;
  readonly said:
    | { readonly kind: "relation"; readonly type: string; readonly object: ExternalEnd }
    | { readonly kind: "property"; readonly property: string; readonly value: ClaimValue };
  readonly quotes: readonly [ExternalQuote, ...ExternalQuote[]];
  readonly qualifiers: ClaimQualifiers;
  readonly modality: Modality;
  readonly attributedTo: string | null;
  readonly confidence: number;
  /** Who claims it: a person, a program, a desk; one word. */
  readonly by: string;
}

const MODALITIES: ReadonlySet<unknown> = new Set<Modality>([
  "asserted",
  "planned",
  "attempted",
  "alleged",
  "denied",
  "hypothetical",
]);
const HIGHEST = 0.99;
const BY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Claims of a `claims.external.jsonl`, one a line; empty lines and lines that start with `#` or `//`
 * are passed over.
 * @throws RedthreadError `CLAIM_INVALID` naming the line and what the schema allows.
 */
export function parseExternalClaims(content: string, schema: Schema): readonly ExternalClaim[] {
  const claims: ExternalClaim[] = [];
  const lines = content.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === "" || text.startsWith("#") || text.startsWith("//")) continue;
    claims.push(parseClaim(text, index + 1, schema));
  }
  return claims;
}

type Fields = Readonly<Record<string, unknown>>;

function parseClaim(text: string, line: number, schema: Schema): ExternalClaim {
  const found = parseObject(text, line);
  const { document, by, confidence, modality = "asserted", attributedTo = null } = found;
  if (typeof document !== "string") throw claimInvalid(line, "has no text `document`");
  if (typeof by !== "string" || !BY.test(by)) {
    throw claimInvalid(line, "has no `by`, one word for who claims it");
  }
  if (typeof confidence !== "number" || !(confidence > 0 && confidence <= HIGHEST)) {
    throw claimInvalid(line, `has no \`confidence\` above 0 and up to ${HIGHEST}`);
  }
  if (!MODALITIES.has(modality)) {
    throw claimInvalid(line, `has a \`modality\` that is none of ${[...MODALITIES].join(", ")}`);
  }
  if (attributedTo !== null && typeof attributedTo !== "string") {
    throw claimInvalid(line, "has an `attributedTo` that is no text");
  }
  const subject = parseEnd(found["subject"], "subject", line, schema);
  return {
    line,
    document,
    subject,
    said: parseSaid(found, subject, line, schema),
    quotes: parseQuotes(found["quotes"], line),
    qualifiers: parseQualifiers(found["qualifiers"] ?? {}, line),
    // Held against the set of modalities above.
    modality: modality as Modality,
    attributedTo,
    confidence,
    by,
  };
}

function parseObject(text: string, line: number): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw claimInvalid(line, "is no JSON object", cause);
  }
  if (!isFields(value)) throw claimInvalid(line, "is no JSON object");
  return value;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseEnd(value: unknown, key: string, line: number, schema: Schema): ExternalEnd {
  const { type, name } = isFields(value) ? value : {};
  if (typeof type !== "string" || typeof name !== "string" || name.trim() === "") {
    throw claimInvalid(line, `has no \`${key}\` with \`type\` and \`name\``);
  }
  if (schema.entity(type) === undefined) {
    throw claimInvalid(line, `names things of type \`${type}\`, which the pack does not declare`);
  }
  return { type, name: name.trim() };
}

function parseSaid(
  found: Fields,
  subject: ExternalEnd,
  line: number,
  schema: Schema,
): ExternalClaim["said"] {
  const { type, property, value } = found;
  if (typeof type === "string") {
    const object = parseEnd(found["object"], "object", line, schema);
    assertAccepted(type, subject, object, line, schema);
    return { kind: "relation", type, object };
  }
  const isValue = ["string", "number", "boolean"].includes(typeof value);
  if (typeof property !== "string" || property === "" || !isValue) {
    throw claimInvalid(line, "has neither `type` and `object` nor `property` and `value`");
  }
  // One of the three types of value was found above.
  return { kind: "property", property, value: value as ClaimValue };
}

function assertAccepted(
  type: string,
  from: ExternalEnd,
  to: ExternalEnd,
  line: number,
  schema: Schema,
): void {
  const relation = schema.relation(type);
  if (relation === undefined) {
    throw claimInvalid(line, `has the type \`${type}\`, which the pack does not declare`);
  }
  if (schema.accepts(type, from.type, to.type)) return;
  if (relation.symmetric && schema.accepts(type, to.type, from.type)) return;
  const ends = `${relation.from.join(" or ")} to ${relation.to.join(" or ")}`;
  throw claimInvalid(
    line,
    `joins ${from.type} to ${to.type} by \`${type}\`, which the pack allows from ${ends}`,
  );
}

function parseQuotes(value: unknown, line: number): ExternalClaim["quotes"] {
  const list = Array.isArray(value) ? value.map((one) => parseQuote(one, line)) : [];
  const [first, ...others] = list;
  if (first === undefined) {
    throw claimInvalid(line, "has no `quotes`: give the sentence of the document that proves it");
  }
  return [first, ...others];
}

function parseQuote(value: unknown, line: number): ExternalQuote {
  const { quote, start = null } = isFields(value) ? value : { quote: value };
  if (typeof quote !== "string" || quote.trim() === "") {
    throw claimInvalid(line, "has a quote that is no text");
  }
  if (start !== null && !(Number.isInteger(start) && Number(start) >= 0)) {
    throw claimInvalid(line, "has a quote whose `start` is no offset into the text");
  }
  return { quote, start: start === null ? null : Number(start) };
}

function parseQualifiers(value: unknown, line: number): ClaimQualifiers {
  const isPlain = (one: unknown): one is ClaimValue | null =>
    one === null || ["string", "number", "boolean"].includes(typeof one);
  const entries = isFields(value) ? Object.entries(value) : null;
  if (entries === null || !entries.every(([, one]) => isPlain(one))) {
    throw claimInvalid(line, "has `qualifiers` that are no object of plain values");
  }
  return value as ClaimQualifiers;
}

/** A line of the external claims that cannot be used. */
export const claimInvalid = (line: number, what: string, cause?: unknown): RedthreadError =>
  new RedthreadError(
    "CLAIM_INVALID",
    `Line ${line} of claims.external.jsonl ${what}. A line reads \`{"document":"doc:…","subject":{"type":"…","name":"…"},"type":"…","object":{"type":"…","name":"…"},"quotes":["…"],"confidence":0.8,"by":"…"}\`.`,
    cause === undefined ? undefined : { cause },
  );
