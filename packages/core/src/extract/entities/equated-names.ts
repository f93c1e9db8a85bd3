// Two names that a report gives one person: `Mirna Obeid, who also goes by Mirna Abeed`, and a spelling in
// brackets behind a name.
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { foldName } from "../../text/fold.js";
import { personNameSimilarity } from "../../text/person-name-similarity.js";

/** Letters between two names that still tie them. */
const REACH = 48;
/** Likeness of a name in brackets to the one before it. */
const LIKE = 0.75;

/** What stands between two names, without a nickname and an age. */
const joining = (gap: string): string =>
  foldName(gap.replace(/[“"‘«][^”"’»]*[”"’»]/u, " ")).replace(/^\d+ /, "");

/** For each name that a report gives to the person named just before it that name. */
export function equateNames(
  document: ReportDocument,
  mentions: readonly Mention[],
  { words }: DomainPack,
): ReadonlyMap<Mention, Mention> {
  const equated = new Map<Mention, Mention>();
  const named = mentions.filter(({ rule }) => rule !== "person.nickname");
  for (const [at, mention] of named.entries()) {
    const before = named[at - 1];
    if (before === undefined || before.sentence !== mention.sentence) continue;
    const gap = document.text.slice(before.end, mention.start);
    if (gap.length === 0 || gap.length > REACH) continue;
    const isBracket = /^ ?\($/.test(gap) && personNameSimilarity(before.name, mention.name) >= LIKE;
    if (isBracket || words.has("equates", joining(gap)))
      equated.set(mention, equated.get(before) ?? before);
  }
  return equated;
}
