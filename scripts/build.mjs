// npm run build: compiles the packages, then bundles the page's script from the viewer. Quiet unless it fails.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, runTool } from "./workspace.mjs";

const PACKAGES = ["packages/core", "packages/viewer", "packages/cli"];

let code = runTool("typescript/bin/tsc", ["-b", ...PACKAGES]);
if (code === 0) {
  const viewer = join(ROOT, "packages/viewer");
  const vite = join(viewer, "node_modules/vite/bin/vite.js");
  code =
    spawnSync(process.execPath, [vite, "build"], { cwd: viewer, stdio: "inherit" }).status ?? 1;
}
process.exitCode = code;
