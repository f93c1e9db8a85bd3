import { RedthreadError } from "../errors/redthread-error.js";
import type { GraphReader } from "./graph-reader.js";
import { propertiesEqual } from "./property-equality.js";
import type { PropertyValue } from "./property-value.js";

/** No two nodes with the label may agree in all of the properties. Nodes that lack one may. */
export interface UniqueRule {
  readonly label: string;
  readonly keys: readonly string[];
}

/** What an index covers. Only a full-text index is searched by its name; any other is a name and no more. */
export interface SchemaIndex {
  readonly kind: "RANGE" | "TEXT" | "POINT" | "LOOKUP" | "FULLTEXT";
  readonly of: "node" | "relationship";
  /** Labels or relationship types; none for an index over all of them. */
  readonly names: readonly string[];
  readonly keys: readonly string[];
  /** How a full-text index takes texts apart; null: as Neo4j does by default. */
  readonly analyzer: string | null;
}

/**
 * Rules that a graph keeps for as long as it is in memory, and what its indexes are called. A rule is checked for the nodes that a statement has touched, when it is committed.
 */
export class GraphSchema {
  readonly #rules = new Map<string, UniqueRule>();
  readonly #indexes = new Map<string, SchemaIndex>();
  readonly #touched = new Set<number>();

  hasRule(name: string): boolean {
    return this.#rules.has(name);
  }

  /** The name under which the very same rule is kept; null when it is not. */
  nameOf(rule: UniqueRule): string | null {
    const text = describe(rule);
    return [...this.#rules].find(([, each]) => describe(each) === text)?.[0] ?? null;
  }

  /** @throws RedthreadError `GRAPH_INVALID` when the graph breaks the rule already */
  addRule(name: string, rule: UniqueRule, graph: GraphReader): void {
    graph.forEachNode(rule.label, (node) => {
      assertUnique(graph, rule, node);
      return true;
    });
    this.#rules.set(name, rule);
  }

  dropRule(name: string): void {
    this.#rules.delete(name);
  }

  /** The rules by name. */
  rules(): ReadonlyMap<string, UniqueRule> {
    return this.#rules;
  }

  /** The indexes by name. */
  indexes(): ReadonlyMap<string, SchemaIndex> {
    return this.#indexes;
  }

  addIndex(name: string, index: SchemaIndex): void {
    this.#indexes.set(name, index);
  }

  dropIndex(name: string): void {
    this.#indexes.delete(name);
  }

  /** Notes a node whose labels or properties have changed. */
  touch(node: number): void {
    if (this.#rules.size > 0) {
      this.#touched.add(node);
    }
  }

  /** @throws RedthreadError `GRAPH_INVALID` when a touched node breaks a rule */
  check(graph: GraphReader): void {
    for (const rule of this.#rules.values()) {
      for (const node of this.#touched) {
        if (graph.hasNode(node) && graph.hasLabel(node, rule.label)) {
          assertUnique(graph, rule, node);
        }
      }
    }
    this.#touched.clear();
  }

  forgetTouched(): void {
    this.#touched.clear();
  }
}

const describe = ({ label, keys }: UniqueRule): string => JSON.stringify([label, ...keys]);

function assertUnique(graph: GraphReader, { label, keys }: UniqueRule, node: number): void {
  const values = keys.map((key) => graph.nodeProperty(node, key));
  const [key] = keys;
  const [value] = values;
  if (key === undefined || value === undefined || values.includes(undefined)) {
    return;
  }
  const twin = graph
    .findNodes(label, key, value)
    .find((other) => other !== node && agree(graph, other, keys, values));
  if (twin !== undefined) {
    throw new RedthreadError(
      "GRAPH_INVALID",
      `Two nodes with the label \`${label}\` would have the same ${keys.map((name) => `\`${name}\``).join(" and ")}, which a constraint forbids, so nothing was changed. Merge into the one that is there, or drop the constraint.`,
    );
  }
}

function agree(
  graph: GraphReader,
  node: number,
  keys: readonly string[],
  values: readonly (PropertyValue | undefined)[],
): boolean {
  return keys.every((key, at) => {
    const mine = graph.nodeProperty(node, key);
    const theirs = values[at];
    return mine !== undefined && theirs !== undefined && propertiesEqual(mine, theirs);
  });
}
