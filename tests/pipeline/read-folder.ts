import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Files below a folder of the repository, as a build takes them. */
export function readFolder(
  folder: string,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  const base = join(ROOT, folder);
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(base, file).split(sep).join("/");
      return { path, bytes: new Uint8Array(readFileSync(file)) };
    });
}
