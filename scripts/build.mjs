// npm run build: compiles the packages, then bundles the page's script from the viewer, and the program. Quiet
// unless it fails.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram } from "./bundle.mjs";
import { compiledFiles, ROOT, runTool } from "./workspace.mjs";

const PACKAGES = ["packages/core", "packages/viewer", "packages/cli"];

// What tsc knows to be up to date lies outside dist: a dist that was deleted, whole or in part, has to
// be forced to come back.
const force = PACKAGES.some(isIncomplete) ? ["--force"] : [];

let code = runTool("typescript/bin/tsc", ["-b", ...force, ...PACKAGES]);
if (code === 0) {
  const viewer = join(ROOT, "packages/viewer");
  const vite = join(viewer, "node_modules/vite/bin/vite.js");
  code =
    spawnSync(process.execPath, [vite, "build"], { cwd: viewer, stdio: "inherit" }).status ?? 1;
}
if (code === 0) bundleProgram();
process.exitCode = code;

function isIncomplete(folder) {
  return compiledFiles(folder).some((file) => !existsSync(join(ROOT, file)));
}
