import type { Claim, RelationClaim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { DocumentView } from "../view/document-view.js";
import type { SentenceView } from "../view/sentence-view.js";

/** What the claims of a report say of each other, counted once for all of them. Linear. */
export interface LinkGround {
  readonly view: DocumentView;
  readonly seconded: ReadonlySet<string>;
  readonly things: ReadonlyMap<string, DocumentEntity>;
  /** The sentence view of each sentence of the document that rules read. */
  readonly sentences: ReadonlyMap<number, SentenceView>;
  /** Items that name a thing in a sentence, by `sentence thing`. */
  readonly items: ReadonlyMap<string, readonly number[]>;
  /** Claims that state a link, by {@link linkKey}. */
  readonly links: ReadonlyMap<string, readonly RelationClaim[]>;
  /** How many links of a type an end has, by `type end thing`. */
  readonly degrees: ReadonlyMap<string, number>;
  /** Types of the links between two things, whichever way, by {@link pairKey}. */
  readonly pairs: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many links a rule reads from a sentence, by `rule sentence`. */
  readonly fans: ReadonlyMap<string, number>;
  /** Actions that have a thing in a slot. */
  readonly actions: ReadonlyMap<string, ReadonlySet<string>>;
  /** The slots of each action, and where it is told. */
  readonly slots: ReadonlyMap<string, ReadonlySet<string>>;
  readonly told: ReadonlyMap<string, number>;
  /** What actions are known by: their properties, and how many there are of each kind. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly kindOf: ReadonlyMap<string, string>;
}

export const linkKey = ({ type, subject, object }: RelationClaim): string =>
  `${type} ${subject} ${object}`;

/** What a report was read as, before it is weighed. */
export interface ToldLinks {
  readonly entities: readonly DocumentEntity[];
  readonly claims: readonly Claim[];
  /** Ids of claims that a rule of another kind reads in the same sentence too. */
  readonly seconded: ReadonlySet<string>;
}

/** Reads what the claims of a report have in common. */
export function readLinkGround(
  view: DocumentView,
  { entities: things, claims, seconded }: ToldLinks,
): LinkGround {
  const links = new Map<string, RelationClaim[]>();
  const fans = new Map<string, Set<string>>();
  const told = new Map<string, number>();
  const pairs = new Map<string, Set<string>>();
  const known = new Map<string, Set<string>>();
  const kinds = new Map<string, number>();
  const kindOf = new Map<string, string>();
  for (const claim of claims) {
    if (claim.kind === "relation") {
      push(links, linkKey(claim), claim);
      add(pairs, pairKey(claim.subject, claim.object), claim.type);
      add(fans, fanKey(claim), linkKey(claim));
      continue;
    }
    add(known, claim.subject, claim.property);
    if (claim.property !== "kind") continue;
    told.set(claim.subject, claim.evidence[0].sentence);
    kindOf.set(claim.subject, String(claim.value));
    kinds.set(String(claim.value), (kinds.get(String(claim.value)) ?? 0) + 1);
  }
  return {
    view,
    seconded,
    things: new Map(things.map((thing) => [thing.id, thing])),
    sentences: new Map(view.sentences.map((one) => [one.sentence.index, one])),
    items: placeThings(view),
    links,
    degrees: countDegrees(links),
    pairs,
    fans: new Map([...fans].map(([key, all]) => [key, all.size])),
    ...readActions(things, links),
    told,
    known,
    kinds,
    kindOf,
  };
}

/** Two things, whichever way they are linked. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Where a rule reads a link first. */
export const fanKey = ({ rule, evidence }: RelationClaim): string =>
  `${rule} ${evidence[0].sentence}`;

export const itemKey = (sentence: number, thing: string): string => `${sentence} ${thing}`;

export const degreeKey = (type: string, end: "subject" | "object", thing: string): string =>
  `${type} ${end} ${thing}`;

function placeThings({ sentences }: DocumentView): ReadonlyMap<string, readonly number[]> {
  const items = new Map<string, number[]>();
  for (const one of sentences)
    for (const [at, item] of one.items.entries())
      if (item.kind === "mention") push(items, itemKey(one.sentence.index, item.entity.id), at);
  return items;
}

function countDegrees(
  links: ReadonlyMap<string, readonly RelationClaim[]>,
): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const [first] of links.values()) {
    if (first === undefined) continue;
    for (const end of ["subject", "object"] as const) {
      const key = degreeKey(first.type, end, first[end]);
      degrees.set(key, (degrees.get(key) ?? 0) + 1);
    }
  }
  return degrees;
}

function readActions(
  things: readonly DocumentEntity[],
  links: ReadonlyMap<string, readonly RelationClaim[]>,
): Pick<LinkGround, "actions" | "slots"> {
  const isAction = new Set(things.flatMap(({ id, role }) => (role === "operation" ? [id] : [])));
  const actions = new Map<string, Set<string>>();
  const slots = new Map<string, Set<string>>();
  for (const [first] of links.values()) {
    if (first === undefined) continue;
    const { type, subject, object } = first;
    const action = [subject, object].find((id) => isAction.has(id));
    if (action === undefined) continue;
    const other = action === subject ? object : subject;
    add(actions, other, action);
    add(slots, action, `${action === object ? "by " : ""}${type} ${other}`);
  }
  return { actions, slots };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
