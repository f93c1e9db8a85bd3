// Part of npm run build: the compiled program in a few files, so that a command does not begin by opening five
// hundred. What each command needs stays a file of its own, read when the command runs;
// `packages/cli/bin/redthread.mjs` starts it.
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "./workspace.mjs";

// esbuild comes with Vite.
const { buildSync } = createRequire(createRequire(import.meta.url).resolve("vite"))("esbuild");

/** Libraries ask for `require`, which a module has to make for itself. */
const REQUIRE =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

export function bundleProgram() {
  const outdir = join(ROOT, "packages/cli/bundle");
  rmSync(outdir, { recursive: true, force: true });
  buildSync({
    entryPoints: ["bin", "reader-process"].map((name) =>
      join(ROOT, `packages/cli/dist/${name}.js`),
    ),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outdir,
    // Asked for by a library that can do without it.
    // pdf.js is told at run time where its worker and tables lie, beside it.
    external: ["canvas", "pdfjs-dist"],
    banner: { js: REQUIRE },
    // Less to read at each start; names stay, for those who report a fault.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "error",
  });
}
