import MiniSearch from "minisearch";
import type { GraphReader } from "../../graph/graph-reader.js";
import type { GraphSchema, SchemaIndex } from "../../graph/graph-schema.js";
import { Float } from "../../graph/property-value.js";
import type { Procedure, ProcedureContext } from "../execute/procedure.js";
import type { ProcedureField } from "../semantics/catalog.js";
import type { CypherError } from "../source/cypher-error.js";
import { type CypherValue, NodeValue, RelationshipValue } from "../values/cypher-value.js";
import { isList, isMap } from "../values/is-value.js";
import { ANALYZERS, termsOf } from "./fulltext-analyzers.js";
import { parseFulltextQuery, searchFailed } from "./fulltext-query.js";

const INPUTS: readonly ProcedureField[] = [
  { name: "indexName", type: "STRING" },
  { name: "queryString", type: "STRING" },
  { name: "options", type: "MAP", optional: true },
];

/** Search by the names of full-text indexes. Scores are BM25, on a scale that is not Lucene's. */
export const FULLTEXT_PROCEDURES: readonly Procedure[] = [
  searching("db.index.fulltext.queryNodes", "node", "NODE"),
  searching("db.index.fulltext.queryRelationships", "relationship", "RELATIONSHIP"),
  {
    signature: {
      name: "db.index.fulltext.listAvailableAnalyzers",
      inputs: [],
      outputs: [
        { name: "analyzer", type: "STRING" },
        { name: "description", type: "STRING" },
        { name: "stopwords", type: "LIST<STRING>" },
      ],
    },
    call: () => ANALYZERS.map(({ name, description }) => [name, description, []]),
  },
  {
    signature: {
      name: "db.index.fulltext.awaitEventuallyConsistentIndexRefresh",
      inputs: [],
      outputs: [],
    },
    call: () => [],
  },
];

function searching(name: string, of: SchemaIndex["of"], type: string): Procedure {
  return {
    signature: {
      name,
      inputs: INPUTS,
      outputs: [
        { name: of, type },
        { name: "score", type: "FLOAT" },
      ],
    },
    *call([index, query, options], context) {
      const found = search(String(index), String(query), of, context);
      const { skip, limit } = windowOf(options ?? null);
      for (const [slot, score] of found.slice(skip, skip + limit)) {
        yield [of === "node" ? new NodeValue(slot) : new RelationshipValue(slot), new Float(score)];
      }
    },
  };
}

function windowOf(options: CypherValue) {
  const read = (key: string, otherwise: number): number => {
    const value = isMap(options) ? options.get(key) : undefined;
    return typeof value === "number" ? value : otherwise;
  };
  return { skip: read("skip", 0), limit: read("limit", Number.POSITIVE_INFINITY) };
}

function search(
  name: string,
  query: string,
  of: SchemaIndex["of"],
  { graph, schema, work }: ProcedureContext,
) {
  const index = schema.indexes().get(name);
  if (index?.kind !== "FULLTEXT" || index.of !== of) {
    throw noSuchIndex(name, index, of);
  }
  const built = builtFor(schema, name, index, graph, work);
  const texts = (id: number, field: string | null) =>
    index.keys
      .filter((key) => field === null || key === field)
      .map((key) => textAt(graph, index, id, key));
  const hits = parseFulltextQuery(
    query,
    index.analyzer,
  )((atom) => {
    const { terms, field, prefix, fuzzy, isPhrase } = atom;
    if (field !== null && !index.keys.includes(field)) {
      return new Map();
    }
    const combineWith = isPhrase ? "AND" : "OR";
    const fields = field === null ? [...index.keys] : [field];
    const options = { combineWith, prefix, fuzzy, fields, tokenize: () => [...terms] } as const;
    const found = built.search(terms.join(" "), { ...options, processTerm: (term) => term });
    const holds = (id: number) =>
      !isPhrase || texts(id, field).some((text) => inOrder(termsOf(text, index.analyzer), terms));
    return new Map(
      found.filter(({ id }) => holds(Number(id))).map(({ id, score }) => [Number(id), score]),
    );
  });
  return [...hits].sort(([a, x], [b, y]) => y - x || a - b);
}

function inOrder(words: readonly string[], terms: readonly string[]): boolean {
  return words.some((_, at) => terms.every((term, offset) => words[at + offset] === term));
}

function noSuchIndex(name: string, index: SchemaIndex | undefined, of: string): CypherError {
  return searchFailed(
    index?.kind === "FULLTEXT"
      ? `The full-text index \`${name}\` covers ${index.of}s, not ${of}s.`
      : `There is no full-text index \`${name}\`. Make one with \`CREATE FULLTEXT INDEX ${name} FOR (n:Label) ON EACH [n.name]\`; it lasts as long as the graph is in memory.`,
  );
}

interface Built {
  readonly version: number;
  readonly index: SchemaIndex;
  readonly search: MiniSearch;
}

/** Built at the first search, and again when the graph has changed since. */
const BUILT = new WeakMap<GraphSchema, Map<string, Built>>();

function builtFor(
  schema: GraphSchema,
  name: string,
  index: SchemaIndex,
  graph: GraphReader,
  work: (bytes: number) => void,
): MiniSearch {
  const all = BUILT.get(schema) ?? new Map<string, Built>();
  BUILT.set(schema, all);
  const known = all.get(name);
  if (known !== undefined && known.version === graph.version && known.index === index) {
    return known.search;
  }
  const built = build(index, graph, work);
  all.set(name, { version: graph.version, index, search: built });
  return built;
}

function build(index: SchemaIndex, graph: GraphReader, work: (bytes: number) => void): MiniSearch {
  const mini = new MiniSearch<Readonly<Record<string, string | number>>>({
    fields: [...index.keys],
    tokenize: (text) => termsOf(text, index.analyzer),
    processTerm: (term) => term,
  });
  for (const id of coveredBy(index, graph)) {
    const entries = index.keys.map((key) => [key, textAt(graph, index, id, key)] as const);
    work(entries.reduce((sum, [, text]) => sum + text.length * 4, 64));
    if (entries.some(([, text]) => text !== "")) {
      mini.add({ ...Object.fromEntries(entries), id });
    }
  }
  return mini;
}

function coveredBy({ of, names }: SchemaIndex, graph: GraphReader): ReadonlySet<number> {
  const covered = new Set<number>();
  const add = (slot: number): boolean => {
    covered.add(slot);
    return true;
  };
  for (const name of names) {
    if (of === "node") {
      graph.forEachNode(name, add);
    } else {
      graph.forEachRelationship(name, add);
    }
  }
  return covered;
}

/** Texts, and lists of them; nothing else is searched. */
function textAt(graph: GraphReader, { of }: SchemaIndex, id: number, key: string): string {
  const value = of === "node" ? graph.nodeProperty(id, key) : graph.relationshipProperty(id, key);
  if (typeof value === "string") {
    return value;
  }
  return value !== undefined && isList(value)
    ? value.filter((item) => typeof item === "string").join("\n")
    : "";
}
