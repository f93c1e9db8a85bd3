/** Words of an excerpt, and of these those before the first name. */
const MOST_WORDS = 10;
const BEFORE = 1;

/** The few words of a sentence in which it names two things, between dots where it goes on. */
export function excerpt(quote: string, names: readonly (readonly string[])[]): string {
  const words = quote.split(/\s+/).filter((word) => word !== "");
  const starts = words.reduce<number[]>((all, word, at) => {
    all.push(at === 0 ? 0 : (all[at - 1] ?? 0) + (words[at - 1]?.length ?? 0) + 1);
    return word === "" ? all : all;
  }, []);
  const text = words.join(" ");
  const wordAt = (offset: number): number => {
    const next = starts.findIndex((start) => start > offset);
    return (next < 0 ? words.length : next) - 1;
  };
  const found = names.flatMap((forms) => {
    const at = forms.filter((form) => form !== "").map((form) => text.indexOf(form));
    const first = Math.min(...at.filter((offset) => offset >= 0));
    return Number.isFinite(first) ? [wordAt(first)] : [];
  });
  const first = Math.max(0, (found.length === 0 ? 0 : Math.min(...found)) - BEFORE);
  const start = Math.max(0, Math.min(first, words.length - MOST_WORDS));
  const end = Math.min(words.length, start + MOST_WORDS);
  const before = start > 0 ? "… " : "";
  const after = end < words.length ? " …" : "";
  return `“${before}${words.slice(start, end).join(" ")}${after}”`;
}
