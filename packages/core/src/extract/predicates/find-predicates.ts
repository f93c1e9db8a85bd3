import type { Claim, RelationClaim } from "../../model/claim.js";
import type { RelationRole, Schema } from "../../model/schema.js";
import { predicateRule } from "../../packs/predicate-schemas.js";
import { compareText } from "../../text/compare.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { wordAt } from "../stream/item.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { DocumentView } from "../view/document-view.js";
import type { PredicateLink, PredicateWord, Wanted } from "../view/predicate-rules.js";
import type { ItemHit, SentenceView } from "../view/sentence-view.js";
import { type GroupPlace, listAntecedents } from "./antecedents.js";
import { besideSlots, nounSlots, type Slots, verbSlots } from "./fill-slots.js";
import { withoutOwnStates } from "./partner-links.js";
import { type Referent, type ResolveGround, resolveOne } from "./resolve-group.js";
import { saidModality } from "./said-modality.js";
import { deniedBy } from "./told-by.js";
import { withoutWeaker } from "./weaker-links.js";

/** A link that a predicate of a sentence states, before it is a claim. */
interface StatedLink {
  readonly rule: string;
  readonly link: PredicateLink;
  readonly subject: Referent;
  readonly object: Referent;
  /** Item of the predicate. */
  readonly at: number;
  readonly negated: boolean;
  readonly conditional: boolean;
  readonly aside: number | null;
  readonly former: boolean;
  /** The role noun with the words that describe it. */
  readonly title: string;
}

/** What predicates state: links of their own, and claims of other rules that they state too. */
export interface PredicateFindings {
  readonly claims: readonly RelationClaim[];
  /** Ids of claims known before. */
  readonly seconded: readonly string[];
}

/** Links that verbs and role nouns state between the phrases around them. */
export function findPredicates(
  view: DocumentView,
  groups: readonly GroupPlace[],
  known: readonly Claim[],
  maker: ClaimMaker,
): PredicateFindings {
  const told = listAntecedents(view, groups);
  const seen = new Map(
    known.flatMap((claim) =>
      claim.kind === "relation" ? [[keyOf(view, claim), claim.id] as const] : [],
    ),
  );
  const seconded: string[] = [];
  const legs = new Set(known.flatMap((claim) => (isLeg(view, claim) ? [endsKey(claim)] : [])));
  const claims: RelationClaim[] = [];
  for (const claim of statedClaims(view, told, maker)) {
    const same = seen.get(keyOf(view, claim));
    if (same !== undefined) seconded.push(same);
    else if (!isLeg(view, claim) || !legs.has(endsKey(claim))) {
      seen.set(keyOf(view, claim), claim.id);
      claims.push(claim);
    }
  }
  const kept = withoutOwnStates(view, claims, known);
  return { claims: withoutWeaker(kept, [...known, ...kept], view.book.predicates.weak), seconded };
}

/** Claims of every sentence in turn, those that other rules make too among them. */
function* statedClaims(
  view: DocumentView,
  told: ResolveGround["told"],
  maker: ClaimMaker,
): Generator<RelationClaim> {
  for (const [sentence, one] of view.sentences.entries()) {
    const ground = { told, sentence, view: one };
    takeUp(ground);
    for (const stated of statedIn(ground)) {
      const claim = claimOf(view, sentence, stated, maker);
      if (claim !== null) yield claim;
    }
  }
}

/** Settles what `the gang` and `it` stand for in a sentence, so that the next one can go on from there. */
function takeUp(ground: ResolveGround): void {
  for (const group of ground.view.syntax.groups) resolveOne(ground, group, GROUPS);
}

const GROUPS: Wanted = { roles: new Set(["group"]), fits: ({ role }) => role === "group" };

const LEGS: ReadonlySet<RelationRole | null> = new Set(["moved-from", "moved-via", "moved-to"]);

/** A leg of a route; what the reading of whole routes knows of its ends stands. */
const isLeg = ({ book }: DocumentView, claim: Claim): claim is RelationClaim =>
  claim.kind === "relation" && LEGS.has(book.schema.relationRoleOf(claim.type));

const endsKey = ({ subject, object }: RelationClaim): string => `${subject} ${object}`;

/** A link as one sentence tells it. */
function keyOf({ book }: DocumentView, claim: RelationClaim): string {
  const { type, subject, object, evidence } = claim;
  const ends = [subject, object];
  if (book.schema.relation(type)?.symmetric === true) ends.sort(compareText);
  return [type, ...ends, evidence[0].sentence].join("\u0000");
}

function statedIn(ground: ResolveGround): StatedLink[] {
  const { view } = ground;
  const { clauses, groups } = view.syntax;
  const verbs = view.predicateVerbs.flatMap((hit) => {
    const clause = clauses.find((one) => one.verb.head === hit.from);
    if (clause === undefined) return [];
    const { negated, from, to } = clause.verb;
    const conditional = isConditional(ground, from, to);
    return linksOf(ground, hit, verbSlots(ground, clause, hit), {
      negated,
      conditional,
      aside: null,
      words: VERBAL,
    });
  });
  const nouns = view.predicateNouns.flatMap((hit) => {
    const group = groups.find((one) => one.from <= hit.from && hit.from < one.to);
    // `special agent in charge of X`: what a title of several groups belongs to hangs on the last.
    const tail = groups.find((one) => one.from < hit.to && hit.to <= one.to);
    if (
      group === undefined ||
      tail === undefined ||
      (hit.to <= group.head && view.items[group.head]?.kind !== "mention")
    )
      return [];
    const words = view.items.slice(group.from, hit.from).map((item) => item.word);
    const plural = hit.value.some((one) => one.plural);
    const aside =
      group.apposed.length > 0
        ? Math.min(group.from, ...group.apposed.map((one) => one.from))
        : null;
    const manner = { ...mannerOf(ground, group), aside, words };
    return linksOf(ground, hit, nounSlots(ground, group, hit, plural, tail), manner);
  });
  const beside = groups.flatMap((group) => {
    if (view.items[group.head]?.kind !== "mention") return [];
    const hit = {
      from: group.head,
      to: group.head + 1,
      value: ground.told.view.book.predicates.beside,
    };
    return linksOf(ground, hit, besideSlots(ground, group), { ...PLAIN, aside: group.from });
  });
  return [...verbs, ...nouns, ...beside];
}

const isConditional = ({ view, told }: ResolveGround, from: number, to: number): boolean =>
  view.items
    .slice(from, to)
    .some((item) => told.view.book.syntax.classes("conditional").has(item.word));

/** How the clause that a noun is the subject or object of is meant: `an alliance would follow`. */
function mannerOf(
  ground: ResolveGround,
  group: NounGroup,
): Pick<Manner, "negated" | "conditional"> {
  const clause = ground.view.syntax.clauses.find(
    (one) => one.subject === group || one.object === group,
  );
  if (clause === undefined) return { negated: false, conditional: false };
  const { negated, from, to, copular } = clause.verb;
  const doubtful =
    copular &&
    ground.told.view.book.syntax.classes("conditional").has(wordAt(ground.view.items, to));
  return { negated, conditional: doubtful || isConditional(ground, from, to) };
}

/** Who `heads` a body is its head. */
const VERBAL: readonly string[] = [];

const PLAIN: Manner = { negated: false, conditional: false, aside: null, words: [] };

interface Manner {
  readonly negated: boolean;
  readonly conditional: boolean;
  /** First item of a description set beside a name, or null. */
  readonly aside: number | null;
  /** Words before a role noun in its group. */
  readonly words: readonly string[];
}

function linksOf(
  ground: ResolveGround,
  hit: ItemHit<readonly PredicateWord[]>,
  slots: Slots,
  { negated, conditional, aside, words }: Manner,
): StatedLink[] {
  const { schema, syntax } = ground.told.view.book;
  const former = words.some((word) => syntax.classes("past").has(word));
  const lesser = words.some((word) => syntax.classes("lesser").has(word));
  return hit.value.flatMap(({ id, links, plural }) =>
    links.flatMap((link) => {
      if (lesser && !link.lesser) return [];
      const pairs =
        isDealt(ground, link, slots) && !isToldApart(ground, link)
          ? endsOf(schema, link, slots, plural).filter((pair) => !isOfAnother(ground, pair))
          : [];
      return pairs.map(([subject, object]) => ({
        rule: predicateRule(id, link.type),
        link,
        subject,
        object,
        at: hit.from,
        negated,
        conditional,
        aside,
        former,
        title: words === VERBAL ? "head" : titleOf(ground.view, hit, words),
      }));
    }),
  );
}

/** `deputy interior minister`: the role noun with the plain words right before it. */
function titleOf(
  { items }: SentenceView,
  { from, to }: ItemHit<unknown>,
  words: readonly string[],
): string {
  let start = from;
  const first = from - words.length;
  while (
    start > first &&
    items[start - 1]?.kind === "word" &&
    !ARTICLES.has(items[start - 1]?.word ?? "")
  )
    start -= 1;
  return items
    .slice(start, to)
    .map((item) => item.word)
    .join(" ");
}

const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an", "his", "her", "its", "their"]);

/** Every pair of a thing of the one end and a thing of the other; of a list of rivals each with each. */
function endsOf(
  schema: Schema,
  link: PredicateLink,
  { fill, has }: Slots,
  plural: boolean,
): [Referent, Referent][] {
  const all = firstFilled(link.from, fill, link.subjects);
  const partners = schema.relationRoleOf(link.type) === "partner";
  const to = firstFilled(link.to, fill, link.objects);
  // Of those who work together the first leads; rivals and kin are so each with each.
  const from = partners && to.length > 0 ? all.slice(0, 1) : all;
  const pairs = from.flatMap((a) =>
    to.flatMap((b): [Referent, Referent][] => (a.entity === b.entity ? [] : [[a, b]])),
  );
  if (pairs.length > 0 || to.length > 0) return pairs;
  const mutual = schema.relation(link.type)?.symmetric === true && (plural || link.mutual);
  if (!mutual || link.to.some(has)) return [];
  const firsts = partners ? from.slice(0, 1) : from;
  return firsts.flatMap((a, at) => from.slice(at + 1).map((b): [Referent, Referent] => [a, b]));
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
  const own = groups.find((group) => group.head === subject.item);
  const head = (group: NounGroup | undefined) => group?.listHead ?? group;
  return own !== undefined && own !== parent && head(own) === head(parent);
}

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
function firstFilled(slots: readonly string[], fill: Slots["fill"], wanted: Wanted): Referent[] {
  for (const slot of slots) {
    const found = fill(slot, wanted);
    if (found.length > 0) return found;
  }
  return [];
}

function claimOf(
  { sentences, book }: DocumentView,
  sentence: number,
  stated: StatedLink,
  maker: ClaimMaker,
): RelationClaim | null {
  const { subject, object, at, rule, link, former, title } = stated;
  const view = sentences[sentence];
  const modality =
    view === undefined ? null : saidModality(view, stated, [at, subject.item, object.item]);
  if (view === undefined || modality === null) return null;
  const others = [...subject.sentences, ...object.sentences];
  const focus = view.items[at];
  const ground = {
    rule,
    modality,
    attributedTo: deniedBy(view, modality),
    sentences: [sentence, ...others],
    ...(focus === undefined ? {} : { focus }),
  };
  const titled = book.schema.relationRoleOf(link.type) === "post";
  const qualifiers = { ...(former ? { former: true } : {}), ...(titled ? { title } : {}) };
  return maker.link(subject.entity, link.type, object.entity, ground, qualifiers);
}
