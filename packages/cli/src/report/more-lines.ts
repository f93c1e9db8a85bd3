import { counted } from "../terminal/counted.js";
import type { Layout } from "../terminal/layout.js";

/** How much a list goes on beyond what is shown, and how to see it; nothing where all is. */
export function moreLines(rest: number, what: string, { paint }: Layout): readonly string[] {
  return rest > 0
    ? ["", paint.dim(`and ${counted(rest, `other ${what}`)} (--limit shows more)`)]
    : [];
}
