import { z } from "zod";
import { FIGURE_SLOTS } from "./figure-slots.js";
import { GRAMMAR_SLOTS, type GrammarSlot } from "./grammar-slots.js";
import { identifiersSchema, NO_IDENTIFIERS } from "./identifier-schemas.js";
import { identitySchema } from "./identity-weights.js";
import { measuredSchema } from "./measured.js";
import { namesSchema } from "./name-lists.js";
import { NAME_SLOTS } from "./name-slots.js";
import { listCell, packInvalid, parseTable } from "./pack-table.js";
import { type PackYaml, parsePackYaml } from "./pack-yaml.js";
import { classesSchema, predicatesSchema } from "./predicate-schemas.js";
import { readingRow } from "./readings.js";
import { cuesSchema, framesSchema, relationsSchema, unitRow } from "./rule-schemas.js";
import { schemaSchema } from "./schema-file.js";
import { NO_TABLES, tablesSchema } from "./table-schemas.js";
import { TOLD_SLOTS } from "./told-slots.js";
import { weightsSchema } from "./weights.js";
import { LIST_SLOTS, PHRASE_SLOTS, type PhraseSlot, WORD_SLOTS } from "./word-slots.js";
import { wordTablesSchema } from "./word-tables.js";

/** A file of a layer: where it lies and how its content is checked. */
interface PackSection<T> {
  readonly file: string;
  readonly required: boolean;
  readonly parse: (file: string, content: string) => T;
}

const yamlFile = <T>(file: string, schema: z.ZodType<T>): PackSection<PackYaml<T>> => ({
  file,
  required: true,
  parse: (name, content) => parsePackYaml(name, content, schema),
});
const tableFile = <T>(file: string, schema: z.ZodType<T>): PackSection<readonly T[]> => ({
  file,
  required: true,
  parse: (name, content) => parseTable(name, content, schema),
});
/** A YAML file that a layer may lack. */
const optionalYaml = <T>(
  file: string,
  schema: z.ZodType<T>,
  without: T,
): PackSection<PackYaml<T>> => ({
  file,
  required: false,
  parse: (name, content) =>
    content === ""
      ? { value: without, fault: (_path, sentence) => packInvalid(name, null, sentence) }
      : parsePackYaml(name, content, schema),
});
const optionalTable = <T>(file: string, schema: z.ZodType<T>): PackSection<readonly T[]> => ({
  ...tableFile(file, schema),
  required: false,
});
const wordFile = (file: string): PackSection<readonly string[]> => ({
  file,
  required: true,
  parse: (_name, content) =>
    content
      .split("\n")
      .filter((line) => !line.startsWith("#"))
      .flatMap((line) => line.trim().split(/\s+/))
      .filter((word) => word !== ""),
});

const name = z.string().min(1, "a name is missing");
const list = z.string().transform(listCell);
const country = z
  .string()
  .regex(/^([a-z]{2})?$/, "expected an alpha-2 code in lower case, or nothing")
  .transform((code) => (code === "" ? null : code));
const degrees = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)?$/, "expected degrees, or nothing")
  .transform((cell) => (cell === "" ? null : Number(cell)));
const flag = z.enum(["", "yes"]).transform((cell) => cell === "yes");
const optional = <T extends z.ZodType>(cell: T) => z.preprocess((value) => value ?? "", cell);

/** `pack.yaml` of a domain. */
const manifest = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected a name such as `timber`"),
  version: z.string().min(1),
  description: z.string(),
  /** Code of the language of its reports. */
  language: z.string().regex(/^[a-z]{2}$/, "expected a code such as `en`"),
  /** Tables of names, and the entity type of what each names. */
  lexica: z.array(z.strictObject({ file: z.string().min(1), type: z.string().min(1) })),
});

/** A row of a domain's table of names; columns that a table lacks are empty. */
export const lexiconRow = z.strictObject({
  name,
  acronym: optional(z.string()),
  /** State it belongs to. */
  country: optional(country),
  /** Class of goods, kind of an organization. */
  class: optional(z.string()),
  /** A name that bodies of other states bear too. */
  shared: optional(flag),
  /** A word that names no single thing of its type, such as `contraband`. */
  unspecified: optional(flag),
  aliases: optional(list),
  /** How other scripts write it: what a reader may ask for, never looked for in a report. */
  scripts: optional(list),
});

export type LexiconRow = z.infer<typeof lexiconRow>;

const region = z.strictObject({
  name,
  level: z.string(),
  country,
  latitude: degrees,
  longitude: degrees,
  aliases: list,
  scripts: optional(list),
});
const state = z.strictObject({
  name,
  iso2: z.string().length(2),
  iso3: z.string().length(3),
  capitals: list,
  demonyms: list,
  latitude: degrees,
  longitude: degrees,
  aliases: list,
  scripts: optional(list),
  /** Codes of territories that belong to the state. */
  territories: optional(list),
});

/** A list written as one text: phrases parted by line ends where there are any, else by commas. */
const wordText = z.string().transform((text) =>
  text
    .split(text.includes("\n") ? "\n" : ",")
    .map((word) => word.trim())
    .filter((word) => word !== ""),
);

const slots = <S extends string>(names: readonly S[]) =>
  z.strictObject(
    Object.fromEntries(names.map((slot) => [slot, wordText])) as Record<S, typeof wordText>,
  );

/** `words.yaml` of a domain: lists of its own names, each with the slots it fills. */
const domainWords = z.strictObject({
  lists: z.record(
    z.string().min(1),
    z.strictObject({
      fills: z.array(z.enum([...WORD_SLOTS, ...PHRASE_SLOTS])).min(1),
      words: wordText,
    }),
  ),
});

/** `doubtful.yaml` of a domain: names that are words of the language first, and where they are names. */
const doubtful = z.strictObject({
  words: z.record(
    z.string().min(1),
    z.strictObject({
      /** Words that may not follow. */
      not_before: wordText.default([]),
      /** Words one of which must stand before; any may where the list is empty. */
      only_after: wordText.default([]),
      /** True where it may open a sentence with none of them before it. */
      opens: z.boolean().default(false),
    }),
  ),
});

/** `verbs.yaml` of a language: forms of verbs that no rule makes, by base form. */
const verbs = z.strictObject({ irregular: z.record(z.string(), z.array(z.string().min(1))) });

/** Files of the world: what is true whatever a field of reports is about. */
export const WORLD_SECTIONS = {
  schema: yamlFile("schema.yaml", schemaSchema),
  regions: tableFile("regions.tsv", region),
  countries: tableFile("countries.tsv", state),
  names: yamlFile("names.yaml", namesSchema),
  identity: yamlFile("identity.yaml", identitySchema),
} as const;

/** Files of a language: its words, and how it puts figures, doubt and links. */
export const LANGUAGE_SECTIONS = {
  words: yamlFile("words.yaml", slots(LIST_SLOTS)),
  names: yamlFile("names.yaml", slots(NAME_SLOTS)),
  figures: yamlFile("figures.yaml", slots(FIGURE_SLOTS)),
  told: yamlFile("told.yaml", slots(TOLD_SLOTS)),
  wordTables: yamlFile("word-tables.yaml", wordTablesSchema),
  phrases: yamlFile("phrases.yaml", slots<PhraseSlot>(PHRASE_SLOTS)),
  verbs: yamlFile("verbs.yaml", verbs),
  cues: yamlFile("cues.yaml", cuesSchema),
  grammar: yamlFile("grammar.yaml", slots<GrammarSlot>(GRAMMAR_SLOTS)),
  classes: yamlFile("classes.yaml", classesSchema),
  tables: optionalYaml("tables.yaml", tablesSchema, NO_TABLES),
  identifiers: optionalYaml("identifiers.yaml", identifiersSchema, NO_IDENTIFIERS),
  units: tableFile("units.tsv", unitRow),
  readings: optionalTable("readings.tsv", readingRow),
  commonWords: wordFile("common-words.txt"),
  givenNames: wordFile("given-names.txt"),
} as const;

/** Files of a domain; tables of names are declared in its `pack.yaml`. */
export const DOMAIN_SECTIONS = {
  manifest: yamlFile("pack.yaml", manifest),
  schema: yamlFile("schema.yaml", schemaSchema),
  words: yamlFile("words.yaml", domainWords),
  frames: yamlFile("frames.yaml", framesSchema),
  relations: yamlFile("relations.yaml", relationsSchema),
  predicates: optionalYaml("predicates.yaml", predicatesSchema, { predicates: [] }),
  measured: optionalYaml("measured.yaml", measuredSchema.nullable(), null),
  weights: optionalYaml("weights.yaml", weightsSchema.nullable(), null),
  units: optionalTable("units.tsv", unitRow),
  doubtful: optionalYaml("doubtful.yaml", doubtful, { words: {} }),
} as const;

type Parsed<S extends Readonly<Record<string, PackSection<unknown>>>> = {
  readonly [K in keyof S]: ReturnType<S[K]["parse"]>;
};

export type WorldSections = Parsed<typeof WORLD_SECTIONS>;
export type LanguageSections = Parsed<typeof LANGUAGE_SECTIONS>;
export type DomainSections = Parsed<typeof DOMAIN_SECTIONS>;
