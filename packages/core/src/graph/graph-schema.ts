import { RedthreadError } from "../errors/redthread-error.js";
import type { GraphReader } from "./graph-reader.js";
import { propertiesEqual } from "./property-equality.js";
import type { PropertyValue } from "./property-value.js";

/** No two nodes with the label may agree in all of the properties. Nodes that lack one may. */
export interface UniqueRule {
  readonly label: string;
  readonly keys: readonly string[];
}

/**
 * Rules that a graph keeps for as long as it is in memory, and names of indexes, which do nothing but
 * be there. A rule is checked for the nodes that a statement has touched, when it is committed.
 */
export class GraphSchema {
  readonly #rules = new Map<string, UniqueRule>();
  readonly #indexes = new Set<string>();
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

  hasIndex(name: string): boolean {
    return this.#indexes.has(name);
  }

  setIndex(name: string, isThere: boolean): void {
    if (isThere) {
      this.#indexes.add(name);
    } else {
      this.#indexes.delete(name);
    }
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
