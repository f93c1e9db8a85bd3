// `schema.yaml` of the world and of a domain: entity types and relationship types, checked against
// each other, so that a name that means nothing never waits until a report happens to need it.
import { z } from "zod";
import {
  ANY_TYPE,
  ENTITY_ROLES,
  type EntityTypeSchema,
  IDENTITIES,
  RELATION_ROLES,
  type RelationTypeSchema,
  type SchemaData,
  SHAPES,
  STRUCTURAL_TYPES,
  type StateStep,
} from "../model/schema.js";
import type { PackFault } from "./pack-fault.js";

const label = z
  .string()
  .regex(
    /^\p{Lu}[\p{L}\p{N}]*$/u,
    "expected a label such as `Agency`: a capital, then letters or digits",
  );
const typeName = z
  .string()
  .regex(/^\p{Lu}[\p{Lu}\p{N}_]*$/u, "expected a type such as `PART_OF`: capitals, digits and `_`");
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, "expected a colour such as `#1F4E79`");
const steps = z.array(z.string().min(1)).default([]);
const words = z.array(z.string().min(1));

const entityType = z.strictObject({
  role: z.enum(ENTITY_ROLES),
  parent: label.nullable().default(null),
  plural: z.string().min(1),
  word: z.string().min(1).optional(),
  identity: z.enum(IDENTITIES),
  state: steps,
  near: steps,
  passes: z.boolean().default(true),
  acts: z.boolean().default(false),
  unspecified: z.string().min(1).nullable().default(null),
  shape: z.enum(SHAPES),
  light: colour,
  dark: colour,
});

const relationType = z.strictObject({
  role: z.enum(RELATION_ROLES).nullable().default(null),
  from: words,
  to: words,
  symmetric: z.boolean().default(false),
  dated: z.boolean().default(false),
  walk: z.boolean().default(true),
  standing: z.boolean().default(false),
  moves: z.enum(["to", "from"]).nullable().default(null),
  roles: words.default([]),
  forward: z.string().min(1),
  back: z.string().min(1),
});

/** The form of `schema.yaml`. */
export const schemaSchema = z.strictObject({
  entities: z.record(label, entityType),
  relations: z.record(typeName, relationType),
});

type SchemaSection = z.infer<typeof schemaSchema>;

/** A layer's `schema.yaml` with the way to tell where a fault of it stands. */
export interface SchemaLayer {
  readonly section: SchemaSection;
  readonly fault: PackFault;
}

/**
 * The types of the world and of a domain in one, in the order declared.
 * @throws RedthreadError `PACK_INVALID` naming file and line: a type declared twice, a parent, end or
 * step that is no type, a circle of parents, a structural type that is missing.
 */
export function compileSchema(layers: readonly SchemaLayer[]): SchemaData {
  const entities = new Map<string, EntityTypeSchema>();
  const relations = new Map<string, RelationTypeSchema>();
  const roles = new Map(
    layers.flatMap(({ section }) =>
      Object.entries(section.relations).flatMap(([name, { role }]) =>
        role === null ? [] : [[role as string, name] as const],
      ),
    ),
  );
  const known = new Set(layers.flatMap(({ section }) => Object.keys(section.relations)));
  for (const { section, fault } of layers) {
    for (const [name, one] of Object.entries(section.entities)) {
      if (entities.has(name)) throw fault(["entities", name], `declares \`${name}\` twice`);
      const step = (list: "state" | "near") =>
        one[list].flatMap((text) => {
          const found = readStep(text, known, roles);
          if (found === null)
            throw fault(
              ["entities", name, list],
              `finds the state of \`${name}\` by \`${text}\`, which is no relationship type; use \`country\`, a type, or \`<TYPE\` for the way into it`,
            );
          return found;
        });
      const word = one.word ?? name.toLowerCase();
      entities.set(name, { ...one, name, word, state: step("state"), near: step("near") });
    }
    for (const [name, one] of Object.entries(section.relations)) {
      if (relations.has(name)) throw fault(["relations", name], `declares \`${name}\` twice`);
      relations.set(name, { ...one, name });
    }
  }
  for (const layer of layers) checkLayer(layer, entities);
  const missing = STRUCTURAL_TYPES.find((name) => !entities.has(name));
  const [first] = layers;
  if (missing !== undefined && first !== undefined)
    throw first.fault([], `does not declare \`${missing}\`, which every field needs`);
  return { entities: [...entities.values()], relations: [...relations.values()] };
}

/** A step as written; empty for a role that the field has no type of, null where it means nothing. */
function readStep(
  text: string,
  known: ReadonlySet<string>,
  roles: ReadonlyMap<string, string>,
): readonly StateStep[] | null {
  if (text === "country") return [{ kind: "property", property: "country" }];
  const direction = text.startsWith("<") ? "in" : "out";
  const named = direction === "in" ? text.slice(1) : text;
  if (named.startsWith("role:")) {
    const role = named.slice("role:".length);
    if (!(RELATION_ROLES as readonly string[]).includes(role)) return null;
    const type = roles.get(role);
    return type === undefined ? [] : [{ kind: "relation", type, direction }];
  }
  return known.has(named) ? [{ kind: "relation", type: named, direction }] : null;
}

function checkLayer(
  { section, fault }: SchemaLayer,
  entities: ReadonlyMap<string, EntityTypeSchema>,
): void {
  for (const [name, { parent }] of Object.entries(section.entities)) {
    if (parent === null) continue;
    const at = ["entities", name, "parent"];
    if (!entities.has(parent))
      throw fault(at, `gives \`${name}\` the parent \`${parent}\`, which is no entity type`);
    if (isInCircle(name, entities))
      throw fault(at, `makes \`${name}\` a special case of itself; parents must end somewhere`);
  }
  for (const [name, relation] of Object.entries(section.relations)) {
    for (const end of ["from", "to"] as const) {
      const wrong = relation[end].find((type) => type !== ANY_TYPE && !entities.has(type));
      if (wrong !== undefined)
        throw fault(
          ["relations", name, end],
          `lets \`${name}\` join \`${wrong}\`, which is no entity type`,
        );
    }
  }
}

function isInCircle(start: string, entities: ReadonlyMap<string, EntityTypeSchema>): boolean {
  const seen = new Set([start]);
  for (let at = entities.get(start)?.parent ?? null; at !== null; ) {
    if (seen.has(at)) return at === start;
    seen.add(at);
    at = entities.get(at)?.parent ?? null;
  }
  return false;
}
