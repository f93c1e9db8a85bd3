// What each report leans on: its publisher, the item that it copies, the agency that it credits, the
// paper that a sentence cites, the body whose statement it gives. Two claims that lean on one thing
// have one origin.
import type { Claim } from "../model/claim.js";
import type { Entity } from "../model/entity.js";
import type { Extraction } from "../model/extraction.js";
import type { ReportDocument } from "../model/report-document.js";
import type { RelationRole } from "../model/schema.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { compareText } from "../text/compare.js";
import { findCredits } from "./credits.js";
import { byPlace, type Leaning, UNKNOWN } from "./leaning.js";
import { knowPublishers, type Publishers } from "./publishers.js";
import { createVoiceReader, type Voice } from "./speakers.js";
import { findCopies, type WireCopy } from "./wire-copies.js";

export type OriginPack = Pick<DomainPack, "words" | "lexicon" | "schema" | "wording">;

/** What leanings are read from. */
export interface OriginInput {
  readonly documents: readonly ReportDocument[];
  readonly extractions: readonly Extraction[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly pack: OriginPack;
}

/** Everything that reports lean on, by document, then sentence; the same whatever order they come in. */
export function findLeanings(ground: OriginInput): readonly Leaning[] {
  const { documents, extractions, pack } = ground;
  const claims = new Map(extractions.map((one) => [one.document.id, one.claims]));
  const copies = findCopies(documents, (id) => claims.get(id) ?? [], pack);
  const outlets = extractions.flatMap(({ entities }) =>
    entities.flatMap(({ name, attributes }) => (attributes.kind === "media" ? [name] : [])),
  );
  const names = [...documents.flatMap((one) => one.publisher ?? []), ...outlets];
  const publishers = knowPublishers(names, pack);
  const byId = new Map(documents.map((one) => [one.id, one]));
  const copyOf = new Map(copies.map((one) => [one.document, one]));
  const whole = documents.flatMap((one) => wholeLeanings(one, { publishers, byId, copyOf, pack }));
  return [...whole, ...sentenceLeanings(ground, publishers)].sort(byPlace);
}

interface Whole {
  readonly publishers: Publishers;
  readonly byId: ReadonlyMap<string, ReportDocument>;
  readonly copyOf: ReadonlyMap<string, WireCopy>;
  readonly pack: OriginPack;
}

/** What a whole report leans on: a copy on its item, a credited one on its agency, else its publisher. */
function wholeLeanings(document: ReportDocument, ground: Whole): readonly Leaning[] {
  const { publishers, byId, copyOf, pack } = ground;
  const at = { document: document.id, sentence: null, start: null, end: null };
  const copy = copyOf.get(document.id);
  const credits = findCredits(document, publishers, pack).map(
    ({ name, start, end }): Leaning => ({
      ...at,
      kind: "credits",
      origin: `publisher:${publishers.keyOf(name)}`,
      name,
      words: document.text.slice(start, end),
      start,
      end,
    }),
  );
  // A credit that stands twice is one.
  const credited = [...new Map(credits.map((one) => [one.origin, one])).values()];
  if (copy !== undefined) {
    const original = byId.get(copy.original);
    const from = original?.publisher ?? null;
    const { kind } = copy;
    const words = kind === "copied" ? `${Math.round(copy.share * 100)} %` : copy.words.join(", ");
    const name = from ?? original?.path ?? copy.original;
    return [
      { ...at, kind, origin: `document:${copy.original}`, name, words },
      ...(from === null
        ? []
        : [{ ...at, kind, origin: `publisher:${publishers.keyOf(from)}`, name, words }]),
      ...credited,
    ];
  }
  if (credited.length > 0) return credited;
  if (document.publisher === null)
    return [{ ...at, kind: "unknown", origin: UNKNOWN, name: "publisher unknown", words: "" }];
  const key = publishers.keyOf(document.publisher);
  const name = publishers.nameOf(key);
  return [
    { ...at, kind: "published", origin: `publisher:${key}`, name, words: document.publisher },
  ];
}

function sentenceLeanings(ground: OriginInput, publishers: Publishers): readonly Leaning[] {
  const { extractions, pack } = ground;
  const verbs = [...pack.wording.cues.speech, ...pack.words.entries("speech_verbs")];
  const readVoices = createVoiceReader(publishers, pack, verbs);
  const speakers = knowSpeakers(ground);
  return extractions.flatMap(({ document, entities }) => {
    const voices = readVoices(document, entities);
    const own = document.publisher === null ? null : publishers.keyOf(document.publisher);
    const heard = new Map(
      [...voices].map(([sentence, told]) => [
        sentence,
        told.flatMap((voice) => originsOf(voice, speakers, publishers, own)),
      ]),
    );
    return spread(document, heard).map(([sentence, { kind, origin, name, words }]): Leaning => {
      const { start, end } = document.sentences[sentence] ?? { start: null, end: null };
      return { document: document.id, sentence, kind, origin, name, words, start, end };
    });
  });
}

type Heard = Pick<Leaning, "kind" | "origin" | "name" | "words">;

function originsOf(
  voice: Voice,
  speakers: Speakers,
  publishers: Publishers,
  own: string | null,
): readonly Heard[] {
  const { kind, who, words } = voice;
  if (kind === "quotes")
    return speakers(who).map(({ id, name }) => ({ kind, origin: `speaker:${id}`, name, words }));
  if (who === own) return [];
  return [{ kind, origin: `publisher:${who}`, name: publishers.nameOf(who), words }];
}

/**
 * What is told beside a speaker's words in his paragraph is told by him too, where nobody else speaks
 * in it; and so is a whole report of which one speaker tells at least half.
 */
function spread(
  document: ReportDocument,
  heard: ReadonlyMap<number, readonly Heard[]>,
): readonly (readonly [number, Heard])[] {
  const body = document.sentences.filter(({ block }) => isTold(document, block));
  const all = soleVoice(body.map(({ index }) => heard.get(index) ?? []));
  const voiced = body.filter(({ index }) => (heard.get(index) ?? []).length > 0).length;
  const isWhole = voiced * 2 >= body.length;
  const blocks = new Map<number, readonly Heard[]>();
  for (const block of new Set(body.map((one) => one.block))) {
    const own = body
      .filter((one) => one.block === block)
      .map(({ index }) => heard.get(index) ?? []);
    blocks.set(block, soleVoice(own));
  }
  return body.flatMap(({ index, block }) => {
    const own = heard.get(index) ?? [];
    const near = own.length > 0 ? own : (blocks.get(block) ?? []);
    return (near.length > 0 || !isWhole ? near : all).map((one) => [index, one] as const);
  });
}

const isTold = ({ blocks }: ReportDocument, block: number): boolean => {
  const role = blocks[block]?.role ?? "paragraph";
  return role === "paragraph" || role === "bullet";
};

/** The voices of some sentences where all that have any have the same. */
function soleVoice(sentences: readonly (readonly Heard[])[]): readonly Heard[] {
  const voiced = sentences.filter((one) => one.length > 0);
  const keys = new Set(
    voiced.map((one) =>
      one
        .map(({ origin }) => origin)
        .sort()
        .join(" "),
    ),
  );
  return keys.size === 1 ? (voiced[0] ?? []) : [];
}

type Speakers = (member: string) => readonly { readonly id: string; readonly name: string }[];

const POSTS: ReadonlySet<RelationRole> = new Set(["post", "member"]);
const BODIES: ReadonlySet<string> = new Set(["body", "organization", "group"]);

/** For a thing that one document names, whose voice it is: a person speaks for the body served. */
function knowSpeakers({ entities, claims, pack: { schema } }: OriginInput): Speakers {
  const entityOf = new Map(
    entities.flatMap((entity) => entity.members.map((member) => [member, entity] as const)),
  );
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const served = new Map<string, Set<string>>();
  for (const claim of claims) {
    const role = claim.kind === "relation" ? schema.relationRoleOf(claim.type) : null;
    if (claim.kind !== "relation" || role === null || !POSTS.has(role)) continue;
    if (claim.modality !== "asserted" || claim.qualifiers["former"] === true) continue;
    const body = byId.get(claim.object);
    if (!BODIES.has(schema.roleOf(body?.type ?? "") ?? "") || claim.rule === BYLINE) continue;
    served.set(claim.subject, (served.get(claim.subject) ?? new Set()).add(claim.object));
  }
  return (member) => {
    const entity = entityOf.get(member);
    if (entity === undefined) return [];
    const bodies = [...(served.get(entity.id) ?? [])].sort(compareText);
    return [entity.id, ...bodies].map((id) => ({ id, name: byId.get(id)?.name ?? id }));
  };
}

/** Who writes for a paper speaks for nobody. */
const BYLINE = "byline";
