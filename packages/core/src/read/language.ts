import type { DomainPack } from "../packs/domain-pack.js";
import { tokenize } from "../text/tokenize.js";

/** Languages that are told by their stop words, with the list of the pack that holds them. */
const LANGUAGES = [
  ["en", "stop_words_en"],
  ["es", "stop_words_es"],
  ["fr", "stop_words_fr"],
  ["pt", "stop_words_pt"],
  ["de", "stop_words_de"],
  ["it", "stop_words_it"],
  ["nl", "stop_words_nl"],
  ["tr", "stop_words_tr"],
] as const;
/** Characters looked at; stop words tell a language within a few sentences. */
const SAMPLE = 8000;

/** Scripts that tell a language, or at least that it is not English. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, "ja"],
];

/** Letters that are no Latin ones. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

/** BCP 47 primary tag of a text by its script and stop words, or null where too little speaks. */
export function guessLanguage(text: string, pack: DomainPack): string | null {
  const sample = text.slice(0, SAMPLE);
  const words = tokenize(sample).filter((token) => token.kind === "word");
  if (words.length === 0) return null;
  for (const [script, language] of OTHER_SCRIPT.test(sample) ? SCRIPTS : []) {
    const hits = words.filter((token) => script.test(token.text)).length;
    if (hits > words.length * 0.5) return language;
  }
  const ranked = LANGUAGES.map(([language, list]) => ({
    language,
    hits: words.filter((token) => pack.words.has(list, token.folded)).length,
  })).sort((a, b) => b.hits - a.hits);
  const best = ranked[0];
  return best !== undefined && best.hits >= Math.max(2, words.length * 0.05) ? best.language : null;
}
