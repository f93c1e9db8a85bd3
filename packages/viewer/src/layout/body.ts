import type { Point } from "../scene/scene.js";
import type { Cell } from "./convex-cell.js";

/** A stretch of border that a node of two homes may slide along. */
export interface BorderTrack {
  readonly from: Point;
  readonly to: Point;
}

/** A node while it looks for its place; `x` and `y` change, the rest stays. */
export interface Body {
  /** Index of the node in the scene. */
  readonly node: number;
  x: number;
  y: number;
  readonly radius: number;
  /** Half the width and height of the node with its label, about the node. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly degree: number;
  /** Distance to the next node where all of its ground were evenly filled. */
  readonly elbow: number;
  /** Where it must stay: a ground's cell, or a border. */
  readonly home: Cell;
  readonly track: BorderTrack | null;
  /** Indexes of the grounds it stands on: one, or the two of a border. */
  readonly grounds: readonly number[];
}

/** A line between two bodies, or from a body to a fixed point at the rim of a ground. */
export interface Tie {
  readonly a: number;
  /** Index of a body, or -1 where the other end is `anchor`. */
  readonly b: number;
  readonly anchor: Point | null;
  readonly weight: number;
}
