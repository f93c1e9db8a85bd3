import { RELATION_TYPES } from "../model/entity-type.js";
import { sha256 } from "../text/sha256.js";
import { compileLexicon } from "./compile-lexicon.js";
import type { DomainPack, RelationRule } from "./domain-pack.js";
import { compileGazetteer } from "./gazetteer.js";
import { PACK_SECTIONS, type PackSections } from "./pack-sections.js";
import { packInvalid } from "./pack-table.js";
import { compileWordLists } from "./word-lists.js";

const PLACES = "gazetteer/places.tsv";

/**
 * A domain pack from the texts of its files, by path relative to the pack's folder.
 * Takes about half a second for the narcotics pack, most of it for the gazetteer.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export function loadPack(files: ReadonlyMap<string, string>): DomainPack {
  const sections = parseSections(files);
  const { manifest } = sections;
  const { entries, countries, lexicon } = compileLexicon(sections);
  const relations = new Map(
    RELATION_TYPES.flatMap((type) => {
      const rule = manifest.relations[type];
      return rule === undefined ? [] : [[type, rule as RelationRule] as const];
    }),
  );
  return {
    name: manifest.name,
    version: manifest.version,
    get sha256() {
      return hashFiles(files);
    },
    relations,
    entries,
    countries,
    lexicon,
    words: compileWordLists({
      ...sections.words,
      common: sections.commonWords,
      given_names: sections.givenNames,
    }),
    gazetteer: compileGazetteer(PLACES, files.get(PLACES) ?? ""),
    sections,
  };
}

function parseSections(files: ReadonlyMap<string, string>): PackSections {
  const parsed = Object.entries(PACK_SECTIONS).map(([name, section]) => {
    const content = files.get(section.file);
    if (content === undefined) {
      throw packInvalid(section.file, null, "is missing");
    }
    return [name, section.parse(section.file, content)];
  });
  // The registry's own keys and parsers built every member, which Object.fromEntries cannot tell.
  return Object.fromEntries(parsed) as PackSections;
}

/** One hash over all files, whatever order they come in. */
function hashFiles(files: ReadonlyMap<string, string>): string {
  const names = [...files.keys()].sort();
  return sha256(names.map((name) => `${name}\n${sha256(files.get(name) ?? "")}\n`).join(""));
}
