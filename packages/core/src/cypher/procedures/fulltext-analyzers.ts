/** How a full-text index takes a text apart. */
interface Analyzer {
  readonly name: string;
  readonly description: string;
  readonly terms: (text: string) => readonly string[];
}

const words = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+(?:['’.][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
const folded = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");

/** Those without lists of words that count for nothing, and without stems. The first is Neo4j's default. */
export const ANALYZERS: readonly Analyzer[] = [
  {
    name: "standard-no-stop-words",
    description: "Words in lower case; punctuation parts them.",
    terms: words,
  },
  {
    name: "standard-folding",
    description: "Words in lower case and without accents.",
    terms: (text) => words(folded(text)),
  },
  {
    name: "simple",
    description: "Runs of letters in lower case.",
    terms: (text) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [],
  },
  {
    name: "whitespace",
    description: "What stands between white space, as it is written.",
    terms: (text) => text.match(/\S+/gu) ?? [],
  },
  { name: "keyword", description: "The whole text as one term.", terms: (text) => [text] },
];

/** Null, and an analyzer that is not here, mean the default. */
export function termsOf(text: string, analyzer: string | null): string[] {
  const chosen = ANALYZERS.find(({ name }) => name === analyzer) ?? ANALYZERS[0];
  return [...(chosen?.terms(text) ?? [])];
}
