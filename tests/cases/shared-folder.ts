import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SHARED = resolve(fileURLToPath(new URL("../..", import.meta.url)), "../shared");

/** A file of reference data beside the checkout; null when it is not here. */
export function findReference(path: string): string | null {
  const file = resolve(SHARED, path);
  if (existsSync(file)) {
    return file;
  }
  if ((process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("shared")) {
    throw new Error(`The reference data \`${file}\` is not here.`);
  }
  return null;
}
