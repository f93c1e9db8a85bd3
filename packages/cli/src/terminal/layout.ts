import { createColors } from "picocolors";
import { type Io, wantsColor, widthOf } from "../io.js";
import { wrapToWidth } from "./display-width.js";
import { visibleText } from "./visible-text.js";

/** How prose is laid out: the width of the terminal and whether colours may be used. */
export interface Layout {
  readonly width: number;
  readonly paint: ReturnType<typeof createColors>;
}

/** Prose is hard to read in longer lines than this. */
const MAX_WIDTH = 110;

export function layoutFor(io: Io): Layout {
  return {
    width: Math.min(MAX_WIDTH, widthOf(io.stdout, io.env)),
    paint: createColors(wantsColor(io.stdout, io.env)),
  };
}

/** Text from the data on indented lines of the layout's width. */
export function paragraph(text: string, indent: string, { width }: Layout): readonly string[] {
  const room = Math.max(20, width - indent.length);
  return wrapToWidth(visibleText(text), room, Number.POSITIVE_INFINITY).map(
    (line) => `${indent}${line}`,
  );
}
