import type { Schema, StateStep } from "../model/schema.js";
import type { RawGraph } from "./raw-graph.js";

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
  const asked = createAsked(raw, schema);
  const states = raw.nodes.map((_, node) => rank(asked.votesOf(node)));
  return { states, near: findNear(raw, schema, states, asked.neighbours) };
}

type Neighbours = (node: number, step: StateStep) => readonly number[];

function createAsked(
  raw: RawGraph,
  schema: Schema,
): { readonly votesOf: (node: number) => Votes; readonly neighbours: Neighbours } {
  const neighbours = neighbourLists(raw);
  const codes = codesOf(raw);
  const known = new Map<number, Votes>();
  let left = 0;
  /** Adds up what a node's neighbours say; `isWhole` is false where a cycle or a limit hid some. */
  const ask = (node: number, above: ReadonlySet<number>): { votes: Votes; isWhole: boolean } => {
    const found = known.get(node);
    if (found !== undefined) return { votes: found, isWhole: true };
    const own = raw.nodes[node];
    if (own === undefined) return { votes: NONE, isWhole: true };
    if (own.state !== null) return { votes: new Map([[own.state, 1]]), isWhole: true };
    const path = new Set(above).add(node);
    let isWhole = true;
    for (const step of schema.entity(own.kind)?.state ?? []) {
      const votes = new Map<string, number>();
      if (step.kind === "property") {
        const code = own.country === null ? undefined : codes.get(own.country);
        if (code !== undefined) votes.set(code, 1);
      } else {
        for (const next of neighbours(node, step)) {
          left -= 1;
          if (path.has(next) || path.size > DEPTH || left < 0) {
            isWhole = false;
            continue;
          }
          const told = ask(next, path);
          isWhole &&= told.isWhole;
          addShared(votes, told.votes);
        }
      }
      if (votes.size > 0) return settle(known, node, votes, isWhole);
    }
    return settle(known, node, NONE, isWhole);
  };
  const votesOf = (node: number): Votes => {
    left = MOST_ASKED;
    return ask(node, new Set()).votes;
  };
  return { votesOf, neighbours };
}

const NONE: Votes = new Map();

function settle(
  known: Map<number, Votes>,
  node: number,
  votes: Votes,
  isWhole: boolean,
): { votes: Votes; isWhole: boolean } {
  if (isWhole) known.set(node, votes);
  return { votes, isWhole };
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
  return [...votes.keys()].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
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
    let isDone = true;
    known = nodes.map(({ kind }, node) => {
      const now = before[node] ?? [];
      if (now.length > 0 || (states[node] ?? []).length > 0) return now;
      for (const step of schema.entity(kind)?.near ?? []) {
        const votes = new Map<string, number>();
        for (const next of neighbours(node, step)) {
          addShared(votes, new Map(said(next).map((state) => [state, 1])));
        }
        if (votes.size === 0) continue;
        isDone = false;
        return rank(votes);
      }
      return now;
    });
    if (isDone) break;
  }
  return known;
}
