import { z } from "zod";
import { RELATION_TYPES } from "../model/entity-type.js";
import { listCell, parseTable } from "./pack-table.js";
import { parsePackYaml } from "./pack-yaml.js";
import {
  cuesSchema,
  framesSchema,
  relationsSchema,
  statisticsSchema,
  unitRow,
} from "./rule-schemas.js";
import { WORD_LISTS, type WordListName } from "./word-lists.js";

/** A file of a pack: where it lies and how its content is checked. */
interface PackSection<T> {
  readonly file: string;
  readonly required: boolean;
  readonly parse: (file: string, content: string) => T;
}

const yamlFile = <T>(file: string, schema: z.ZodType<T>): PackSection<T> => ({
  file,
  required: true,
  parse: (name, content) => parsePackYaml(name, content, schema),
});
const tableFile = <T>(file: string, schema: z.ZodType<T>): PackSection<readonly T[]> => ({
  file,
  required: true,
  parse: (name, content) => parseTable(name, content, schema),
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
const words = z.array(z.string().min(1));
const country = z
  .string()
  .regex(/^([a-z]{2})?$/, "expected an alpha-2 code in lower case, or nothing")
  .transform((code) => (code === "" ? null : code));
const degrees = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)?$/, "expected degrees, or nothing")
  .transform((cell) => (cell === "" ? null : Number(cell)));
const flag = z.enum(["", "yes"]).transform((cell) => cell === "yes");

const manifest = z.strictObject({
  name,
  version: z.string().min(1),
  description: z.string(),
  relations: z.record(
    z.enum(RELATION_TYPES),
    z.strictObject({ from: words, to: words, symmetric: z.boolean().default(false) }),
  ),
});
const drug = z.strictObject({ name, class: z.string(), aliases: list, unspecified: flag });
const agency = z.strictObject({
  name,
  acronym: z.string(),
  country,
  shared: flag,
  aliases: list,
});
const network = z.strictObject({ name, acronym: z.string(), country, aliases: list });
const organization = z.strictObject({ name, kind: z.string(), country, aliases: list });
const region = z.strictObject({
  name,
  level: z.string(),
  country,
  latitude: degrees,
  longitude: degrees,
  aliases: list,
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
});

/** A list written as one text: phrases parted by line ends where there are any, else by commas. */
const wordText = z.string().transform((text) =>
  text
    .split(text.includes("\n") ? "\n" : ",")
    .map((word) => word.trim())
    .filter((word) => word !== ""),
);

/** The lists that the grammars ask for; each must be there, and no other. */
const wordsSchema = z.strictObject(
  Object.fromEntries(WORD_LISTS.map((list) => [list, wordText])) as Record<
    WordListName,
    typeof wordText
  >,
);

/**
 * Every file a pack may have, with its schema. A room that needs a file of its own adds a line
 * here; the loader, the type of `pack.sections` and the error sentences follow from it.
 */
export const PACK_SECTIONS = {
  manifest: yamlFile("pack.yaml", manifest),
  drugs: tableFile("drugs.tsv", drug),
  agencies: tableFile("agencies.tsv", agency),
  networks: tableFile("networks.tsv", network),
  organizations: tableFile("organizations.tsv", organization),
  regions: tableFile("regions.tsv", region),
  countries: tableFile("countries.tsv", state),
  words: yamlFile("words.yaml", wordsSchema),
  commonWords: wordFile("common-words.txt"),
  givenNames: wordFile("given-names.txt"),
  units: tableFile("units.tsv", unitRow),
  cues: yamlFile("cues.yaml", cuesSchema),
  frames: yamlFile("frames.yaml", framesSchema),
  relationWording: yamlFile("relations.yaml", relationsSchema),
  statistics: yamlFile("statistics.yaml", statisticsSchema),
} as const;

/** The parsed content of each section. */
export type PackSections = {
  readonly [K in keyof typeof PACK_SECTIONS]: ReturnType<(typeof PACK_SECTIONS)[K]["parse"]>;
};
