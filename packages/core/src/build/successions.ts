// Posts that one person holds at a time. Whoever was seen in one before another was held it earlier;
// two who are seen in it at once are told as a disagreement, for the texts say so or are mistaken.
import type { PropertyValue } from "../graph/property-value.js";
import { compareText } from "../text/compare.js";
import { foldName } from "../text/fold.js";
import type { CaseContext } from "./case-context.js";
import type { RelationshipDraft } from "./graph-draft.js";

/** Relationships with succession told on them, and who disagrees by id of the holder. */
export interface Successions {
  readonly relationships: readonly RelationshipDraft[];
  readonly conflicts: ReadonlyMap<string, readonly string[]>;
}

/** One holder of a post. */
interface Holder {
  readonly draft: RelationshipDraft;
  readonly isFormer: boolean;
  /** Whether a text says from or until when. */
  readonly isDated: boolean;
  /** First and last day on which it is known to be held, or null. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Reports that name two holders within so many days disagree; who is seen later than that followed. */
const DOUBT_DAYS = 14;

/** Marks holders of one post whom a later one followed, where the days leave no doubt. */
export function tellSuccessions(
  drafts: readonly RelationshipDraft[],
  context: CaseContext,
): Successions {
  const changed = new Map<RelationshipDraft, RelationshipDraft>();
  const conflicts = new Map<string, Set<string>>();
  for (const [post, holders] of groupByPost(drafts, context)) {
    const ordered = holders.map(toHolder).sort(byTime);
    for (const [at, holder] of ordered.entries()) {
      const later = ordered.slice(at + 1).filter(isOther(holder));
      const next = later.find((one) => compareHolders(holder, one) !== "unknown");
      if (next !== undefined && compareHolders(holder, next) === "after")
        changed.set(holder.draft, followed(holder, next));
      for (const other of later.filter((one) => compareHolders(holder, one) === "at once"))
        tellConflict(conflicts, tellBoth(post, [holder, other], context), [holder, other]);
    }
  }
  return {
    relationships: drafts.map((draft) => changed.get(draft) ?? draft),
    conflicts: new Map([...conflicts].map(([id, told]) => [id, [...told]])),
  };
}

function tellConflict(
  conflicts: Map<string, Set<string>>,
  told: string,
  holders: readonly Holder[],
): void {
  for (const { draft } of holders)
    conflicts.set(draft.start, (conflicts.get(draft.start) ?? new Set()).add(told));
}

const isOther =
  ({ draft }: Holder) =>
  (one: Holder): boolean =>
    one.draft.start !== draft.start;

function compareHolders(holder: Holder, next: Holder): "after" | "at once" | "unknown" {
  if (next.first === null || holder.last === null) return "unknown";
  const gap = daysBetween(holder.last, next.first);
  const isTold = holder.isFormer || holder.isDated || next.isDated;
  if (gap > 0 && (isTold || gap > DOUBT_DAYS)) return "after";
  return holder.isFormer || next.isFormer ? "unknown" : "at once";
}

/** Days from one to another as a report writes them, with month or year alone at their first day. */
function daysBetween(from: string, to: string): number {
  const day = (text: string): number =>
    Date.parse(`${text.padEnd(10, text.length < 7 ? "-01-01" : "-01").slice(0, 10)}T00:00:00Z`);
  const gap = (day(to) - day(from)) / 86_400_000;
  return Number.isNaN(gap) ? Math.sign(compareText(to, from)) : gap;
}

function tellBoth(
  post: string,
  holders: readonly [Holder, Holder],
  { names }: CaseContext,
): string {
  const [title = ""] = post.split("\n");
  const who = holders.map(({ draft }) => names.get(draft.start) ?? draft.start).sort();
  return `${title} of ${names.get(holders[0].draft.end) ?? ""} at once: ${who.join(" and ")}`;
}

const read = ({ properties }: RelationshipDraft, key: string): PropertyValue | undefined =>
  properties.find(([name]) => name === key)?.[1];

const text = (draft: RelationshipDraft, key: string): string | null => {
  const value = read(draft, key);
  return typeof value === "string" ? value : null;
};

function toHolder(draft: RelationshipDraft): Holder {
  const isFormer = read(draft, "former") === true;
  const [from, to] = [text(draft, "from"), text(draft, "to")];
  const seen = isFormer ? null : text(draft, "firstSeen");
  return {
    draft,
    isFormer,
    isDated: from !== null || to !== null,
    first: from ?? seen ?? to,
    last: to ?? (isFormer ? null : text(draft, "lastSeen")) ?? from,
  };
}

/** By the first day known; those of whom none is, before whoever holds it now. */
const byTime = (a: Holder, b: Holder): number =>
  compareText(a.first ?? (a.isFormer ? "" : "~"), b.first ?? (b.isFormer ? "" : "~")) ||
  compareText(a.draft.id, b.draft.id);

/** Over since the later one was seen; who came between, no report says. */
function followed({ draft, isFormer }: Holder, next: Holder): RelationshipDraft {
  const properties = [
    ...draft.properties,
    ...(isFormer ? [] : [["former", true] as const]),
    ["laterHolder", next.draft.start] as const,
  ];
  return { ...draft, properties };
}

/** Drafts of posts that have one holder, by post and whose it is. */
function groupByPost(
  drafts: readonly RelationshipDraft[],
  context: CaseContext,
): ReadonlyMap<string, readonly RelationshipDraft[]> {
  const groups = new Map<string, RelationshipDraft[]>();
  for (const draft of drafts) {
    const title = text(draft, "title");
    const isPost = context.pack.schema.relationRoleOf(draft.type) === "post";
    const post = isPost && title !== null ? solePost(title, draft, context) : null;
    if (post === null || read(draft, "withdrawn") === true) continue;
    const key = `${post}\n${draft.end}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return new Map([...groups].filter(([, holders]) => holders.length > 1));
}

/**
 * A title as posts are compared, `minister of the interior` as `interior minister`; null for one of many.
 * A state has many ministers and governors: the title has to say of what.
 */
function solePost(
  title: string,
  { end }: RelationshipDraft,
  { lists, lesser, types, pack }: CaseContext,
): string | null {
  const words = foldName(title).split(" ");
  if (words.some((word) => lesser.has(word))) return null;
  const isAlone = words.length === 1 && lists.soleHead.includes(words[0] ?? "");
  const isOfState = words.some((word) => lists.solePost.includes(word));
  if (!isAlone && !isOfState) return null;
  const telling = words.filter((word) => !lists.titleSmall.includes(word)).sort();
  const isShared = telling.length === 1 && lists.sharedPost.includes(telling[0] ?? "");
  if (isShared && pack.schema.roleOf(types.get(end) ?? "") === "country") return null;
  return telling.join(" ");
}
