import type { DocumentEntity } from "../../model/document-entity.js";
import type { Extraction } from "../../model/extraction.js";
import type { JudgedThing, SeenThing, Sighting } from "../../model/judgement.js";
import { EVENT_TYPES, type Schema } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { foldName } from "../../text/fold.js";
import { toSlug } from "../identify/name-words.js";
import { wordsOf } from "./find-quote.js";
import { createSpots, type DocumentSpots, findNamed, findThings, isOfType } from "./find-things.js";

/** What a judged thing is in the reports at hand. */
export type Attached =
  /** One thing a sighting; whether they are one thing among them only resolution can tell. */
  | { readonly kind: "things"; readonly members: readonly string[] }
  /** It may be any of these. */
  | { readonly kind: "several"; readonly fits: readonly DocumentEntity[] }
  /** An id of an earlier version's file, to be looked up when ids are known. */
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "nothing" };

/** Finds again in the reports what people saw in them. */
export interface Attacher {
  readonly thing: (thing: JudgedThing) => Attached;
  /** The extractions that hold a sighting, by the path or text of the report, else by its quote. */
  readonly documents: (sighting: Sighting) => readonly DocumentSpots[];
  readonly entity: (id: string) => DocumentEntity | undefined;
  readonly extraction: (document: string) => Extraction | undefined;
  /** What bears the name that an id of an earlier version was made of. */
  readonly byIdName: (id: string) => readonly DocumentEntity[];
}

/** @param pathsOf every path at which the text of a document was found */
export function createAttacher(
  extractions: readonly Extraction[],
  schema: Schema,
  pathsOf: (document: string) => readonly string[] | undefined = () => undefined,
): Attacher {
  const index = createIndex(extractions, pathsOf);
  const attach = (thing: SeenThing): Attached => {
    const found = thing.seen.map((sighting) => attachSighting(thing, sighting, index, schema));
    const clear = found.filter((things) => things.length === 1).flat();
    if (clear.length > 0) return { kind: "things", members: sortedIds(clear) };
    const several = found.find((things) => things.length > 1);
    return several === undefined
      ? attachByName(thing, index, schema)
      : { kind: "several", fits: several };
  };
  const known = new Map<SeenThing, Attached>();
  return {
    thing: (thing) => {
      if (typeof thing === "string") return { kind: "id", id: thing };
      const attached = known.get(thing) ?? attach(thing);
      known.set(thing, attached);
      return attached;
    },
    documents: (sighting) => documentsOf(sighting, index),
    entity: index.entity,
    extraction: (document) => index.byId.get(document)?.extraction,
    byIdName: (id) =>
      index.withSlug(
        id
          .replace(/:[0-9a-f]{8}$/, "")
          .split(":")
          .at(-1) ?? "",
      ),
  };
}

const sortedIds = (entities: readonly DocumentEntity[]): readonly string[] =>
  [...new Set(entities.map(({ id }) => id))].sort();

type Index = ReturnType<typeof createIndex>;

function createIndex(
  extractions: readonly Extraction[],
  pathsOf: (document: string) => readonly string[] | undefined,
) {
  const byId = new Map<string, DocumentSpots>();
  const byPath = new Map<string, DocumentSpots[]>();
  const all = [...extractions]
    .sort((a, b) => compareText(a.document.id, b.document.id))
    .map(createSpots);
  for (const spots of all) {
    const { document } = spots.extraction;
    byId.set(document.id, spots);
    for (const path of new Set([document.path, ...(pathsOf(document.id) ?? [])])) {
      byPath.set(path, [...(byPath.get(path) ?? []), spots]);
    }
  }
  let entities: Map<string, DocumentEntity> | null = null;
  let bySentence: Map<string, DocumentSpots[]> | null = null;
  let byName: Map<string, DocumentEntity[]> | null = null;
  let bySlug: Map<string, DocumentEntity[]> | null = null;
  return {
    byId,
    byPath,
    entity: (id: string) => {
      entities ??= new Map(
        extractions.flatMap((one) => one.entities.map((entity) => [entity.id, entity] as const)),
      );
      return entities.get(id);
    },
    withName: (name: string): readonly DocumentEntity[] => {
      byName ??= indexNames(extractions, foldName);
      return byName.get(foldName(name)) ?? [];
    },
    withSlug: (slug: string): readonly DocumentEntity[] => {
      bySlug ??= indexNames(extractions, (name) => toSlug(foldName(name)));
      return bySlug.get(slug) ?? [];
    },
    withWords: (quote: string): readonly DocumentSpots[] => {
      bySentence ??= indexSentences(all);
      return bySentence.get(wordsOf(quote).join(" ")) ?? [];
    },
  };
}

/** Things by each of their names, as a key is made of it; those of one key sorted by id. */
function indexNames(
  extractions: readonly Extraction[],
  keyOf: (name: string) => string,
): Map<string, DocumentEntity[]> {
  const index = new Map<string, DocumentEntity[]>();
  for (const entity of extractions.flatMap(({ entities }) => entities)) {
    for (const key of new Set([entity.name, ...entity.aliases].map(keyOf))) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [entity]);
      else known.push(entity);
    }
  }
  for (const entities of index.values()) entities.sort((a, b) => compareText(a.id, b.id));
  return index;
}

/** Documents by the words of each of their sentences. */
function indexSentences(all: readonly DocumentSpots[]): Map<string, DocumentSpots[]> {
  const index = new Map<string, DocumentSpots[]>();
  for (const spots of all) {
    const keys = spots.worded.sentenceWords().map((words) => words.join(" "));
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), spots]);
  }
  return index;
}

/** The report with that very text, else those at its path, else those that hold the sentence. */
function documentsOf({ document, path, quote }: Sighting, index: Index): readonly DocumentSpots[] {
  const same = index.byId.get(document);
  if (same !== undefined) return [same];
  return index.byPath.get(path) ?? index.withWords(quote);
}

function attachSighting(
  thing: SeenThing,
  sighting: Sighting,
  index: Index,
  schema: Schema,
): readonly DocumentEntity[] {
  const candidates = documentsOf(sighting, index);
  const find = (one: DocumentSpots) => findThings(one, thing, sighting, schema);
  const found = candidates.map(find);
  const worded = found.filter(({ quote }) => quote !== null && quote.kept !== "most");
  // The path may be another report's since, and this one may have been moved and edited.
  const moved = worded.length > 0 ? [] : index.withWords(sighting.quote).map(find);
  for (const some of [worded, moved, found]) {
    const things = some.flatMap((one) => one.things);
    if (things.length > 0) return things;
  }
  return candidates.flatMap(({ extraction }) => findNamed(extraction, thing, schema));
}

/**
 * What bears the name where no report holds what the person saw. For people and events a name is never
 * enough: whoever bears it is put before a person.
 */
function attachByName(thing: SeenThing, index: Index, schema: Schema): Attached {
  const fits = index.withName(thing.name).filter((entity) => isOfType(entity, thing.type, schema));
  if (fits.length === 0) return { kind: "nothing" };
  const isNeverEnough = EVENT_TYPES.has(thing.type) || schema.roleOf(thing.type) === "person";
  return isNeverEnough ? { kind: "several", fits } : { kind: "things", members: sortedIds(fits) };
}
