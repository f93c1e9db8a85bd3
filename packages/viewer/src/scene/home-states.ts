import { compare, kindOf, type OrderedGraph } from "./ordered-graph.js";
import { readText } from "./property-reading.js";

/** Weight by node index of a state. */
type Votes = ReadonlyMap<number, number>;

/** One way in which a node belongs to a state: along the types, out of or into it. */
interface Rule {
  readonly types: readonly string[];
  readonly direction: "out" | "in";
}

const out = (...types: readonly string[]): Rule => ({ types, direction: "out" });
const into = (...types: readonly string[]): Rule => ({ types, direction: "in" });

/** Tried in order; the first that leads to a state decides. */
const RULES: readonly Rule[] = [
  out("AGENCY_OF"),
  out("LOCATED_IN"),
  out("HOLDS_POSITION"),
  out("TOOK_PLACE_IN"),
  out("OPERATES_IN"),
  out("PART_OF"),
  out("AFFILIATED_WITH", "LEADS", "PROTECTS"),
  into("TARGETED"),
  out("TARGETED"),
  into("CONDUCTED"),
  out("ASSOCIATED_WITH"),
];

/** What tells where a drug is at home: where it is made weighs most, each leg of its way counts. */
const DRUG_RULES: readonly (readonly [Rule, number])[] = [
  [out("PRODUCED_IN"), 2],
  [out("SMUGGLED_FROM"), 1],
  [out("SMUGGLED_VIA"), 1],
  [out("SMUGGLED_TO"), 1],
  [into("SEIZED"), 1],
];

/** Rounds of hearsay: a spokesman of a unit of a ministry of a state is three steps away. */
const ROUNDS = 5;

/**
 * The states a node belongs to, strongest first: none, one, or two where it stands on a border.
 * A state belongs to itself. Each round asks the neighbours what they knew a round before, so the
 * answer depends on no order. O(rounds × relationships).
 */
export function homeStates(index: OrderedGraph): (node: number) => readonly number[] {
  const states = statesByCode(index);
  let known: readonly Votes[] = index.nodes.map(() => new Map());
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = known;
    const ask = (node: number): Votes => before[node] ?? new Map();
    known = index.nodes.map((_, node) => vote(index, states, node, ask));
  }
  return (node) => strongest(index, known[node] ?? new Map());
}

function vote(
  index: OrderedGraph,
  states: ReadonlyMap<string, number>,
  node: number,
  next: (node: number) => Votes,
): Votes {
  const slot = index.nodes[node] ?? -1;
  const kind = kindOf(index.graph, slot);
  if (kind === "Country") return new Map([[node, 1]]);
  if (kind === "Drug") {
    const all = new Map<number, number>();
    for (const [rule, weight] of DRUG_RULES) add(all, follow(index, node, rule, next), weight);
    return all;
  }
  for (const rule of RULES) {
    const found = follow(index, node, rule, next);
    if (found.size > 0) return found;
  }
  const own = states.get((readText(index.graph.nodeProperty(slot, "country")) ?? "").toLowerCase());
  return own === undefined ? new Map() : new Map([[own, 1]]);
}

/** Each neighbour has one vote, shared among its own states. */
function follow(
  index: OrderedGraph,
  node: number,
  rule: Rule,
  next: (node: number) => Votes,
): Votes {
  const all = new Map<number, number>();
  const { graph } = index;
  const seen = new Set<number>();
  graph.expand(index.nodes[node] ?? -1, rule.direction, rule.types, (_, slot) => {
    const neighbour = index.nodeAt.get(slot);
    if (neighbour !== undefined) seen.add(neighbour);
    return true;
  });
  for (const neighbour of [...seen].sort((a, b) => a - b)) {
    const votes = next(neighbour);
    const total = [...votes.values()].reduce((sum, one) => sum + one, 0);
    if (total > 0) add(all, votes, 1 / total);
  }
  return all;
}

function add(into: Map<number, number>, votes: Votes, weight: number): void {
  for (const [state, value] of votes) into.set(state, (into.get(state) ?? 0) + value * weight);
}

/** The strongest state, and the second where it holds at least half as many votes. */
function strongest(index: OrderedGraph, votes: Votes): readonly number[] {
  const order = [...votes].sort(
    ([a, x], [b, y]) => y - x || compare(index.ids[a] ?? "", index.ids[b] ?? ""),
  );
  const top = order[0]?.[1] ?? 0;
  return order
    .slice(0, 2)
    .filter(([, weight]) => weight * 2 > top - 1e-9)
    .map(([state]) => state);
}

function statesByCode(index: OrderedGraph): ReadonlyMap<string, number> {
  const states = new Map<string, number>();
  index.nodes.forEach((slot, node) => {
    if (kindOf(index.graph, slot) !== "Country") return;
    for (const key of ["iso2", "iso3", "name"]) {
      const code = readText(index.graph.nodeProperty(slot, key));
      if (code !== null) states.set(code.toLowerCase(), node);
    }
  });
  return states;
}
