import { countWords } from "@redthread/core/trace";
import type { Band, Crossing, Flow, PageOverview } from "../scene/overview.js";
import type { PageScene } from "../scene/page-scene.js";
import { capitalised } from "../scene/wording.js";

type FlowScene = Pick<PageScene, "nodes" | "kinds">;

/** What a kind of crossing is called, by the words of the field for what crosses. */
export function flowWord({ kinds }: Pick<FlowScene, "kinds">, flow: Flow): string {
  const kindOf = (role: string) => kinds.find((kind) => kind.role === role);
  switch (flow) {
    case "route":
      return capitalised(`${kindOf("goods")?.word ?? "goods"} routes`);
    case "cooperation":
      return "Cooperation";
    case "network":
      return `${kindOf("group")?.plural ?? "Groups"} in both`;
    case "abroad":
      return "Acts abroad";
  }
}

/** The two ends of a band: what moves goes to, what joins goes and. */
export function bandTitle(scene: FlowScene, overview: PageOverview, band: Band): string {
  const nameOf = (end: number): string =>
    band.grain === "region" ? (overview.regionNames[end] ?? "") : (scene.nodes[end]?.name ?? "");
  const joint = band.flow === "route" || band.flow === "abroad" ? "to" : "and";
  return `${nameOf(band.from)} ${joint} ${nameOf(band.to)}`;
}

/** Goods, sources and pairs of states of a band. */
export function bandSummary(scene: FlowScene, overview: PageOverview, band: Band): string {
  const goods = goodsOf(overview, band).flatMap((at) => scene.nodes[at]?.name ?? []);
  const what = band.flow === "route" ? goods.join(", ") : flowWord(scene, band.flow);
  const pairs = countWords(band.crossings.length, "pair of states", "pairs of states");
  const sources = countWords(band.sources, "independent source");
  const parts = [what, sources, band.grain === "region" ? pairs : ""];
  return capitalised(parts.filter((part) => part !== "").join(" · "));
}

/** Why a band joins regions: no pair of its states is told by two. */
export const grainWords = ({ grain, crossings }: Band): string =>
  grain === "region" && crossings.length > 1
    ? "No pair of its states is told by two independent sources, so it is drawn between regions."
    : "";

function goodsOf({ crossings }: PageOverview, band: Band): readonly number[] {
  const counts = new Map<number, number>();
  for (const at of band.crossings) {
    for (const one of crossings[at]?.about ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const order = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  return order.slice(0, 3).map(([at]) => at);
}

/** A crossing by the names of its states. */
export function crossingTitle({ nodes }: FlowScene, { flow, from, to }: Crossing): string {
  const joint = flow === "route" || flow === "abroad" ? "to" : "and";
  return `${nodes[from]?.name ?? ""} ${joint} ${nodes[to]?.name ?? ""}`;
}
