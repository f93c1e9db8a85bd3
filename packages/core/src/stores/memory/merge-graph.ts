import { RedthreadError } from "../../errors/redthread-error.js";
import type { ChangeCounts } from "../../graph/graph-writer.js";
import { propertiesEqual } from "../../graph/property-equality.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type { PropertyValue } from "../../graph/property-value.js";
import type { LoadProgress } from "../graph-store.js";

/** Elements between two reports of progress. */
const REPORT_EVERY = 10_000;

/**
 * Merges one graph into another on the `id` of nodes and relationships: elements that are there get
 * exactly the properties given and keep labels they have beside. All or nothing.
 * @throws RedthreadError `GRAPH_INVALID` for an element without `id`
 */
export function mergeGraph(
  into: PropertyGraph,
  from: PropertyGraph,
  onProgress: (progress: LoadProgress) => void,
): ChangeCounts {
  const merge = new Merge(into, from, onProgress);
  into.begin();
  try {
    merge.nodes();
    merge.relationships();
  } catch (error) {
    into.rollback();
    throw error;
  }
  into.commit();
  return merge.changes;
}

type Entries = readonly (readonly [string, PropertyValue])[];

class Merge {
  readonly changes: ChangeCounts = {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationshipsCreated: 0,
    relationshipsDeleted: 0,
    labelsAdded: 0,
    labelsRemoved: 0,
    propertiesSet: 0,
  };
  readonly #into: PropertyGraph;
  readonly #from: PropertyGraph;
  readonly #onProgress: (progress: LoadProgress) => void;
  /** Nodes of the target by the slot they have in the source. */
  readonly #nodeOf = new Map<number, number>();
  #done = 0;

  constructor(
    into: PropertyGraph,
    from: PropertyGraph,
    onProgress: (progress: LoadProgress) => void,
  ) {
    this.#into = into;
    this.#from = from;
    this.#onProgress = onProgress;
  }

  nodes(): void {
    const known = nodesById(this.#into);
    this.#from.forEachNode(null, (node) => {
      const labels = this.#from.labelsOf(node);
      const entries = nodeEntries(this.#from, node);
      const id = idOf(entries, "node", labels.join(":"));
      const existing = known.get(id);
      const merged = existing ?? this.#createNode(labels, entries);
      if (existing !== undefined) {
        this.#updateNode(existing, labels, entries);
      }
      known.set(id, merged);
      this.#nodeOf.set(node, merged);
      this.#report("nodes");
      return true;
    });
  }

  relationships(): void {
    const known = relationshipsById(this.#into);
    const from = this.#from;
    from.forEachRelationship(null, (relationship) => {
      const type = from.typeOf(relationship);
      const start = this.#nodeOf.get(from.startOf(relationship)) ?? -1;
      const end = this.#nodeOf.get(from.endOf(relationship)) ?? -1;
      const entries = relationshipEntries(from, relationship);
      // As with MERGE: the same id between other nodes or with another type is another relationship.
      const key = relationshipKey(type, start, end, idOf(entries, "relationship", type));
      const existing = known.get(key);
      if (existing === undefined) {
        known.set(key, this.#into.createRelationship(type, start, end, entries));
        this.changes.relationshipsCreated += 1;
        this.changes.propertiesSet += entries.length;
      } else {
        this.#updateRelationship(existing, entries);
      }
      this.#report("relationships");
      return true;
    });
  }

  #createNode(labels: readonly string[], entries: Entries): number {
    this.changes.nodesCreated += 1;
    this.changes.labelsAdded += labels.length;
    this.changes.propertiesSet += entries.length;
    return this.#into.createNode(labels, entries);
  }

  #updateNode(node: number, labels: readonly string[], entries: Entries): void {
    for (const label of labels) {
      if (!this.#into.hasLabel(node, label)) {
        this.changes.labelsAdded += 1;
        this.#into.addLabel(node, label);
      }
    }
    this.#setAll(nodeEntries(this.#into, node), entries, (key, value) => {
      this.#into.setNodeProperty(node, key, value);
    });
  }

  #updateRelationship(relationship: number, entries: Entries): void {
    this.#setAll(relationshipEntries(this.#into, relationship), entries, (key, value) => {
      this.#into.setRelationshipProperty(relationship, key, value);
    });
  }

  #setAll(
    before: Entries,
    wanted: Entries,
    setProperty: (key: string, value: PropertyValue | undefined) => void,
  ): void {
    const left = new Map(before);
    for (const [key, value] of wanted) {
      const old = left.get(key);
      left.delete(key);
      if (old === undefined || !propertiesEqual(old, value)) {
        this.changes.propertiesSet += 1;
        setProperty(key, value);
      }
    }
    for (const key of left.keys()) {
      this.changes.propertiesSet += 1;
      setProperty(key, undefined);
    }
  }

  #report(what: string): void {
    this.#done += 1;
    const total = this.#from.nodeCount + this.#from.relationshipCount;
    if (this.#done % REPORT_EVERY === 0 || this.#done === total) {
      this.#onProgress({ done: this.#done, total, what });
    }
  }
}

function nodesById(graph: PropertyGraph): Map<string, number> {
  const known = new Map<string, number>();
  graph.forEachNode(null, (node) => {
    const id = graph.nodeProperty(node, "id");
    if (id !== undefined) {
      known.set(keyOf(id), node);
    }
    return true;
  });
  return known;
}

function relationshipsById(graph: PropertyGraph): Map<string, number> {
  const known = new Map<string, number>();
  graph.forEachRelationship(null, (relationship) => {
    const id = graph.relationshipProperty(relationship, "id");
    if (id !== undefined) {
      const key = relationshipKey(
        graph.typeOf(relationship),
        graph.startOf(relationship),
        graph.endOf(relationship),
        keyOf(id),
      );
      known.set(key, relationship);
    }
    return true;
  });
  return known;
}

const relationshipKey = (type: string, start: number, end: number, id: string): string =>
  `${start},${end},${type},${id}`;

const keyOf = (id: PropertyValue): string => `${typeof id}:${String(id)}`;

function idOf(entries: Entries, what: string, names: string): string {
  const id = entries.find(([key]) => key === "id")?.[1];
  if (id === undefined) {
    throw new RedthreadError(
      "GRAPH_INVALID",
      `A ${what} of \`${names}\` has no \`id\`, so a second load would double it. Give every element an \`id\`.`,
    );
  }
  return keyOf(id);
}

function nodeEntries(graph: PropertyGraph, node: number): Entries {
  return entriesOf(graph.nodePropertyKeys(node), (key) => graph.nodeProperty(node, key));
}

function relationshipEntries(graph: PropertyGraph, relationship: number): Entries {
  return entriesOf(graph.relationshipPropertyKeys(relationship), (key) =>
    graph.relationshipProperty(relationship, key),
  );
}

function entriesOf(
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
): Entries {
  return keys.flatMap((key) => {
    const value = read(key);
    return value === undefined ? [] : [[key, value] as const];
  });
}
