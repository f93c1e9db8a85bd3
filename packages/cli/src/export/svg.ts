import { fixedPaint, renderSvg } from "@redthread/viewer";
import { createCaseScene } from "./case-scene.js";
import type { Exporter } from "./exporter.js";

/** The picture on light paper. */
export const exportSvg: Exporter = (source) => ({
  kind: "file",
  chunks: [renderSvg(createCaseScene(source), { paint: fixedPaint("light") })],
});
