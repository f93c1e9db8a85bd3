import type { ContentNode } from "../scene/scene.js";
import { LABEL_SIZE } from "../theme/fonts.js";
import { wrapLabel } from "./wrap-label.js";

/** First words that a shortened name keeps, so that one sees what it is. */
const KEPT_WORDS = 2;

/**
 * Labels that tell long names apart: of those that are too long and begin alike the middle is left
 * out, so that where they differ is seen. Names that fit, or that begin like no other, stay as they are.
 */
export function distinctLabels(nodes: readonly ContentNode[]): readonly ContentNode[] {
  const groups = new Map<string, number[]>();
  nodes.forEach(({ label }, at) => {
    const { lines } = wrapLabel(label, LABEL_SIZE, false);
    if (!lines.some((line) => line.endsWith("…"))) return;
    const key = label.split(" ", KEPT_WORDS).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const labels = new Map<number, string>();
  for (const alike of groups.values()) {
    const names = alike.map((at) => (nodes[at]?.label ?? "").split(" "));
    if (new Set(names.map((words) => words.join(" "))).size < 2) continue;
    const shared = sharedWords(names);
    alike.forEach((at, nth) => {
      labels.set(at, withoutMiddle(names[nth] ?? [], shared));
    });
  }
  return nodes.map((node, at) => ({ ...node, label: labels.get(at) ?? node.label }));
}

/** How many first words all of some names have in common. */
function sharedWords(names: readonly (readonly string[])[]): number {
  const [first = []] = names;
  const odd = first.findIndex((word, at) => names.some((words) => words[at] !== word));
  return odd < 0 ? first.length : odd;
}

/** The first words of a name, then those from where it differs; its last ones where it ends before. */
function withoutMiddle(words: readonly string[], shared: number): string {
  const from = shared < words.length ? shared : words.length - KEPT_WORDS;
  if (from <= KEPT_WORDS) return words.join(" ");
  return `${words.slice(0, KEPT_WORDS).join(" ")} … ${words.slice(from).join(" ")}`;
}
