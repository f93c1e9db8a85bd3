import type { Scene, SceneDocument, SceneEvidence } from "../scene/scene.js";
import { countWords, dateWords, spanWords } from "../scene/wording.js";
import { kindStyle } from "../theme/kinds.js";

/** The line under the title: reports, publishers, span, entities and links. */
export function standfirst({ counts, edges }: Pick<Scene, "counts" | "edges">): string {
  const parts = [countWords(counts.reports, "report")];
  const all = edges.length > 0 && edges.every(({ evidence }) => evidence.length > 0);
  const proven = all ? ", every one with its sentence" : "";
  if (counts.publishers > 0) parts.push(countWords(counts.publishers, "publisher"));
  if (counts.span !== null) parts.push(spanWords(...counts.span));
  parts.push(
    `${countWords(counts.entities, "entity", "entities")}, ${countWords(counts.edges, "link")}${proven}`,
  );
  return parts.join(" · ");
}

/** One sentence for those who cannot see the picture. */
export function pictureWords({ kinds, grounds, lines, counts }: Scene): string {
  const shown = kinds
    .filter(({ drawn }) => drawn > 0)
    .map(({ kind, drawn }) =>
      countWords(drawn, kind.toLowerCase(), kindStyle(kind).plural.toLowerCase()),
    );
  const states = grounds.filter(({ kind }) => kind === "state").map(({ name }) => name);
  const where = states.length === 0 ? "" : ` on the grounds of ${join(states)}`;
  return `Picture of ${join(shown)}${where}, joined by ${countWords(lines.length, "line")}. The list below holds all ${countWords(counts.entities, "entity", "entities")} and ${countWords(counts.edges, "link")} with their quotes.`;
}

/** Where a quote stands: publisher, date and paragraph. */
export function placeWords(
  document: SceneDocument | undefined,
  { paragraph }: Pick<SceneEvidence, "paragraph">,
): string {
  const parts = [document?.publisher ?? document?.title ?? "unnamed source"];
  if (document?.date) parts.push(dateWords(document.date));
  if (paragraph !== null) parts.push(`paragraph ${paragraph}`);
  return parts.join(", ");
}

function join(words: readonly string[]): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
