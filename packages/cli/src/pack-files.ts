import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Data files of a pack; its README is none. */
const DATA_FILE = /\.(tsv|yaml|txt)$/;

/**
 * The files of a shipped domain pack, by path relative to its folder, for `loadPack`.
 * Rejects with the file system's error where no pack of that name is shipped.
 */
export async function readPackFiles(name = "narcotics"): Promise<ReadonlyMap<string, string>> {
  const root = new URL(`packs/${name}/`, import.meta.resolve("@redthread/core/package.json"));
  return readPackFolder(fileURLToPath(root));
}

/** The files of a domain pack in any folder. */
export async function readPackFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && DATA_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  return new Map(
    paths.map((path, at) => [relative(folder, path).split(sep).join("/"), texts[at] ?? ""]),
  );
}
