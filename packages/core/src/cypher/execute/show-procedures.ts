import type { SchemaIndex } from "../../graph/graph-schema.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import { Float } from "../../graph/property-value.js";
import { SHOWN } from "../ast/shown-columns.js";
import { listFunctions } from "../functions/registry.js";
import type { ProcedureField } from "../semantics/catalog.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { Procedure } from "./procedure.js";

/** What SHOW reads: each lists all columns that Neo4j has, by procedures that no query can name. */
export function showProcedures(
  graph: PropertyGraph,
  procedures: () => Iterable<Procedure>,
): readonly Procedure[] {
  return [
    shown("INDEXES", () => indexRows(graph)),
    shown("CONSTRAINTS", () => constraintRows(graph)),
    shown("FUNCTIONS", functionRows),
    shown("PROCEDURES", () => procedureRows(procedures())),
  ];
}

type Cells = Readonly<Record<string, CypherValue>>;

function shown(what: keyof typeof SHOWN, rows: () => readonly Cells[]): Procedure {
  const { procedure, columns } = SHOWN[what];
  const outputs = columns.map((name): ProcedureField => ({ name, type: "ANY" }));
  return {
    signature: { name: procedure, inputs: [], outputs },
    call: () => rows().map((cells) => columns.map((name) => cells[name] ?? null)),
  };
}

const byName = (a: Cells, b: Cells): number => (String(a["name"]) < String(b["name"]) ? -1 : 1);

const PROVIDERS: Readonly<Record<SchemaIndex["kind"], string>> = {
  RANGE: "range-1.0",
  TEXT: "text-2.0",
  POINT: "point-1.0",
  LOOKUP: "token-lookup-1.0",
  FULLTEXT: "fulltext-1.0",
};

function indexRows(graph: PropertyGraph): readonly Cells[] {
  const { schema } = graph;
  const owned = [...schema.rules()].map(
    ([name, { label, keys }]) =>
      [name, { kind: "RANGE", of: "node", names: [label], keys, analyzer: null }, name] as const,
  );
  const own = [...schema.indexes()].map(([name, index]) => [name, index, null] as const);
  return [...owned, ...own]
    .map(([name, index, owner], at) => indexCells(at + 1, name, index, owner))
    .sort(byName);
}

function indexCells(id: number, name: string, index: SchemaIndex, owner: string | null): Cells {
  const { kind, of, names, keys } = index;
  const config: readonly [string, CypherValue][] =
    kind === "FULLTEXT"
      ? [
          ["fulltext.analyzer", index.analyzer ?? "standard-no-stop-words"],
          ["fulltext.eventually_consistent", false],
        ]
      : [];
  return {
    id,
    name,
    state: "ONLINE",
    populationPercent: new Float(100),
    type: kind,
    entityType: of.toUpperCase(),
    labelsOrTypes: kind === "LOOKUP" ? null : names,
    properties: kind === "LOOKUP" ? null : keys,
    indexProvider: PROVIDERS[kind],
    owningConstraint: owner,
    options: optionsOf(kind, config),
    failureMessage: "",
    createStatement:
      owner === null
        ? createIndexText(name, index)
        : createConstraintText(name, names[0] ?? "", keys),
  };
}

function optionsOf(kind: SchemaIndex["kind"], config: readonly [string, CypherValue][]) {
  return new Map<string, CypherValue>([
    ["indexConfig", new Map(config)],
    ["indexProvider", PROVIDERS[kind]],
  ]);
}

const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

function createIndexText(name: string, { kind, of, names, keys, analyzer }: SchemaIndex): string {
  const variable = of === "node" ? "n" : "r";
  const labels = names.map(quoted).join("|");
  const inside = `${variable}${labels === "" ? "" : `:${labels}`}`;
  const element = of === "node" ? `(${inside})` : `()-[${inside}]-()`;
  const start = `CREATE ${kind} INDEX ${quoted(name)} FOR ${element} ON`;
  const properties = keys.map((key) => `${variable}.${quoted(key)}`).join(", ");
  switch (kind) {
    case "LOOKUP":
      return `${start} EACH ${of === "node" ? "labels(n)" : "type(r)"}`;
    case "FULLTEXT": {
      const settings = `\`fulltext.analyzer\`: '${analyzer ?? "standard-no-stop-words"}',\`fulltext.eventually_consistent\`: false`;
      return `${start} EACH [${properties}] OPTIONS {indexConfig: {${settings}}}`;
    }
    default:
      return `${start} (${properties})`;
  }
}

function createConstraintText(name: string, label: string, keys: readonly string[]): string {
  const properties = keys.map((key) => `n.${quoted(key)}`).join(", ");
  return `CREATE CONSTRAINT ${quoted(name)} FOR (n:${quoted(label)}) REQUIRE (${properties}) IS UNIQUE`;
}

function constraintRows({ schema }: PropertyGraph): readonly Cells[] {
  return [...schema.rules()]
    .map(([name, { label, keys }], at) => ({
      id: at + 1,
      name,
      type: "UNIQUENESS",
      entityType: "NODE",
      labelsOrTypes: [label],
      properties: keys,
      ownedIndex: name,
      options: optionsOf("RANGE", []),
      createStatement: createConstraintText(name, label, keys),
    }))
    .sort(byName);
}

function functionRows(): readonly Cells[] {
  return listFunctions()
    .map(({ name, family, summary, isAggregate }) => {
      const [signature = name, description = summary] = summary.split(" → ");
      const category = `${family.charAt(0).toUpperCase()}${family.slice(1)}`;
      const isBuiltIn = !name.startsWith("apoc.");
      return { name, category, description, signature, isBuiltIn, aggregating: isAggregate };
    })
    .map((cells) => ({ ...cells, isDeprecated: false }))
    .sort(byName);
}

function procedureRows(procedures: Iterable<Procedure>): readonly Cells[] {
  return [...procedures]
    .filter(({ signature }) => !signature.name.includes(" "))
    .map(({ signature: { name, inputs, outputs, writes, summary } }) => {
      const written = (fields: readonly ProcedureField[]) =>
        fields.map((field) => `${field.name} :: ${field.type}`).join(", ");
      const results = outputs.length === 0 ? "" : ` :: (${written(outputs)})`;
      return {
        name,
        description: summary ?? "",
        mode: writes === true ? "WRITE" : name.startsWith("dbms.") ? "DBMS" : "READ",
        worksOnSystem: false,
        signature: `${name}(${written(inputs)})${results}`,
        admin: false,
        isDeprecated: false,
      };
    })
    .sort(byName);
}
