import { countWords, dateWords, rangeWords } from "@redthread/core/trace";
import { isMention } from "../scene/look-up.js";
import type { Overview } from "../scene/overview.js";
import type { Scene, SceneDocument, SceneEvidence } from "../scene/scene.js";

/** The line under the title: reports, publishers, span, entities and links. */
export function standfirst(scene: Pick<Scene, "counts" | "nodes" | "edges">): string {
  const { counts } = scene;
  const parts = [countWords(counts.reports, "report")];
  if (counts.publishers > 0) parts.push(countWords(counts.publishers, "publisher"));
  if (counts.span !== null) parts.push(rangeWords(...counts.span));
  parts.push(
    `${countWords(counts.entities, "entity", "entities")}, ${countWords(counts.edges, "link")}${proofWords(scene)}`,
  );
  return parts.join(" · ");
}

/** No more than holds: one sentence for every link, or how many have none that says them. */
function proofWords({ nodes, edges }: Pick<Scene, "nodes" | "edges">): string {
  const links = edges.filter((edge) => !isMention({ nodes }, edge));
  const inferred = links.filter((edge) => edge.inferred).length;
  const bare = links.filter(({ evidence }) => evidence.length === 0).length;
  if (links.length > 0 && inferred + bare === 0) return ", every one with its sentence";
  const told = inferred === 0 ? "" : `, ${inferred} inferred from several sentences`;
  return bare === 0 ? told : `${told}, ${bare} without a sentence`;
}

/** One sentence for those who cannot see the picture. */
export function pictureWords(scene: Scene): string {
  const { kinds, grounds, lines, counts, overview } = scene;
  if (overview !== null && scene.open === null) return overviewWords(scene, overview);
  const shown = kinds
    .filter(({ drawn }) => drawn > 0)
    .map(({ word, plural, drawn }) => countWords(drawn, word, plural.toLowerCase()));
  const states = grounds.filter(({ kind }) => kind === "state").map(({ name }) => name);
  const where = states.length === 0 ? "" : ` on the grounds of ${join(states)}`;
  return `Picture of ${join(shown)}${where}, joined by ${countWords(lines.length, "line")}. The list below holds all ${countWords(counts.entities, "entity", "entities")} and ${countWords(counts.edges, "link")} with their quotes.`;
}

/** The same for an overview: what is where, and what crosses most. */
function overviewWords({ counts, nodes }: Scene, { bands, crossings }: Overview): string {
  const states = nodes.filter(({ isState }) => isState !== null).length;
  return `Overview of ${countWords(counts.entities, "entity", "entities")} on the grounds of ${countWords(states, "state")}, with ${countWords(crossings.length, "crossing")} of borders, the strongest drawn as ${countWords(bands.length, "band")}. The list below holds all with their quotes.`;
}

/** Where a quote stands: publisher, date, and paragraph, page or row. */
export function sourceWords(
  document: SceneDocument | undefined,
  { paragraph }: Pick<SceneEvidence, "paragraph">,
): string {
  const parts = [document?.publisher ?? document?.title ?? "unnamed source"];
  if (document?.date) parts.push(dateWords(document.date));
  if (typeof paragraph === "string") parts.push(paragraph);
  else if (paragraph !== null) parts.push(`paragraph ${paragraph}`);
  return parts.join(", ");
}

function join(words: readonly string[]): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
