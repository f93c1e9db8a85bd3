import type { GraphReader } from "../../graph/graph-reader.js";
import {
  createSchema,
  type EntityRole,
  type EntityTypeSchema,
  type RelationTypeSchema,
  type Schema,
  type StateStep,
} from "../../model/schema.js";

/** The labels that mean the same in every graph. */
const ROLES: Readonly<Record<string, EntityRole>> = {
  Document: "document",
  Operation: "operation",
  Route: "route",
  Statistic: "statistic",
  Country: "country",
  Place: "place",
};

/** What a chain ends at and never leads through. */
const ENDS: ReadonlySet<EntityRole> = new Set(["document", "statistic", "country"]);
/** What is at home where its links to places and states lead; of anything else that is not known. */
const STANDS: ReadonlySet<EntityRole> = new Set(["place", "operation"]);
/** What does not act. */
const STILL: ReadonlySet<EntityRole> = new Set(Object.values(ROLES));

/**
 * The schema of a graph that brings none: its labels are its types, its relationships are followed
 * unless they lead to a document. Places and actions are at home where their links to places and
 * states lead, all else where its property `country` says; a picture sets it by any neighbour.
 */
export function plainSchema(graph: GraphReader): Schema {
  const ends = readEnds(graph);
  const entities = graph.labels().map((name): EntityTypeSchema => {
    const role = ROLES[name] ?? "organization";
    const home = [...ends]
      .filter(([, { from, isStanding }]) => isStanding && STANDS.has(role) && from.has(name))
      .map(([type]) => ({ kind: "relation", type, direction: "out" }) as const);
    return {
      name,
      parent: null,
      role,
      identity: "key",
      state: [...home, { kind: "property", property: "country" }],
      near: [...stepsFrom(ends, name, "out"), ...stepsFrom(ends, name, "in")],
      passes: !ENDS.has(role),
      acts: !STILL.has(role),
      unspecified: null,
      word: wordOf(name),
      plural: `${name}s`,
      shape: "disc",
      light: "#5B5852",
      dark: "#ABA79E",
    };
  });
  const relations = [...ends].map(
    ([name, { from, to, isToDocument }]): RelationTypeSchema => ({
      name,
      role: isToDocument ? "mentioned-in" : null,
      from: [...from].sort(),
      to: [...to].sort(),
      symmetric: false,
      dated: true,
      walk: !isToDocument,
      standing: isToDocument,
      moves: null,
      roles: [],
      forward: wordOf(name),
      back: `${wordOf(name)} (from)`,
    }),
  );
  return createSchema({ entities, relations });
}

/** Every link of a label but those to documents, for a picture to set it near something. */
function stepsFrom(
  ends: ReadonlyMap<string, Ends>,
  name: string,
  direction: "out" | "in",
): readonly StateStep[] {
  return [...ends]
    .filter(
      ([, { from, to, isToDocument }]) =>
        !isToDocument && (direction === "out" ? from : to).has(name),
    )
    .map(([type]) => ({ kind: "relation", type, direction }));
}

interface Ends {
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly isStanding: boolean;
  readonly isToDocument: boolean;
}

/** Which labels each type joins, in order of type. */
function readEnds(graph: GraphReader): ReadonlyMap<string, Ends> {
  return new Map(
    graph.relationshipTypes().map((type) => {
      const [from, to] = [new Set<string>(), new Set<string>()];
      graph.forEachRelationship(type, (slot) => {
        for (const label of graph.labelsOf(graph.startOf(slot))) from.add(label);
        for (const label of graph.labelsOf(graph.endOf(slot))) to.add(label);
        return true;
      });
      const leadsOnlyTo = (...roles: readonly EntityRole[]): boolean =>
        to.size > 0 && [...to].every((label) => roles.includes(ROLES[label] ?? "organization"));
      const isStanding = leadsOnlyTo("country", "place");
      return [type, { from, to, isStanding, isToDocument: leadsOnlyTo("document") }] as const;
    }),
  );
}

const wordOf = (name: string): string => name.toLowerCase().replaceAll("_", " ");
