// The one place where a noun group becomes things: itself, its list, its description, what it is a
// part of, or what a pronoun or a definite noun stands for.

import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole } from "../../model/schema.js";
import { type Item, wordAt } from "../stream/item.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { Wanted } from "../view/predicate-rules.js";
import { is } from "../words/read-tokens.js";
import { anaphor, pronounAt } from "./anaphors.js";
import type { Referent, ResolveGround } from "./referent.js";

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
    is(view.items[one.preposition ?? -1], "genitive")
      ? resolveGroup(ground, one, wanted).filter(({ entity }) => PORTIONED.has(entity.role))
      : [],
  );
}

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
    is(view.items[one.preposition ?? -1], "of_states") ? resolveGroup(ground, one, wanted) : [],
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
