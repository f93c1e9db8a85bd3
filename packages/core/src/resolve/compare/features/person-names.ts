// How the names of two people are related: the closest relation of any two of their names, with how alike
// they are. A likeness alone never makes two people one.
import type { NameRelation } from "../../../packs/identity-features.js";
import type { NameLists } from "../../../packs/name-lists.js";
import { alignedSimilarity, nameTokenSimilarity } from "../../../text/person-name-similarity.js";
import type { PersonName } from "../../identify/person-name.js";
import { initialsMatch } from "./initials.js";
import { isLikelySpelling } from "./likely-spelling.js";
import {
  areLikelyOne,
  areOneButForVowels,
  endsOtherwise,
  isOneSpelling,
  soundsLike,
  soundsSame,
} from "./spelling.js";

/** How alike two names are. */
export interface NameMatch {
  readonly relation: NameRelation;
  /** 0–1. */
  readonly score: number;
  /** Words of the shorter name, particles not counted. */
  readonly tokens: number;
  /** True where the given names are spelt alike to the vowel: brothers' names often differ in one. */
  readonly isOneGiven: boolean;
  /** True where each word of the shorter name is surely a spelling, initial or short form of one in the longer. */
  readonly isOneName: boolean;
  /** True where it would be but for a vowel that may make another name: `Salem`, `Salim`. */
  readonly isTwinName: boolean;
  /** True where each word of the shorter name is likely a spelling of one in the longer, blanks aside. */
  readonly isLikelyName: boolean;
}

/** What a relation is worth where letters do not say it. */
const ORDER = 0.95;
const NICKNAME = 0.94;
const INITIALS = 0.85;
/** What a name is worth of which each word is surely, and likely, a spelling of one. */
const SURE = 0.95;
const LIKELY = 0.93;
/** Names that end otherwise are two names, however alike. */
const OTHER_ENDING = 0.79;

const NOTHING: NameMatch = {
  relation: "near",
  score: 0,
  tokens: 0,
  isOneGiven: false,
  isOneName: false,
  isTwinName: false,
  isLikelyName: false,
};

/** The closest match of two people's names. */
export function matchNames(
  a: readonly PersonName[],
  b: readonly PersonName[],
  names: NameLists,
): NameMatch {
  let best = NOTHING;
  for (const one of a) {
    for (const other of b) {
      const next = matchTwo(one, other, names);
      if (next.score > best.score) best = next;
      if (best.score === 1) return best;
    }
  }
  return best;
}

function matchTwo(a: PersonName, b: PersonName, names: NameLists): NameMatch {
  const tokens = Math.min(a.tokens.length, b.tokens.length);
  const whole = (relation: NameRelation, score: number): NameMatch => ({
    relation,
    score,
    tokens,
    isOneGiven: haveOneGiven(a, b),
    isOneName: true,
    isTwinName: false,
    isLikelyName: true,
  });
  if (a.text === b.text) return whole("same", 1);
  const [one, other] = [a.tokens.join(" "), b.tokens.join(" ")];
  if (one === other && one !== "") return whole("particles", 1);
  if (tokens === 0) return { ...whole("near", 0), isOneName: false };
  if (one.replaceAll(" ", "") === other.replaceAll(" ", "")) return whole("joined", 1);
  if (tokens > 1 && sortedTokens(a) === sortedTokens(b)) return whole("order", ORDER);
  const isLikelyName =
    areWhole(a.tokens, b.tokens) &&
    (areMet(a.tokens, b.tokens, areLikelyOne, names) || areJoined(a.tokens, b.tokens, names));
  const [found, likeness] = relateWords(a.tokens, b.tokens, names);
  const isJoined = isLikelyName && tokens > 1 && likeness < LIKELY && found !== "initials";
  const [relation, score] = isJoined ? (["joined", LIKELY] as const) : [found, likeness];
  if (score === 0) return { ...NOTHING, tokens };
  const sameness = samenessOf(a.tokens, b.tokens, names);
  return {
    relation,
    score,
    tokens,
    isOneGiven: haveOneGiven(a, b),
    isOneName: sameness === "one",
    isTwinName: sameness === "twin",
    isLikelyName,
  };
}

const haveOneGiven = (a: PersonName, b: PersonName): boolean =>
  soundsSame(a.tokens[0] ?? "", b.tokens[0] ?? "");

/** How two names relate word by word, and how alike they are. */
function relateWords(
  a: readonly string[],
  b: readonly string[],
  names: NameLists,
): readonly [NameRelation, number] {
  if (initialsMatch(a, b)) return ["initials", INITIALS];
  if (areShort(a, b, names)) return ["nickname", NICKNAME];
  const score = Math.max(leastScore(a, b, names), alignedSimilarity(a, b, tokenLikeness));
  if (a.length !== b.length) return ["contained", score];
  if (a.some((token, at) => endsOtherwise(token, b[at] ?? "")))
    return ["near", Math.min(score, OTHER_ENDING)];
  const isSpelling = score >= LIKELY || a.every((token, at) => soundsLike(token, b[at] ?? ""));
  return [isSpelling ? "spelling" : "near", score];
}

/** What two full names are worth of which each word is surely or likely a spelling of one. */
function leastScore(a: readonly string[], b: readonly string[], names: NameLists): number {
  if (Math.min(a.length, b.length) < 2 || !areMet(a, b, isLikelySpelling, names)) return 0;
  return areWhole(a, b) && areMet(a, b, isOneSpelling, names) ? SURE : LIKELY;
}

/** Whether two names are surely one, or one but for a vowel that may make another name. */
function samenessOf(
  a: readonly string[],
  b: readonly string[],
  names: NameLists,
): "one" | "twin" | "other" {
  if (!areWhole(a, b) || !areMet(a, b, areOneButForVowels, names)) return "other";
  return areMet(a, b, isOneSpelling, names) ? "one" : "twin";
}

/** Of `Ahmed M.` whoever is called so may be meant. */
const areWhole = (a: readonly string[], b: readonly string[]): boolean =>
  !isInitial(a.at(-1)) && !isInitial(b.at(-1));

const isInitial = (word: string | undefined): boolean => word?.length === 1;

type AreOneWord = (a: string, b: string, names: NameLists) => boolean;

/** Whether each word of the shorter name is met in the longer one, in the order of both. */
function areMet(
  a: readonly string[],
  b: readonly string[],
  areOne: AreOneWord,
  names: NameLists,
): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const isOneWord = (one: string, other: string): boolean =>
    areOne(one, other, names) ||
    names.areNicknames(one, other) ||
    ((isInitial(one) || isInitial(other)) && one.charAt(0) === other.charAt(0));
  let at = 0;
  for (const token of short) {
    while (at < long.length && !isOneWord(token, long[at] ?? "")) at += 1;
    if (at === long.length) return false;
    at += 1;
  }
  return true;
}

/** Whether two names are likely one where blanks of the one are left out: `Gholam Reza`, `Qolamreza`. */
function areJoined(a: readonly string[], b: readonly string[], names: NameLists): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length === short.length || long.some(isInitial)) return false;
  return long.slice(1).some((word, at) => {
    const joined = [...long.slice(0, at), `${long[at]}${word}`, ...long.slice(at + 2)];
    return (
      joined.length >= short.length &&
      short.length > 1 &&
      areMet(short, joined, areLikelyOne, names)
    );
  });
}

const sortedTokens = ({ tokens }: PersonName): string => [...tokens].sort().join(" ");

const tokenLikeness = (a: string, b: string): number =>
  endsOtherwise(a, b) ? 0 : nameTokenSimilarity(a, b);

/** Word for word one name, but for a short form: `Pepe Ruiz Arana`, `José Ruiz Arana`. */
function areShort(a: readonly string[], b: readonly string[], names: NameLists): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  return (
    a.some((token, at) => names.areNicknames(token, b[at] ?? "")) &&
    a.every((token, at) => {
      const other = b[at] ?? "";
      return names.areNicknames(token, other) || soundsLike(token, other);
    })
  );
}
