import type { Procedure } from "../../cypher/execute/procedure.js";
import {
  type CypherValue,
  NodeValue,
  RelationshipValue,
} from "../../cypher/values/cypher-value.js";
import { Float } from "../../graph/property-value.js";
import { type DossierLink, describeEntity } from "../answers/dossier.js";
import { findArgument } from "./find-argument.js";
import type { TraceOf } from "./trace-of.js";

/** What a case knows of one entity, a row a link; one row without a link for what has none. */
export const createDossierProcedure = (traceOf: TraceOf): Procedure => ({
  signature: {
    name: "redthread.dossier",
    inputs: [{ name: "entity", type: "ANY" }],
    outputs: [
      { name: "node", type: "NODE" },
      { name: "states", type: "LIST<STRING>" },
      { name: "firstSeen", type: "STRING" },
      { name: "lastSeen", type: "STRING" },
      { name: "reports", type: "INTEGER" },
      { name: "link", type: "RELATIONSHIP" },
      { name: "direction", type: "STRING" },
      { name: "other", type: "NODE" },
      { name: "confidence", type: "FLOAT" },
      { name: "sources", type: "INTEGER" },
      { name: "modality", type: "STRING" },
      { name: "inferred", type: "BOOLEAN" },
      { name: "quotes", type: "LIST<STRING>" },
      { name: "denials", type: "LIST<STRING>" },
    ],
  },
  *call([entity], { graph, step }) {
    const trace = traceOf(graph);
    step();
    const { node } = findArgument(trace, entity);
    const dossier = describeEntity(trace, node);
    const about: readonly CypherValue[] = [
      new NodeValue(node),
      dossier.states.map(({ code }) => code),
      dossier.firstSeen,
      dossier.lastSeen,
      dossier.sources.length,
    ];
    if (dossier.links.length === 0) yield about;
    for (const link of dossier.links) {
      step();
      yield [...about, ...linkValues(link)];
    }
  },
});

const linkValues = ({ link, direction, other }: DossierLink): readonly CypherValue[] => [
  new RelationshipValue(link.relationship),
  direction,
  new NodeValue(other.node),
  new Float(link.confidence),
  link.sources,
  link.modality,
  link.inferred,
  link.quotes.map(({ quote }) => quote),
  link.denials.map(({ quote }) => quote),
];
