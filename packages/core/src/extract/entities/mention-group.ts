import type { Mention } from "../../model/mention.js";
import type { EntityRole, EntityType } from "../../model/schema.js";

/** Mentions of one thing while they are brought together. */
export interface MentionGroup {
  readonly type: EntityType;
  readonly role: EntityRole;
  readonly mentions: Mention[];
  /** Identity in the pack, the most telling one of its mentions. */
  key: string | null;
  country: string | null;
  acronym: string | null;
}

/** A group with its first mention. */
export const newGroup = (mention: Mention): MentionGroup => ({
  type: mention.type,
  role: mention.role,
  mentions: [mention],
  key: mention.key,
  country: mention.country,
  acronym: mention.form === "acronym" ? mention.name : null,
});

/** Adds a mention; what it knows fills what the group does not. */
export function addMention(group: MentionGroup, mention: Mention): void {
  group.mentions.push(mention);
  group.key ??= mention.key;
  group.country ??= mention.country;
  if (mention.form === "acronym") group.acronym ??= mention.name;
}

/** Moves all mentions of one group into another. */
export function mergeGroups(into: MentionGroup, from: MentionGroup): void {
  into.mentions.push(...from.mentions);
  into.key ??= from.key;
  into.country ??= from.country;
  into.acronym ??= from.acronym;
}

/** Groups of mentions that share a text made from each. */
export function groupBy(
  mentions: readonly Mention[],
  keyOf: (mention: Mention) => string,
): MentionGroup[] {
  const groups = new Map<string, MentionGroup>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, newGroup(mention));
    else addMention(known, mention);
  }
  return [...groups.values()];
}
