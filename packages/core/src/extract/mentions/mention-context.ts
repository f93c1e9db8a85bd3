import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import type { AnyListName } from "../../packs/word-lists.js";
import type { ReadToken } from "../words/read-tokens.js";
import type { SentenceTokens } from "./sentence-tokens.js";

/** What the grammars know of the document beside the sentence at hand. */
export interface MentionContext {
  readonly document: ReportDocument;
  readonly pack: DomainPack;
  readonly views: readonly SentenceTokens[];
  /** How often each state is named, by alpha-2 code. */
  readonly countries: ReadonlyMap<string, number>;
  /** How often each state is named as such or by a region of it; empty while they are being counted. */
  readonly states: ReadonlyMap<string, number>;
  /** The states named in each sentence. */
  readonly statesOf: ReadonlyMap<SentenceTokens, ReadonlySet<string>>;
  /** Folded names of capitals that can stand for their state, with its alpha-2 code. */
  readonly capitals: ReadonlyMap<string, string>;
  /** Folded words that stand in lower case somewhere in the document. */
  readonly lowerWords: ReadonlySet<string>;
}

/** True when a word list of the pack holds the token. */
export const inList = (
  context: Pick<MentionContext, "pack">,
  list: AnyListName,
  token: ReadToken | undefined,
): boolean =>
  token !== undefined && token.folded !== "" && context.pack.words.has(list, token.folded);

/**
 * True for a word that is English before it is a name: common, or in lower case elsewhere in the
 * text; given names are none.
 */
export function isCommonWord(context: MentionContext, token: ReadToken): boolean {
  if (context.pack.words.has("given_names", token.folded)) return false;
  return context.pack.words.has("common", token.folded) || context.lowerWords.has(token.folded);
}

/** Folded lower-case words of the sentences read. */
export function collectLowerWords(views: readonly SentenceTokens[]): Set<string> {
  const words = new Set<string>();
  for (const view of views) {
    for (const token of view.tokens) {
      if (token.kind === "word" && token.folded !== "" && /^\p{Ll}/u.test(token.text)) {
        words.add(token.folded);
      }
    }
  }
  return words;
}
