import { RedthreadError } from "@redthread/core/errors";
import { createScene, type Scene } from "@redthread/viewer";
import { readParagraphs } from "../case/read-paragraphs.js";
import type { ExportSource } from "./exporter.js";

/**
 * The picture of a case, with the chain that was asked for open.
 * @throws RedthreadError `EXPORT_FAILED` when no chain joins the ends.
 */
export function createCaseScene({ graph, schema, opened, chain }: ExportSource): Scene {
  const options = { schema: schema.data, paragraphOf: readParagraphs(opened) };
  if (chain === null) return createScene(graph, options);
  const { from, to } = chain;
  const scene = createScene(graph, { ...options, chain: { from: from.id, to: to.id } });
  if (scene.open !== null) return scene;
  throw new RedthreadError(
    "EXPORT_FAILED",
    `No chain joins \`${from.asked}\` and \`${to.asked}\` in the picture. Look with \`redthread path\`, or leave \`--chain\` out.`,
  );
}
