import type { Procedure } from "../../cypher/execute/procedure.js";
import {
  type CypherMap,
  type CypherValue,
  NodeValue,
  PathValue,
  RelationshipValue,
} from "../../cypher/values/cypher-value.js";
import { RedthreadError } from "../../errors/redthread-error.js";
import { Float } from "../../graph/property-value.js";
import type { Chain } from "../chains/chain.js";
import { type ChainRequest, readChainRequest } from "../chains/chain-request.js";
import { type ChainResult, findChains } from "../chains/find-chains.js";
import type { Trace } from "../graph/trace-graph.js";
import { findArgument } from "./find-argument.js";
import type { TraceOf } from "./trace-of.js";

/** Chains of evidence between two entities, best first, a row each; none where no chain joins them. */
export const createPathsProcedure = (traceOf: TraceOf): Procedure => ({
  signature: {
    name: "redthread.paths",
    inputs: [
      { name: "from", type: "ANY" },
      { name: "to", type: "ANY" },
      { name: "options", type: "MAP?", optional: true },
    ],
    outputs: [
      { name: "path", type: "PATH" },
      { name: "basis", type: "STRING" },
      { name: "verdict", type: "STRING" },
      { name: "hops", type: "INTEGER" },
      { name: "borders", type: "INTEGER" },
      { name: "changes", type: "INTEGER" },
      { name: "weakest", type: "RELATIONSHIP" },
      { name: "confidence", type: "FLOAT" },
      { name: "sources", type: "INTEGER" },
    ],
  },
  *call([from, to, options], { graph, step }) {
    const trace = traceOf(graph);
    step();
    const [start, end] = [findArgument(trace, from), findArgument(trace, to)];
    const request = readOptions(options ?? null);
    const {
      fromIndex,
      toIndex,
      options: wanted,
    } = readChainRequest(trace, start.id, end.id, request, (name) =>
      name === start.id ? start : name === end.id ? end : findArgument(trace, name),
    );
    const result = findChains(trace.graph, fromIndex, toIndex, wanted);
    for (const chain of result.chains) {
      step();
      yield toRow(trace, chain, result.kind);
    }
  },
});

function toRow(
  { graph, nodeSlots, linkSlots }: Trace,
  chain: Chain,
  kind: ChainResult["kind"],
): readonly CypherValue[] {
  const relationships = chain.hops.map(({ link }) => new RelationshipValue(linkSlots[link] ?? 0));
  const weakest = graph.links[chain.hops[chain.weakest]?.link ?? -1];
  return [
    new PathValue(
      chain.stops.map((stop) => new NodeValue(nodeSlots[stop] ?? 0)),
      relationships,
    ),
    kind,
    chain.verdict,
    chain.hops.length,
    chain.borders,
    chain.changes,
    relationships[chain.weakest] ?? null,
    new Float(weakest?.confidence ?? 0),
    weakest?.sources ?? 0,
  ];
}

/** What an option takes, and how the request calls it. */
const OPTIONS: Readonly<Record<string, readonly [keyof ChainRequest, Kind]>> = {
  types: ["types", "texts"],
  not: ["not", "texts"],
  via: ["via", "texts"],
  modality: ["modality", "texts"],
  at: ["at", "text"],
  between: ["between", "text"],
  minConfidence: ["minConfidence", "number"],
  max: ["maxHops", "number"],
  limit: ["limit", "number"],
  crossBorder: ["crossBorder", "boolean"],
  ground: ["commonGround", "boolean"],
};

type Kind = "texts" | "text" | "number" | "boolean";

const KINDS: Readonly<Record<Kind, string>> = {
  texts: "a text or a list of texts",
  text: "a text",
  number: "a number",
  boolean: "true or false",
};

function readOptions(options: CypherValue): ChainRequest {
  if (options === null) return {};
  const entries = [...(options as CypherMap)].map(([key, value]) => {
    const [name, kind] = OPTIONS[key] ?? [];
    if (name === undefined || kind === undefined) {
      throw new RedthreadError(
        "USAGE",
        `\`${key}\` is no option of redthread.paths. It takes ${Object.keys(OPTIONS).join(", ")}.`,
      );
    }
    const read = readOption(kind, value);
    if (read !== null) return [name, read] as const;
    throw new RedthreadError("USAGE", `Option \`${key}\` of redthread.paths is ${KINDS[kind]}.`);
  });
  return Object.fromEntries(entries);
}

function readOption(
  kind: Kind,
  value: CypherValue,
): string | number | boolean | readonly string[] | null {
  switch (kind) {
    case "texts": {
      const list = Array.isArray(value) ? value : [value];
      return list.every((one) => typeof one === "string") ? list : null;
    }
    case "text":
      return typeof value === "string" ? value : null;
    case "number":
      return value instanceof Float ? value.value : typeof value === "number" ? value : null;
    case "boolean":
      return typeof value === "boolean" ? value : null;
  }
}
