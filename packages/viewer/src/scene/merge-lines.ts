import type { GroundPlan } from "./assign-grounds.js";
import { doubtOf, milderDoubt } from "./doubt.js";
import { isThing, relationOf } from "./look-up.js";
import type { ContentLine, Doubt, SceneContent } from "./scene.js";

/** The lines of the picture, and for each edge the line that shows it. */
export interface MergedLines {
  readonly lines: readonly ContentLine[];
  readonly lineOf: readonly (number | null)[];
}

type LineContent = Pick<SceneContent, "nodes" | "edges" | "relations">;

/** Merges the edges between the same two ends and leaves out what the ground says. */
export function mergeLines(content: LineContent, plan: GroundPlan): MergedLines {
  const groups = new Map<string, number[]>();
  content.edges.forEach((edge, at) => {
    if (!isDrawn(content, plan, edge)) return;
    const [a, b] = edge.from <= edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    const key = `${a} ${b}`;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  });
  const lineOf: (number | null)[] = content.edges.map(() => null);
  const lines = [...groups.values()].map((edges, line) => {
    for (const edge of edges) lineOf[edge] = line;
    return mergeLine(content, edges);
  });
  return { lines, lineOf };
}

function mergeLine(content: LineContent, edges: readonly number[]): ContentLine {
  let doubt: Doubt = "denied";
  let sources = 1;
  for (const at of edges) {
    const edge = content.edges[at];
    if (edge === undefined) continue;
    doubt = milderDoubt(doubt, doubtOf(edge));
    sources = Math.max(sources, edge.sources);
  }
  const first = content.edges[edges[0] ?? 0];
  const a = first?.from ?? 0;
  const b = first?.to ?? 0;
  return { a, b, edges, doubt, sources, arrow: arrowOf(content, edges, a) };
}

/** The ends that goods are moved to. */
function arrowOf(content: LineContent, edges: readonly number[], a: number): ContentLine["arrow"] {
  let atA = false;
  let atB = false;
  for (const at of edges) {
    const edge = content.edges[at];
    if (edge === undefined) continue;
    const { moves } = relationOf(content, edge.type);
    if (moves === null) continue;
    const target = moves === "to" ? edge.to : edge.from;
    if (target === a) atA = true;
    else atB = true;
  }
  if (atA && atB) return "both";
  return atA ? "a" : atB ? "b" : "none";
}

/** On a picture with grounds the ground says where a thing stands, so no line does. */
function isDrawn(
  content: LineContent,
  { grounds, groundsOf, groundOf }: GroundPlan,
  edge: LineContent["edges"][number],
): boolean {
  const { nodes } = content;
  const ends = [nodes[edge.from], nodes[edge.to]];
  if (!ends.every((end) => end !== undefined && isThing(end))) return false;
  if (grounds.length === 0) return true;
  if (relationOf(content, edge.type).standing) return false;
  const from = groundOf[edge.from] ?? null;
  const to = groundOf[edge.to] ?? null;
  const says = (ground: number | null, node: number) =>
    ground !== null && (groundsOf[node] ?? []).includes(ground);
  return !says(to, edge.from) && !says(from, edge.to);
}
