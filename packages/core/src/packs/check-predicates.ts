import type { Schema } from "../model/schema.js";
import type { PackYaml } from "./pack-yaml.js";
import type { PredicateSection } from "./predicate-schemas.js";

/**
 * Holds `predicates.yaml` against the schema.
 * @throws RedthreadError `PACK_INVALID` on two predicates of one id, one without a word, an unknown
 * type, and an end that the relationship type may not have.
 */
export function checkPredicates(
  { value, fault }: PackYaml<PredicateSection>,
  schema: Schema,
): void {
  const seen = new Set<string>();
  for (const [index, { id, verbs, nouns, beside, links }] of value.predicates.entries()) {
    const at = (...path: (string | number)[]) => ["predicates", index, ...path];
    if (seen.has(id)) throw fault(at("id"), `has two predicates \`${id}\``);
    seen.add(id);
    if (verbs.length + nouns.length === 0 && !beside)
      throw fault(at("id"), `has predicate \`${id}\` with neither verbs nor nouns`);
    for (const [place, link] of links.entries()) {
      if (schema.relation(link.type) === undefined)
        throw fault(
          at("links", place, "type"),
          `makes \`${link.type}\` by predicate \`${id}\`, which is no relationship type of schema.yaml`,
        );
      for (const side of ["fromTypes", "toTypes"] as const) {
        const wrong = link[side].find((type) => schema.entity(type) === undefined);
        if (wrong !== undefined)
          throw fault(
            at("links", place, side),
            `looks for \`${wrong}\` in predicate \`${id}\`, which is no entity type`,
          );
      }
    }
  }
}
