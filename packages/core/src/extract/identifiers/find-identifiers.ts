import type { RelationClaim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import { compareText } from "../../text/compare.js";
import { sha256 } from "../../text/sha256.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import type { Findings } from "../extractor.js";
import type { DocumentView } from "../view/document-view.js";
import type { SentenceView } from "../view/sentence-view.js";
import { type FoundIdentifier, isMadeOf, REACH, scanIdentifiers } from "./scan-identifiers.js";

/**
 * Numbers that name one thing, as things of their own that reports have in common, and the vessel, person
 * or organization that each stands right beside.
 */
export function findIdentifiers(view: DocumentView, maker: ClaimMaker): Findings {
  const type = view.book.schema.typeOf("identifier");
  if (type === null) return { claims: [] };
  const told = view.sentences.map((sentence) => ({
    sentence,
    found: scanIdentifiers(view.document.text, sentence.sentence, view.book.identifiers),
  }));
  const things = gather(view, type, told);
  const claims = told.flatMap(({ sentence, found }, index) =>
    linkOwners(view, sentence, found).flatMap(({ owner, one }): readonly RelationClaim[] => {
      const thing = things.get(idOf(view, type, one));
      const ground = { rule: "identifier.beside", sentences: [index], focus: one } as const;
      return thing === undefined ? [] : maker.relation(owner, "identified-by", thing, ground);
    }),
  );
  return { entities: [...things.values()], claims };
}

interface ToldIdentifiers {
  readonly sentence: SentenceView;
  readonly found: readonly FoundIdentifier[];
}

const idOf = ({ document }: DocumentView, type: string, { kind, value }: FoundIdentifier): string =>
  `${document.id}#${type}:${kind.kind}:${value}`;

/** One thing for each number of a report, with all places that write it. */
function gather(
  view: DocumentView,
  type: string,
  told: readonly ToldIdentifiers[],
): ReadonlyMap<string, DocumentEntity> {
  const things = new Map<string, DocumentEntity>();
  for (const { sentence, found } of told) {
    for (const one of found) {
      const id = idOf(view, type, one);
      const thing = things.get(id) ?? toThing(view, type, one);
      const mention = toMention(view, type, one, sentence.sentence.index);
      const aliases = [...new Set([...thing.aliases, mention.name])].sort(compareText);
      things.set(id, { ...thing, aliases, mentions: [...thing.mentions, mention] });
    }
  }
  return things;
}

function toThing(view: DocumentView, type: string, found: FoundIdentifier): DocumentEntity {
  const { kind, value, isRight } = found;
  const isJoining = kind.joins && isRight !== false;
  // What may be a slip of the pen, or a number of another register, is known in its own report alone.
  const scope = isJoining ? "" : `:${sha256(view.document.id).slice(0, 12)}`;
  return {
    id: idOf(view, type, found),
    document: view.document.id,
    type,
    role: "identifier",
    name: `${kind.label} ${value}`,
    aliases: [],
    mentions: [],
    key: `${type.toLowerCase()}:${kind.kind}:${value.toLowerCase()}${scope}`,
    attributes: {
      scheme: kind.kind,
      value,
      ...(isRight === null ? {} : { checkDigit: isRight ? "right" : "wrong" }),
    },
  };
}

/** How sure a number is that its check digit proves, that has none, that fails; chosen, not measured. */
const SURENESS = { right: 0.95, none: 0.8, wrong: 0.5 };

function toMention(
  { document }: DocumentView,
  type: string,
  { start, end, isRight }: FoundIdentifier,
  sentence: number,
): Mention {
  return {
    id: `${document.id}:${start}-${end}:${type}`,
    start,
    end,
    type,
    role: "identifier",
    sentence,
    name: document.text.slice(start, end),
    key: null,
    country: null,
    rule: "identifier.form",
    score: SURENESS[isRight === null ? "none" : isRight ? "right" : "wrong"],
    form: "name",
  };
}

/** The numbers of a sentence that stand right behind a thing which may have them, or behind another of its numbers. */
function linkOwners(
  view: DocumentView,
  { items }: SentenceView,
  found: readonly FoundIdentifier[],
) {
  const { text } = view.document;
  const { between } = view.book.identifiers;
  const named = items.flatMap((item) => (item.kind === "mention" ? [item] : []));
  const links: { readonly owner: DocumentEntity; readonly one: FoundIdentifier }[] = [];
  let before: { readonly owner: DocumentEntity; readonly end: number } | null = null;
  let at = 0;
  for (const one of found) {
    while ((named[at]?.end ?? Number.POSITIVE_INFINITY) <= one.from) {
      const { entity, end } = named[at] ?? {};
      if (entity !== undefined && end !== undefined) before = { owner: entity, end };
      at += 1;
    }
    const isBeside =
      before !== null &&
      one.from - before.end <= REACH &&
      isMadeOf(text.slice(before.end, one.from), between);
    if (before === null || !isBeside) {
      before = null;
      continue;
    }
    if (one.kind.of.has(before.owner.role)) links.push({ owner: before.owner, one });
    before = { owner: before.owner, end: one.end };
  }
  return links;
}
