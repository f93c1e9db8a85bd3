// Sentences end at . ! ? … before a capital, a digit or a quote, unless the stop belongs to an
// abbreviation or an initial. Runs that are no language (encoded data, hundreds of signs) are set
// apart, and a sentence never grows past a limit, so that no quote can be a whole file.
import type { Block, Sentence } from "../model/report-document.js";
import type { TextSpan } from "../model/text-span.js";
import type { DomainPack } from "../packs/domain-pack.js";

/** Longest sentence; a longer one is cut at a blank. */
const LONGEST = 800;
const CUT_AT = 400;
/** A run without blanks of this length is no word. */
const NOISE = /\S{61,}|[^\p{L}\p{N}\s.!?]\s?(?:[^\p{L}\p{N}\s]\s?){11,}/gu;
const STOP = /[.!?…]+["”’»)\]]*(?=\s)|[.!?…]+["”’»)\]]*$/gu;
const OPENS = /^\s+["“‘«([]?[\p{Lu}\p{N}\p{Lo}•–—-]/u;

/** Sentences of the blocks, in text order. */
export function splitSentences(
  text: string,
  blocks: readonly Block[],
  pack: DomainPack,
): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    for (const stretch of languageStretches(text, block)) {
      for (const span of splitStretch(text, stretch, pack)) {
        sentences.push({ index: sentences.length, block: block.index, ...span });
      }
    }
  }
  return sentences;
}

/** The block with every noise run as a stretch of its own. */
function languageStretches(text: string, block: Block): TextSpan[] {
  const slice = text.slice(block.start, block.end);
  const stretches: TextSpan[] = [];
  let start = block.start;
  for (const match of slice.matchAll(NOISE)) {
    if (/^https?:|^www\./i.test(match[0])) continue;
    const from = block.start + match.index;
    pushTrimmed(text, stretches, start, from);
    pushTrimmed(text, stretches, from, from + match[0].length);
    start = from + match[0].length;
  }
  pushTrimmed(text, stretches, start, block.end);
  return stretches;
}

function pushTrimmed(text: string, spans: TextSpan[], start: number, end: number): void {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === "") return;
  const from = start + slice.length - slice.trimStart().length;
  spans.push({ start: from, end: from + trimmed.length });
}

function splitStretch(text: string, stretch: TextSpan, pack: DomainPack): TextSpan[] {
  const slice = text.slice(stretch.start, stretch.end);
  const spans: TextSpan[] = [];
  let start = 0;
  for (const match of slice.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (end < slice.length && !isSentenceEnd(slice, match, end, pack)) continue;
    pushLimited(text, spans, stretch.start + start, stretch.start + end);
    start = end;
  }
  pushLimited(text, spans, stretch.start + start, stretch.end);
  return spans;
}

function isSentenceEnd(
  slice: string,
  match: RegExpExecArray,
  end: number,
  pack: DomainPack,
): boolean {
  if (!OPENS.test(slice.slice(end, end + 4))) return false;
  if (match[0] !== ".") return true;
  const before =
    /(\S{1,30})$/.exec(slice.slice(Math.max(0, match.index - 30), match.index))?.[1] ?? "";
  const word = before.replace(/^["“‘([]+/, "");
  if (/^\p{Lu}$/u.test(word)) return false;
  const after = slice.slice(end).trimStart();
  if (/^(\p{L}\.)+\p{L}$/u.test(word)) {
    // "U.S." before a name goes on; before a word that opens sentences it ends one.
    return pack.words.pattern("^<sentence_openers>\\b").test(after);
  }
  const folded = word.toLowerCase().replace(/^.*[-.]/, "");
  if (!pack.words.has("abbreviations", folded)) return true;
  if (pack.words.has("numbered_abbreviations", folded)) return !/^\d/.test(after);
  return (
    pack.words.pattern("^<closing_abbreviations>$").test(folded) && /^["“‘(]?\p{Lu}/u.test(after)
  );
}

/** A sentence cut at blanks into pieces where it is longer than the limit. */
function pushLimited(text: string, spans: TextSpan[], start: number, end: number): void {
  let from = start;
  while (end - from > LONGEST) {
    const blank = text.lastIndexOf(" ", from + CUT_AT);
    const cut = blank > from ? blank : from + CUT_AT;
    pushTrimmed(text, spans, from, cut);
    from = cut;
  }
  pushTrimmed(text, spans, from, end);
}
