// Sentences in which a paper takes back or puts right what it printed. Somebody who withdraws money, men
// or a claim to a harbour is no paper; a paper that was asked to, or refused, took nothing back.
import type { ReportDocument, Sentence } from "../model/report-document.js";
import type { WordSlot } from "../packs/word-slots.js";
import { type Token, tokenize } from "../text/tokenize.js";
import type { OriginPack } from "./leanings.js";
import type { NamedPublisher, Publishers } from "./publishers.js";

/** One sentence that takes something back. */
export interface Notice {
  readonly kind: "withdrawn" | "corrected";
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Spelling of the publisher whose report is spoken of; null where nobody knows whose. */
  readonly publisher: string | null;
}

/** How far back of a verb somebody may stand who asks for it or refuses it. */
const REACH = 10;
/** How many words may stand between a verb and what it takes back. */
const OBJECT = 6;

interface Read {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly named: readonly NamedPublisher[];
}

/** The sentences of a report that take something back, in text order. */
export function findNotices(
  document: ReportDocument,
  publishers: Publishers,
  pack: OriginPack,
): readonly Notice[] {
  const own = document.publisher === null ? null : publishers.spellingOf(document.publisher);
  const reader = new NoticeReader(pack, own);
  const read = document.sentences.map((sentence): Read => {
    const tokens = tokenize(document.text, sentence.start, sentence.end);
    return { sentence, tokens, named: publishers.namedIn(tokens) };
  });
  const headed = read.some(
    ({ sentence, tokens }) =>
      document.blocks[sentence.block]?.role === "headline" && reader.opens(tokens),
  );
  return read.flatMap((one): readonly Notice[] => {
    const { sentence, tokens, named } = one;
    const withdrawer = reader.withdrawer(one);
    if (withdrawer !== null)
      return [{ kind: "withdrawn", sentence, tokens, publisher: withdrawer }];
    if (!isStory(document, sentence)) return [];
    const opened = headed || reader.opens(tokens);
    if (!opened && !reader.corrects(one)) return [];
    return [{ kind: "corrected", sentence, tokens, publisher: named[0]?.spelling ?? own }];
  });
}

const isStory = ({ blocks }: ReportDocument, { block }: Sentence): boolean =>
  ["paragraph", "bullet"].includes(blocks[block]?.role ?? "paragraph");

const isLower = ({ text }: Token): boolean => /^\p{Ll}/u.test(text);

class NoticeReader {
  readonly #pack: OriginPack;
  readonly #own: string | null;

  /** @param own spelling of the publisher whose reports are read */
  constructor(pack: OriginPack, own: string | null) {
    this.#pack = pack;
    this.#own = own;
  }

  /** `Correction: …`, or a headline of that word alone. */
  opens(tokens: readonly Token[]): boolean {
    const to = this.#phraseEnd("correcting_openers", tokens, 0);
    const next = to === null ? undefined : tokens[to];
    return to !== null && (next === undefined || /^[:–—-]$/u.test(next.text));
  }

  /** Spelling of the publisher that withdraws a report in this sentence, or null. */
  withdrawer({ tokens, named }: Read): string | null {
    for (const at of tokens.keys()) {
      const to = this.#phraseEnd("withdrawing_words", tokens, at);
      if (to === null || this.#isUnreal(tokens, at, to)) continue;
      const subject = this.#subject(tokens, named, at);
      const found =
        subject !== null && this.#takesReport(tokens, to)
          ? subject
          : this.#passiveOwner(tokens, named, at);
      if (found !== null) return found;
    }
    return null;
  }

  /** Whether a sentence puts right what this paper, or one that it names, told. */
  corrects({ tokens, named }: Read): boolean {
    const isOurs =
      named.length > 0 || this.#has("report_things", tokens) || this.#has("self_words", tokens);
    if (!isOurs) return false;
    if (this.#has("correcting_words", tokens)) return true;
    return tokens.some((_, at) => {
      if (this.#phraseEnd("misstating_verbs", tokens, at) !== null)
        return !this.#isUnreal(tokens, at, at + 1) && this.#toldBefore(tokens, named, at);
      const adverb = this.#phraseEnd("misstating_adverbs", tokens, at);
      if (adverb !== null) return this.#tells(tokens, at, adverb);
      const to = this.#phraseEnd("correcting_verbs", tokens, at);
      if (to === null || this.#isUnreal(tokens, at, to)) return false;
      return this.#subject(tokens, named, at) !== null && this.#takesReport(tokens, to);
    });
  }

  /** "wrongly said", "was wrongly given", "gave wrongly": the slip is one of telling. */
  #tells(tokens: readonly Token[], at: number, to: number): boolean {
    return [at - 1, to].some((place) => this.#is("telling_verbs", tokens[place]));
  }

  /** Whether a report, a paper or whoever writes stands before a verb. */
  #toldBefore(tokens: readonly Token[], named: readonly NamedPublisher[], at: number): boolean {
    const before = tokens.slice(0, at);
    return (
      this.#subject(tokens, named, at) !== null ||
      this.#has("report_things", before) ||
      this.#has("report_claims", before)
    );
  }

  /** Whoever last stands before a verb and may print something. */
  #subject(tokens: readonly Token[], named: readonly NamedPublisher[], at: number): string | null {
    const paper = named.findLast((one) => one.to <= at);
    if (paper !== undefined) return paper.spelling;
    return this.#has("self_words", tokens.slice(0, at)) ? this.#own : null;
  }

  /** Whether a verb's object is something printed: "its report", "the 4 May story". */
  #takesReport(tokens: readonly Token[], from: number): boolean {
    for (let at = from; at <= Math.min(from + OBJECT, tokens.length - 1); at += 1) {
      if (this.#phraseEnd("report_things", tokens, at) !== null) return true;
      if (this.#is("report_claims", tokens[at]) && this.#is("own_words", tokens[from])) return true;
      const isEnd = tokens[at]?.kind === "mark" || this.#is("object_ends", tokens[at]);
      if (isEnd) return false;
    }
    return false;
  }

  /** Whose report "was withdrawn": of whom it is said to be, by whom it was, else of whoever prints this. */
  #passiveOwner(
    tokens: readonly Token[],
    named: readonly NamedPublisher[],
    at: number,
  ): string | null {
    const isPassive = [1, 2].some((back) => this.#is("passive_words", tokens[at - back]));
    if (!isPassive) return null;
    const noun = tokens.findIndex((_, place) => {
      const to = this.#phraseEnd("report_things", tokens, place);
      return to !== null && to <= at;
    });
    if (noun < 0) return null;
    const owner = named.findLast(
      ({ to }) => to <= noun && tokens[to]?.kind === "possessive" && noun - to <= OBJECT,
    );
    const agent = named.find(({ from }) => from > at && from - at <= OBJECT);
    if (owner !== undefined || agent !== undefined) return (owner ?? agent)?.spelling ?? null;
    const isOwn = [1, 2, 3].some((back) => this.#is("own_words", tokens[noun - back]));
    return isOwn ? this.#own : null;
  }

  /** Whether a verb is negated, asked for, only possible, or refused afterwards. */
  #isUnreal(tokens: readonly Token[], at: number, to: number): boolean {
    const negation = new Set(this.#pack.wording.grammar.negation);
    // "of 4 May" is a day.
    const before = tokens.slice(Math.max(0, at - REACH), at).filter(isLower);
    return (
      before.some(({ folded }) => negation.has(folded)) ||
      this.#has("unreal_words", before) ||
      this.#has("refusing_words", before) ||
      this.#has("refusing_words", tokens.slice(to))
    );
  }

  #is(list: WordSlot, token: Token | undefined): boolean {
    return token !== undefined && this.#pack.words.has(list, token.folded);
  }

  #has(list: WordSlot, tokens: readonly Token[]): boolean {
    return tokens.some((_, at) => this.#phraseEnd(list, tokens, at) !== null);
  }

  /** Where a phrase of a list that begins at a place ends, or null. */
  #phraseEnd(list: WordSlot, tokens: readonly Token[], at: number): number | null {
    return this.#pack.words.phrases(list).longestAt(tokens, at)?.to ?? null;
  }
}
