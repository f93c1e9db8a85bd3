import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { RedthreadError } from "@redthread/core/errors";
import { createTrace } from "@redthread/core/trace";
import { buildScene, fixedPaint, renderReport, renderSvg, type Scene } from "@redthread/viewer";
import { readParagraphs } from "./case/read-paragraphs.js";
import { pathFrom } from "./case-option.js";
import { findOne } from "./find-one.js";
import type { Io } from "./io.js";
import { openCaseGraph } from "./open-graph.js";
import { visibleText } from "./terminal/visible-text.js";
import { writeWholeFile } from "./write-whole-file.js";

export interface ReportRequest {
  readonly case: string;
  readonly as: "html" | "svg";
  readonly chain: { readonly from: string; readonly to: string } | null;
  readonly title?: string;
}

/**
 * Writes the report or the picture of a case.
 * @throws RedthreadError `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS` for an end of the chain;
 *   `EXPORT_FAILED` when no chain joins the ends, or the viewer was not built.
 */
export async function exportReport(file: string, request: ReportRequest, io: Io): Promise<void> {
  const { opened, graph, schema } = await openCaseGraph(request.case, io, "all");
  const trace = createTrace(graph, schema);
  const ends = request.chain && {
    from: findOne(trace, request.chain.from).id,
    to: findOne(trace, request.chain.to).id,
  };
  const scene = buildScene(graph, {
    paragraphOf: readParagraphs(opened),
    ...(ends === null ? {} : { chain: ends }),
  });
  if (request.chain !== null && scene.open === null) throw noChain(request.chain);
  const text = request.as === "svg" ? svgText(scene) : htmlText(scene, request);
  writeWholeFile(pathFrom(io, file), text);
  io.stderr.write(`Wrote \`${visibleText(file)}\` (${sizeText(Buffer.byteLength(text))}).\n`);
}

/** Such as `840 kB` or `1.2 MB`. */
function sizeText(bytes: number): string {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function svgText(scene: Scene): string {
  return renderSvg(scene, { paint: fixedPaint("light") });
}

function htmlText(scene: Scene, request: ReportRequest): string {
  const title = request.title ?? basename(request.case);
  return renderReport({ scene, title, appScript: readAppScript() });
}

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

function noChain({ from, to }: { readonly from: string; readonly to: string }): RedthreadError {
  return new RedthreadError(
    "EXPORT_FAILED",
    `No chain joins \`${from}\` and \`${to}\` in the picture. Look with \`redthread path\`, or leave \`--chain\` out.`,
  );
}
