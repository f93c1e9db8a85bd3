import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { RedthreadError } from "@redthread/core/errors";
import { renderReport } from "@redthread/viewer";
import { createCaseScene } from "./case-scene.js";
import type { Exporter } from "./exporter.js";

/** The report as one page that asks the network for nothing. */
export const exportHtml: Exporter = (source) => {
  const { title } = source;
  const page = renderReport({ scene: createCaseScene(source), title, appScript: readAppScript() });
  return { kind: "file", chunks: [page] };
};

/** The viewer's script, which is bundled by its own build. */
function readAppScript(): string {
  try {
    return readFileSync(fileURLToPath(import.meta.resolve("@redthread/viewer/app.js")), "utf8");
  } catch (error) {
    throw new RedthreadError(
      "EXPORT_FAILED",
      "The viewer's script is not built, so no report can be written. Run `npm run build` in Redthread's folder first.",
      { cause: error },
    );
  }
}
