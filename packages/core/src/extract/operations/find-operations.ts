import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import type { DocumentView } from "../view/document-view.js";
import { fillFrame } from "./fill-frame.js";
import { frameClaims, type OperationFindings } from "./frame-claims.js";
import { mergeFrames } from "./merge-frames.js";

/** The actions a report tells of, in text order, with what is claimed of each. */
export function findOperations(
  view: DocumentView,
  unnamed: DocumentEntity | null,
  maker: ClaimMaker,
): OperationFindings[] {
  return mergeFrames(view).map((frame) =>
    frameClaims(view, fillFrame(view, frame), unnamed, maker),
  );
}
