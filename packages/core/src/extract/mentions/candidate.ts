import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { EntityRole, EntityType, Schema } from "../../model/schema.js";
import type { ReadToken } from "../words/read-tokens.js";
import type { SentenceTokens } from "./sentence-tokens.js";

/** A reading of some tokens as a name; readings may overlap until one is chosen. */
export interface Candidate {
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
  readonly role: EntityRole;
  /** Where a table of the pack gives it; a name found by grammar has the first type of its role. */
  readonly type?: EntityType;
  readonly rule: string;
  readonly score: number;
  readonly key: string | null;
  readonly country: string | null;
  readonly form: Mention["form"];
  /** True where the name is also a given name and another capital follows. */
  readonly given?: boolean;
  /** The name where it differs from the text. */
  readonly name?: string;
}

/** The mention a candidate becomes; null where the field has no type of its role. */
export function toMention(
  document: ReportDocument,
  view: SentenceTokens,
  candidate: Candidate,
  schema: Schema,
): Mention | null {
  const { role, rule, score, key, country, form } = candidate;
  const type = candidate.type ?? schema.typeOf(role);
  if (type === null) return null;
  const { start, end } = tokenSpan(view.tokens, candidate.from, candidate.to);
  return {
    id: `${document.id}:${start}-${end}:${type}`,
    type,
    role,
    sentence: view.sentence.index,
    name: candidate.name ?? document.text.slice(start, end).replace(/\s+/g, " "),
    key,
    country,
    rule,
    score,
    form,
    start,
    end,
  };
}

/** Text offsets of the tokens `from` up to but not including `to`. */
export function tokenSpan(
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): { readonly start: number; readonly end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Text of the tokens `from` up to but not including `to`, as it stands. */
export function tokenText(
  text: string,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): string {
  const { start, end } = tokenSpan(tokens, from, to);
  return text.slice(start, end);
}
