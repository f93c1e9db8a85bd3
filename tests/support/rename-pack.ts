import type { PackFiles } from "@redthread/core/packs";

/** A pack under other names, and the way back. */
export interface RenamedPack {
  readonly files: PackFiles;
  /** Types of the renamed pack by the new name, with the old one. */
  readonly types: ReadonlyMap<string, string>;
}

const SYLLABLES = ["bo", "ka", "lu", "mi", "ne", "po", "ra", "su", "ti", "vo"];

/** The n-th word that means nothing, `boka` and on; later ones sort before earlier ones. */
function nonsense(index: number): string {
  const turned = 99 - index;
  return `${SYLLABLES[Math.floor(turned / 10)]}${SYLLABLES[turned % 10]}x`;
}

/** Every entity type, relationship type, table and word list of a domain under a name that means nothing. */
export function renamePack(files: PackFiles): RenamedPack {
  const schema = files.domain.get("schema.yaml") ?? "";
  const entities = [...schema.matchAll(/^ {2}(\p{Lu}\p{Ll}\w*):$/gmu)].map(([, name = ""]) => name);
  const relations = [...schema.matchAll(/^ {2}(\p{Lu}[\p{Lu}_]*): \{/gmu)].map(
    ([, name = ""]) => name,
  );
  const types = new Map<string, string>();
  const renames: [RegExp, string][] = [];
  for (const [index, name] of entities.entries()) {
    const word = nonsense(index);
    const renamed = word.charAt(0).toUpperCase() + word.slice(1);
    types.set(renamed, name);
    renames.push([new RegExp(`\\b${name}\\b`, "g"), renamed]);
  }
  for (const [index, name] of relations.entries()) {
    const renamed = `${nonsense(index).toUpperCase()}_${nonsense(index + 1).toUpperCase()}`;
    types.set(renamed, name);
    renames.push([new RegExp(`\\b${name}\\b`, "g"), renamed]);
  }
  const domain = new Map<string, string>();
  let lists = 0;
  for (const [path, text] of files.domain) {
    if (path === "words.yaml") {
      // The name of a list stands alone on its line; the words it holds stay.
      domain.set(
        path,
        text.replace(/^ {2}\w+:$/gm, () => `  ${nonsense(lists++)}:`),
      );
    } else if (path.startsWith("lexica/")) {
      domain.set(tableName(path, files), text);
    } else {
      let renamed = text;
      if (path !== "units.tsv" && path !== "doubtful.yaml")
        for (const [pattern, name] of renames) renamed = renamed.replace(pattern, name);
      for (const table of tablesOf(files))
        renamed = renamed.replaceAll(table, tableName(table, files));
      domain.set(path, renamed);
    }
  }
  return { files: { ...files, domain }, types };
}

const tablesOf = (files: PackFiles): readonly string[] =>
  [...files.domain.keys()].filter((path) => path.startsWith("lexica/")).sort();

const tableName = (path: string, files: PackFiles): string =>
  `lexica/${nonsense(tablesOf(files).indexOf(path))}.tsv`;
