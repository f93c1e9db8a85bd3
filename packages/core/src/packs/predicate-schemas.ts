// `classes.yaml` of a language and `predicates.yaml` of a field: which verbs and role nouns say that
// things are linked, and which of their phrases name the two ends.
import { z } from "zod";
import { ENTITY_ROLES, type EntityRole } from "../model/schema.js";
import { pluralOf } from "../text/plural.js";
import type { PackYaml } from "./pack-yaml.js";

const words = z.array(z.string().min(1).max(60));

/** `classes.yaml`: verbs in base form and nouns in the singular, by what they mean. */
export const classesSchema = z.strictObject({
  verbs: z.record(z.string().regex(/^[a-z-]+$/, "expected a name such as `lead`"), words.min(1)),
  nouns: z.record(z.string().regex(/^[a-z-]+$/, "expected a name such as `leader`"), words.min(1)),
  /** Nouns that may take up a thing told before, by its role: `the gang`, `the company`. */
  anaphors: z.partialRecord(z.enum(ENTITY_ROLES), words.min(1)),
  /** Classes of `nouns` that say what a thing is, by its role; anaphors do so too. */
  describes: z.partialRecord(z.enum(ENTITY_ROLES), words.min(1)),
});

export type ClassSection = z.infer<typeof classesSchema>;

/**
 * Phrases that may name an end. Of a verb: `subject`, `object`, or a preposition; of a role noun:
 * `holder`, who is called by it, `owner`, whose it is, or a preposition. `self` is the noun's own group.
 */
const slots = z.array(z.string().min(1)).min(1);

const link = z.strictObject({
  /** Relationship type it makes. */
  type: z.string().min(1),
  from: slots,
  to: slots,
  /** Types that the ends are narrowed to, where the schema allows more. */
  fromTypes: words.default([]),
  toTypes: words.default([]),
  /** What the verb must act on, beside goods; `@merchandise` takes a class. Anything where empty. */
  about: words.default([]),
  /** False where a deputy or a regional one is none. */
  lesser: z.boolean().default(true),
  /** True where a list in the one phrase is linked each with each: `A and B fell out`. */
  mutual: z.boolean().default(false),
  /** True where it only says that the two have to do with each other; it gives way to any other link. */
  weak: z.boolean().default(false),
});

const predicate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, "expected an id such as `lead`"),
  /** Base forms, a particle behind them; `@lead` takes a class of the language. */
  verbs: words.default([]),
  /** Role nouns in the singular; `@leader` takes a class of the language. */
  nouns: words.default([]),
  /** True where nothing but a preposition behind a name or behind what it is says so: `X of Y`. */
  beside: z.boolean().default(false),
  links: z.array(link).min(1),
  tests: z.array(z.string().min(1)).default([]),
  never: z.array(z.string().min(1)).default([]),
});

/** `predicates.yaml`: how a field's links are said in clauses. */
export const predicatesSchema = z.strictObject({ predicates: z.array(predicate) });

export type PredicateSection = z.infer<typeof predicatesSchema>;
export type Predicate = PredicateSection["predicates"][number];

/**
 * Predicates with the words of the classes they name.
 * @throws RedthreadError `PACK_INVALID` for a class that the language lacks.
 */
export function resolveClasses(
  { value, fault }: PackYaml<PredicateSection>,
  classes: ClassSection,
): readonly Predicate[] {
  const wordsOf = (index: number, kind: "verbs" | "nouns", list: readonly string[]) =>
    list.flatMap((word) => {
      if (!word.startsWith("@")) return [word];
      const found = classes[kind][word.slice(1)];
      if (found === undefined)
        throw fault(
          ["predicates", index, kind],
          `takes the ${kind} of \`${word}\`, which classes.yaml of the language lacks`,
        );
      return found;
    });
  return value.predicates.map((one, index) => ({
    ...one,
    verbs: wordsOf(index, "verbs", one.verbs),
    nouns: wordsOf(index, "nouns", one.nouns),
    links: one.links.map((link) => ({
      ...link,
      about: wordsOf(index, "nouns", link.about).flatMap((noun) => [noun, pluralOf(noun)]),
    })),
  }));
}

/**
 * The nouns that say what a thing of each role is.
 * @throws RedthreadError `PACK_INVALID` for a class that `nouns` lacks.
 */
export function resolveDescriptions({ value, fault }: PackYaml<ClassSection>): readonly {
  readonly role: EntityRole;
  readonly nouns: readonly string[];
}[] {
  return ENTITY_ROLES.map((role) => {
    const described = (value.describes[role] ?? []).flatMap((name) => {
      const found = value.nouns[name];
      if (found === undefined)
        throw fault(["describes", role], `names the class \`${name}\`, which \`nouns\` lacks`);
      return found;
    });
    return { role, nouns: [...described, ...(value.anaphors[role] ?? [])] };
  });
}

/** The rule that a claim of a predicate names: `lead/LEADS`. */
export const predicateRule = (predicate: string, type: string): string => `${predicate}/${type}`;
