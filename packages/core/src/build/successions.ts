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
  /** First and last day on which it is known to be held, or null. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Marks holders of one post whom a later one followed, where the days leave no doubt. */
export function tellSuccessions(
  drafts: readonly RelationshipDraft[],
  context: CaseContext,
): Successions {
  const changed = new Map<RelationshipDraft, RelationshipDraft>();
  const conflicts = new Map<string, string[]>();
  for (const [post, holders] of groupByPost(drafts, context)) {
    for (const { holder, next } of neighbours(holders)) {
      const relation = compareHolders(holder, next);
      if (relation === "after") changed.set(holder.draft, followed(holder, next));
      if (relation === "at once")
        for (const { draft } of [holder, next])
          conflicts.set(draft.start, [
            ...(conflicts.get(draft.start) ?? []),
            tellBoth(post, [holder, next], context),
          ]);
    }
  }
  return { relationships: drafts.map((draft) => changed.get(draft) ?? draft), conflicts };
}

/** Each holder with the next person in the post, by time. */
function neighbours(
  drafts: readonly RelationshipDraft[],
): readonly { readonly holder: Holder; readonly next: Holder }[] {
  const ordered = drafts.map(toHolder).sort(byTime);
  return ordered.flatMap((holder, at) => {
    const next = ordered.slice(at + 1).find(({ draft }) => draft.start !== holder.draft.start);
    return next === undefined ? [] : [{ holder, next }];
  });
}

function compareHolders(holder: Holder, next: Holder): "after" | "at once" | "unknown" {
  if (next.first === null || holder.last === null) return "unknown";
  if (holder.last < next.first) return "after";
  return holder.isFormer || next.isFormer ? "unknown" : "at once";
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
    const post = isPost && title !== null ? solePost(title, context) : null;
    if (post === null || read(draft, "withdrawn") === true) continue;
    const key = `${post}\n${draft.end}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return new Map([...groups].filter(([, holders]) => holders.length > 1));
}

/** A title as posts are compared, `minister of the interior` as `interior minister`; null for one of many. */
function solePost(title: string, { lists, lesser }: CaseContext): string | null {
  const words = foldName(title).split(" ");
  if (words.some((word) => lesser.has(word))) return null;
  const isAlone = words.length === 1 && lists.soleHead.includes(words[0] ?? "");
  const isOfState = words.some((word) => lists.solePost.includes(word));
  if (!isAlone && !isOfState) return null;
  return words
    .filter((word) => word.length > 3)
    .sort()
    .join(" ");
}
