import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole } from "../../model/schema.js";
import type { DocumentView } from "../view/document-view.js";

/** A criminal group at the place of a text that tells of it. */
export interface GroupPlace {
  readonly sentence: number;
  readonly item: number;
  readonly group: DocumentEntity;
}

/** A thing at a place of the text. */
interface NamedPlace {
  readonly sentence: number;
  readonly item: number;
  readonly entity: DocumentEntity;
  /** True where it is no part of a phrase behind a preposition. */
  readonly salient: boolean;
  /** The sentence that says what it is: its own for a name, an earlier one for `the gang`. */
  readonly named: number;
}

/** What a noun was taken for, where that was named, and where the noun stood last. */
interface TakenUp {
  readonly entity: DocumentEntity;
  readonly named: number;
  readonly last: number;
}

/** What pronouns and nouns such as `the gang` can stand for. */
export interface Antecedents {
  readonly view: DocumentView;
  /** Things by place, in text order: names, and groups that only an action singles out. */
  readonly places: readonly NamedPlace[][];
  /** What a noun was last taken for, by the noun: the next `the clan` is that clan again. */
  readonly taken: Map<string, TakenUp>;
}

/** What a word stands for, with the sentence that names it. */
export interface Antecedent {
  readonly entities: readonly DocumentEntity[];
  readonly sentence: number;
}

/** Things by their names, and groups that have none where an action singles them out. */
export function listAntecedents(
  view: DocumentView,
  groups: readonly GroupPlace[] = [],
): Antecedents {
  const places = view.sentences.map(({ items, syntax }, sentence) => {
    const loose = new Set(
      syntax.groups.flatMap(({ head, preposition }) => (preposition === null ? [] : [head])),
    );
    // Who did it is spoken of, whatever the voice.
    // Who did it is spoken of, whatever the voice.
    for (const { verb, phrases } of syntax.clauses)
      for (const { word, group } of phrases)
        if (verb.passive && word === "by") loose.delete(group.head);
    return items.flatMap((one, item): NamedPlace[] =>
      one.kind === "mention"
        ? [{ sentence, item, entity: one.entity, salient: !loose.has(item), named: sentence }]
        : [],
    );
  });
  const told: Antecedents = { view, places, taken: new Map() };
  const introduced = new Map<DocumentEntity, number>();
  for (const { sentence, item, group } of groups) {
    const named = introduced.get(group) ?? sentence;
    introduced.set(group, named);
    tell(told, { sentence, item, entity: group, salient: true, named });
  }
  return told;
}

/** Adds what a word was found to stand for, so that later words can take it up from there. */
export function tell({ places }: Antecedents, place: NamedPlace): void {
  const row = places[place.sentence];
  if (row === undefined) return;
  if (row.some(({ item, entity }) => item === place.item && isOther(entity, place.entity))) return;
  row.push(place);
  row.sort((a, b) => a.item - b.item);
}

/** Several people may stand at one `they`; any other word stands for one thing. */
const isOther = (told: DocumentEntity, entity: DocumentEntity): boolean =>
  told === entity || !isPerson(told) || !isPerson(entity);

const isPerson = ({ role }: DocumentEntity): boolean => role === "person" || role === "official";

/** What is looked for and from where. */
export interface Seeking {
  readonly sentence: number;
  readonly item: number;
  readonly roles: ReadonlySet<EntityRole>;
  /** How many sentences back may be looked at. */
  readonly reach: number;
  /** How many are meant: 1 for a singular, `many` for a plural, `any` where it does not matter. */
  readonly count: number | "many" | "any";
  /** True for a word that takes up only what a sentence is about: `its`, `he`. */
  readonly strict: boolean;
}

/**
 * The things that a pronoun or a definite noun stands for: those of the nearest sentence before it
 * that names any. Several fit a singular only where one of them is what that sentence is about.
 */
export function findAntecedent(told: Antecedents, seeking: Seeking): Antecedent | null {
  const { sentence, reach } = seeking;
  for (let at = sentence; at >= Math.max(0, sentence - reach); at -= 1) {
    const row = rowBefore(told, seeking, at);
    const things = [...new Set(row.map((place) => place.entity))];
    if (isBarred(told, seeking, at, things.length)) return null;
    if (things.length === 0) continue;
    if (seeking.count === 1) return onlyOne(told, seeking, at, row);
    if (seeking.count !== "any" && things.length < 2) continue;
    return areMeant(told, seeking, at, things) ? { entities: things, sentence: at } : null;
  }
  return null;
}

/** Things of the wanted kinds that a sentence names before the word at hand. */
function rowBefore(
  told: Antecedents,
  { sentence, item, roles }: Seeking,
  at: number,
): readonly NamedPlace[] {
  return (told.places[at] ?? []).filter(
    (place) => roles.has(place.entity.role) && (at < sentence || place.item < item),
  );
}

/** True where no word reaches into a sentence or past it. */
function isBarred(
  told: Antecedents,
  { sentence, item, roles, count }: Seeking,
  at: number,
  things: number,
): boolean {
  if (count === 1 && tellsOfOthers(told, at, at === sentence ? item : null, roles)) return true;
  if (isParted(told.view, at, sentence)) return true;
  // A heading of a name alone says what its section is about; any other reaches no further.
  return isHeading(told, sentence, at) && (things !== 1 || !isNameAlone(told.view, at));
}

const isHeading = ({ view }: Antecedents, sentence: number, at: number): boolean =>
  at < sentence && view.sentences[at]?.block.role === "headline";

function onlyOne(
  told: Antecedents,
  { sentence, strict }: Seeking,
  at: number,
  row: readonly NamedPlace[],
): Antecedent | null {
  const salient = strict && at < sentence && !isHeading(told, sentence, at);
  const one = theOne(told, at, row, salient, strict);
  if (one === undefined) return null;
  const named = row.find((place) => place.entity === one)?.named ?? at;
  return { entities: [one], sentence: named };
}

/** Whether several things can be meant by a plural, by a number, or by goods told before. */
function areMeant(
  told: Antecedents,
  seeking: Seeking,
  at: number,
  things: readonly DocumentEntity[],
): boolean {
  const { count, sentence } = seeking;
  if (typeof count === "number") return things.length === count;
  if (count === "many") return true;
  const far = things.length > 1 && sentence - at > 1;
  return !far && !tellsOfMore(told, seeking, at, things);
}

/** True where a sentence in reach names another thing of the kind, so that either may be meant. */
function tellsOfMore(
  { places }: Antecedents,
  { sentence, roles, reach }: Seeking,
  nearest: number,
  things: readonly DocumentEntity[],
): boolean {
  return places
    .slice(Math.max(0, sentence - reach), nearest)
    .flat()
    .some(
      ({ entity }) =>
        roles.has(entity.role) &&
        entity.attributes.unspecified !== true &&
        !things.includes(entity),
    );
}

/** Points of a list are told apart: no word of one takes up what another names. */
function isParted({ sentences }: DocumentView, at: number, sentence: number): boolean {
  const [one, other] = [sentences[at]?.block, sentences[sentence]?.block];
  if (one === undefined || other === undefined || one.index === other.index) return false;
  return one.role === "bullet" && other.role === "bullet";
}

const isNameAlone = ({ sentences }: DocumentView, at: number): boolean =>
  sentences[at]?.syntax.tags.every(
    (tag) => tag === "name" || tag === "determiner" || tag === "mark",
  ) ?? false;

/** True where a sentence brings up one more of the kind that nothing names: `another gang`. */
function tellsOfOthers(
  { view, places }: Antecedents,
  sentence: number,
  before: number | null,
  roles: ReadonlySet<EntityRole>,
): boolean {
  const one = view.sentences[sentence];
  if (one === undefined || roles.has("person")) return false;
  const { book } = view;
  return one.syntax.groups.some((group) => {
    if (before !== null && group.head >= before) return false;
    const opener = group.opener === null ? "" : (one.items[group.opener]?.word ?? "");
    if (opener !== "another" && opener !== "a") return false;
    // `another gang hides`, where the verb looks like a noun: the gang is not the head.
    const first = opener === "another" ? group.from : group.head;
    const words = one.items.slice(first, group.head + 1).map((item) => item.word);
    const isKind = [...roles].some((role) =>
      words.some((word) => book.anaphorNouns(role).has(word)),
    );
    // `X is a militia` brings up no other one.
    const said = one.syntax.clauses.some(({ verb, object }) => verb.copular && object === group);
    if (said) return false;
    const known = places[sentence]?.some(
      (place) => place.item >= group.from && place.item < group.to,
    );
    return isKind && known !== true && group.apposed.length === 0;
  });
}

/** The only thing, and where it must be salient so; of several the one that the sentence is about. */
function theOne(
  told: Antecedents,
  sentence: number,
  row: readonly NamedPlace[],
  strict: boolean,
  pronoun: boolean,
): DocumentEntity | undefined {
  const things = [...new Set(row.map((place) => place.entity))];
  if (things.length === 1 && (!strict || row.some((place) => place.salient))) return things[0];
  // Of two, `the gang` may be either; `it` is what the sentence is about.
  if (!pronoun) return undefined;
  const about = topic(told, sentence, row);
  if (about !== undefined) return about;
  const salient = [...new Set(row.filter((place) => place.salient).map((place) => place.entity))];
  return strict && salient.length === 1 ? salient[0] : undefined;
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
        : [subject, ...subject.apposed, ...subject.listed].map((one) => one.head),
    ),
  );
  const about = [...new Set(row.filter((one) => heads.has(one.item)).map((one) => one.entity))];
  return about.length === 1 ? about[0] : undefined;
}
