import { foldName } from "../../text/fold.js";

/** A name as it is compared. */
export interface ReadName {
  readonly text: string;
  readonly folded: string;
  /** Folded, without articles unless it has no other word. */
  readonly words: readonly string[];
  /** Which of the words are acronyms. */
  readonly acronyms: ReadonlySet<string>;
}

/** Longest word in capitals that is taken for an acronym. */
const LONGEST_ACRONYM = 6;
const ARTICLES: ReadonlySet<string> = new Set(["al", "el"]);
/** The article of the Arabic script, which is written as one with its word. */
const JOINED_ARTICLE = /^\u0627\u0644(?=...)/;

const known = new Map<string, ReadName>();
/** Names kept read, so that a search at each key pressed folds nothing twice. */
const MOST_KNOWN = 20_000;

/** {@link readName} for the names of a case, which are asked for again and again. */
export function readKnownName(text: string): ReadName {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = readName(text);
  known.set(text, read);
  return read;
}

export function readName(text: string): ReadName {
  const folded = foldLetters(text);
  const all = folded.split(" ").filter(Boolean);
  const plain = all
    .filter((word) => !ARTICLES.has(word))
    .map((word) => word.replace(JOINED_ARTICLE, ""));
  const capitals = text.match(/[\p{Lu}\p{N}.]+(?![\p{L}\p{N}])/gu) ?? [];
  const acronyms = capitals
    .map(foldLetters)
    .filter((word) => word.length > 1 && word.length <= LONGEST_ACRONYM);
  return { text, folded, words: plain.length > 0 ? plain : all, acronyms: new Set(acronyms) };
}

/** A folded name, Arabic letters that are written in several ways in one of them. */
const foldLetters = (text: string): string =>
  foldName(text.replaceAll("\u200c", ""))
    .replaceAll("\u0640", "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replaceAll("\u06a9", "\u0643")
    .replaceAll("\u0629", "\u0647");
