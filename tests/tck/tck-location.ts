import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Folder with `features/` and `graphs/` of the openCypher TCK; null when it is not here. */
export function findTck(): string | null {
  const folder = process.env["REDTHREAD_TCK"] ?? resolve(ROOT, "../shared/tck");
  if (existsSync(resolve(folder, "features"))) {
    return folder;
  }
  if ((process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("shared")) {
    throw new Error(`The openCypher TCK is not in \`${folder}\`. Set REDTHREAD_TCK to its folder.`);
  }
  return null;
}
