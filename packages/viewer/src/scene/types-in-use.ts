import {
  type EntityTypeSchema,
  type Schema,
  type SchemaData,
  STRUCTURAL_TYPES,
} from "@redthread/core/model";
import { compareText } from "@redthread/core/text";
import type { Trace } from "@redthread/core/trace";
import { declaredStyle, plainStyle } from "../theme/kinds.js";
import type { ContentKind, SceneRelation } from "./scene.js";

/**
 * The kinds that the nodes are of, in the order of the legend. Where no field declares them they are
 * shown plainly.
 */
export function kindsInUse(
  schema: Schema,
  kinds: readonly string[],
  isDeclared: boolean,
): readonly ContentKind[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = legendOrder(schema.data);
  const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...counts]
    .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
    .map(([kind, count]) => {
      const type = schema.entity(kind);
      return {
        ...(type === undefined || !isDeclared ? plainStyle(kind) : declaredStyle(type)),
        role: type?.role ?? null,
        acts: type?.acts === true,
        count,
      };
    });
}

/**
 * Order of the legend: what was done, then the types of the field as it declares them, each special
 * case before what it is a case of, then the places and figures that every field shares. Kinds that
 * nobody declares come last.
 */
function legendOrder({ entities }: SchemaData): readonly string[] {
  const shared = new Set<string>(STRUCTURAL_TYPES);
  const own = entities.filter(({ name }) => !shared.has(name));
  const withCases = (type: EntityTypeSchema): readonly string[] => [
    ...own.filter(({ parent }) => parent === type.name).flatMap(withCases),
    type.name,
  ];
  const tops = own.filter(({ parent }) => parent === null || shared.has(parent));
  const ground = entities.filter(({ name }) => shared.has(name) && name !== "Operation");
  return ["Operation", ...tops.flatMap(withCases), ...ground.map(({ name }) => name)];
}

/** The part of the schema that the nodes and links of a case are of, with the parents of its types. */
export function schemaInUse({ graph, schema }: Pick<Trace, "graph" | "schema">): SchemaData {
  const labels = new Set(graph.nodes.flatMap((node) => [node.kind, ...node.labels]));
  const types = new Set(graph.links.map(({ type }) => type));
  return {
    ...schema.data,
    entities: schema.data.entities.filter(({ name }) => labels.has(name)),
    relations: schema.data.relations.filter(({ name }) => types.has(name)),
  };
}

/** The relationship types in use in the order declared, undeclared ones last, with their words. */
export function relationsInUse(schema: Schema, types: readonly string[]): readonly SceneRelation[] {
  const used = new Set(types);
  const declared = schema.data.relations.filter(({ name }) => used.has(name));
  const known = new Set(declared.map(({ name }) => name));
  return [
    ...declared.map(({ name, forward, back, standing, moves }) => ({
      type: name,
      forward,
      back,
      standing,
      moves,
    })),
    ...[...used]
      .filter((type) => !known.has(type))
      .sort(compareText)
      .map(plainRelation),
  ];
}

/** A type that nobody declares reads as its name in lower case, both ways. */
export function plainRelation(type: string): SceneRelation {
  const words = type.toLowerCase().replaceAll("_", " ");
  return { type, forward: words, back: `${words} (from)`, standing: false, moves: null };
}
