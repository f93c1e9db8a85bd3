import { foldName } from "../text/fold.js";

/** Shortest sentence whose repetition is no chance. */
const TELLING = 40;
/** Words that a stray header may put in front of a repeated sentence. */
const STRAY_WORDS = 6;
const SENTENCE_END = /(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\d])/u;

/**
 * Indexes of lines that repeat what another line says: exact repeats (the later one), and lines all
 * of whose sentences stand in a longer line, a stray header of up to six words in front allowed.
 * Linear in the text.
 */
export function findDuplicates(lines: readonly string[]): ReadonlySet<number> {
  const folded = lines.map((line) => line.split(SENTENCE_END).map(foldName));
  const duplicates = findRepeats(folded);
  const holder = findHolders(folded, duplicates);
  for (const [at, sentences] of folded.entries()) {
    if (!duplicates.has(at) && isHeldElsewhere(sentences, at, holder)) duplicates.add(at);
  }
  return duplicates;
}

/** Lines that say word for word what an earlier one says. */
function findRepeats(folded: readonly (readonly string[])[]): Set<number> {
  const repeats = new Set<number>();
  const seen = new Set<string>();
  for (const [at, sentences] of folded.entries()) {
    const whole = sentences.join(" ");
    if (whole.length < TELLING) continue;
    if (seen.has(whole)) repeats.add(at);
    seen.add(whole);
  }
  return repeats;
}

/** For each telling sentence the line of most sentences that holds it, the first of equals. */
function findHolders(
  folded: readonly (readonly string[])[],
  passedOver: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const holder = new Map<string, number>();
  const lengthOf = (line: number | undefined): number => folded[line ?? -1]?.length ?? 0;
  for (const [at, sentences] of folded.entries()) {
    if (passedOver.has(at)) continue;
    for (const sentence of sentences) {
      const isLonger = lengthOf(holder.get(sentence)) < sentences.length;
      if (sentence.length >= TELLING && isLonger) holder.set(sentence, at);
    }
  }
  return holder;
}

function isHeldElsewhere(
  sentences: readonly string[],
  at: number,
  holder: ReadonlyMap<string, number>,
): boolean {
  return sentences.every((sentence, index) => {
    const other = holder.get(sentence);
    if (other !== undefined && other !== at) return true;
    return (
      index === 0 &&
      withoutHeader(sentence).some((rest) => {
        const held = holder.get(rest);
        return held !== undefined && held !== at;
      })
    );
  });
}

/** The sentence without its first one to six words. */
function withoutHeader(sentence: string): string[] {
  const words = sentence.split(" ");
  const rests: string[] = [];
  for (let drop = 1; drop <= STRAY_WORDS && drop < words.length; drop += 1) {
    const rest = words.slice(drop).join(" ");
    if (rest.length >= TELLING) rests.push(rest);
  }
  return rests;
}
