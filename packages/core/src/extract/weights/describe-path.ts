import type { RelationClaim } from "../../model/claim.js";
import type { LinkFeature } from "../../packs/link-features.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { SentenceView } from "../view/sentence-view.js";
import { itemKey, type LinkGround } from "./link-ground.js";

/** Where a sentence names both ends of a link, as close to each other as it does anywhere. */
export interface Path {
  readonly sentence: SentenceView;
  readonly subject: number;
  readonly object: number;
}

/** Names of one thing in one sentence that are tried; a text that repeats a name a thousand times gains nothing. */
const TRIED = 12;

/** The closest two names of both ends in one quoted sentence, or null where none has both. */
export function nearestPair(
  { items }: LinkGround,
  { subject, object }: RelationClaim,
  sentences: readonly SentenceView[],
): Path | null {
  let best: Path | null = null;
  for (const sentence of sentences) {
    const { index } = sentence.sentence;
    const first = (items.get(itemKey(index, subject)) ?? []).slice(0, TRIED);
    const second = (items.get(itemKey(index, object)) ?? []).slice(0, TRIED);
    for (const from of first)
      for (const to of second)
        if (best === null || Math.abs(from - to) < lengthOf(best))
          best = { sentence, subject: from, object: to };
  }
  return best;
}

const lengthOf = ({ subject, object }: Path): number => Math.abs(subject - object);

const FAR = 60;
const CROWD = 4;

type Trait = readonly [LinkFeature, number | boolean];

/** What lies between the two ends. */
export function describePath(path: Path | null): readonly Trait[] {
  if (path === null) return [];
  const { sentence, subject, object } = path;
  const from = Math.min(subject, object);
  const to = Math.max(subject, object);
  const between = sentence.items.slice(from + 1, to);
  const names = between.filter((item) => item.kind === "mention").length;
  const verbs = sentence.syntax.clauses.filter(({ verb }) => from < verb.head && verb.head < to);
  const places = [subject, object].map((at) => listPlace(sentence, at));
  return [
    ["distance", Math.log(1 + Math.min(to - from - 1, FAR)) / Math.log(1 + FAR)],
    ["same-clause", sentence.clauses[subject] === sentence.clauses[object]],
    ["names-between", Math.min(names, CROWD) / CROWD],
    ["verb-between", verbs.length > 0],
    ["passive-between", verbs.some(({ verb }) => verb.passive)],
    ["object-first", object < subject],
    ["clauses-between", Math.min(boundaries(sentence.clauses, from, to), 3) / 3],
    [
      "signs-between",
      Math.min(between.filter((item) => item.kind === "mark").length, CROWD) / CROWD,
    ],
    ["subject-rival", hasRival(sentence, subject, object)],
    ["object-rival", hasRival(sentence, object, subject)],
    ["same-list", isOneList(sentence, subject, object)],
    ["listed", places.some((place) => place !== null)],
    ["list-position", places.some((place) => (place ?? 0) >= 2)],
  ];
}

/** How often a new clause begins on the way. */
function boundaries(clauses: readonly number[], from: number, to: number): number {
  let count = 0;
  for (let at = from + 1; at <= to; at += 1) if (clauses[at] !== clauses[at - 1]) count += 1;
  return count;
}

/** Whether another thing of the kind of one end stands nearer to the other. */
function hasRival({ items }: SentenceView, end: number, other: number): boolean {
  const own = items[end];
  if (own?.kind !== "mention") return false;
  const reach = Math.abs(end - other);
  for (
    let at = Math.max(0, other - reach + 1);
    at < Math.min(items.length, other + reach);
    at += 1
  ) {
    const item = items[at];
    if (item?.kind !== "mention" || at === other || item.entity === own.entity) continue;
    if (item.entity.role === own.entity.role && at !== end) return true;
  }
  return false;
}

/** The noun group that opens the list of a name, or its own. */
function listOf({ syntax }: SentenceView, at: number): NounGroup | undefined {
  const group = groupAt(syntax.groups, at);
  return group?.listHead ?? group;
}

function isOneList(sentence: SentenceView, a: number, b: number): boolean {
  const list = listOf(sentence, a);
  return list !== undefined && list.listed.length > 0 && list === listOf(sentence, b);
}

const groupAt = (groups: readonly NounGroup[], at: number): NounGroup | undefined =>
  groups.find((one) => one.from <= at && at < one.to);

/** Place of a name in the list it belongs to, or null where it stands in none. */
function listPlace({ syntax }: SentenceView, at: number): number | null {
  const group = groupAt(syntax.groups, at);
  if (group === undefined) return null;
  if (group.listed.length > 0) return 0;
  const place = group.listHead?.listed.indexOf(group) ?? -1;
  return place < 0 ? null : place + 1;
}
