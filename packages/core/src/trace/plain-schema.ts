import type { GraphReader } from "../graph/graph-reader.js";
import {
  createSchema,
  type EntityRole,
  type EntityTypeSchema,
  type RelationTypeSchema,
  type Schema,
  type StateStep,
} from "../model/schema.js";

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
/** What does not act. */
const STILL: ReadonlySet<EntityRole> = new Set(Object.values(ROLES));

/**
 * The schema of a graph that brings none: its labels are its types, its relationships are followed
 * unless they lead to a document, and what points at a state is at home there.
 */
export function plainSchema(graph: GraphReader): Schema {
  const ends = readEnds(graph);
  const entities = graph.labels().map((name): EntityTypeSchema => {
    const role = ROLES[name] ?? "organization";
    const home = [...ends]
      .filter(([, { from, isToState }]) => isToState && from.has(name))
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
  readonly isToState: boolean;
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
      const leadsOnlyTo = (role: EntityRole): boolean =>
        to.size > 0 && [...to].every((label) => ROLES[label] === role);
      return [
        type,
        { from, to, isToState: leadsOnlyTo("country"), isToDocument: leadsOnlyTo("document") },
      ] as const;
    }),
  );
}

const wordOf = (name: string): string => name.toLowerCase().replaceAll("_", " ");
