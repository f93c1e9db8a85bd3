// "The ministry", "the army", "the force" mean the body last named that the noun fits: one with the noun
// in its name, or one of the noun's class. Where none was named they mean nothing here.
import type { Mention } from "../../model/mention.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { agencyWords } from "./agency-words.js";
import type { MentionGroup } from "./mention-group.js";

/** Words in a body's name that let a noun point back to it. */
const CLASS: Readonly<Record<string, RegExp>> = {
  agency:
    /agency|service|administration|bureau|board|directorate|authority|commission|europol|frontex|headquarters/,
  force: /force|police|army|guard|gendarmerie|command|corps|asayish|carabinieri/,
  service: /service|intelligence|customs|asayish/,
  military: /army|force|command|navy/,
  army: /army|force/,
  corps: /corps|guard|police|gendarmerie/,
  department: /department|directorate/,
  directorate: /directorate|department/,
  command: /command|force/,
  unit: /unit|squad|cell/,
  police: /police|gendarmerie|carabinieri/,
  customs: /customs/,
  coastguard: /coast guard|coastguard/,
  prosecution: /prosecut|attorney/,
};

/** Adds each descriptor to the group it points back to. */
export function attachDescriptors(
  groups: readonly MentionGroup[],
  mentions: readonly Mention[],
  pack: DomainPack,
): void {
  const named = groups.flatMap((group) =>
    group.mentions.map((mention) => ({ group, mention, words: describe(mention, group, pack) })),
  );
  named.sort((a, b) => a.mention.start - b.mention.start);
  for (const mention of mentions) {
    if (mention.form !== "descriptor") continue;
    const noun = mention.name.split(" ").at(-1)?.toLowerCase() ?? "";
    const fits = (words: string): boolean =>
      words.includes(noun) || CLASS[noun]?.test(words) === true;
    const owner = named.findLast((one) => one.mention.end <= mention.start && fits(one.words));
    owner?.group.mentions.push(mention);
  }
}

/** What a body is called, in one text: the mention, the group's fullest wording, the pack's name. */
function describe(mention: Mention, group: MentionGroup, pack: DomainPack): string {
  const entry = group.key === null ? undefined : pack.entries.get(group.key);
  const fullest = group.mentions.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? "";
  return [mention.name, fullest, entry?.name ?? "", ...agencyWords(fullest, pack)]
    .join(" ")
    .toLowerCase();
}
