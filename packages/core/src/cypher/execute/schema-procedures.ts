import type { GraphReader } from "../../graph/graph-reader.js";
import { type CypherValue, NodeRecord, RelationshipRecord } from "../values/cypher-value.js";
import { typeName } from "../values/type-name.js";
import type { Procedure } from "./procedure.js";

/** What the graph is made of: its labels and types with their properties, and how they are joined. */
export const SCHEMA_PROCEDURES: readonly Procedure[] = [
  {
    signature: {
      name: "db.schema.nodeTypeProperties",
      inputs: [],
      outputs: [
        { name: "nodeType", type: "STRING" },
        { name: "nodeLabels", type: "LIST<STRING>" },
        { name: "propertyName", type: "STRING" },
        { name: "propertyTypes", type: "LIST<STRING>" },
        { name: "mandatory", type: "BOOLEAN" },
      ],
    },
    call: (_args, { graph }) => nodeTypes(graph),
  },
  {
    signature: {
      name: "db.schema.relTypeProperties",
      inputs: [],
      outputs: [
        { name: "relType", type: "STRING" },
        { name: "propertyName", type: "STRING" },
        { name: "propertyTypes", type: "LIST<STRING>" },
        { name: "mandatory", type: "BOOLEAN" },
      ],
    },
    call: (_args, { graph }) => relationshipTypes(graph),
  },
  {
    signature: {
      name: "db.schema.visualization",
      inputs: [],
      outputs: [
        { name: "nodes", type: "LIST<NODE>" },
        { name: "relationships", type: "LIST<RELATIONSHIP>" },
      ],
    },
    call: (_args, { graph }) => [schemaPicture(graph)],
  },
];

/** Property keys of one kind of element: in how many of them, and with which types. */
class Kind {
  readonly names: readonly string[];
  count = 0;
  readonly #keys = new Map<string, { count: number; readonly types: Set<string> }>();

  constructor(names: readonly string[]) {
    this.names = names;
  }

  add(keys: readonly string[], read: (key: string) => CypherValue): void {
    this.count += 1;
    for (const key of keys) {
      const entry = this.#keys.get(key) ?? { count: 0, types: new Set() };
      this.#keys.set(key, entry);
      entry.count += 1;
      entry.types.add(typeName(read(key)));
    }
  }

  /** Name, types and whether every element has it, by name; one row of nulls when there are no keys. */
  rows(): readonly (readonly [CypherValue, CypherValue, boolean])[] {
    if (this.#keys.size === 0) {
      return [[null, null, false]];
    }
    return [...this.#keys]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { count, types }]) => [key, [...types].sort(), count === this.count]);
  }
}

function nodeTypes(graph: GraphReader): readonly (readonly CypherValue[])[] {
  const kinds = new Map<string, Kind>();
  graph.forEachNode(null, (node) => {
    const labels = [...graph.labelsOf(node)].sort();
    const kind = kindFor(kinds, labels.map((label) => `:\`${label}\``).join(""), labels);
    kind.add(graph.nodePropertyKeys(node), (key) => graph.nodeProperty(node, key) ?? null);
    return true;
  });
  return sorted(kinds).flatMap(([name, kind]) =>
    kind.rows().map((row) => [name, kind.names, ...row]),
  );
}

function relationshipTypes(graph: GraphReader): readonly (readonly CypherValue[])[] {
  const kinds = new Map<string, Kind>();
  graph.forEachRelationship(null, (relationship) => {
    const type = graph.typeOf(relationship);
    const read = (key: string) => graph.relationshipProperty(relationship, key) ?? null;
    const kind = kindFor(kinds, `:\`${type}\``, [type]);
    kind.add(graph.relationshipPropertyKeys(relationship), read);
    return true;
  });
  return sorted(kinds).flatMap(([name, kind]) => kind.rows().map((row) => [name, ...row]));
}

function kindFor(kinds: Map<string, Kind>, name: string, names: readonly string[]): Kind {
  const known = kinds.get(name);
  if (known !== undefined) {
    return known;
  }
  const kind = new Kind(names);
  kinds.set(name, kind);
  return kind;
}

const sorted = <T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** One node a label and one relationship for each pair of labels that a type joins. */
function schemaPicture(graph: GraphReader): readonly CypherValue[] {
  const nodes = graph
    .labels()
    .map((label) => new NodeRecord(label, [label], new Map([["name", label]])));
  const joins = new Map<string, RelationshipRecord>();
  graph.forEachRelationship(null, (relationship) => {
    const type = graph.typeOf(relationship);
    for (const start of graph.labelsOf(graph.startOf(relationship))) {
      for (const end of graph.labelsOf(graph.endOf(relationship))) {
        const id = `${start} ${type} ${end}`;
        if (!joins.has(id)) {
          const properties = new Map([["name", type]]);
          joins.set(id, new RelationshipRecord(id, type, start, end, properties));
        }
      }
    }
    return true;
  });
  return [nodes, sorted(joins).map(([, join]) => join)];
}
