// The people of a report. Full names that are equal or hold one another are one person; a part of a name belongs to the
// person last named who has it; a nickname belongs to the person beside it. Groups are found by what
// their names are made of, never one after the other: a list of names is as long as its author likes.
import type { Mention } from "../../model/mention.js";
import { foldName } from "../../text/fold.js";
import { nameTokens } from "../../text/person-name-similarity.js";
import { FullNames } from "./full-names.js";
import { addMention, type MentionGroup, newGroup } from "./mention-group.js";
import { PeopleIndex, plainName } from "./people-index.js";

/** Reach of a nickname to the name it stands beside, in characters. */
const NEAR = 60;

/** Groups of person mentions of one report, in order of first mention. */
export function groupPeople(
  mentions: readonly Mention[],
  equated: ReadonlyMap<Mention, Mention>,
): MentionGroup[] {
  const { groups, later } = groupFullNames(mentions, equated);
  const people = new PeopleIndex(groups);
  for (const mention of later) {
    const owner =
      mention.rule === "person.nickname"
        ? (people.beside(mention, NEAR) ?? people.named(foldName(mention.name)))
        : (partOwner(people, mention) ?? people.named(foldName(mention.name)));
    if (owner !== undefined) people.add(owner, mention);
    else if (mention.rule !== "person.part") people.open(mention);
  }
  for (const group of groups) group.mentions.sort((a, b) => a.start - b.start);
  return groups
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .map((group) => ({ ...group }));
}

/** Groups of the full names, and the mentions that are none. */
function groupFullNames(mentions: readonly Mention[], equated: ReadonlyMap<Mention, Mention>) {
  const groups: MentionGroup[] = [];
  const later: Mention[] = [];
  const names = new FullNames();
  for (const mention of mentions) {
    const name = plainName(mention);
    if (mention.rule === "person.nickname" || nameTokens(name).length < 2) {
      later.push(mention);
      continue;
    }
    const other = equated.get(mention);
    const at = names.groupOf(other === undefined ? name : plainName(other));
    const known = groups[at];
    if (known === undefined || (other === undefined && isNamedBeside(known, mention)))
      names.put(name, groups.push(newGroup(mention)) - 1);
    else {
      addMention(known, mention);
      names.put(name, at);
    }
  }
  return { groups, later };
}

/** "Ali Karim Harbour, son of Karim Harbour": two full names close together are two people's. */
function isNamedBeside({ mentions }: MentionGroup, mention: Mention): boolean {
  const words = nameTokens(plainName(mention)).length;
  return mentions.some(
    (other) =>
      other.sentence === mention.sentence &&
      Math.abs(other.start - mention.start) < NEAR &&
      nameTokens(plainName(other)).length !== words,
  );
}

/** The person last named before a part who has it in the name; else the first one after. */
function partOwner(people: PeopleIndex, mention: Mention): MentionGroup | undefined {
  const parts = nameTokens(mention.name);
  const folded = foldName(mention.name)
    .split(" ")
    .filter((word) => word.length > 2);
  const owners = people.withWords(parts, folded);
  if (owners.length <= 1) return owners[0];
  const before = owners.filter((group) => (group.mentions[0]?.start ?? 0) < mention.start);
  const ends = new Map(before.map((group) => [group, people.lastBefore(group, mention.start)]));
  return before.toSorted((a, b) => (ends.get(b) ?? 0) - (ends.get(a) ?? 0))[0] ?? owners[0];
}
