// What a pronoun, a definite noun or a noun that brings somebody up stands for.

import { ENTITY_ROLES, type EntityRole } from "../../model/schema.js";
import { type Item, wordAt } from "../stream/item.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { Wanted } from "../view/predicate-rules.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { findAntecedent, type Seeking, tell } from "./antecedents.js";
import { namedAhead } from "./named-ahead.js";
import { namedLater } from "./named-later.js";
import type { Referent, ResolveGround } from "./referent.js";

const NOUN_REACH = 4;
const PRONOUN_REACH = 2;
const POINTERS: ReadonlySet<string> = new Set(["the", "this", "that", "these", "those", "both"]);

export function anaphor(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
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
  complements.some((one) => is(items[one.preposition ?? -1], "genitive"));

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
  const ahead = person || plural ? namedAhead(ground, at, plural) : [];
  if (ahead.length > 0) return ahead.filter(({ entity }) => wanted.fits(entity));
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
