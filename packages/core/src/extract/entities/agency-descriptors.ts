// "The ministry", "the army", "the force" mean the body last named that the noun fits: one with the noun
// in its name, or one of the noun's class. Where none was named they mean nothing here.
import type { Mention } from "../../model/mention.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { firstFrom } from "../../text/first-from.js";
import { agencyWords } from "./agency-words.js";
import type { MentionGroup } from "./mention-group.js";

/** Adds each descriptor to the group it points back to. */
export function attachDescriptors(
  groups: readonly MentionGroup[],
  mentions: readonly Mention[],
  pack: DomainPack,
): void {
  const descriptors = mentions.filter(({ form }) => form === "descriptor");
  if (descriptors.length === 0) return;
  const named = groups.flatMap((group) => {
    const words = describe(group, pack);
    return group.mentions.map((mention) => ({
      group,
      mention,
      words: `${mention.name.toLowerCase()} ${words}`,
    }));
  });
  named.sort((a, b) => a.mention.start - b.mention.start);
  const fitting = new Map<string, typeof named>();
  for (const mention of descriptors) {
    const noun = mention.name.split(" ").at(-1)?.toLowerCase() ?? "";
    const fits = fitting.get(noun) ?? named.filter(({ words }) => isFitting(noun, words, pack));
    fitting.set(noun, fits);
    let at = firstFrom(fits, (one) => one.mention.start >= mention.start) - 1;
    while (at >= 0 && (fits[at]?.mention.end ?? 0) > mention.start) at -= 1;
    const owner = fits[at];
    owner?.group.mentions.push(mention);
  }
}

const isFitting = (noun: string, words: string, { wording }: DomainPack): boolean =>
  words.includes(noun) ||
  wording.tables.lists.body_descriptors.get(noun)?.some((part) => words.includes(part)) === true;

/** What a body is called beside the name at hand: the group's fullest wording, the pack's name. */
function describe(group: MentionGroup, pack: DomainPack): string {
  const entry = group.key === null ? undefined : pack.entries.get(group.key);
  const fullest = group.mentions.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? "";
  return [fullest, entry?.name ?? "", ...agencyWords(fullest, pack)].join(" ").toLowerCase();
}
