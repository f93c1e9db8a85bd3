import type { DomainPack } from "../../packs/domain-pack.js";
import { compareText } from "../../text/compare.js";
import { foldName } from "../../text/fold.js";

/** Takes the words that name a state out of a name. */
export interface CountryWords {
  /**
   * The folded name without the names and demonyms of one state, longest first:
   * `Iraqi Interior Ministry` of `iq` → `interior ministry`. The whole folded name when nothing
   * else would be left.
   */
  without(name: string, country: string | null): string;
  /** Whether folded words name a state, or say that something is of it. */
  areIn(words: readonly string[], country: string): boolean;
}

const POSSESSIVE = /['’]s\b/gu;

/** Country words of a pack's states. */
export function createCountryWords(pack: Pick<DomainPack, "countries">): CountryWords {
  const phrases = new Map<string, readonly string[]>();
  for (const [iso2, country] of pack.countries) {
    const names = [country.name, ...country.aliases, ...country.demonyms].map(foldName);
    phrases.set(iso2, [...new Set(names)].filter((name) => name !== "").sort(longestFirst));
  }
  return {
    without: (name, country) => {
      const folded = foldName(name.replace(POSSESSIVE, ""));
      const stripped = (country === null ? [] : (phrases.get(country) ?? [])).reduce(
        (rest, phrase) => ` ${rest} `.replaceAll(` ${phrase} `, " ").trim(),
        folded,
      );
      return stripped === "" ? folded : stripped;
    },
    areIn: (words, country) => {
      const text = ` ${words.join(" ")} `;
      return (phrases.get(country) ?? []).some((phrase) => text.includes(` ${phrase} `));
    },
  };
}

const longestFirst = (a: string, b: string): number => b.length - a.length || compareText(a, b);
