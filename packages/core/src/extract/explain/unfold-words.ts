import type { FoldedText } from "../../text/invisible.js";

/**
 * A value in which all words of a folded text, at whatever depth, are those of the whole text: with the
 * characters that print nothing, at the offsets at which they stand there.
 */
export function unfoldWords<T>(value: T, whole: string, folded: FoldedText): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // Each member keeps its shape, which the compiler cannot see through a list.
    return value.map((one) => unfoldWords<unknown>(one, whole, folded)) as T;
  }
  const unfolded = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, unfoldWords<unknown>(one, whole, folded)]),
  );
  const { start, end, text } = value as { start?: unknown; end?: unknown; text?: unknown };
  const isWords =
    typeof start === "number" && typeof end === "number" && folded.text.slice(start, end) === text;
  if (!isWords) return unfolded as T;
  const span = folded.whole({ start, end });
  return { ...unfolded, ...span, text: whole.slice(span.start, span.end) } as T;
}
