import { compareText } from "@redthread/core/text";
import { isMention, isThing } from "./look-up.js";
import type { GroundKind, SceneContent } from "./scene.js";

/** A ground before it has an outline. */
export interface GroundDraft {
  readonly kind: GroundKind;
  readonly name: string;
  /** Index of the state's node, or null. */
  readonly node: number | null;
  /** Longitude and latitude of its middle, or null where it has none. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly members: readonly number[];
}

/** Who stands on which ground. */
export interface GroundPlan {
  readonly grounds: readonly GroundDraft[];
  /** Grounds of each node: none, one, or two. */
  readonly groundsOf: readonly (readonly number[])[];
  /** The ground that a node is, by node, or null. */
  readonly groundOf: readonly (number | null)[];
}

/** Grounds that are no states, in their order. */
const REST = ["elsewhere", "international", "unnamed"] as const;
/** Most states that have a ground of their own. */
const MOST_STATES = 8;
/** Fewest states, and members each, for which grounds tell more than a plain layout. */
const FEWEST_STATES = 2;
const FEWEST_MEMBERS = 3;

/**
 * Gives each state that matters a ground and each thing a place on one or two of them. The plan is
 * empty where fewer than two states hold three things each.
 */
export function assignGrounds(content: SceneContent): GroundPlan {
  const { nodes } = content;
  const members = membersByState(content);
  const rich = [...members.values()].filter((held) => held >= FEWEST_MEMBERS).length;
  if (rich < FEWEST_STATES) return noGrounds(content);
  const states = rankStates(content, members).slice(0, MOST_STATES);
  const own = new Map(states.map((state, at) => [state, at]));
  const linked = linkedNodes(content);
  const edged = new Set(content.edges.flatMap(({ from, to }) => [from, to]));
  const rest = new Map<GroundKind, number>();
  const restAt = (kind: GroundKind) => {
    const at = rest.get(kind) ?? states.length + rest.size;
    rest.set(kind, at);
    return at;
  };
  const bodies = bodyKinds(content);
  const order: readonly (typeof REST)[number][] = REST.filter((kind) =>
    nodes.some(
      (node, at) =>
        isPlaced(content, at, own, linked, edged) && restKind(node, own, bodies) === kind,
    ),
  );
  for (const kind of order) restAt(kind);
  const groundsOf = nodes.map((node, at) => {
    if (!isPlaced(content, at, own, linked, edged)) return [];
    const held = node.homes.flatMap((home) => own.get(home) ?? []);
    if (held.length > 0) return [...new Set(held)].sort((a, b) => a - b);
    return [restAt(restKind(node, own, bodies) ?? "unnamed")];
  });
  const drafts = [
    ...states.map((state) => stateDraft(content, state)),
    ...order.map(restDraft),
  ].map((draft, ground) => ({
    ...draft,
    members: nodes.flatMap((_, at) => ((groundsOf[at] ?? []).includes(ground) ? [at] : [])),
  }));
  return { grounds: drafts, groundsOf, groundOf: nodes.map((_, at) => own.get(at) ?? null) };
}

/**
 * True for what stands on the picture: no report, route or figure, no state that is a ground itself, and nothing that
 * neither belongs to a state nor is linked to what does: a picture can say nothing of it.
 */
function isPlaced(
  { nodes }: SceneContent,
  at: number,
  own: ReadonlyMap<number, number>,
  linked: ReadonlySet<number>,
  edged: ReadonlySet<number>,
): boolean {
  const node = nodes[at];
  if (node === undefined || !isThing(node) || own.has(at)) return false;
  if (node.homes.some((home) => own.has(home))) return true;
  return linked.has(at) && edged.has(at);
}

/** Things that links join, over other things that are no states, to one that a state holds. */
function linkedNodes({ nodes, edges }: SceneContent): ReadonlySet<number> {
  const near: number[][] = nodes.map(() => []);
  for (const { from, to } of edges) {
    const ends = [nodes[from], nodes[to]];
    if (from === to || !ends.every((end) => end !== undefined && isThing(end))) continue;
    near[from]?.push(to);
    near[to]?.push(from);
  }
  const linked = new Set(
    nodes.flatMap((node, at) =>
      isThing(node) && (node.homes.length > 0 || node.kind === "Country") ? [at] : [],
    ),
  );
  for (const at of linked) for (const next of near[at] ?? []) linked.add(next);
  return linked;
}

/** Kinds of public bodies: one that no state has is a body of several. */
function bodyKinds({ kinds }: Pick<SceneContent, "kinds">): ReadonlySet<string> {
  return new Set(kinds.filter(({ role }) => role === "body").map(({ kind }) => kind));
}

function restKind(
  node: SceneContent["nodes"][number],
  own: ReadonlyMap<number, number>,
  bodies: ReadonlySet<string>,
): GroundKind | null {
  if (node.homes.some((home) => own.has(home))) return null;
  if (node.homes.length > 0 || node.kind === "Country") return "elsewhere";
  return bodies.has(node.kind) || node.beyond ? "international" : "unnamed";
}

function noGrounds({ nodes }: SceneContent): GroundPlan {
  return { grounds: [], groundsOf: nodes.map(() => []), groundOf: nodes.map(() => null) };
}

/**
 * The grounds of a choice of things: those of the states given, in their order, and of the rest that
 * stand on none of them. A thing on a border stands on both sides of it.
 */
export function planGrounds(
  content: Pick<SceneContent, "nodes" | "kinds">,
  chosen: readonly number[],
  states: readonly number[],
): GroundPlan {
  const { nodes } = content;
  const own = new Map(states.map((state, at) => [state, at]));
  const bodies = bodyKinds(content);
  const restOf = (at: number): GroundKind | null => {
    const node = nodes[at];
    return node === undefined || own.has(at) ? null : restKind(node, own, bodies);
  };
  const rest: readonly GroundKind[] = REST.filter((kind) =>
    chosen.some((at) => restOf(at) === kind),
  );
  const groundsOf: (readonly number[])[] = nodes.map(() => []);
  for (const at of chosen) {
    if (own.has(at)) continue;
    const held = (nodes[at]?.homes ?? []).flatMap((home) => own.get(home) ?? []);
    const kind = restOf(at);
    groundsOf[at] =
      kind === null
        ? [...new Set(held)].sort((a, b) => a - b)
        : [states.length + rest.indexOf(kind)];
  }
  const drafts = [...states.map((state) => stateDraft(content, state)), ...rest.map(restDraft)];
  const grounds = drafts.map((draft, ground) => ({
    ...draft,
    members: chosen.filter((at) => (groundsOf[at] ?? []).includes(ground)).sort((a, b) => a - b),
  }));
  return { grounds, groundsOf, groundOf: nodes.map((_, at) => own.get(at) ?? null) };
}

/** Things each state holds; one on a border counts for both. */
function membersByState({ nodes }: SceneContent): ReadonlyMap<number, number> {
  const members = new Map<number, number>();
  nodes.forEach((node, at) => {
    if (node.kind === "Country") members.set(at, members.get(at) ?? 0);
    else if (isThing(node)) {
      for (const home of node.homes) members.set(home, (members.get(home) ?? 0) + 1);
    }
  });
  return members;
}

/** States by what they hold, then by how many links reach them; those that neither hold nor are reached are left out. */
function rankStates(
  { nodes, edges }: SceneContent,
  members: ReadonlyMap<number, number>,
): readonly number[] {
  const links = new Map<number, number>();
  for (const edge of edges) {
    if (isMention({ nodes }, edge)) continue;
    const { from, to } = edge;
    for (const end of [from, to]) links.set(end, (links.get(end) ?? 0) + 1);
  }
  return [...members]
    .filter(([state, held]) => held > 0 || (links.get(state) ?? 0) > 0)
    .sort(
      ([a, x], [b, y]) =>
        y - x ||
        (links.get(b) ?? 0) - (links.get(a) ?? 0) ||
        compareText(nodes[a]?.id ?? "", nodes[b]?.id ?? ""),
    )
    .map(([state]) => state);
}

function stateDraft(
  { nodes }: Pick<SceneContent, "nodes">,
  state: number,
): Omit<GroundDraft, "members"> {
  const node = nodes[state];
  return {
    kind: "state",
    name: node?.name ?? "",
    node: state,
    longitude: node?.longitude ?? null,
    latitude: node?.latitude ?? null,
  };
}

function restDraft(kind: GroundKind): Omit<GroundDraft, "members"> {
  const names = {
    international: "International",
    unnamed: "No state named",
    elsewhere: "Elsewhere",
    state: "",
  };
  return { kind, name: names[kind], node: null, longitude: null, latitude: null };
}
