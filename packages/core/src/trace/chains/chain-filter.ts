import type { TraceGraph, TraceGraphLink } from "../graph/trace-graph.js";
import { type DateWindow, isWithin } from "./date-window.js";

/**
 * What a chain may lead over: `linked` over links that say something of both ends; `common-ground`
 * also over a state, goods, a wide place or a publisher that both merely have in common;
 * `same-report` also over a report that names both. The last two are no links.
 */
export type ChainKind = "linked" | "common-ground" | "same-report";

/** Which chains are wanted; nodes are indexes of the trace graph. */
export interface ChainOptions {
  /** Chains to return; 3 when absent. */
  readonly limit?: number;
  /** Most hops of a chain; 6 when absent. */
  readonly maxHops?: number;
  /** True to look for common ground where no chain of links is found. */
  readonly commonGround?: boolean;
  /** Only these relationship types. */
  readonly types?: readonly string[];
  /** None of these relationship or entity types, and none of these nodes, except as an end. */
  readonly notTypes?: readonly string[];
  readonly notNodes?: readonly number[];
  /** Nodes that every chain passes, in any order; at most {@link MOST_VIA}. */
  readonly via?: readonly number[];
  /** Only what held or happened then; what no report dates is kept. */
  readonly during?: DateWindow;
  /** Only links at least so sure, 0–1, by their confidence as printed. */
  readonly minConfidence?: number;
  /** Only links put in one of these ways, such as `asserted`. */
  readonly modality?: readonly string[];
  /** Only chains that cross a border. */
  readonly crossBorder?: boolean;
}

/** Nodes that a search can be told to pass: each one doubles its work. */
export const MOST_VIA = 4;

/** Ways of putting it that make no link. */
const NO_LINK: ReadonlySet<string> = new Set(["denied", "hypothetical"]);

/** What a search may use, by index. */
export interface ChainReach {
  readonly mayFollow: readonly boolean[];
  readonly mayPass: readonly boolean[];
}

/** Which links a search follows and which nodes it leads through. O(nodes + links). */
export function chainReach(graph: TraceGraph, kind: ChainKind, options: ChainOptions): ChainReach {
  const documents = new Set(graph.documents);
  const isDocument = graph.nodes.map(({ id }) => documents.has(id));
  const left = new Set(options.notTypes ?? []);
  const excluded = new Set(options.notNodes ?? []);
  const mayPass = graph.nodes.map((node, at) => {
    if (excluded.has(at) || left.has(node.kind) || node.labels.some((label) => left.has(label))) {
      return false;
    }
    if (kind === "linked") return node.passes && isDocument[at] !== true;
    return kind === "same-report" || isDocument[at] !== true;
  });
  const mayFollow = graph.links.map(
    (link) =>
      (kind !== "linked" || link.walk) &&
      (kind === "same-report" ||
        (isDocument[link.from] !== true && isDocument[link.to] !== true)) &&
      isWanted(link, left, options),
  );
  return { mayFollow, mayPass };
}

function isWanted(
  link: TraceGraphLink,
  left: ReadonlySet<string>,
  { types, during, minConfidence, modality }: ChainOptions,
): boolean {
  if (NO_LINK.has(link.modality)) return false;
  // What was taken back has no origin left, and is shown, but joins nothing.
  if (link.sources === 0) return false;
  if (types !== undefined && types.length > 0 && !types.includes(link.type)) return false;
  if (left.has(link.type)) return false;
  if (modality !== undefined && modality.length > 0 && !modality.includes(link.modality)) {
    return false;
  }
  if (minConfidence !== undefined && Number(link.confidence.toFixed(2)) < minConfidence) {
    return false;
  }
  return during === undefined || isWithin(link, during) !== "out";
}
