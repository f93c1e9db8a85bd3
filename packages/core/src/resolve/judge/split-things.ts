// A person says that some mentions of a thing are of another one. Inside a report the mentions become a
// thing of their own, with the claims that only their sentences prove; across reports the two are held
// apart, and all parts of one split are one thing.
import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { Extraction } from "../../model/extraction.js";
import type { Judgement, Sighting, SplitJudgement } from "../../model/judgement.js";
import type { Mention } from "../../model/mention.js";
import type { Schema } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { foldName } from "../../text/fold.js";
import { sha256 } from "../../text/sha256.js";
import type { Attacher } from "./attach-thing.js";
import { findThings } from "./find-things.js";
import type { AttachedPair } from "./judged-links.js";
import { type OutcomeBook, tellThings, thingName } from "./tell-outcomes.js";

/** Extractions with the parts as things of their own, and what is then to be held apart. */
export interface SplitCase {
  readonly extractions: readonly Extraction[];
  readonly pairs: readonly AttachedPair[];
}

export function splitThings(
  extractions: readonly Extraction[],
  judgements: readonly Judgement[],
  context: { readonly attacher: Attacher; readonly book: OutcomeBook; readonly schema: Schema },
): SplitCase {
  const cut = new Map<string, Map<string, Part>>();
  const pairs: AttachedPair[] = [];
  const splits = judgements.filter((one) => one.verdict === "split");
  for (const judgement of splits) {
    const parts = findParts(judgement, context);
    if (parts === null) continue;
    for (const part of parts.filter(({ isWhole }) => !isWhole)) {
      const known = cut.get(part.of.document) ?? new Map<string, Part>();
      cut.set(part.of.document, known.set(part.id, part));
    }
    pairs.push(...pairsOf(judgement, parts, context));
  }
  if (cut.size === 0) return { extractions, pairs };
  return {
    extractions: extractions.map((one) => {
      const parts = cut.get(one.document.id);
      return parts === undefined ? one : cutExtraction(one, [...parts.values()]);
    }),
    pairs,
  };
}

interface Part {
  readonly of: DocumentEntity;
  readonly mentions: readonly Mention[];
  /** Id of the part as a thing of its own. */
  readonly id: string;
  /** Whether nothing of the thing is left in its report. */
  readonly isWhole: boolean;
}

type Context = Parameters<typeof splitThings>[2];

function findParts(judgement: SplitJudgement, context: Context): readonly Part[] | null {
  const moved = new Map<DocumentEntity, Set<Mention>>();
  const { attacher, book } = context;
  for (const sighting of judgement.seen) {
    const [found, ...others] = mentionsAt(judgement, sighting, context);
    if (found === undefined) continue;
    if (others.length > 0) {
      const fits = [found, ...others].map(({ entity }) => entity);
      const says = `its mention may be of several things and was applied to none: ${tellThings(fits, attacher)}`;
      book.tell(judgement, "asked", says);
      return null;
    }
    const known = moved.get(found.entity) ?? new Set();
    for (const mention of found.mentions) known.add(mention);
    moved.set(found.entity, known);
  }
  if (moved.size === 0) {
    const says = `no report holds the mentions of \`${thingName(judgement.a)}\` that it is about`;
    book.tell(judgement, "waits", says);
    return null;
  }
  return [...moved].map(([of, mentions]) => toPart(of, [...mentions]));
}

function toPart(of: DocumentEntity, mentions: readonly Mention[]): Part {
  const isWhole = mentions.length === of.mentions.length;
  const key = mentions.map(({ id }) => id).sort();
  const id = isWhole ? of.id : `${of.id}~${sha256(key.join(" ")).slice(0, 8)}`;
  return { of, mentions: [...mentions].sort((x, y) => x.start - y.start), id, isWhole };
}

/** The things with the mentions that stand in a sighting. */
function mentionsAt(
  { a }: SplitJudgement,
  sighting: Sighting,
  { attacher, schema }: Context,
): readonly { readonly entity: DocumentEntity; readonly mentions: readonly Mention[] }[] {
  return attacher.documents(sighting).flatMap((document) => {
    const name = sighting.name ?? (typeof a === "string" ? nameOfId(a) : a.name);
    const type = typeof a === "string" ? "" : a.type;
    const { quote, things } = findThings(document, { type, name }, sighting, schema);
    if (quote === null) return [];
    return things.map((entity) => {
      const inside = entity.mentions.filter(
        ({ start, end }) => quote.start <= start && end <= quote.end,
      );
      const folded = foldName(name);
      const named = inside.filter((one) => foldName(one.name) === folded);
      const all = named.length > 0 ? named : inside;
      return { entity, mentions: pickMention(all, sighting, quote.start) };
    });
  });
}

const nameOfId = (id: string): string =>
  (
    id
      .replace(/:[0-9a-f]{8}$/, "")
      .split(":")
      .at(-1) ?? ""
  ).replaceAll("-", " ");

/** The mention that stands where the person saw it, or all where nobody says which. */
function pickMention(
  mentions: readonly Mention[],
  { at }: Sighting,
  start: number,
): readonly Mention[] {
  if (at === undefined || mentions.length < 2) return mentions;
  const nearest = [...mentions].sort(
    (x, y) => Math.abs(x.start - start - at) - Math.abs(y.start - start - at),
  )[0];
  return nearest === undefined ? [] : [nearest];
}

/** The parts are one thing, and none of them is what is left. */
function pairsOf(
  judgement: SplitJudgement,
  parts: readonly Part[],
  { attacher, book }: Context,
): readonly AttachedPair[] {
  const taken = new Set(parts.filter(({ isWhole }) => isWhole).map(({ of }) => of.id));
  const whole = attacher.thing(judgement.a);
  const known = whole.kind === "things" ? whole.members : [];
  const rest = [...known, ...parts.map(({ of }) => of.id)].filter((id) => !taken.has(id));
  if (rest.length === 0) {
    const says = `would leave nothing of \`${thingName(judgement.a)}\`: every mention of it is of the other thing`;
    book.tell(judgement, "asked", says);
    return [];
  }
  const side = (members: readonly string[]) =>
    ({ kind: "things", members: [...new Set(members)].sort() }) as const;
  const ids = parts.map(({ id }) => id).sort();
  const [first = "", ...others] = ids;
  return [
    // One at a time, because the parts need not be of one kind.
    ...rest.flatMap((left) =>
      ids.map((id) => ({
        verdict: "different" as const,
        judgement,
        a: side([id]),
        b: side([left]),
      })),
    ),
    ...others.map((id) => ({
      verdict: "same" as const,
      judgement,
      a: side([first]),
      b: side([id]),
    })),
  ];
}

function cutExtraction(extraction: Extraction, parts: readonly Part[]): Extraction {
  const byThing = new Map<string, Part[]>();
  for (const part of parts) byThing.set(part.of.id, [...(byThing.get(part.of.id) ?? []), part]);
  const entities = extraction.entities.flatMap((entity) => {
    const own = byThing.get(entity.id);
    if (own === undefined) return [entity];
    const gone = new Set(own.flatMap(({ mentions }) => mentions.map(({ id }) => id)));
    const left = entity.mentions.filter(({ id }) => !gone.has(id));
    return [withMentions(entity, left), ...own.map((part) => toEntity(part))];
  });
  const moveEnd = (id: string, claim: Claim): string => {
    const own = byThing.get(id);
    return own === undefined ? id : (own.find((part) => provesOnly(part, claim))?.id ?? id);
  };
  const claims = extraction.claims.map((claim): Claim => {
    const subject = moveEnd(claim.subject, claim);
    if (claim.kind === "property") return subject === claim.subject ? claim : { ...claim, subject };
    const object = moveEnd(claim.object, claim);
    return subject === claim.subject && object === claim.object
      ? claim
      : { ...claim, subject, object };
  });
  return { ...extraction, entities: entities.sort((x, y) => compareText(x.id, y.id)), claims };
}

/** Whether the quotes of a claim name the part and nothing of what it was cut from. */
function provesOnly({ of, mentions }: Part, { evidence }: Claim): boolean {
  const isQuoted = ({ start, end }: Mention): boolean =>
    evidence.some(({ span }) => span.start <= start && end <= span.end);
  const own = new Set(mentions.map(({ id }) => id));
  return mentions.some(isQuoted) && !of.mentions.some((one) => !own.has(one.id) && isQuoted(one));
}

/** What is left keeps its names as far as its mentions bear them. */
function withMentions(entity: DocumentEntity, mentions: readonly Mention[]): DocumentEntity {
  const names = new Set(mentions.map(({ name }) => name));
  return { ...entity, mentions, aliases: entity.aliases.filter((alias) => names.has(alias)) };
}

function toEntity({ of, mentions, id }: Part): DocumentEntity {
  const names = [...new Set(mentions.map((mention) => mention.name))];
  const name = [...names].sort((x, y) => y.length - x.length || compareText(x, y))[0] ?? of.name;
  const country = mentions.find((mention) => mention.country !== null)?.country ?? null;
  return {
    ...of,
    id,
    name,
    aliases: names.filter((one) => one !== name).sort(),
    mentions,
    key: mentions.find((mention) => mention.key !== null)?.key ?? null,
    attributes: country === null ? {} : { country },
  };
}
