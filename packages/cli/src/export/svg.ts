import { fixedPaint, renderSvg } from "@redthread/viewer";
import { buildCaseScene } from "./case-scene.js";
import type { Exporter } from "./exporter.js";

/** The picture on light paper. */
export const exportSvg: Exporter = (source) =>
  renderSvg(buildCaseScene(source), { paint: fixedPaint("light") });
