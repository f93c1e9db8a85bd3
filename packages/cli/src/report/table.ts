import { type CypherValue, formatCell } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import { createColors } from "picocolors";
import { cutToWidth, displayWidth, padToWidth, wrapToWidth } from "../terminal/display-width.js";
import { visibleText } from "../terminal/visible-text.js";
import { isArray } from "./json-text.js";
import type { RowFormat } from "./row-format.js";

export interface TableOptions {
  readonly width: number;
  readonly color: boolean;
}

/** Rows that are looked at before widths are settled; later rows are wrapped into them. */
const SAMPLE_ROWS = 1_000;
/** A column is never squeezed below this. */
const MIN_WIDTH = 8;
/** Lines of one cell; what is longer is cut with `…`. */
const MAX_LINES = 8;
const GAP = "  ";

interface Cell {
  /** One part, or one an item of a list of texts; each begins on a line of its own. */
  readonly parts: readonly string[];
  readonly isNumber: boolean;
  readonly isNull: boolean;
}

type Columns = readonly { readonly name: string; readonly width: number }[];

/**
 * Aligned columns under a rule, fitted into the width by wrapping the widest ones. When so many
 * columns cannot stand side by side, each row becomes a list of its values.
 */
export function tableFormat({ width, color }: TableOptions): RowFormat {
  const paint = createColors(color);
  let names: readonly string[] = [];
  let sample: (readonly Cell[])[] = [];
  let draw: ((row: readonly Cell[]) => string) | null = null;

  const settle = (): string => {
    const columns = fitColumns(names, sample, width);
    draw = columns === null ? recordDrawer(names, width, paint) : rowDrawer(columns, paint);
    const head = columns === null ? "" : headLines(columns, paint);
    const text = head + sample.map(draw).join("");
    sample = [];
    return text;
  };

  return {
    begin: (columns) => {
      names = columns.map(visibleText);
      return "";
    },
    row: (values) => {
      const cells = values.map(cellOf);
      if (draw !== null) return draw(cells);
      sample.push(cells);
      return sample.length < SAMPLE_ROWS ? "" : settle();
    },
    end: () => (draw === null && names.length > 0 ? settle() : ""),
  };
}

type Paint = ReturnType<typeof createColors>;

function cellOf(value: CypherValue): Cell {
  const isNumber = typeof value === "number" || typeof value === "bigint" || value instanceof Float;
  return {
    parts: partsOf(value).map(visibleText),
    isNumber,
    isNull: value === null,
  };
}

function partsOf(value: CypherValue): readonly string[] {
  if (value === null) return ["null"];
  const isTexts =
    isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
  return isTexts ? value.filter((item) => typeof item === "string") : [formatCell(value)];
}

function widthOfCell(cell: Cell | undefined): number {
  return Math.max(0, ...(cell?.parts ?? []).map(displayWidth));
}

/** The lines of a cell; what does not fit into the most it may have is cut with `…`. */
function cellLines(cell: Cell | undefined, width: number): readonly string[] {
  if (cell === undefined) return [""];
  // Half a number would be another number: it overflows rather than breaks.
  if (cell.isNumber) return cell.parts;
  const lines: string[] = [];
  for (const [index, part] of cell.parts.entries()) {
    const left = MAX_LINES - lines.length;
    const isLast = index === cell.parts.length - 1;
    if (left === 1 && !isLast) return [...lines, cutToWidth(`${part} …`, width)];
    lines.push(...wrapToWidth(part, width, isLast ? left : left - 1));
  }
  return lines;
}

/** Widths that fit, or null when the columns cannot stand side by side. */
function fitColumns(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): Columns | null {
  const wanted = names.map((name, index) =>
    rows.reduce((most, row) => Math.max(most, widthOfCell(row[index])), displayWidth(name)),
  );
  const room = width - GAP.length * (names.length - 1);
  const least = wanted.reduce((sum, each) => sum + Math.min(each, MIN_WIDTH), 0);
  if (least > room) return null;
  const widths = shareRoom(wanted, room);
  return names.map((name, index) => ({ name, width: widths[index] ?? MIN_WIDTH }));
}

/** Narrow columns get what they want; the others share the rest evenly. */
function shareRoom(wanted: readonly number[], room: number): readonly number[] {
  const byNeed = wanted.map((need, index) => ({ need, index })).sort((a, b) => a.need - b.need);
  const widths = new Array<number>(wanted.length).fill(0);
  let left = room;
  byNeed.forEach(({ need, index }, position) => {
    const share = Math.floor(left / (byNeed.length - position));
    widths[index] = Math.max(1, Math.min(need, share));
    left -= widths[index] ?? 0;
  });
  return widths;
}

function headLines(columns: Columns, paint: Paint): string {
  const names = columns.map(({ name, width }) => padToWidth(cutToWidth(name, width), width));
  const rules = columns.map(({ width }) => "─".repeat(width));
  return `${paint.bold(names.join(GAP).trimEnd())}\n${paint.dim(rules.join(GAP))}\n`;
}

function rowDrawer(columns: Columns, paint: Paint): (row: readonly Cell[]) => string {
  return (row) => {
    const cells = columns.map(({ width }, index) => cellLines(row[index], width));
    const height = Math.max(...cells.map((lines) => lines.length));
    let text = "";
    for (let line = 0; line < height; line += 1) {
      const parts = columns.map(({ width }, index) => {
        const cell = row[index];
        const part = cells[index]?.[line] ?? "";
        const space = " ".repeat(Math.max(0, width - displayWidth(part)));
        if (cell?.isNumber) return space + part;
        return (cell?.isNull ? paint.dim(part) : part) + space;
      });
      text += `${parts.join(GAP).trimEnd()}\n`;
    }
    return text;
  };
}

function recordDrawer(
  names: readonly string[],
  width: number,
  paint: Paint,
): (row: readonly Cell[]) => string {
  const margin = Math.min(
    Math.max(...names.map(displayWidth), 1),
    Math.max(MIN_WIDTH, Math.floor(width / 3)),
  );
  const room = Math.max(MIN_WIDTH, width - margin - GAP.length);
  return (row) => {
    const lines = names.flatMap((name, index) => {
      const label = paint.bold(padToWidth(cutToWidth(name, margin), margin));
      return cellLines(row[index], room).map((part, line) =>
        `${line === 0 ? label : " ".repeat(margin)}${GAP}${part}`.trimEnd(),
      );
    });
    return `${lines.join("\n")}\n${paint.dim("─".repeat(Math.min(width, 40)))}\n`;
  };
}
