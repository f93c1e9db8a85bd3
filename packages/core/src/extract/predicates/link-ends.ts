// The things that the phrases of a predicate name for the two ends of a link, or why there are none.
import type { EntityRole, Schema } from "../../model/schema.js";
import type { RejectionReason } from "../listener.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { PredicateLink, PredicateWord, Wanted } from "../view/predicate-rules.js";
import type { ItemHit } from "../view/sentence-view.js";
import type { Slots } from "./fill-slots.js";
import { type FilledEnd, type FilledEnds, refusedLink, whyNoPair } from "./hear-links.js";
import type { Referent, ResolveGround } from "./referent.js";

/** A link that a predicate's word may make, with the phrases around it. */
interface PossibleLink {
  readonly hit: ItemHit<readonly PredicateWord[]>;
  /** Id of the predicate. */
  readonly id: string;
  readonly link: PredicateLink;
  readonly slots: Slots;
  readonly plural: boolean;
}

/** No pair, since a deputy is none; always empty. */
export const refusedDeputy = ({ view }: ResolveGround, { hit, id, link }: PossibleLink): never[] =>
  refusedLink(view, "deputy", hit, id, link);

/** The pairs of things that a link joins; whoever listens hears why there are none. */
export function linkedPairs(
  ground: ResolveGround,
  possible: PossibleLink,
): [FilledEnd, FilledEnd][] {
  const { hit, id, link, slots, plural } = possible;
  const { schema, predicates } = ground.told.view.book;
  const refuse = (reason: RejectionReason, ends?: FilledEnds) =>
    refusedLink(ground.view, reason, hit, id, link, ends);
  if (!isDealt(ground, link, slots)) return refuse("other-object");
  if (isToldApart(ground, link)) return refuse("told-apart");
  const ends = filledEnds(link, slots);
  const pairs = pairsOf(schema, link, slots, plural, ends).filter(
    (pair) => !isOfAnother(ground, pair),
  );
  // A name alone says nothing, so that nothing is refused where no preposition follows.
  const isBare = hit.value === predicates.beside;
  return pairs.length > 0 || isBare ? pairs : refuse(whyNoPair(ends), ends);
}

function filledEnds(link: PredicateLink, { fill, has }: Slots): FilledEnds {
  const subjects = firstFilled(link.from, fill, link.subjects);
  const objects = firstFilled(link.to, fill, link.objects);
  const [slot] = objects.map((one) => one.slot);
  // `five men linked to the gangs of X` are not linked to each other.
  const alone = subjects[0]?.slot !== slot || !link.to.some((one) => one !== slot && has(one));
  return { subjects, objects: alone ? objects : [] };
}

/** Every pair of a thing of the one end and a thing of the other; of a list of rivals each with each. */
function pairsOf(
  schema: Schema,
  link: PredicateLink,
  { has }: Slots,
  plural: boolean,
  { subjects: all, objects: to }: FilledEnds,
): [FilledEnd, FilledEnd][] {
  const partners = schema.relationRoleOf(link.type) === "partner";
  // Of those who work together the first leads; rivals and kin are so each with each.
  const from = partners && to.length > 0 ? all.slice(0, 1) : all;
  const pairs = from.flatMap((a) =>
    to.flatMap((b): [FilledEnd, FilledEnd][] => (a.entity === b.entity ? [] : [[a, b]])),
  );
  if (pairs.length > 0 || to.length > 0) return pairs;
  const mutual = schema.relation(link.type)?.symmetric === true && (plural || link.mutual);
  if (!mutual || link.to.some(has)) return [];
  // `four men are associates of the gang`: only who is called so right here is each other's.
  if (link.weak && from.some((one) => one.sentences.length > 0)) return [];
  const firsts = partners ? from.slice(0, 1) : from;
  return firsts.flatMap((a, at) => from.slice(at + 1).map((b): [FilledEnd, FilledEnd] => [a, b]));
}

/** `A and B seized two and three respectively` did not work together. */
const isToldApart = ({ view, told }: ResolveGround, { type }: PredicateLink): boolean =>
  told.view.book.schema.relationRoleOf(type) === "partner" &&
  view.items.some((item) => told.view.book.syntax.classes("apart").has(item.word));

/** `meth from A and pills from B`: what hangs on one of a list is not told of the others. */
function isOfAnother(
  { view }: ResolveGround,
  [subject, object]: readonly [Referent, Referent],
): boolean {
  const { groups } = view.syntax;
  const at = groups.find((group) => group.head === object.item);
  const parent = at?.parent ?? null;
  if (parent === null || parent.head === subject.item) return false;
  // `bought pills from Y in Z`: where Y is says nothing of who bought them.
  const owner = view.items[parent.head];
  const isElsewhere = owner?.kind === "mention" && ACTORS.has(owner.entity.role);
  if (isElsewhere && PLACES.has(object.entity.role) && owner.entity !== subject.entity) return true;
  const own = groups.find((group) => group.head === subject.item);
  const head = (group: NounGroup | undefined) => group?.listHead ?? group;
  return own !== undefined && own !== parent && head(own) === head(parent);
}

const ACTORS: ReadonlySet<EntityRole> = new Set([
  "group",
  "body",
  "organization",
  "person",
  "official",
]);
const PLACES: ReadonlySet<EntityRole> = new Set(["place", "country"]);

/** Whether what a verb acts on is what its link is about: goods, or a noun of the class that the link names. */
function isDealt(
  { view, told }: ResolveGround,
  { about }: PredicateLink,
  { object }: Slots,
): boolean {
  if (about.length === 0 || object === null) return about.length === 0;
  const heads = [object.head, ...object.complements.map((one) => one.head)];
  return heads.some((at) => {
    const item = view.items[at];
    if (item?.kind === "mention") return item.entity.role === "goods";
    return (
      about.includes(item?.word ?? "") || told.view.book.anaphorNouns("goods").has(item?.word ?? "")
    );
  });
}

/** The things of the first phrase that names any. */
function firstFilled(slots: readonly string[], fill: Slots["fill"], wanted: Wanted): FilledEnd[] {
  for (const slot of slots) {
    const found = fill(slot, wanted);
    if (found.length > 0) return found.map((one) => ({ ...one, slot }));
  }
  return [];
}
