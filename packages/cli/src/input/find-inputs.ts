import { compareText } from "@redthread/core/text";
import type { FindContext, Finder, FoundInputs } from "./finder.js";
import { folderFinder } from "./walk-inputs.js";

/** Every way to find inputs, in the order in which words are offered; the last one takes what is left. */
const FINDERS: readonly Finder[] = [folderFinder];

/**
 * All files that the words of a command line mean.
 * @throws RedthreadError `INPUT_UNREADABLE` when one of them means nothing.
 */
export function findInputs(words: readonly string[], context: FindContext): FoundInputs {
  const taken = new Map<Finder, string[]>();
  for (const word of words) {
    const finder = FINDERS.find((one) => one.takes(word)) ?? folderFinder;
    taken.set(finder, [...(taken.get(finder) ?? []), word]);
  }
  const found = [...taken].map(([finder, own]) => finder.find(own, context));
  return {
    inputs: found.flatMap(({ inputs }) => inputs).sort(byPath),
    skipped: found.flatMap(({ skipped }) => skipped).sort(byPath),
    failed: found.flatMap(({ failed }) => failed).sort(byPath),
  };
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareText(a.path, b.path);
