import { compareText } from "@redthread/core/text";
import type { SceneMark } from "./scene.js";

const WORD = /[\p{L}\p{N}]/u;

/** A node whose names are looked for in a quote. */
export interface NamedNode {
  readonly node: number;
  readonly names: readonly string[];
}

/**
 * Where a quote names the nodes: whole words, case ignored, longest name first, never overlapping,
 * sorted by place. O(names × length of the quote).
 */
export function nameMarks(quote: string, nodes: readonly NamedNode[]): readonly SceneMark[] {
  const folded = fold(quote);
  const wanted = nodes
    .flatMap(({ node, names }) => names.map((name) => ({ node, name: fold(name) })))
    .filter(({ name }) => name.trim().length > 1)
    .sort(
      (a, b) => b.name.length - a.name.length || compareText(a.name, b.name) || a.node - b.node,
    );
  const marks: SceneMark[] = [];
  for (const { node, name } of wanted) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const end = at + name.length;
      const free = marks.every((mark) => end <= mark.start || at >= mark.end);
      if (free && isWhole(quote, at, end)) marks.push({ start: at, end, node });
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text.charAt(start - 1) : " ";
  const after = end < text.length ? text.charAt(end) : " ";
  return !WORD.test(before) && !WORD.test(after);
}

/** Lower case with every character kept in its place, so that offsets stay true. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let kept = "";
  for (const char of text) {
    const low = char.toLowerCase();
    kept += low.length === char.length ? low : char;
  }
  return kept;
}
