// Parts of speech by wink-nlp's English model (MIT): trained tags for the open classes. Closed
// classes, names and known verbs are settled by our own tables afterwards.
import model from "wink-eng-lite-web-model";
import winkNLP, { type WinkMethods } from "wink-nlp";

/** Universal part of speech, as far as clauses need it. */
export type PartOfSpeech =
  | "NOUN"
  | "PROPN"
  | "VERB"
  | "AUX"
  | "ADJ"
  | "ADV"
  | "ADP"
  | "DET"
  | "PRON"
  | "NUM"
  | "PART"
  | "CCONJ"
  | "SCONJ"
  | "PUNCT"
  | "SYM"
  | "INTJ"
  | "X"
  | "SPACE";

let engine: WinkMethods | undefined;

/**
 * The part of speech of each word of a stretch of text, by the offset at which the word starts.
 * Linear; the first call loads the model in about 50 ms.
 */
export function tagWords(
  text: string,
  start: number,
  end: number,
): ReadonlyMap<number, PartOfSpeech> {
  engine ??= winkNLP(model, ["pos"]);
  const { its } = engine;
  const tokens = engine.readDoc(text.slice(start, end)).tokens();
  const words = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as PartOfSpeech[];
  const found = new Map<number, PartOfSpeech>();
  let at = start;
  for (const [index, word] of words.entries()) {
    // The library drops and normalises blanks, never letters: each word is the next of its kind.
    const place = text.indexOf(word, at);
    if (place < 0 || place >= end) continue;
    found.set(place, tags[index] ?? "X");
    at = place + word.length;
  }
  return found;
}
