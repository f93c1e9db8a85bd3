// `identifiers.yaml` of a language: numbers that name one thing, how each is written, checked and told.
import { z } from "zod";
import { ENTITY_ROLES, type EntityRole } from "../model/schema.js";
import { fold } from "../text/fold.js";
import type { PackYaml } from "./pack-yaml.js";

/** Ways to tell from a number alone that it was written right. */
const CHECKS = ["none", "imo", "iso6346", "iban"] as const;

/** Longest run that a form may ask for, so that a search takes no longer than the text is long. */
const MOST = 60;

const form = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !/[*+]|\{\d+,\}|\\[1-9]|\(\?[=!<]/.test(withoutSets(text)), {
    message: "expected a form with bounds: no `*`, `+`, `{n,}`, look-around or back-reference",
  })
  .refine((text) => (text.match(/\d+\}/g) ?? []).every((end) => Number.parseInt(end, 10) <= MOST), {
    message: `expected bounds of ${MOST} at most`,
  })
  .refine((text) => !/\([^()]*\((?:[^()]*\))/.test(withoutSets(text)), {
    message: "expected no group within a group",
  })
  .refine(compiles, { message: "expected a regular expression" })
  .refine((text) => [...repeatedGroups(text)].every(startsWithMark), {
    message:
      "expected each repeated group to start with a mark, such as `[ -]`: where its letters and digits may be shared out in many ways, a search has no end",
  });

/** A mark or a set of marks that has to be there. */
const MARK = /^(?:\[[^\]\p{L}\p{N}\\^]+\]|[^\p{L}\p{N}\\[(.^$|])(?![?{])/u;

const startsWithMark = (group: string): boolean =>
  group.split("|").every((alternative) => MARK.test(alternative));

/** What stands in each group that may come more than once. */
function* repeatedGroups(form: string): Generator<string> {
  for (const [, group = "", most = "1"] of form.matchAll(
    /\((?:\?:)?((?:\[[^\]]*\]|[^()[\]])*)\)(?:\{(?:\d+,)?(\d+)\})?/gu,
  )) {
    if (Number(most) > 1) yield group;
  }
}

const withoutSets = (text: string): string => text.replaceAll(/\\.|\[[^\]]*\]/g, "");

function compiles(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

const words = z.array(z.string().min(1).max(60));

export const identifiersSchema = z.strictObject({
  /** Words that may stand between a thing, a cue and a number. */
  between: words,
  /** Words that join numbers of one kind. */
  joining: words,
  kinds: z.array(
    z.strictObject({
      kind: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected a name such as `imo`"),
      label: z.string().min(1),
      form,
      check: z.enum(CHECKS).default("none"),
      cues: words.default([]),
      /** False where form and check digit are proof enough without a cue. */
      cued: z.boolean().default(true),
      /** False where two registers may give one number to two things. */
      joins: z.boolean().default(true),
      /** How many digits and letters it has at least and at most. */
      length: z.tuple([z.number().int().min(1), z.number().int().max(MOST)]),
      /** Its length by its first two letters; others are none. */
      lengths: z.record(z.string(), z.number().int().max(MOST)).default({}),
      /** What it starts with in other spellings, and what that means: `00` for `+`. */
      prefixes: z.record(z.string(), z.string()).default({}),
      /** Roles of the things that have one. */
      of: z.array(z.enum(ENTITY_ROLES)),
    }),
  ),
});

type IdentifiersSection = z.infer<typeof identifiersSchema>;

export const NO_IDENTIFIERS: IdentifiersSection = { between: [], joining: [], kinds: [] };

/** A kind of identifier, ready to be searched for. */
export interface IdentifierKind
  extends Omit<IdentifiersSection["kinds"][number], "cues" | "form" | "of"> {
  /** With the marks `g` and `u`; it starts and ends where a word does. */
  readonly pattern: RegExp;
  /** Folded single words. */
  readonly cues: ReadonlySet<string>;
  readonly of: ReadonlySet<EntityRole>;
}

/** Numbers that name one thing, and the small words around them. */
export interface Identifiers {
  readonly between: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  readonly kinds: readonly IdentifierKind[];
}

/** The identifiers of a language, in the order in which they are looked for. */
export function compileIdentifiers({ value }: PackYaml<IdentifiersSection>): Identifiers {
  const folded = (list: readonly string[]) => new Set(list.map(fold));
  return {
    between: folded(value.between),
    joining: folded(value.joining),
    kinds: value.kinds.map(({ form: written, cues, of, ...kind }) => ({
      ...kind,
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${written})(?![\\p{L}\\p{N}])`, "gu"),
      cues: folded(cues),
      of: new Set(of),
    })),
  };
}
