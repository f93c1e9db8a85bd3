import type { Claim, RelationClaim } from "../../model/claim.js";
import type { RelationRole } from "../../model/schema.js";
import { predicateRule } from "../../packs/predicate-schemas.js";
import { compareText } from "../../text/compare.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { wordAt } from "../stream/item.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { DocumentView } from "../view/document-view.js";
import type { PredicateLink, PredicateWord, Wanted } from "../view/predicate-rules.js";
import type { ItemHit, SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { type GroupPlace, listAntecedents } from "./antecedents.js";
import { besideSlots, nounSlots, type Slots, verbSlots } from "./fill-slots.js";
import { type FilledEnd, readStated, refusedWord, rejectStated } from "./hear-links.js";
import { linkedPairs, refusedDeputy } from "./link-ends.js";
import { withoutOwnStates } from "./partner-links.js";
import type { ResolveGround } from "./referent.js";
import { resolveOne } from "./resolve-group.js";
import { saidModality } from "./said-modality.js";
import { deniedBy } from "./told-by.js";
import { withoutWeaker } from "./weaker-links.js";

/** A link that a predicate of a sentence states, before it is a claim. */
interface StatedLink {
  readonly rule: string;
  readonly link: PredicateLink;
  readonly subject: FilledEnd;
  readonly object: FilledEnd;
  /** Items of the predicate. */
  readonly at: number;
  readonly to: number;
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
  for (const { one, stated, claim } of statedClaims(view, told, maker)) {
    const same = seen.get(keyOf(view, claim));
    if (same !== undefined) seconded.push(same);
    if (same !== undefined || (isLeg(view, claim) && legs.has(endsKey(claim))))
      rejectStated(one, "told-already", stated);
    else {
      seen.set(keyOf(view, claim), claim.id);
      claims.push(claim);
      readStated(one, claim, stated);
    }
  }
  const kept = withoutOwnStates(view, claims, known);
  return { claims: withoutWeaker(kept, [...known, ...kept], view), seconded };
}

/** What a sentence states, with the claim that it makes. */
interface StatedClaim {
  readonly one: SentenceView;
  readonly stated: StatedLink;
  readonly claim: RelationClaim;
}

/** Claims of every sentence in turn, those that other rules make too among them. */
function* statedClaims(
  view: DocumentView,
  told: ResolveGround["told"],
  maker: ClaimMaker,
): Generator<StatedClaim> {
  for (const [sentence, one] of view.sentences.entries()) {
    const ground = { told, sentence, view: one };
    takeUp(ground);
    for (const stated of statedIn(ground)) {
      const claim = claimOf(view, sentence, stated, maker);
      if (claim !== null) yield { one, stated, claim };
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
    if (clause === undefined) return refusedWord(view, "no-clause", hit);
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
      return refusedWord(view, "no-group", hit);
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
  const { syntax } = ground.told.view.book;
  const former = words.some((word) => syntax.classes("past").has(word));
  const lesser = words.some((word) => syntax.classes("lesser").has(word));
  return hit.value.flatMap(({ id, links, plural }) =>
    links.flatMap((link) => {
      const dealt = { hit, id, link, slots, plural };
      const pairs =
        lesser && !link.lesser ? refusedDeputy(ground, dealt) : linkedPairs(ground, dealt);
      return pairs.map(([subject, object]) => ({
        rule: predicateRule(id, link.type),
        link,
        subject,
        object,
        at: hit.from,
        to: hit.to,
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
    !is(items[start - 1], "role_articles")
  )
    start -= 1;
  return items
    .slice(start, to)
    .map((item) => item.word)
    .join(" ");
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
  if (view === undefined) return null;
  if (modality === null) {
    rejectStated(view, "not-told", stated);
    return null;
  }
  const others = [...subject.sentences, ...object.sentences];
  const focus = view.items[at];
  const ground = {
    rule,
    modality,
    attributedTo: deniedBy(view, modality),
    sentences: [sentence, ...others],
    ...(focus === undefined ? {} : { focus }),
  };
  const titled = book.schema.relationRoleOf(link.type) === "post" && title !== "";
  const qualifiers = { ...(former ? { former: true } : {}), ...(titled ? { title } : {}) };
  return maker.link(subject.entity, link.type, object.entity, ground, qualifiers);
}
