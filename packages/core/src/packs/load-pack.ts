import { createSchema, type SchemaData } from "../model/schema.js";
import { fold } from "../text/fold.js";
import { sha256 } from "../text/sha256.js";
import { checkPredicates } from "./check-predicates.js";
import { checkRules } from "./check-rules.js";
import { compileDoubts } from "./compile-doubts.js";
import { compileLexicon, type LexiconTable } from "./compile-lexicon.js";
import type { DomainPack, PackWording } from "./domain-pack.js";
import { compileGazetteer } from "./gazetteer.js";
import { compileIdentifiers } from "./identifier-schemas.js";
import { compileIdentity } from "./identity-weights.js";
import { compileMeasured, measuredBands } from "./measured.js";
import { compileNameLists } from "./name-lists.js";
import {
  DOMAIN_SECTIONS,
  type DomainSections,
  LANGUAGE_SECTIONS,
  type LanguageSections,
  lexiconRow,
  WORLD_SECTIONS,
} from "./pack-sections.js";
import { packInvalid, packMissing, parseTable } from "./pack-table.js";
import { resolveClasses, resolveDescriptions } from "./predicate-schemas.js";
import { compileReadings } from "./readings.js";
import { compileSchema } from "./schema-file.js";
import { compileWeights } from "./weights.js";
import { compileWordLists, type WordLists } from "./word-lists.js";
import { PHRASE_SLOTS, type PhraseSlot, WORD_SLOTS, type WordSlot } from "./word-slots.js";

/** Texts of the files of each layer, by path relative to the layer's folder. */
export interface PackFiles {
  /** `packs/world`: states, places, the types every field shares. */
  readonly world: ReadonlyMap<string, string>;
  /** `packs/languages/<code>`: words and grammar. */
  readonly language: ReadonlyMap<string, string>;
  /** `packs/domains/<field>`, or a folder of the user's own. */
  readonly domain: ReadonlyMap<string, string>;
}

const PLACES = "gazetteer/places.tsv";

/** How a model outside is asked to read a report. */
const PROMPT = "prompt.txt";

/** Files that stand beside the data for people and are read by nothing. */
const FOR_PEOPLE = /^(README|LICENSE|NOTICE)(\.\w+)?$/;

/**
 * A domain pack from the texts of its files. Takes about half a second, most of it for the gazetteer.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export function loadPack(files: PackFiles): DomainPack {
  const world = parseSections(WORLD_SECTIONS, files.world);
  const language = parseSections(LANGUAGE_SECTIONS, files.language);
  const domain = parseSections(DOMAIN_SECTIONS, files.domain);
  const { value: manifest } = domain.manifest;
  const types = compileSchema(
    [world.schema, domain.schema].map(({ value, fault }) => ({ section: value, fault })),
  );
  refuseUnknown("world", files.world, [...filesOf(WORLD_SECTIONS), PLACES]);
  refuseUnknown("language", files.language, [...filesOf(LANGUAGE_SECTIONS), PROMPT]);
  const tables = manifest.lexica.map(({ file }) => file);
  refuseUnknown("domain", files.domain, [...filesOf(DOMAIN_SECTIONS), ...tables]);
  checkRules(domain.relations, createSchema(types));
  checkPredicates(domain.predicates, createSchema(types));
  const own = {
    patterns: domain.relations.value.rules,
    predicates: domain.predicates.value.predicates,
  };
  const measured = compileMeasured(domain.measured, own);
  const schema = createSchema({ ...types, ...measuredBands(measured) });
  const lexica = readTables(domain.manifest, files.domain, types);
  const doubts = compileDoubts(domain.doubtful, lexica);
  const { entries, countries, lexicon } = compileLexicon(lexica, world, schema, doubts);
  // Only a build asks for it, and the gazetteer takes a while to hash.
  let hash: string | null = null;
  return {
    name: manifest.name,
    version: manifest.version,
    language: manifest.language,
    get sha256() {
      hash ??= hashLayers(files);
      return hash;
    },
    schema,
    entries,
    countries,
    names: compileNameLists(world.names.value),
    identity: compileIdentity(world.identity),
    capitals: capitalsOf(countries),
    lexicon,
    words: mergeWords(language, domain),
    tables: language.tables.value,
    identifiers: compileIdentifiers(language.identifiers),
    readings: compileReadings(language.readings),
    gazetteer: compileGazetteer(PLACES, files.world.get(PLACES) ?? ""),
    wording: {
      ...mergeWording(language, domain),
      measured,
      weights: compileWeights(
        domain.weights,
        own,
        types.relations.flatMap(({ name, role }) => (role === "identified-by" ? [] : [name])),
      ),
    },
    prompt: promptOf(files.language),
  };
}

function capitalsOf(countries: DomainPack["countries"]): ReadonlyMap<string, string> {
  const capitals = new Map<string, string>();
  for (const country of countries.values()) {
    for (const capital of country.capitals) capitals.set(fold(capital), country.iso2);
  }
  return capitals;
}

/**
 * The language that a `pack.yaml` asks for, so that the files of the language can be read.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export const packLanguage = (manifest: string): string =>
  DOMAIN_SECTIONS.manifest.parse(DOMAIN_SECTIONS.manifest.file, manifest).value.language;

type Sections = typeof WORLD_SECTIONS | typeof LANGUAGE_SECTIONS | typeof DOMAIN_SECTIONS;

const filesOf = (sections: Sections): readonly string[] =>
  Object.values(sections).map(({ file }) => file);

function parseSections<S extends Sections>(
  sections: S,
  files: ReadonlyMap<string, string>,
): { readonly [K in keyof S]: S[K] extends { parse: (...args: never[]) => infer T } ? T : never } {
  const parsed = Object.entries(sections).map(([name, section]) => {
    const content = files.get(section.file) ?? (section.required ? undefined : "");
    if (content === undefined) throw packMissing(section.file);
    return [name, section.parse(section.file, content)];
  });
  // The registry's own keys and parsers built every member, which Object.fromEntries cannot tell.
  return Object.fromEntries(parsed) as never;
}

function promptOf(language: PackFiles["language"]): string {
  const prompt = language.get(PROMPT);
  if (prompt === undefined) throw packMissing(PROMPT);
  return prompt;
}

/** A file that nothing reads is a slip of the pen: its words would be missed in silence. */
function refuseUnknown(
  layer: string,
  files: ReadonlyMap<string, string>,
  known: readonly string[],
): void {
  const allowed = new Set(known);
  const unknown = [...files.keys()]
    .sort()
    .find((path) => !allowed.has(path) && !FOR_PEOPLE.test(path));
  if (unknown === undefined) return;
  const hint = layer === "domain" ? "; declare a table of names under `lexica` in `pack.yaml`" : "";
  throw packInvalid(unknown, null, `is no file that a ${layer} layer has${hint}`);
}

function readTables(
  { value, fault }: DomainSections["manifest"],
  files: ReadonlyMap<string, string>,
  { entities }: SchemaData,
): readonly LexiconTable[] {
  return value.lexica.map(({ file, type }, index) => {
    const at = ["lexica", index];
    if (!entities.some((one) => one.name === type))
      throw fault([...at, "type"], `names things of type \`${type}\`, which schema.yaml lacks`);
    const content = files.get(file);
    if (content === undefined)
      throw fault([...at, "file"], `declares \`${file}\`, which is missing`);
    return { type, rows: parseTable(file, content, lexiconRow) };
  });
}

const isWordSlot = (slot: string): slot is WordSlot =>
  (WORD_SLOTS as readonly string[]).includes(slot);
const isPhraseSlot = (slot: string): slot is PhraseSlot =>
  (PHRASE_SLOTS as readonly string[]).includes(slot);

function mergeWords(language: LanguageSections, domain: DomainSections): WordLists {
  const { words, names, figures, told } = language;
  const lists = { ...words.value, ...names.value, ...figures.value, ...told.value };
  for (const { fills, words } of Object.values(domain.words.value.lists)) {
    for (const slot of fills) if (isWordSlot(slot)) lists[slot] = [...lists[slot], ...words];
  }
  return compileWordLists(
    {
      ...lists,
      common: language.commonWords,
      given_names: language.givenNames,
    },
    language.wordTables.value.numbers,
  );
}

function mergeWording(
  language: LanguageSections,
  domain: DomainSections,
): Omit<PackWording, "measured" | "weights"> {
  const lists = { ...language.phrases.value };
  for (const { fills, words } of Object.values(domain.words.value.lists)) {
    for (const slot of fills) if (isPhraseSlot(slot)) lists[slot] = [...lists[slot], ...words];
  }
  return {
    units: [...language.units, ...domain.units],
    cues: language.cues.value,
    irregular: language.verbs.value.irregular,
    frames: domain.frames.value.frames,
    fates: domain.frames.value,
    rules: domain.relations.value.rules,
    predicates: resolveClasses(domain.predicates, language.classes.value),
    grammar: language.grammar.value,
    tables: language.wordTables.value,
    anaphors: language.classes.value.anaphors,
    descriptions: resolveDescriptions(language.classes),
    lists,
  };
}

/** One hash over all files of all layers, whatever order they come in. */
function hashLayers(files: PackFiles): string {
  const lines = (["world", "language", "domain"] as const).flatMap((layer) =>
    [...files[layer]].map(([path, text]) => `${layer}/${path}\n${sha256(text)}\n`),
  );
  return sha256(lines.sort().join(""));
}
