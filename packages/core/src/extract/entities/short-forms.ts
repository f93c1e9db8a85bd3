import type { Mention } from "../../model/mention.js";
import { type MentionGroup, mergeGroups } from "./mention-group.js";
import type { WordedGroup } from "./worded-groups.js";

/** "Coast Guard" into "Indian Coast Guard", "Anti-Terrorist Squad" into "Gujarat Anti-Terrorist Squad". */
export function mergeShortForms(groups: readonly WordedGroup[]): WordedGroup[] {
  const bodies = groups
    .map(readBody)
    .sort((a, b) => b.longest - a.longest || firstStart(a.group) - firstStart(b.group));
  const kept = new Set<Body>();
  const byWord = new Map<string, Set<Body>>();
  const keep = (body: Body, wordings: Iterable<string>): void => {
    for (const word of [...wordings].flatMap((wording) => wording.split(" ")))
      byWord.set(word, (byWord.get(word) ?? new Set()).add(body));
  };
  for (const body of bodies) {
    const holders = [...longerForms(body, byWord)].filter((other) => holds(other, body));
    const [holder] = holders;
    if (holders.length === 1 && holder !== undefined) {
      mergeGroups(holder.group, body.group);
      for (const wording of body.group.wordings) holder.group.wordings.add(wording);
      for (const head of body.heads) holder.heads.add(head);
      keep(holder, body.group.wordings);
    } else {
      kept.add(body);
      keep(body, body.group.wordings);
    }
  }
  return [...kept].map(({ group }) => group).sort((a, b) => firstStart(a) - firstStart(b));
}

/** A body with what its short forms are told by. */
interface Body {
  readonly group: WordedGroup;
  /** Words of its longest wording. */
  readonly longest: number;
  /** Last words of its names. */
  readonly heads: Set<string>;
  /** True where a name of it says whose it is. */
  readonly stated: boolean;
}

function readBody(group: WordedGroup): Body {
  const sizes = [...group.wordings].map((wording) => wording.split(" ").length);
  return {
    group,
    longest: Math.max(0, ...sizes),
    heads: new Set(group.mentions.map(headOf)),
    stated: group.mentions.some((mention) => mention.country !== null),
  };
}

const headOf = ({ name }: Mention): string =>
  name
    .toLowerCase()
    .split(/[\s-]+/)
    .at(-1) ?? "";

const firstStart = (group: MentionGroup): number => group.mentions[0]?.start ?? 0;

/** Bodies that may hold a shorter form: a wording of theirs has the first word of one of its own. */
function longerForms(
  { group }: Body,
  byWord: ReadonlyMap<string, ReadonlySet<Body>>,
): ReadonlySet<Body> {
  const found = new Set<Body>();
  for (const wording of group.wordings)
    for (const body of byWord.get(wording.split(" ")[0] ?? "") ?? []) found.add(body);
  return found;
}

/** Heads that many bodies share: a lone one is no short form. */
const SHARED = new Set([
  "police",
  "court",
  "army",
  "ministry",
  "customs",
  "directorate",
  "service",
  "force",
  "office",
  "navy",
]);

function holds({ group: longer, heads }: Body, { group: shorter, ...body }: Body): boolean {
  if (shorter.key !== null && longer.key !== null) return false;
  if (body.stated && longer.country !== shorter.country && longer.country !== "") return false;
  return [...shorter.wordings].some((short) => {
    const words = short.split(" ");
    if (words.length === 1 && SHARED.has(short)) return isNationalBody(longer, shorter, short);
    if (words.length === 1 && short.length < 6) return false;
    return [...longer.wordings].some((long) => {
      const all = long.split(" ");
      return (
        all.length > words.length &&
        all.length <= words.length + 2 &&
        words.every((word) => all.includes(word)) &&
        // Both names end in the same word, so that a unit is not taken for its body.
        [...body.heads].some((head) => heads.has(head))
      );
    });
  });
}

/** Words that make a body the national one of its kind. */
const NATIONAL = new Set(["national", "royal", "state", "federal", "general", "republic"]);

/** "Omani police" is the Royal Oman Police where the report names that body of the state. */
const isNationalBody = (longer: WordedGroup, shorter: WordedGroup, noun: string): boolean =>
  longer.country !== null &&
  longer.country === shorter.country &&
  [...longer.wordings].some((wording) => {
    const words = wording.split(" ");
    return (
      words.length > 1 &&
      words.includes(noun) &&
      words.every((word) => word === noun || NATIONAL.has(word))
    );
  });
