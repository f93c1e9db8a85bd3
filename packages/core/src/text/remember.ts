/** Answers kept before all of them are let go: words of a language, many times over. */
const MOST = 100_000;

/** A function of one text that keeps its answers, for what is asked of the same words over and over. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}
