import {
  type ClaimQualifiers,
  type ClaimValue,
  createClaim,
  MODALITY_FACTOR,
  type Modality,
  type PropertyClaim,
  type RelationClaim,
} from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import { type Evidence, quoteEvidence } from "../../model/evidence.js";
import type { RelationRole, RelationType } from "../../model/schema.js";
import type { TextSpan } from "../../model/text-span.js";
import type { RuleId } from "../../packs/engine-rules.js";
import { firstFrom } from "../../text/first-from.js";
import { sha256 } from "../../text/sha256.js";
import type { DocumentView } from "../view/document-view.js";

/**
 * Where a claim was read: sentence views by index, with the spans of its ends where known. The rule
 * is one of the engine's, or the id of a pattern of the pack.
 */
export interface ClaimGround<Rule extends string = RuleId> {
  /** Indexes of sentence views, the telling one first. */
  readonly sentences: readonly number[];
  readonly focus?: TextSpan;
  readonly rule: Rule;
  readonly modality?: Modality;
  readonly attributedTo?: string | null;
  /** Further factor of the confidence, 0–1; 1 where absent. */
  readonly weight?: number;
}

/** Longest quote; a longer sentence is cut to what surrounds the ends of the claim. */
const LONGEST_QUOTE = 400;

/** Makes the claims of one report: quotes, ids and confidence are settled here alone. */
export class ClaimMaker {
  readonly #view: DocumentView;
  readonly #extractor: string;
  readonly #links = new Map<DocumentEntity, number>();

  /** Every claim it makes names the extractor that asked for it. */
  constructor(view: DocumentView, extractor: string) {
    this.#view = view;
    this.#extractor = extractor;
  }

  /**
   * The claim that two things stand in a relation, as a list of one; empty where the field has no
   * relationship type of the role that may join them.
   */
  relation(
    subject: DocumentEntity,
    role: RelationRole,
    object: DocumentEntity,
    ground: ClaimGround,
    qualifiers: ClaimQualifiers = {},
  ): readonly RelationClaim[] {
    const type = this.#view.book.schema.relationOf(role, subject.type, object.type);
    if (type !== null) return [this.#link(subject, type, object, ground, qualifiers)];
    this.#refuse(subject, null, object, ground);
    return [];
  }

  /** A claim of a type that a pack's own pattern names; null where the schema refuses its ends. */
  link(
    subject: DocumentEntity,
    type: RelationType,
    object: DocumentEntity,
    ground: ClaimGround<string>,
    qualifiers: ClaimQualifiers = {},
  ): RelationClaim | null {
    const fits = this.#view.book.schema.accepts(type, subject.type, object.type);
    if (!fits) this.#refuse(subject, type, object, ground);
    return fits ? this.#link(subject, type, object, ground, qualifiers) : null;
  }

  /** Tells whoever listens that the schema has no such link. */
  #refuse(
    subject: DocumentEntity,
    type: RelationType | null,
    object: DocumentEntity,
    { rule, sentences, focus }: ClaimGround<string>,
  ): void {
    const { listener, sentences: views } = this.#view;
    const sentence = views[sentences[0] ?? -1]?.sentence;
    if (listener === null || sentence === undefined) return;
    listener.rejected({
      reason: "no-such-link",
      sentence: sentence.index,
      span: focus ?? sentence,
      rule,
      type,
      subjects: [subject],
      objects: [object],
      sought: [],
    });
  }

  #link(
    subject: DocumentEntity,
    type: RelationType,
    object: DocumentEntity,
    ground: ClaimGround<string>,
    qualifiers: ClaimQualifiers,
  ): RelationClaim {
    // Two hauls of one thing in one sentence are two claims.
    const told = Object.keys(qualifiers).length === 0 ? "" : JSON.stringify(qualifiers);
    const content = `${type}\u0000${object.id}${told}`;
    const base = this.#base(subject, ground, content, this.#linkOf(object), [subject, object]);
    return createClaim<RelationClaim>({
      ...base,
      kind: "relation",
      type,
      object: object.id,
      qualifiers,
    });
  }

  property(
    subject: DocumentEntity,
    property: string,
    value: ClaimValue,
    ground: ClaimGround,
    qualifiers: ClaimQualifiers = {},
  ): PropertyClaim {
    const base = this.#base(subject, ground, `${property}\u0000${value}`, 1, [subject]);
    return createClaim<PropertyClaim>({ ...base, kind: "property", property, value, qualifiers });
  }

  #base(
    subject: DocumentEntity,
    ground: ClaimGround<string>,
    content: string,
    link: number,
    ends: readonly DocumentEntity[],
  ) {
    const { document, book } = this.#view;
    const { rule, modality = "asserted", attributedTo = null, weight = 1 } = ground;
    const evidence = this.#evidence(ground);
    for (const end of ends) evidence.push(...this.#naming(end, evidence));
    const at = evidence.map((one) => `${one.span.start}-${one.span.end}`).join(",");
    const key = [document.id, rule, subject.id, content, at].join("\u0001");
    const confidenceRule = book.precision(rule);
    const confidenceWording = rounded(
      this.#linkOf(subject) * link * MODALITY_FACTOR[modality] * weight,
    );
    return {
      id: `claim:${sha256(key).slice(0, 20)}`,
      document: document.id,
      subject: subject.id,
      modality,
      attributedTo,
      extractor: this.#extractor,
      rule,
      confidence: rounded(confidenceRule * confidenceWording),
      confidenceRule,
      confidenceWording,
      evidence,
    };
  }

  #linkOf(entity: DocumentEntity): number {
    let link = this.#links.get(entity);
    if (link === undefined) {
      link = linkOf(entity);
      this.#links.set(entity, link);
    }
    return link;
  }

  /** The sentence that names an end of a claim, where no quote of the claim does. */
  #naming(entity: DocumentEntity, told: readonly Evidence[]): Evidence[] {
    const isShown = told.some(({ span }) => isNamedWithin(entity, span));
    const mention = isShown ? null : nearestName(entity, told[0]?.span.start ?? 0);
    const { document } = this.#view;
    const sentence = mention === null ? undefined : document.sentences[mention.sentence];
    if (mention === null || sentence === undefined) return [];
    return [quoteEvidence(document, mention.sentence, quoteSpan(document.text, sentence, mention))];
  }

  #evidence({ sentences, focus }: ClaimGround<string>): Evidence[] {
    const { document, sentences: views } = this.#view;
    const unique = [...new Set(sentences)].sort((a, b) => a - b);
    return unique.flatMap((at) => {
      const sentence = views[at]?.sentence;
      if (sentence === undefined) return [];
      const span = quoteSpan(document.text, sentence, focus);
      return [quoteEvidence(document, sentence.index, span)];
    });
  }
}

const rounded = (value: number): number => Number(value.toFixed(4));

/** The name of a thing that lies nearest before a point in the text, else the first behind it. */
const nearestName = ({ mentions }: DocumentEntity, point: number) =>
  mentions[firstFrom(mentions, ({ start }) => start > point) - 1] ?? mentions[0] ?? null;

function isNamedWithin({ mentions }: DocumentEntity, { start, end }: TextSpan): boolean {
  for (let at = firstFrom(mentions, (one) => one.start >= start); at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention === undefined || mention.start >= end) return false;
    if (mention.end <= end) return true;
  }
  return false;
}

/** How sure it is what a name stands for: an acronym or a description is less so than a name. */
function linkOf(entity: DocumentEntity): number {
  if (entity.mentions.length === 0) return 1;
  const forms = new Set(entity.mentions.map((mention) => mention.form));
  if (forms.has("name") || forms.has("demonym")) return 1;
  return forms.has("acronym") || forms.has("metonym") ? 0.95 : 0.85;
}

/** The sentence trimmed, or the words around the focus where it is too long to quote. */
function quoteSpan(text: string, sentence: TextSpan, focus: TextSpan | undefined): TextSpan {
  let { start, end } = sentence;
  if (end - start > LONGEST_QUOTE) {
    const middle = focus ?? { start, end: start };
    const spare = Math.max(0, LONGEST_QUOTE - (middle.end - middle.start));
    start = wordStart(text, Math.max(start, middle.start - Math.floor(spare / 2)), start);
    end = wordEnd(text, Math.min(end, start + LONGEST_QUOTE), end);
  }
  while (start < end && text.charAt(start).trim() === "") start += 1;
  while (end > start && text.charAt(end - 1).trim() === "") end -= 1;
  return { start, end };
}

function wordStart(text: string, from: number, least: number): number {
  let at = from;
  while (at > least && at > from - 40 && text.charAt(at - 1).trim() !== "") at -= 1;
  return at;
}

function wordEnd(text: string, from: number, most: number): number {
  if (from === most) return from;
  let at = from;
  while (at > from - 40 && text.charAt(at).trim() !== "") at -= 1;
  return at;
}
