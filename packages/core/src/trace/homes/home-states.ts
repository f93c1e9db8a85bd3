import type { Schema, StateStep } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import type { RawGraph, RawNode } from "../read/raw-graph.js";

/** For each node the codes of its states, and of those a picture sets it by where it has none. */
export interface Homes {
  readonly states: readonly (readonly string[])[];
  readonly near: readonly (readonly string[])[];
}

/** Weight by code of a state. */
type Votes = ReadonlyMap<string, number>;

/** Steps from a spokesman over a unit, its office, its directorate and its ministry to the state. */
const DEPTH = 6;
/** Neighbours asked for one node before the rest is left out; only tangled cycles come near. */
const MOST_ASKED = 5_000;
/** Rounds in which what stands near something is set near its states. */
const ROUNDS = 4;

/**
 * The states every node is at home in, strongest first. A state is its own. Of the ways that its type
 * declares the first that leads to a state decides; there each neighbour has one vote, shared among
 * its own states. Nothing is asked for itself, however long the cycle, so no answer depends on order.
 */
export function findHomes(raw: RawGraph, schema: Schema): Homes {
  const search = new StateSearch(raw, schema);
  const states = raw.nodes.map((_, node) => rank(search.votesOf(node)));
  return { states, near: findNear(raw, schema, states, search.neighbours) };
}

type Neighbours = (node: number, step: StateStep) => readonly number[];

/** What was told of a node; `isWhole` is false where a cycle or a limit hid some of it. */
interface Told {
  readonly votes: Votes;
  readonly isWhole: boolean;
}

const NONE: Votes = new Map();

/** Asks nodes for their states, and remembers every answer that no cycle cut short. */
class StateSearch {
  readonly neighbours: Neighbours;
  readonly #raw: RawGraph;
  readonly #schema: Schema;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #known = new Map<number, Votes>();
  #left = 0;

  constructor(raw: RawGraph, schema: Schema) {
    this.#raw = raw;
    this.#schema = schema;
    this.#codes = codesOf(raw);
    this.neighbours = neighbourLists(raw);
  }

  votesOf(node: number): Votes {
    this.#left = MOST_ASKED;
    return this.#ask(node, new Set()).votes;
  }

  #ask(node: number, above: ReadonlySet<number>): Told {
    const found = this.#known.get(node);
    if (found !== undefined) return { votes: found, isWhole: true };
    const own = this.#raw.nodes[node];
    if (own === undefined) return { votes: NONE, isWhole: true };
    if (own.state !== null) return { votes: new Map([[own.state, 1]]), isWhole: true };
    const told = this.#askWays(node, own, new Set(above).add(node));
    if (told.isWhole) this.#known.set(node, told.votes);
    return told;
  }

  /** The first of its type's ways that leads to a state. */
  #askWays(node: number, { kind, country }: RawNode, path: ReadonlySet<number>): Told {
    let isWhole = true;
    for (const step of this.#schema.entity(kind)?.state ?? []) {
      const told =
        step.kind === "property"
          ? this.#ownState(country)
          : this.#askNeighbours(this.neighbours(node, step), path);
      isWhole &&= told.isWhole;
      if (told.votes.size > 0) return { votes: told.votes, isWhole };
    }
    return { votes: NONE, isWhole };
  }

  #ownState(country: string | null): Told {
    const code = country === null ? undefined : this.#codes.get(country);
    return { votes: code === undefined ? NONE : new Map([[code, 1]]), isWhole: true };
  }

  #askNeighbours(neighbours: readonly number[], path: ReadonlySet<number>): Told {
    const votes = new Map<string, number>();
    let isWhole = true;
    for (const next of neighbours) {
      this.#left -= 1;
      const isHidden = path.has(next) || path.size > DEPTH || this.#left < 0;
      const told = isHidden ? { votes: NONE, isWhole: false } : this.#ask(next, path);
      isWhole &&= told.isWhole;
      addShared(votes, told.votes);
    }
    return { votes, isWhole };
  }
}

/** One vote, shared among the states of whoever gives it. */
function addShared(into: Map<string, number>, votes: Votes): void {
  let total = 0;
  for (const weight of votes.values()) total += weight;
  if (total === 0) return;
  for (const [state, weight] of votes) into.set(state, (into.get(state) ?? 0) + weight / total);
}

/** Most votes first, to the millionth, so that the order of a sum decides nothing; equals by code. */
function rank(votes: Votes): readonly string[] {
  const weight = (state: string): number => Math.round((votes.get(state) ?? 0) * 1e6);
  return [...votes.keys()].sort((a, b) => weight(b) - weight(a) || compareText(a, b));
}

function neighbourLists({ links }: RawGraph): Neighbours {
  const lists = new Map<string, Set<number>>();
  const add = (key: string, node: number): void => {
    const known = lists.get(key);
    if (known === undefined) lists.set(key, new Set([node]));
    else known.add(node);
  };
  for (const { from, to, type, modality } of links) {
    if (modality === "denied" || modality === "hypothetical") continue;
    add(`${from} out ${type}`, to);
    add(`${to} in ${type}`, from);
  }
  const sorted = new Map([...lists].map(([key, set]) => [key, [...set].sort((a, b) => a - b)]));
  return (node, step) =>
    step.kind === "property" ? [] : (sorted.get(`${node} ${step.direction} ${step.type}`) ?? []);
}

/** Codes, long codes, ids and names of states, in lower case, with the code each stands for. */
function codesOf({ nodes }: RawGraph): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { state, id, name } of nodes) {
    if (state === null) continue;
    for (const key of [name.toLowerCase(), id.toLowerCase(), state]) codes.set(key, state);
  }
  return codes;
}

/** Layer by layer: what has no state stands near the states of the first step that leads to any. */
function findNear(
  { nodes }: RawGraph,
  schema: Schema,
  states: Homes["states"],
  neighbours: Neighbours,
): Homes["near"] {
  let known: Homes["near"] = nodes.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = known;
    const said = (node: number): readonly string[] => {
      const own = states[node] ?? [];
      return own.length > 0 ? own : (before[node] ?? []);
    };
    known = nodes.map(({ kind }, node) => {
      const now = before[node] ?? [];
      const isSet = now.length > 0 || (states[node] ?? []).length > 0;
      const steps = schema.entity(kind)?.near ?? [];
      return isSet ? now : firstNear(steps.map((step) => neighbours(node, step).map(said)));
    });
    if (known.every((now, node) => now.length === (before[node] ?? []).length)) break;
  }
  return known;
}

/** The states of the first step whose neighbours have any, strongest first. */
function firstNear(steps: readonly (readonly (readonly string[])[])[]): readonly string[] {
  for (const neighbours of steps) {
    const votes = new Map<string, number>();
    for (const states of neighbours) {
      addShared(votes, new Map(states.map((state) => [state, 1])));
    }
    if (votes.size > 0) return rank(votes);
  }
  return [];
}
