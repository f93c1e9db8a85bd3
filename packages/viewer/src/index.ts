export { createScene, type SceneOptions } from "./create-scene.js";
export { renderExplanation } from "./explain/render-explanation.js";
export { placeChainScene } from "./layout/place-chain-scene.js";
export { placeFocusScene } from "./layout/place-focus-scene.js";
export { fixedPaint } from "./render/paint.js";
export type { SvgOptions } from "./render/picture-node.js";
export { renderSvg } from "./render/render-svg.js";
export { type ReportInput, renderReport } from "./report/render-report.js";
export type { ParagraphOf } from "./scene/evidence-book.js";
export type { Overview, OverviewPlate } from "./scene/overview.js";
export type {
  Scene,
  SceneDocument,
  SceneEdge,
  SceneEvidence,
  SceneGround,
  SceneLine,
  SceneNode,
} from "./scene/scene.js";
