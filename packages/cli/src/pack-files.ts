import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The pack that comes with the program. */
export const DEFAULT_PACK = "narcotics";

/** Texts of a pack's files, by path inside the pack with `/` between its parts. */
export function readPackFiles(name = DEFAULT_PACK): ReadonlyMap<string, string> {
  const manifest = import.meta.resolve(`@redthread/core/packs/${name}/pack.yaml`);
  const folder = dirname(fileURLToPath(manifest));
  const files = new Map<string, string>();
  const collect = (below: string, prefix: string): void => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) collect(join(below, entry.name), `${path}/`);
      else if (entry.isFile()) files.set(path, readFileSync(join(below, entry.name), "utf8"));
    }
  };
  collect(folder, "");
  return files;
}
