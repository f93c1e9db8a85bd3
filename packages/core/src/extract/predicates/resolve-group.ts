// The one place where a noun group becomes things: itself, its list, its description, what it is a
// part of, or what a pronoun or a definite noun stands for.
import type { DocumentEntity } from "../../model/document-entity.js";
import { ENTITY_ROLES, type EntityRole } from "../../model/schema.js";
import { type Item, wordAt } from "../stream/item.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { Wanted } from "../view/predicate-rules.js";
import type { SentenceView } from "../view/sentence-view.js";
import { type Antecedents, findAntecedent, type Seeking, tell } from "./antecedents.js";
import { namedLater } from "./named-later.js";

/** A thing that a phrase stands for. */
export interface Referent {
  readonly entity: DocumentEntity;
  /** Item of the sentence at hand that stands for it. */
  readonly item: number;
  /** Sentences that must be shown beside the one at hand. */
  readonly sentences: readonly number[];
}

/** Where a phrase stands and what may be looked for. */
export interface ResolveGround {
  readonly told: Antecedents;
  readonly sentence: number;
  readonly view: SentenceView;
}

export type { Wanted } from "../view/predicate-rules.js";

/** The things of a group and of those listed with it. */
export function resolveGroup(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const head = resolveOne(ground, group, wanted);
  const others = [...group.listed, ...listedBehindAlias(ground, group)].flatMap((one) =>
    resolveOne(ground, one, wanted),
  );
  return distinct([...head, ...others]);
}

/** `X, known as "Topo", Y and Z`: what is listed with another name of X. */
function listedBehindAlias({ view }: ResolveGround, group: NounGroup): readonly NounGroup[] {
  const named = view.items[group.head];
  if (named?.kind !== "mention") return [];
  return group.apposed.flatMap((one) => {
    const other = view.items[one.head];
    return other?.kind === "mention" && other.entity === named.entity ? one.listed : [];
  });
}

function distinct(referents: readonly Referent[]): Referent[] {
  const seen = new Set<DocumentEntity>();
  return referents.filter(({ entity }) => !seen.has(entity) && seen.add(entity) !== undefined);
}

/** The things of a group, those listed with it left out. */
export function resolveOne(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const named = nameAt(ground, group.head, wanted);
  if (named !== null) return [named];
  // `one of the men, X,` is X.
  const counted = ground.view.syntax.tags[group.head] === "number";
  const said = counted ? group.complements.flatMap((one) => one.apposed) : [];
  const apposed = [...group.apposed, ...said].flatMap((one) => {
    const name = nameAt(ground, one.head, wanted);
    return name === null
      ? []
      : [name, ...one.listed.flatMap((next) => nameAt(ground, next.head, wanted) ?? [])];
  });
  if (apposed.length > 0) return apposed;
  const called = calledBy(ground, group, wanted);
  if (called.length > 0) return called;
  const inner = insideOf(ground, group, wanted);
  if (inner !== null) return [inner];
  const portion = portionOf(ground, group, wanted);
  if (portion.length > 0) return portion;
  const forces = forcesOf(ground, group, wanted);
  if (forces.length > 0) return forces;
  const again = anaphor(ground, group, wanted);
  return again.length > 0 ? again : includedIn(ground, group, wanted);
}

/** `synthetic drugs, including X and Y`: those of a kind that are named. */
function includedIn(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { classes } = ground.told.view.book.syntax;
  const named = group.complements.filter((one) =>
    classes("among").has(wordAt(ground.view.items, one.preposition ?? -1)),
  );
  return named.flatMap((one) => resolveGroup(ground, one, wanted));
}

/** `X is a gang that`, `the defendants are X and Y`: what a form of `be` makes one. */
function calledBy({ view }: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const clause = view.syntax.clauses.find(
    ({ verb, subject, object }) =>
      verb.copular && !verb.negated && (object === group || subject === group),
  );
  const other = clause?.object === group ? clause.subject : (clause?.object ?? null);
  if (other === null || other === undefined) return [];
  return [other, ...other.listed].flatMap((one) => nameAt({ view }, one.head, wanted) ?? []);
}

function nameAt(
  { view }: Pick<ResolveGround, "view">,
  at: number,
  { fits }: Wanted,
): Referent | null {
  const item = view.items[at];
  return item?.kind === "mention" && fits(item.entity)
    ? { entity: item.entity, item: at, sentences: [] }
    : null;
}

/** Things whose name may stand before the noun that says what is meant: `Salt Ring gunmen`, `cocaine loads`. */
const INNER: ReadonlySet<EntityRole> = new Set(["group", "goods", "vessel", "body"]);

/** Things of which a portion is told: those, and places, `the town of X`. */
const PORTIONED: ReadonlySet<EntityRole> = new Set([...INNER, "place", "country"]);

function insideOf(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent | null {
  const { items } = ground.view;
  if (items[group.head]?.kind === "mention") return null;
  for (let at = group.head - 1; at >= group.from; at -= 1) {
    const found = nameAt(ground, at, wanted);
    if (found !== null && INNER.has(found.entity.role))
      return isOwn(ground, group, found) ? found : null;
  }
  return null;
}

/** `the Salt Ring's rivals` and `anti-Salt Ring police` are not the ring. */
function isOwn({ view, told }: ResolveGround, group: NounGroup, found: Referent): boolean {
  const noun = wordAt(view.items, group.head);
  const { book } = told.view;
  const { role } = found.entity;
  if (role === "goods")
    return (
      book.anaphorNouns(role).has(noun) ||
      book.syntax.classes("portion").has(noun) ||
      book.units.has(noun)
    );
  if (role === "group") return book.nouns("network").has(noun) || book.nouns("person").has(noun);
  if (role === "body")
    return book.nouns("stateForce").has(noun) || book.nouns("unitNoun").has(noun);
  return book.anaphorNouns(role).has(noun);
}

/** `members of the Salt Ring`, `three tonnes of cocaine`. */
function portionOf(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { view, told } = ground;
  const head = view.items[group.head] as Item;
  const part =
    head.kind === "quantity" ||
    told.view.book.syntax.classes("portion").has(wordAt(view.items, group.head));
  if (!part) return [];
  const owner = memberOwner(ground, group, wanted);
  if (owner.length > 0) return owner;
  return group.complements.flatMap((one) =>
    wordAt(view.items, one.preposition ?? -1) === "of"
      ? resolveGroup(ground, one, wanted).filter(({ entity }) => PORTIONED.has(entity.role))
      : [],
  );
}

const OF_STATES: ReadonlySet<string> = new Set(["in", "of", "from"]);

/** `police in A and B`, `their French and Dutch colleagues`: states that act through forces nobody names. */
function forcesOf(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { view, told } = ground;
  if (!wanted.roles.has("country")) return [];
  if (!told.view.book.nouns("stateForce").has(wordAt(view.items, group.head))) return [];
  const inner: Referent[] = [];
  for (let at = group.from; at < group.head; at += 1) {
    const found = nameAt(ground, at, wanted);
    if (found !== null && found.entity.role === "country") inner.push(found);
  }
  if (inner.length > 0) return inner;
  return group.complements.flatMap((one) =>
    OF_STATES.has(wordAt(view.items, one.preposition ?? -1))
      ? resolveGroup(ground, one, wanted)
      : [],
  );
}

/** `its members`, `the gang's gunmen`. */
function memberOwner(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { view } = ground;
  const groups = {
    ...wanted,
    fits: (one: DocumentEntity) => one.role === "group" && wanted.fits(one),
  };
  if (group.possessor !== null) return resolveGroup(ground, group.possessor, groups);
  const { opener } = group;
  if (opener === null || view.syntax.tags[opener] !== "owner") return [];
  return pronounAt(ground, opener, wordAt(view.items, opener), groups);
}

const NOUN_REACH = 4;
const PRONOUN_REACH = 2;
const POINTERS: ReadonlySet<string> = new Set(["the", "this", "that", "these", "those", "both"]);

function anaphor(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { view } = ground;
  const word = wordAt(view.items, group.head);
  const place = { from: group.from, at: group.head };
  if (isBareGoods(view.items[group.head], group) && wanted.roles.has("goods"))
    return sought(ground, place, GOODS, wanted);
  if (view.syntax.tags[group.head] === "pronoun")
    return pronounAt(ground, group.head, word, wanted);
  if (!isPointing(view, group)) return broughtUp(ground, group, wanted);
  const { book } = ground.told.view;
  // A thing of another kind that the noun may mean keeps it from meaning one that is wanted.
  const roles = ENTITY_ROLES.filter((role) => book.anaphorNouns(role).has(word));
  if (!roles.some((role) => wanted.roles.has(role))) return [];
  if (roles.includes("goods")) return sought(ground, place, GOODS, wanted);
  const how = { roles: new Set(roles), reach: NOUN_REACH, strict: false };
  const plural = word.endsWith("s") || word.endsWith("men");
  if (plural) {
    const found = sought(ground, place, { ...how, count: countIn(view, group) }, wanted);
    return found.length > 0 ? found : broughtUp(ground, group, wanted);
  }
  return (
    takenAgain(ground, group, word, wanted) ??
    takenFirst(ground, word, sought(ground, place, { ...how, count: 1 }, wanted))
  );
}

/** `two men`, `a courier`: those whom a sentence further on names. */
export function broughtUp(
  { told, sentence }: ResolveGround,
  group: NounGroup,
  { roles, fits }: Wanted,
): Referent[] {
  const later = roles.has("person") ? namedLater(told, sentence, group) : null;
  return (later?.entities ?? [])
    .filter(fits)
    .map((entity) => ({ entity, item: group.head, sentences: [later?.sentence ?? sentence] }));
}

/** `the gang`, `this firm`; not `the gang of X` nor `X's gang`. */
export function isPointing(view: SentenceView, group: NounGroup): boolean {
  const opener = group.opener === null ? "" : wordAt(view.items, group.opener);
  return POINTERS.has(opener) && group.possessor === null && !isOfSomething(view, group);
}

/** The next `the clan` is that clan again; null where the noun was not taken up before. */
function takenAgain(
  { told, sentence }: ResolveGround,
  { head }: NounGroup,
  word: string,
  { fits }: Wanted,
): Referent[] | null {
  const again = told.taken.get(word);
  if (again === undefined || again.last >= sentence || sentence - again.last > NOUN_REACH)
    return null;
  const { entity, named } = again;
  told.taken.set(word, { ...again, last: sentence });
  tell(told, { sentence, item: head, entity, salient: true, named });
  return fits(entity) ? [{ entity, item: head, sentences: [named] }] : [];
}

function takenFirst(
  { told, sentence }: ResolveGround,
  word: string,
  found: Referent[],
): Referent[] {
  const [only] = found;
  if (only !== undefined) {
    const named = only.sentences[0] ?? sentence;
    told.taken.set(word, { entity: only.entity, named, last: sentence });
  }
  return found;
}

/** `the gang of X` is no gang told before; `the gang in X` may be. */
const isOfSomething = ({ items }: SentenceView, { complements }: NounGroup): boolean =>
  complements.some((one) => wordAt(items, one.preposition ?? -1) === "of");

const AMOUNTS: ReadonlySet<string> = new Set(["weight", "volume", "pieces", "packages"]);

/** `the drug`, and `700 kilos` of what was told before. */
const isBareGoods = (item: Item | undefined, { complements }: NounGroup): boolean =>
  item?.kind === "mention"
    ? item.entity.attributes.unspecified === true
    : isAmount(item) && complements.length === 0;

const isAmount = (item: Item | undefined): boolean =>
  item?.kind === "quantity" && AMOUNTS.has(item.quantity.unitClass ?? "");

/** The number of `the four men`. */
function countIn({ items }: SentenceView, { from, head }: NounGroup): number | "many" {
  for (let at = from; at < head; at += 1) {
    const item = items[at];
    if (item?.kind === "quantity") return item.quantity.value ?? "many";
  }
  return "many";
}

/** What `he`, `it`, `they`, `his` and `its` stand for. */
export function pronounAt(
  ground: ResolveGround,
  at: number,
  word: string,
  wanted: Wanted,
): Referent[] {
  const { classes } = ground.told.view.book.syntax;
  const person = classes("personPronoun").has(word) || word === "his" || word === "her";
  const thing = classes("thingPronoun").has(word) || word === "its";
  const plural = classes("pluralPronoun").has(word) || word === "their";
  const place = { from: at, at };
  const by = { count: 1, reach: PRONOUN_REACH, strict: true };
  if (person) return sought(ground, place, { ...by, roles: PEOPLE }, wanted);
  if ((thing || plural) && wanted.roles.has("goods"))
    return sought(ground, place, { ...GOODS, reach: 1 }, wanted);
  if (thing) return sought(ground, place, { ...by, roles: THINGS, reach: 1 }, wanted);
  if (!plural) return [];
  const people = sought(
    ground,
    place,
    { ...by, roles: PEOPLE, count: "many", strict: false },
    wanted,
  );
  return people.length > 0
    ? people
    : sought(ground, place, { ...by, roles: GROUPS, reach: 1 }, wanted);
}

const PEOPLE: ReadonlySet<EntityRole> = new Set(["person", "official"]);
const GROUPS: ReadonlySet<EntityRole> = new Set(["group"]);
/** What `it` may stand for; a thing that is not wanted keeps it from standing for one that is. */
const THINGS: ReadonlySet<EntityRole> = new Set(["group", "organization", "body", "vessel"]);

const GOODS: Sought = { roles: new Set(["goods"]), count: "any", reach: 3, strict: false };

type Sought = Pick<Seeking, "roles" | "count" | "reach" | "strict">;

function sought(
  { told, sentence }: ResolveGround,
  { from, at }: { readonly from: number; readonly at: number },
  how: Sought,
  { fits }: Wanted,
): Referent[] {
  if (how.roles.size === 0) return [];
  const found = findAntecedent(told, { ...how, sentence, item: from });
  if (found === null) return [];
  const [only] = found.entities;
  if (how.count === 1 && only !== undefined)
    tell(told, { sentence, item: at, entity: only, salient: true, named: found.sentence });
  // `they`, `the three men`: the next word for them goes on from here.
  if (how.count !== 1 && how.roles.has("person"))
    for (const entity of found.entities)
      tell(told, { sentence, item: at, entity, salient: true, named: found.sentence });
  const sentences = found.sentence === sentence ? [] : [found.sentence];
  return found.entities.filter(fits).map((entity) => ({ entity, item: at, sentences }));
}
