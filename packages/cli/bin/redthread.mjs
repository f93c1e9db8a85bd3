#!/usr/bin/env node
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Time of the last change of a file beside this folder; null where there is none. */
function changed(file) {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** The program in a few files, unless packages were compiled since; an installed one never is. */
function isBundled() {
  const bundled = changed("bundle/bin.js");
  const compiled = ["core", "viewer", "cli"].map((name) => changed(`../${name}/.tsbuildinfo`) ?? 0);
  return bundled !== null && compiled.every((time) => time <= bundled);
}

import(isBundled() ? "../bundle/bin.js" : "../dist/bin.js").catch((error) => {
  if (error?.code === "ERR_MODULE_NOT_FOUND" && String(error.message).includes("dist")) {
    process.stderr.write("Redthread is not built yet. Run `npm run build` in its folder first.\n");
    process.exitCode = 1;
    return;
  }
  throw error;
});
