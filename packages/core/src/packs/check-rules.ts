import type { Schema } from "../model/schema.js";
import type { PackYaml } from "./pack-yaml.js";
import type { RelationSection } from "./rule-schemas.js";

/**
 * Holds the rules of `relations.yaml` against the schema.
 * @throws RedthreadError `PACK_INVALID` on two rules of one id, an unknown type, and an end that the
 * rule's relationship type may not have.
 */
export function checkRules({ value, fault }: PackYaml<RelationSection>, schema: Schema): void {
  const seen = new Set<string>();
  for (const [index, rule] of value.rules.entries()) {
    const at = (key: string) => ["rules", index, key];
    if (seen.has(rule.id)) throw fault(at("id"), `has two rules \`${rule.id}\``);
    seen.add(rule.id);
    if (schema.relation(rule.type) === undefined)
      throw fault(
        at("type"),
        `makes \`${rule.type}\` by rule \`${rule.id}\`, which is no relationship type of schema.yaml`,
      );
    for (const side of ["left", "right"] as const) {
      const unknown = rule[side].find((type) => schema.entity(type) === undefined);
      if (unknown !== undefined)
        throw fault(
          at(side),
          `looks for \`${unknown}\` in rule \`${rule.id}\`, which is no entity type`,
        );
    }
    const wrong = wrongEnd(rule, schema);
    if (wrong !== null)
      throw fault(
        at(wrong.side),
        `lets rule \`${rule.id}\` join \`${wrong.type}\` by \`${rule.type}\`; schema.yaml does not`,
      );
  }
}

/** A type of one side that no type of the other may be joined to. */
function wrongEnd(
  rule: RelationSection["rules"][number],
  schema: Schema,
): { readonly side: "left" | "right"; readonly type: string } | null {
  const joins = (left: string, right: string): boolean =>
    rule.reverse ? schema.accepts(rule.type, right, left) : schema.accepts(rule.type, left, right);
  for (const type of rule.left)
    if (!rule.right.some((other) => joins(type, other))) return { side: "left", type };
  for (const type of rule.right)
    if (!rule.left.some((other) => joins(other, type))) return { side: "right", type };
  return null;
}
