// Things that people or programs name in a document and its own reader did not: made of the places
// where their name stands in the text.
import type { DocumentEntity } from "../model/document-entity.js";
import type { Mention } from "../model/mention.js";
import type { ReportDocument } from "../model/report-document.js";
import { type EntityRole, type EntityType, EVENT_TYPES } from "../model/schema.js";
import type { TextSpan } from "../model/text-span.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { foldName } from "../text/fold.js";

/** What of a pack says which things there are. */
export type ThingPack = Pick<DomainPack, "schema" | "entries">;

/** How a thing came to be named. */
export interface Naming {
  readonly type: EntityType;
  readonly name: string;
  /** Stands on its mentions. */
  readonly rule: string;
  /** 0–1: how sure whoever names it is. */
  readonly score: number;
  /** Where the text names something else already. */
  readonly taken: readonly TextSpan[];
}

/** The role of a type whose things bear names, or null: an action, a total, a document bears none. */
export function namedRole(type: EntityType, { schema }: ThingPack): EntityRole | null {
  const role = schema.roleOf(type);
  return EVENT_TYPES.has(type) || role === "document" ? null : role;
}

/** A thing of every place where its name stands; null where nothing of its type bears names. */
export function createNamed(
  document: ReportDocument,
  naming: Naming,
  pack: ThingPack,
): DocumentEntity | null {
  const { type, name } = naming;
  const role = namedRole(type, pack);
  if (role === null) return null;
  const entry = [...pack.entries.values()].find((one) => one.type === type && one.name === name);
  const key = entry?.key ?? null;
  return {
    id: `${document.id}#${type}:${key ?? foldName(name).replace(/[^\p{L}\p{N}]+/gu, "-")}`,
    document: document.id,
    type,
    role,
    name,
    aliases: [],
    mentions: findMentions(document, naming, role, key),
    key,
    attributes: entry?.country == null || role === "country" ? {} : { country: entry.country },
  };
}

function findMentions(
  document: ReportDocument,
  { type, name, rule, score, taken }: Naming,
  role: EntityRole,
  key: string | null,
): readonly Mention[] {
  const whole = { start: 0, end: document.text.length };
  return findName(document.text, name, whole)
    .filter((span) => !taken.some((other) => overlaps(span, other)))
    .map(({ start, end }) => ({
      id: `${document.id}:${start}-${end}:${type}`,
      type,
      role,
      start,
      end,
      sentence: sentenceAt(document, start),
      name,
      key,
      country: null,
      rule,
      score,
      form: "name",
    }));
}

/** Places inside a stretch of text where a name stands as whole words. */
export function findName(text: string, name: string, within: TextSpan): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (let start = text.indexOf(name, within.start); start >= 0; ) {
    const end = start + name.length;
    if (end > within.end) break;
    if (!isWordPart(text, start - 1) && !isWordPart(text, end)) spans.push({ start, end });
    start = text.indexOf(name, start + 1);
  }
  return spans;
}

const isWordPart = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

export const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: TextSpan, inner: TextSpan): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Index of the sentence that holds an offset, or of the last one before it. */
export function sentenceAt({ sentences }: ReportDocument, offset: number): number {
  const after = sentences.findIndex(({ start }) => start > offset);
  return Math.max(0, (after === -1 ? sentences.length : after) - 1);
}
