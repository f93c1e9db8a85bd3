import type { DomainPack } from "../../packs/domain-pack.js";
import { type PatternFamily, RULES } from "../rules.js";

/**
 * What each rule is worth by its id, those of the engine and the patterns of the pack: its own
 * figure or its family's.
 * @throws RedthreadError `PACK_INVALID` for a figure of a rule or family that there is not, and for a rule that
 * has neither figure.
 */
export function compilePrecisions({
  rules,
  measured: { value, fault },
}: DomainPack["wording"]): ReadonlyMap<string, number> {
  const families = new Map<string, string>([
    ...Object.entries(RULES).map(([id, { family }]) => [id, family] as const),
    ...rules.map(({ id, form }) => [id, patternFamily(id, form, value.families)] as const),
  ]);
  const unknown = Object.keys(value.rules).find((id) => !families.has(id));
  if (unknown !== undefined)
    throw fault(
      ["rules", unknown],
      `gives a figure for \`${unknown}\`, which is no rule of the engine and none of relations.yaml`,
    );
  const known = new Set([...families.values(), "pair", "tie"]);
  const stray = Object.keys(value.families).find((family) => !known.has(family));
  if (stray !== undefined)
    throw fault(
      ["families", stray],
      `gives a figure for \`${stray}\`, which is no family of rules`,
    );
  return new Map(
    [...families].map(([id, family]) => {
      const worth = value.rules[id] ?? value.families[family];
      if (worth === undefined)
        throw fault(
          ["families"],
          `gives no figure for \`${family}\`, the family of rule \`${id}\``,
        );
      return [id, worth.precision];
    }),
  );
}

/** The start of its id where the pack has a figure for it, else the family of its form. */
function patternFamily(
  id: string,
  form: string | undefined,
  known: Readonly<Record<string, unknown>>,
): string {
  const own = id.split(".")[0] ?? id;
  const ofForm: PatternFamily = form === undefined ? "pair" : "tie";
  return Object.hasOwn(known, own) ? own : ofForm;
}
