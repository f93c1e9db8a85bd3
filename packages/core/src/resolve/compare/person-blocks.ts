// Blocks of people: all words of the name in one, whatever their order and spelling; what they belong to and
// one word in another. A name of two words, a lone name and initials look into blocks that longer names stand
// in only to be met.
import type { NameLists } from "../../packs/name-lists.js";
import { looseSoundOf, type PersonName, wideSoundOf } from "../identify/person-name.js";
import type { ToldPerson } from "./person-contradictions.js";

/** Words of a name that make blocks; longer names are cut. */
const MOST_WORDS = 5;

/** Sounds that make a block of a whole name. */
const WIDE = 2;

/** Words of which two names share all that the shorter one has, from so many on. */
const SEVERAL = 3;

/** Blocks in which a person is compared with all others. */
export function personBlocks({ facts, context }: ToldPerson, names: NameLists): readonly string[] {
  const blocks: string[] = [];
  for (const name of facts.names) {
    const { tokens } = name;
    if (tokens.length > 1) {
      blocks.push(`joined ${tokens.join("")}`);
      for (const sound of wideSounds(tokens)) blocks.push(`wide ${sound}`);
      for (const words of partsOf(likeSounds(name, names))) blocks.push(`like ${words}`);
    }
    for (const sound of name.sounds.slice(-2)) {
      for (const anchor of context.anchors) blocks.push(`of ${anchor} ${sound}`);
    }
  }
  return blocks;
}

/** What no desk writes otherwise of a whole name, and so of a name of two words turned round. */
function wideSounds(tokens: readonly string[]): readonly string[] {
  const own = wideSoundOf(tokens.join(""));
  const turned = tokens.length === 2 ? [wideSoundOf([...tokens].reverse().join(""))] : [];
  return [...new Set([own, ...turned])].filter((sound) => sound.length >= WIDE);
}

/** The words of a name in every way it may be called, and what is left of a long one without some of them. */
function partsOf(words: readonly (readonly string[])[]): readonly string[] {
  let parts: readonly (readonly string[])[] = [[]];
  for (const called of words) {
    const longer = parts.flatMap((part) => called.map((word) => [...part, word]));
    parts = words.length > SEVERAL ? [...parts, ...longer] : longer;
  }
  const least = Math.min(words.length, SEVERAL);
  return parts.filter(({ length }) => length >= least).map(inOneOrder);
}

const inOneOrder = (words: readonly string[]): string => [...words].sort().join(" ");

/** Every two words of a name. */
const twosOf = (words: readonly (readonly string[])[]): readonly string[] =>
  words.flatMap((called, at) =>
    words
      .slice(at + 1)
      .flatMap((others) =>
        called.flatMap((one) => others.map((other) => `two ${inOneOrder([one, other])}`)),
      ),
  );

/** Blocks that a lone name, one of two words and one with initials look into. */
export function personLooksInto({ facts }: ToldPerson, names: NameLists): readonly string[] {
  return facts.names.flatMap((name) => {
    const { tokens, sounds } = name;
    const last = sounds.at(-1) ?? "";
    if (tokens.length === 1) return [`word ${last}`];
    if (tokens.at(-1)?.length === 1) return [`given ${sounds[0]} ${tokens.at(-1)}`];
    const initial = `initial ${(tokens[0] ?? "").charAt(0)} ${last}`;
    return [
      ...(tokens.length === 2 ? twosOf(likeSounds(name, names)) : []),
      ...(tokens.some((token) => token.length === 1) ? [initial] : []),
    ];
  });
}

/** Blocks in which a full name is met. */
export function personIsMetIn({ facts }: ToldPerson, names: NameLists): readonly string[] {
  return facts.names.flatMap((name) => {
    const { tokens, sounds } = name;
    if (tokens.length < 2) return [];
    const initial = `initial ${(tokens[0] ?? "").charAt(0)} ${sounds.at(-1) ?? ""}`;
    const given = tokens.slice(1).map((token) => `given ${sounds[0]} ${token.charAt(0)}`);
    const twos = tokens.length > 2 ? twosOf(likeSounds(name, names)) : [];
    return [initial, ...given, ...twos, ...sounds.slice(-2).map((sound) => `word ${sound}`)];
  });
}

/** For each word of a name how it sounds, loosely, with the full name beside a short one. */
const likeSounds = ({ tokens }: PersonName, names: NameLists): readonly (readonly string[])[] =>
  tokens.slice(0, MOST_WORDS).map((token, at) => {
    const full = at < 2 ? names.fullNames(token) : [];
    return [...new Set([token, ...full].map(looseSoundOf))];
  });
