// The people of a report. Full names of like spelling are one person; a part of a name belongs to the
// person last named who has it; a nickname belongs to the person beside it.
import type { Mention } from "../../model/mention.js";
import { foldName } from "../../text/fold.js";
import { nameTokens, personNameSimilarity } from "../../text/person-name-similarity.js";
import { addMention, type MentionGroup, newGroup } from "./mention-group.js";

/** From this likeness on two full names in one report are spellings of one. */
const SAME_NAME = 0.88;
/** Reach of a nickname to the name it stands beside, in characters. */
const NEAR = 60;

/** Groups of person mentions of one report, in order of first mention. */
export function groupPeople(mentions: readonly Mention[]): MentionGroup[] {
  const groups: MentionGroup[] = [];
  const later: Mention[] = [];
  for (const mention of mentions) {
    if (mention.rule === "person.nickname" || nameTokens(plainName(mention)).length < 2) {
      later.push(mention);
      continue;
    }
    const known = groups.find((group) =>
      group.mentions.some((other) => sameFullName(other, mention)),
    );
    if (known === undefined) groups.push(newGroup(mention));
    else addMention(known, mention);
  }
  for (const mention of later) {
    const owner =
      mention.rule === "person.nickname"
        ? besideName(groups, mention)
        : (partOwner(groups, mention) ?? sameNickname(groups, mention));
    if (owner !== undefined) addMention(owner, mention);
    else if (mention.rule !== "person.part") groups.push(newGroup(mention));
  }
  for (const group of groups) group.mentions.sort((a, b) => a.start - b.start);
  return groups
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .map((group) => ({ ...group }));
}

/** The name without a nickname in quotes. */
const plainName = (mention: Mention): string => mention.name.replace(/[“"‘«][^”"’»]*[”"’»]/gu, " ");

function sameFullName(a: Mention, b: Mention): boolean {
  const first = plainName(a);
  const second = plainName(b);
  if (foldName(first) === foldName(second)) return true;
  const [one, two] = [nameTokens(first), nameTokens(second)];
  if (one.length < 2 || two.length < 2) return false;
  const [shorter, longer] = one.length <= two.length ? [one, two] : [two, one];
  if (isNamedBeside(a, b) && one.length !== two.length) return false;
  if (` ${longer.join(" ")} `.includes(` ${shorter.join(" ")} `)) return true;
  if (shorter.length !== longer.length && shorter[0] !== longer[0]) return false;
  return (
    (personNameSimilarity(first, second) >= SAME_NAME && one[0]?.charAt(0) === two[0]?.charAt(0)) ||
    (one.length > 2 && personNameSimilarity(first, second) >= SAME_NAME)
  );
}

/** "Ali Karim Harbour, son of Karim Harbour": two full names close together are two people's. */
const isNamedBeside = (a: Mention, b: Mention): boolean =>
  a.sentence === b.sentence && Math.abs(a.start - b.start) < NEAR;

/** The person last named before a part who has it in the name; else the first one after. */
function partOwner(groups: readonly MentionGroup[], mention: Mention): MentionGroup | undefined {
  const parts = nameTokens(mention.name);
  const folded = foldName(mention.name)
    .split(" ")
    .filter((word) => word.length > 2);
  const owners = groups.filter((group) =>
    group.mentions.some((other) => {
      const words = [...nameTokens(plainName(other)), ...foldName(other.name).split(" ")];
      return (
        (parts.length > 0 && parts.every((part) => words.includes(part))) ||
        (folded.length > 0 && folded.every((part) => words.includes(part)))
      );
    }),
  );
  if (owners.length <= 1) return owners[0];
  const before = owners.filter((group) => (group.mentions[0]?.start ?? 0) < mention.start);
  return before.toSorted((a, b) => lastBefore(b, mention) - lastBefore(a, mention))[0] ?? owners[0];
}

const lastBefore = (group: MentionGroup, mention: Mention): number =>
  Math.max(
    0,
    ...group.mentions.filter((other) => other.start < mention.start).map((other) => other.end),
  );

const sameNickname = (
  groups: readonly MentionGroup[],
  mention: Mention,
): MentionGroup | undefined =>
  groups.find((group) =>
    group.mentions.some((other) => foldName(other.name) === foldName(mention.name)),
  );

function besideName(groups: readonly MentionGroup[], mention: Mention): MentionGroup | undefined {
  let best: MentionGroup | undefined;
  let nearest = NEAR;
  for (const group of groups) {
    for (const other of group.mentions) {
      const gap = mention.start - other.end;
      if (gap >= 0 && gap < nearest && other.sentence === mention.sentence) {
        best = group;
        nearest = gap;
      }
    }
  }
  return best ?? sameNickname(groups, mention);
}
