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
  const duplicates = new Set<number>();
  const firstOf = new Map<string, number>();
  const holder = new Map<string, number>();
  const folded = lines.map((line) => line.split(SENTENCE_END).map(foldName));
  for (const [at, sentences] of folded.entries()) {
    const whole = sentences.join(" ");
    if (whole.length >= TELLING) {
      if (firstOf.has(whole)) duplicates.add(at);
      else firstOf.set(whole, at);
    }
    if (duplicates.has(at)) continue;
    for (const sentence of sentences) {
      const known = holder.get(sentence);
      const longer = known === undefined || (folded[known]?.length ?? 0) < sentences.length;
      if (sentence.length >= TELLING && longer) holder.set(sentence, at);
    }
  }
  for (const [at, sentences] of folded.entries()) {
    if (!duplicates.has(at) && isHeldElsewhere(sentences, at, holder)) duplicates.add(at);
  }
  return duplicates;
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
