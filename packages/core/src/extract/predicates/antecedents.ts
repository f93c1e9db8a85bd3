import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole } from "../../model/schema.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import { groupPlaces } from "../relations/group-places.js";
import type { DocumentView } from "../view/document-view.js";

/** A thing at a place of the text. */
interface NamedPlace {
  readonly sentence: number;
  readonly item: number;
  readonly entity: DocumentEntity;
}

/** What pronouns and nouns such as `the gang` can stand for. */
export interface Antecedents {
  readonly view: DocumentView;
  /** Things by place, in text order: names, and groups that only an action singles out. */
  readonly places: readonly (readonly NamedPlace[])[];
}

/** What a word stands for, with the sentence that names it. */
export interface Antecedent {
  readonly entities: readonly DocumentEntity[];
  readonly sentence: number;
}

export function listAntecedents(
  view: DocumentView,
  operations: readonly OperationFindings[],
): Antecedents {
  const places: NamedPlace[][] = view.sentences.map(() => []);
  for (const [sentence, { items }] of view.sentences.entries())
    for (const [item, one] of items.entries())
      if (one.kind === "mention") places[sentence]?.push({ sentence, item, entity: one.entity });
  for (const { sentence, item, group } of groupPlaces(view, operations)) {
    const row = places[sentence];
    if (row !== undefined && !row.some((one) => one.item === item))
      row.push({ sentence, item, entity: group });
  }
  for (const row of places) row.sort((a, b) => a.item - b.item);
  return { view, places };
}

/** What is looked for and from where. */
export interface Seeking {
  readonly sentence: number;
  readonly item: number;
  readonly roles: ReadonlySet<EntityRole>;
  /** How many sentences back may be looked at. */
  readonly reach: number;
  /** How many are meant, or null where the text says none; 1 for a singular. */
  readonly count: number | null;
}

/**
 * The things that a pronoun or a definite noun stands for: those of the nearest sentence before it
 * that names any. Several fit a singular only where one of them is what that sentence is about.
 */
export function findAntecedent(told: Antecedents, seeking: Seeking): Antecedent | null {
  const { sentence, item, roles, reach, count } = seeking;
  const from = Math.max(0, sentence - reach);
  for (let at = sentence; at >= from; at -= 1) {
    if (at < sentence && told.view.sentences[at]?.block.role === "headline") return null;
    const row = (told.places[at] ?? []).filter(
      (place) => roles.has(place.entity.role) && (at < sentence || place.item < item),
    );
    const things = [...new Set(row.map((place) => place.entity))];
    if (things.length === 0) continue;
    if (count === 1) {
      const one = things.length === 1 ? things[0] : topic(told, at, row);
      return one === undefined ? null : { entities: [one], sentence: at };
    }
    if (things.length < 2) continue;
    if (count !== null && things.length !== count) return null;
    return { entities: things, sentence: at };
  }
  return null;
}

/** The one thing among several that opens its sentence as what it is about. */
function topic(
  { view }: Antecedents,
  sentence: number,
  row: readonly NamedPlace[],
): DocumentEntity | undefined {
  const clauses = view.sentences[sentence]?.syntax.clauses ?? [];
  const heads = new Set(
    clauses.flatMap(({ subject, verb }) =>
      subject === null || verb.stand !== "finite"
        ? []
        : [subject.head, ...subject.apposed.map((one) => one.head)],
    ),
  );
  const about = [...new Set(row.filter((one) => heads.has(one.item)).map((one) => one.entity))];
  return about.length === 1 ? about[0] : undefined;
}
