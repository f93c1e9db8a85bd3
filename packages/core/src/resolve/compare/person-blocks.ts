// Blocks of people: two words of the name in one, whatever their order; what they belong to and one word
// in another. A lone name and initials look into blocks that full names stand in only to be met.
import type { NameLists } from "../../packs/name-lists.js";
import { looseSoundOf, type PersonName, soundOf } from "../identify/person-name.js";
import type { ToldPerson } from "./person-contradictions.js";

/** Words of a name that make blocks; longer names are cut. */
const MOST_WORDS = 5;

/** Blocks in which a person is compared with all others. */
export function personBlocks({ facts, context }: ToldPerson, names: NameLists): readonly string[] {
  const blocks: string[] = [];
  for (const name of facts.names) {
    const { tokens } = name;
    for (const two of pairsOf(fullSounds(name, names))) blocks.push(`two ${two}`);
    for (const two of pairsOf(tokens.slice(0, MOST_WORDS).map(looseSoundOf)))
      blocks.push(`like ${two}`);
    if (tokens.length > 1) blocks.push(`joined ${tokens.join("")}`);
    for (const sound of name.sounds.slice(-2)) {
      for (const anchor of context.anchors) blocks.push(`of ${anchor} ${sound}`);
    }
  }
  return blocks;
}

const pairsOf = (sounds: readonly string[]): readonly string[] =>
  sounds.flatMap((one, at) => sounds.slice(at + 1).map((other) => [one, other].sort().join(" ")));

/** Blocks that a lone name and a name with initials look into. */
export function personLooksInto({ facts }: ToldPerson): readonly string[] {
  return facts.names.flatMap(({ tokens, sounds }) => {
    const last = sounds.at(-1) ?? "";
    if (tokens.length === 1) return [`word ${last}`];
    if (tokens.at(-1)?.length === 1) return [`given ${sounds[0]} ${tokens.at(-1)}`];
    return tokens.some((token) => token.length === 1)
      ? [`initial ${(tokens[0] ?? "").charAt(0)} ${last}`]
      : [];
  });
}

/** Blocks in which a full name is met. */
export function personIsMetIn({ facts }: ToldPerson): readonly string[] {
  return facts.names.flatMap(({ tokens, sounds }) => {
    if (tokens.length < 2) return [];
    const initial = `initial ${(tokens[0] ?? "").charAt(0)} ${sounds.at(-1) ?? ""}`;
    const given = tokens.slice(1).map((token) => `given ${sounds[0]} ${token.charAt(0)}`);
    return [initial, ...given, ...sounds.slice(-2).map((sound) => `word ${sound}`)];
  });
}

/** The sounds of the words, with the full name beside a short one. */
const fullSounds = ({ tokens, sounds }: PersonName, names: NameLists): readonly string[] => [
  ...new Set([
    ...sounds.slice(0, MOST_WORDS),
    ...tokens.slice(0, 2).flatMap((token) => names.fullNames(token).map(soundOf)),
  ]),
];
