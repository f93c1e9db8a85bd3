import type { DocumentEntity } from "../../model/document-entity.js";
import type { Extraction } from "../../model/extraction.js";
import type { SeenThing, Sighting } from "../../model/judgement.js";
import { EVENT_TYPES, type Schema } from "../../model/schema.js";
import type { TextSpan } from "../../model/text-span.js";
import { foldName } from "../../text/fold.js";
import {
  createWorded,
  type FoundQuote,
  findQuote,
  type WordedDocument,
  wordsOf,
} from "./find-quote.js";

/** What is looked for: the thing's type and name, and where it was seen. */
export type Wanted = Pick<SeenThing, "type" | "name">;

/** The things of one document that a sighting may be of. */
export interface FoundThings {
  readonly quote: FoundQuote | null;
  /** One where it is clear, none where nothing fits, several where it cannot be told. */
  readonly things: readonly DocumentEntity[];
}

/** Where a document names its things; of an event, where its claims are quoted. */
export interface DocumentSpots {
  readonly extraction: Extraction;
  readonly worded: WordedDocument;
  readonly spotsOf: (entity: DocumentEntity) => readonly Spot[];
}

interface Spot extends TextSpan {
  /** Folded name as it stands there; null where an event is told. */
  readonly name: string | null;
}

export function createSpots(extraction: Extraction): DocumentSpots {
  let told: Map<string, Spot[]> | null = null;
  const toldOf = (id: string): readonly Spot[] => {
    told ??= indexTold(extraction);
    return told.get(id) ?? [];
  };
  return {
    extraction,
    worded: createWorded(extraction.document),
    spotsOf: ({ id, mentions }) =>
      mentions.length === 0
        ? toldOf(id)
        : mentions.map(({ start, end, name }) => ({ start, end, name: foldName(name) })),
  };
}

function indexTold({ claims }: Extraction): Map<string, Spot[]> {
  const told = new Map<string, Spot[]>();
  for (const claim of claims) {
    const ends = claim.kind === "relation" ? [claim.subject, claim.object] : [claim.subject];
    for (const id of ends) {
      const spots = claim.evidence.map(({ span }) => ({ ...span, name: null }));
      told.set(id, [...(told.get(id) ?? []), ...spots]);
    }
  }
  return told;
}

/** The things of a document that a sighting may be of, by quote, name and type. */
export function findThings(
  document: DocumentSpots,
  wanted: Wanted,
  sighting: Sighting,
  schema: Schema,
): FoundThings {
  const quote = findQuote(document.worded, sighting);
  if (quote === null) return { quote, things: [] };
  const inside = document.extraction.entities.flatMap((entity): Candidate[] => {
    const spots = document
      .spotsOf(entity)
      .filter((one) => one.start < quote.end && quote.start < one.end);
    return spots.length === 0 ? [] : [{ entity, spots }];
  });
  const named = byLikeness(inside, { ...wanted, name: sighting.name ?? wanted.name }, schema);
  return { quote, things: pickOccurrence(named, sighting, quote, wanted) };
}

/** The things of a document that bear a name, wherever it stands. */
export function findNamed(
  { entities }: Extraction,
  wanted: Wanted,
  schema: Schema,
): readonly DocumentEntity[] {
  const all = entities.map((entity) => ({ entity, spots: [] }));
  const name = foldName(wanted.name);
  return ofType(
    all.filter(({ entity }) => bearsName(entity, name)),
    wanted.type,
    schema,
  ).map(({ entity }) => entity);
}

interface Candidate {
  readonly entity: DocumentEntity;
  readonly spots: readonly Spot[];
}

/** Those that fit best: the name as it stands there, a name of the thing, then a part of it. */
function byLikeness(
  candidates: readonly Candidate[],
  wanted: Wanted,
  schema: Schema,
): readonly Candidate[] {
  const name = foldName(wanted.name);
  const isEvent = EVENT_TYPES.has(wanted.type);
  const steps: readonly ((one: Candidate) => Candidate | null)[] = [
    (one) => {
      const spots = one.spots.filter((spot) => spot.name === name);
      return spots.length === 0 ? null : { ...one, spots };
    },
    (one) => (bearsName(one.entity, name) ? one : null),
    (one) => (!isEvent && sharesName(one.entity, name) ? one : null),
    (one) => (isEvent && isOfType(one.entity, wanted.type, schema) ? one : null),
  ];
  for (const step of steps) {
    const found = ofType(
      candidates.flatMap((one) => step(one) ?? []),
      wanted.type,
      schema,
    );
    if (found.length > 0) return found;
  }
  return [];
}

const bearsName = ({ name, aliases }: DocumentEntity, folded: string): boolean =>
  [name, ...aliases].some((one) => foldName(one) === folded);

/** Whether one of two names holds every word of the other. */
function sharesName({ name, aliases }: DocumentEntity, folded: string): boolean {
  const wanted = new Set(wordsOf(folded));
  return [name, ...aliases].some((one) => {
    const own = wordsOf(one);
    const common = own.filter((word) => wanted.has(word)).length;
    return common > 0 && (common === own.length || common === wanted.size);
  });
}

/** Those of a type or one that it is a case of, as far as there are some; else all. */
function ofType(
  candidates: readonly Candidate[],
  type: string,
  schema: Schema,
): readonly Candidate[] {
  const exact = candidates.filter(({ entity }) => isOfType(entity, type, schema));
  return exact.length > 0 ? exact : candidates;
}

export function isOfType(entity: DocumentEntity, type: string, schema: Schema): boolean {
  return schema.lineage(entity.type).at(-1) === schema.lineage(type).at(-1);
}

/** Of several in one stretch, the one whose name stands where the person saw it. */
function pickOccurrence(
  candidates: readonly Candidate[],
  { at, name, quote: seen }: Sighting,
  quote: FoundQuote,
  wanted: Wanted,
): readonly DocumentEntity[] {
  const all = [...new Set(candidates.map(({ entity }) => entity))];
  if (all.length < 2 || at === undefined) return all;
  if (quote.kept === "letters") {
    const place = quote.start + at;
    const there = candidates.filter(({ spots }) =>
      spots.some((spot) => spot.start <= place && place < spot.end),
    );
    return there.length === 0 ? all : [...new Set(there.map(({ entity }) => entity))];
  }
  const before = seen.slice(0, at).split(name ?? wanted.name).length - 1;
  const spots = candidates
    .flatMap(({ entity, spots: own }) => own.map((spot) => ({ entity, start: spot.start })))
    .sort((x, y) => x.start - y.start);
  const picked = spots[before];
  return picked === undefined ? all : [picked.entity];
}
