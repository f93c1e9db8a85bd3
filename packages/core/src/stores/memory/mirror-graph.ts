import { noChanges } from "../../graph/graph-writer.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type { PropertyValue } from "../../graph/property-value.js";
import { storedEqual } from "../../graph/stored-equality.js";
import { type Overlap, refuseStranger, UNNAMED_CASE } from "../case-names.js";
import { checkIds, idKey, type SlotsById } from "../element-ids.js";
import type { LoadChanges, LoadOptions } from "../graph-store.js";

/** Elements between two reports of progress. */
const REPORT_EVERY = 10_000;

/** Changes of a load with the slots that now hold the case. */
export interface Mirrored {
  readonly changes: LoadChanges;
  readonly slots: SlotsById;
}

const NOTHING: SlotsById = { nodes: new Map(), relationships: new Map() };

/**
 * Makes the elements that an earlier load put into a graph equal to those of another; all or nothing.
 * @throws RedthreadError `GRAPH_INVALID`, `STORE_REFUSED`: see {@link GraphStore.load}.
 */
export function mirrorGraph(
  into: PropertyGraph,
  from: PropertyGraph,
  before: SlotsById | undefined,
  options: LoadOptions,
): Mirrored {
  const wanted = checkIds(from);
  const mirror = new Mirror(into, from, before ?? NOTHING, options);
  into.begin();
  try {
    mirror.run(wanted);
  } catch (error) {
    into.rollback();
    throw error;
  }
  into.commit();
  return { changes: mirror.changes, slots: mirror.slots };
}

type Entries = readonly (readonly [string, PropertyValue])[];

class Mirror {
  readonly changes = { ...noChanges(), nodesLeft: 0 };
  readonly slots = { nodes: new Map<string, number>(), relationships: new Map<string, number>() };
  readonly #into: PropertyGraph;
  readonly #from: PropertyGraph;
  readonly #before: SlotsById;
  readonly #options: LoadOptions;
  #done = 0;

  constructor(into: PropertyGraph, from: PropertyGraph, before: SlotsById, options: LoadOptions) {
    this.#into = into;
    this.#from = from;
    this.#before = { nodes: this.#standing(before, into), relationships: before.relationships };
    this.#options = options;
  }

  run(wanted: SlotsById): void {
    const { name = UNNAMED_CASE, anchor, replace } = this.#options;
    if (replace !== true)
      refuseStranger(name, this.#overlap(wanted, null), this.#overlap(wanted, anchor ?? null));
    for (const [id, node] of wanted.nodes) this.#mirrorNode(id, node);
    for (const [id, r] of wanted.relationships) this.#mirrorRelationship(id, r);
    for (const [id, r] of this.#before.relationships)
      if (!this.slots.relationships.has(id)) this.#deleteRelationship(id, r);
    for (const [id, node] of this.#before.nodes)
      if (!this.slots.nodes.has(id)) this.#deleteNode(node);
  }

  /** Queries may have deleted what was loaded, and given its slot to another. */
  #standing({ nodes }: SlotsById, into: PropertyGraph): ReadonlyMap<string, number> {
    return new Map(
      [...nodes].filter(([id, node]) => {
        const own = into.hasNode(node) ? into.nodeProperty(node, "id") : undefined;
        return own !== undefined && idKey(own) === id;
      }),
    );
  }

  #mirrorNode(id: string, node: number): void {
    const labels = this.#from.labelsOf(node);
    const entries = nodeEntries(this.#from, node);
    const known = this.#before.nodes.get(id);
    if (known === undefined) {
      this.changes.nodesCreated += 1;
      this.changes.labelsAdded += labels.length;
      this.changes.propertiesSet += entries.length;
      this.slots.nodes.set(id, this.#into.createNode(labels, entries));
    } else {
      this.slots.nodes.set(id, known);
      this.#setLabels(known, labels);
      this.#setAll(nodeEntries(this.#into, known), entries, (key, value) => {
        this.#into.setNodeProperty(known, key, value);
      });
    }
    this.#report("nodes");
  }

  #setLabels(node: number, labels: readonly string[]): void {
    for (const label of labels) {
      if (this.#into.hasLabel(node, label)) continue;
      this.changes.labelsAdded += 1;
      this.#into.addLabel(node, label);
    }
    for (const label of [...this.#into.labelsOf(node)]) {
      if (labels.includes(label)) continue;
      this.changes.labelsRemoved += 1;
      this.#into.removeLabel(node, label);
    }
  }

  #mirrorRelationship(id: string, r: number): void {
    const from = this.#from;
    const type = from.typeOf(r);
    const [start, end] = [this.#mirrored(from.startOf(r)), this.#mirrored(from.endOf(r))];
    const entries = relationshipEntries(from, r);
    const known = this.#knownRelationship(id, type, start, end);
    if (known === null) {
      this.changes.relationshipsCreated += 1;
      this.changes.propertiesSet += entries.length;
      const made = this.#into.createRelationship(type, start, end, entries);
      const old = this.#before.relationships.get(id);
      if (old !== undefined) this.#deleteRelationship(id, old);
      this.slots.relationships.set(id, made);
    } else {
      this.slots.relationships.set(id, known);
      this.#setAll(relationshipEntries(this.#into, known), entries, (key, value) => {
        this.#into.setRelationshipProperty(known, key, value);
      });
    }
    this.#report("relationships");
  }

  /** The slot in the target of a node of the source. */
  #mirrored(node: number): number {
    const id = this.#from.nodeProperty(node, "id");
    return (id === undefined ? undefined : this.slots.nodes.get(idKey(id))) ?? -1;
  }

  #knownRelationship(id: string, type: string, start: number, end: number): number | null {
    const slot = this.#before.relationships.get(id);
    if (slot === undefined || !this.#isStill(id, slot)) return null;
    const into = this.#into;
    const leadsAlike =
      into.typeOf(slot) === type && into.startOf(slot) === start && into.endOf(slot) === end;
    return leadsAlike ? slot : null;
  }

  #isStill(id: string, slot: number): boolean {
    if (!this.#into.hasRelationship(slot)) return false;
    const own = this.#into.relationshipProperty(slot, "id");
    return own !== undefined && idKey(own) === id;
  }

  #deleteRelationship(id: string, slot: number): void {
    if (!this.#isStill(id, slot)) return;
    this.changes.relationshipsDeleted += 1;
    this.#into.deleteRelationship(slot);
  }

  #deleteNode(node: number): void {
    if (this.#into.degree(node, "both", null) > 0) {
      this.changes.nodesLeft += 1;
      return;
    }
    this.changes.nodesDeleted += 1;
    this.#into.deleteNode(node);
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
      if (old !== undefined && storedEqual(old, value)) continue;
      this.changes.propertiesSet += 1;
      setProperty(key, value);
    }
    for (const key of left.keys()) {
      this.changes.propertiesSet += 1;
      setProperty(key, undefined);
    }
  }

  /** How the nodes of a label, or all, lie in the case and in what was loaded of it before. */
  #overlap({ nodes }: SlotsById, label: string | null): Overlap {
    const bearing = (graph: PropertyGraph, slots: ReadonlyMap<string, number>): readonly string[] =>
      [...slots].flatMap(([id, node]) =>
        label === null || graph.hasLabel(node, label) ? [id] : [],
      );
    const there = bearing(this.#into, this.#before.nodes);
    return {
      here: bearing(this.#from, nodes).length,
      there: there.length,
      common: there.filter((id) => nodes.has(id)).length,
    };
  }

  #report(what: string): void {
    this.#done += 1;
    const total = this.#from.nodeCount + this.#from.relationshipCount;
    if (this.#done % REPORT_EVERY === 0 || this.#done === total)
      this.#options.onProgress?.({ done: this.#done, total, what });
  }
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
