import { CONFIDENCE_BANDS, confidenceBand } from "@redthread/core/model";
import type { ChainOptions, TraceGraph, TraceGraphLink } from "@redthread/core/trace";

/** A chain as a plain search writes it down: links by index, and each node it meets. */
export interface PlainChain {
  readonly stops: readonly number[];
  readonly links: readonly number[];
}

type Wanted = Required<Pick<ChainOptions, "maxHops" | "limit">> &
  Pick<ChainOptions, "via" | "notNodes" | "types" | "crossBorder" | "minConfidence">;

/** Every chain between two nodes by trying all of them, best first: what `findChains` promises. */
export function everyChain(
  graph: TraceGraph,
  from: number,
  to: number,
  wanted: Wanted,
): readonly PlainChain[] {
  const [start, goal] = from < to ? [from, to] : [to, from];
  const found: PlainChain[] = [];
  const walk = ({ stops, links }: PlainChain): void => {
    const at = stops.at(-1) ?? 0;
    if (at === goal) {
      found.push({ stops, links });
      return;
    }
    const mayPass = graph.nodes[at]?.passes === true && !(wanted.notNodes ?? []).includes(at);
    if (links.length >= wanted.maxHops || (at !== start && !mayPass)) return;
    graph.links.forEach((link, index) => {
      const next = link.from === at ? link.to : link.to === at ? link.from : -1;
      const isTold = links.some((one) => graph.links[one]?.fact === link.fact);
      if (next < 0 || stops.includes(next) || isTold || !mayFollow(link, wanted)) return;
      walk({ stops: [...stops, next], links: [...links, index] });
    });
  };
  walk({ stops: [start], links: [] });
  const via = (wanted.via ?? []).filter((node) => node !== from && node !== to);
  const ranked = found
    .filter(({ stops }) => via.every((node) => stops.includes(node)))
    .filter((chain) => wanted.crossBorder !== true || fewestBorders(graph, chain.stops) > 0)
    .sort((a, b) => compareKeys(keyOf(graph, a), keyOf(graph, b)));
  const distinct = ranked.filter((chain, at) => firstLike(graph, ranked, chain) === at);
  return distinct
    .slice(0, wanted.limit)
    .map(({ stops, links }) =>
      start === from
        ? { stops, links }
        : { stops: [...stops].reverse(), links: [...links].reverse() },
    );
}

function mayFollow(link: TraceGraphLink, { types, minConfidence }: Wanted): boolean {
  return (
    link.walk &&
    link.modality !== "denied" &&
    (types === undefined || types.length === 0 || types.includes(link.type)) &&
    (minConfidence === undefined || link.confidence >= minConfidence)
  );
}

/** Numbers of which the lesser comes first, one by one. */
function keyOf(graph: TraceGraph, { stops, links }: PlainChain): readonly number[] {
  const all = links.flatMap((link) => graph.links[link] ?? []);
  const band = Math.max(...all.map(bandAt));
  const ofBand = all.filter((link) => bandAt(link) === band);
  const weakest = Math.min(...ofBand.map(hundredths));
  const sources = ofBand.filter((link) => hundredths(link) === weakest).map((link) => link.sources);
  const changes = all.filter(
    ({ documents }, at) => at > 0 && !all[at - 1]?.documents.some((one) => documents.includes(one)),
  );
  const ids = stops.slice(1).flatMap((stop, at) => [stop, links[at] ?? 0]);
  return [band, changes.length, links.length, -weakest, -Math.min(...sources), ...ids];
}

/** Place of a link's band, the surest first. */
const bandAt = ({ confidence }: TraceGraphLink): number =>
  CONFIDENCE_BANDS.indexOf(confidenceBand(confidence));

const hundredths = ({ confidence }: TraceGraphLink): number => Math.round(confidence * 100);

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Index of the first chain that is kept of those over the same stops or of the same facts. */
function firstLike(
  graph: TraceGraph,
  ranked: readonly PlainChain[],
  { stops, links }: PlainChain,
): number {
  const factsOf = (one: readonly number[]) => one.map((link) => graph.links[link]?.fact).join();
  return ranked.findIndex(
    (other) => other.stops.join() === stops.join() || factsOf(other.links) === factsOf(links),
  );
}

/** The fewest borders of a walk that stands at each stop in one of its states, by trying all. */
export function fewestBorders(graph: TraceGraph, stops: readonly number[]): number {
  let costs = new Map<string, number>();
  for (const states of stops.map((stop) => graph.nodes[stop]?.states ?? [])) {
    if (states.length === 0) continue;
    const next = new Map<string, number>();
    for (const state of states) {
      const ways = [...costs].map(([before, cost]) => cost + (before === state ? 0 : 1));
      next.set(state, ways.length === 0 ? 0 : Math.min(...ways));
    }
    costs = next;
  }
  return costs.size === 0 ? 0 : Math.min(...costs.values());
}
