import type { Expression } from "../ast/expression.js";
import type { PatternPathSearch } from "../plan/path-search.js";
import type {
  PatternGraph,
  PatternNode,
  PatternRelationship,
  PatternShortest,
} from "../plan/pattern-graph.js";
import { namesIn } from "../plan/walk-ast.js";

/** A predicate with the pattern variables it has to wait for. */
export interface WaitingPredicate {
  readonly predicate: Expression;
  readonly needs: readonly string[];
}

/** Where the search for a pattern stands: what is bound and what is still to be done. Copied on each move. */
export interface SearchState {
  readonly bound: ReadonlySet<string>;
  readonly relationships: readonly PatternRelationship[];
  readonly shortest: readonly PatternShortest[];
  readonly searches: readonly PatternPathSearch[];
  readonly waiting: readonly WaitingPredicate[];
}

/** The start of a search: everything bound outside is bound. */
export function startSearch(pattern: PatternGraph): SearchState {
  const own = new Set<string>();
  for (const { name } of [...pattern.nodes, ...pattern.relationships, ...pattern.paths]) {
    own.add(name);
  }
  for (const { relationship, path } of pattern.shortest) {
    own.add(relationship.name);
    if (path !== null) {
      own.add(path.name);
    }
  }
  for (const { names } of pattern.searches) {
    for (const name of names) {
      own.add(name);
    }
  }
  const waiting = pattern.predicates.map((predicate) => ({
    predicate,
    needs: [...namesIn(predicate)].filter((name) => own.has(name)),
  }));
  const bound = new Set(
    pattern.nodes.filter(({ state }) => state !== "free").map(({ name }) => name),
  );
  const { relationships, shortest, searches } = pattern;
  return { bound, relationships, shortest, searches, waiting };
}

/** Splits the waiting predicates into those whose variables are bound and the rest. */
export function readyPredicates(
  waiting: readonly WaitingPredicate[],
  bound: ReadonlySet<string>,
): { readonly ready: readonly Expression[]; readonly waiting: readonly WaitingPredicate[] } {
  const isReady = ({ needs }: WaitingPredicate) => needs.every((name) => bound.has(name));
  return {
    ready: waiting.filter(isReady).map(({ predicate }) => predicate),
    waiting: waiting.filter((entry) => !isReady(entry)),
  };
}

/** One step of a search. */
export type Move =
  | { readonly kind: "node"; readonly node: PatternNode }
  | { readonly kind: "scan"; readonly relationship: PatternRelationship }
  | { readonly kind: "take"; readonly relationship: PatternRelationship }
  | {
      readonly kind: "expand";
      readonly relationship: PatternRelationship;
      /** Walks from the right end of the drawing to the left one. */
      readonly reversed: boolean;
      readonly into: boolean;
    }
  | { readonly kind: "shortest"; readonly shortest: PatternShortest }
  | {
      readonly kind: "search";
      readonly search: PatternPathSearch;
      /** Walks from the right end of the drawing to the left one. */
      readonly reversed: boolean;
      readonly into: boolean;
    };

/** Everything that may be done next. */
export function possibleMoves(pattern: PatternGraph, state: SearchState): readonly Move[] {
  const moves: Move[] = [];
  for (const relationship of state.relationships) {
    moves.push(...movesOf(relationship, state.bound));
  }
  for (const shortest of state.shortest) {
    const { from, to } = shortest.relationship;
    if (state.bound.has(from) && state.bound.has(to)) {
      moves.push({ kind: "shortest", shortest });
    }
  }
  for (const search of state.searches) {
    moves.push(...searchMoves(search, state.bound));
  }
  for (const node of pattern.nodes) {
    if (!state.bound.has(node.name)) {
      moves.push({ kind: "node", node });
    }
  }
  return moves;
}

/** Paths are searched for from either end; those that are chosen among others between two known ends. */
function searchMoves(search: PatternPathSearch, bound: ReadonlySet<string>): readonly Move[] {
  const from = bound.has(search.from);
  const to = bound.has(search.to);
  if (from && to) {
    return [{ kind: "search", search, reversed: false, into: true }];
  }
  if ((!from && !to) || search.selector !== null) {
    return [];
  }
  const into = search.from === search.to;
  return [{ kind: "search", search, reversed: !from, into }];
}

function movesOf(relationship: PatternRelationship, bound: ReadonlySet<string>): readonly Move[] {
  const from = bound.has(relationship.from);
  const to = bound.has(relationship.to);
  if (relationship.state !== "free" && relationship.length === null) {
    return [{ kind: "take", relationship }];
  }
  if (from && to) {
    return [{ kind: "expand", relationship, reversed: false, into: true }];
  }
  if (from || to) {
    const into = relationship.from === relationship.to;
    return [{ kind: "expand", relationship, reversed: !from, into }];
  }
  return relationship.length === null ? [{ kind: "scan", relationship }] : [];
}

/** The names that a move binds. */
function namesBoundBy(move: Move): readonly string[] {
  switch (move.kind) {
    case "node":
      return [move.node.name];
    case "scan":
    case "take":
    case "expand":
      return [move.relationship.name, move.relationship.from, move.relationship.to];
    case "search":
      return [...move.search.names, move.search.from, move.search.to];
    case "shortest": {
      const { relationship, path } = move.shortest;
      return path === null ? [relationship.name] : [relationship.name, path.name];
    }
  }
}

/** The state after a move, its newly ready predicates apart. */
export function afterMove(state: SearchState, move: Move): SearchState {
  const bound = new Set([...state.bound, ...namesBoundBy(move)]);
  return {
    bound,
    relationships:
      "relationship" in move
        ? state.relationships.filter((entry) => entry !== move.relationship)
        : state.relationships,
    shortest:
      move.kind === "shortest"
        ? state.shortest.filter((entry) => entry !== move.shortest)
        : state.shortest,
    searches:
      move.kind === "search"
        ? state.searches.filter((entry) => entry !== move.search)
        : state.searches,
    waiting: state.waiting,
  };
}
