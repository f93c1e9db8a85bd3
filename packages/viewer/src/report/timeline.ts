import { dateWords } from "@redthread/core/trace";
import { type Html, trusted } from "../render/html.js";
import type { Scene } from "../scene/scene.js";

/** Size of the bars' picture in its own unit. */
const TIMELINE_WIDTH = 900;
const HEIGHT = 62;
const BASE = 42;
const MARGIN = 14;
const TALLEST = 34;

/** Number of a month (`YYYY-MM`) counted from year zero. */
function monthNumber(month: string): number {
  const [year = "0", part = "1"] = month.split("-");
  return Number(year) * 12 + Number(part) - 1;
}

/** First and last month number that anything is dated to, or null. */
function timelineSpan({
  months,
  spans,
}: Pick<Scene, "months" | "spans">): readonly [number, number] | null {
  const all = [
    ...months.map(({ month }) => monthNumber(month)),
    ...spans.flatMap(({ from, to }) => [monthNumber(from), monthNumber(to)]),
  ];
  if (all.length === 0) return null;
  return [Math.min(...all), Math.max(...all)];
}

/** One bar a month, filled for operations, a thin line for reports; an open bar where a date is vague. */
export function renderTimeline(scene: Scene): Html {
  const span = timelineSpan(scene);
  const dated = scene.spans.length + scene.months.filter(({ operations }) => operations > 0).length;
  if (span === null || dated === 0) return trusted("");
  const [first, last] = span;
  const step = tenth(Math.min(64, (TIMELINE_WIDTH - 2 * MARGIN) / (last - first + 1)));
  const x = (month: number) => MARGIN + (month - first) * step;
  const most = Math.max(
    1,
    ...scene.months.map(({ operations, reports }) => Math.max(operations, reports)),
    ...scene.spans.map(({ operations }) => operations),
  );
  const scale: Scale = {
    x,
    step,
    height: (count) => tenth((count / most) * TALLEST),
    width: Math.max(3, Math.min(16, step * 0.62)),
  };
  const bars = [...vagueBars(scene, scale), ...monthBars(scene, scale)].join("");
  return trusted(
    `<svg class="timeline" viewBox="0 0 ${TIMELINE_WIDTH} ${HEIGHT}" role="img" aria-label="Operations by month" data-first="${first}" data-count="${last - first + 1}" data-step="${tenth(step)}" data-left="${MARGIN}">${axis(first, last, x)}${bars}</svg>`,
  );
}

/** Where months and counts lie in the bars' picture. */
interface Scale {
  /** Left edge of a month. */
  readonly x: (month: number) => number;
  readonly step: number;
  readonly height: (count: number) => number;
  /** Width of a bar. */
  readonly width: number;
}

function vagueBars({ spans }: Scene, { x, height }: Scale): readonly string[] {
  return spans.map(({ from, to, operations }) => {
    const left = x(monthNumber(from));
    const wide = x(monthNumber(to) + 1) - left;
    return `<rect class="vague" x="${tenth(left)}" y="${BASE - height(operations)}" width="${tenth(wide)}" height="${height(operations)}" fill="none" stroke="var(--soft)" stroke-width="1"><title>${operations} between ${dateWords(from)} and ${dateWords(to)}</title></rect>`;
  });
}

function monthBars({ months }: Scene, { x, step, height, width }: Scale): readonly string[] {
  return months.map(({ month, operations, reports }) => {
    const middle = x(monthNumber(month)) + step / 2;
    const title = `<title>${dateWords(month)}: ${operations} operations, ${reports} reports</title>`;
    const bar =
      operations === 0
        ? ""
        : `<rect x="${tenth(middle - width / 2)}" y="${BASE - height(operations)}" width="${tenth(width)}" height="${height(operations)}" fill="var(--ink)"/>`;
    const report =
      reports === 0
        ? ""
        : `<rect x="${tenth(middle - width / 2)}" y="${BASE + 2.5}" width="${tenth(width)}" height="2" fill="var(--soft)"/>`;
    return `<g class="month" data-month="${month}">${title}${bar}${report}</g>`;
  });
}

function monthsBetweenWords(months: number): number {
  if (months <= 16) return 1;
  return months <= 40 ? 3 : 12;
}

function axis(first: number, last: number, x: (month: number) => number): string {
  const parts = [
    `<path d="M${MARGIN} ${BASE}H${x(last + 1)}" stroke="var(--ink)" stroke-width="1"/>`,
  ];
  const every = monthsBetweenWords(last - first + 1);
  for (let month = first; month <= last; month += 1) {
    if (month % every !== 0) continue;
    const weight = month % 12 === 0 ? ' font-weight="600"' : "";
    const at = every === 12 ? x(month) : x(month + 0.5);
    const word = monthWord(month);
    parts.push(
      `<text x="${tenth(at)}" y="${BASE + 16}" font-size="10.5" text-anchor="middle" fill="var(--soft)"${weight}>${word}</text>`,
    );
  }
  return parts.join("");
}

/** `Mar`, or the year of a January. */
function monthWord(month: number): string {
  const year = Math.floor(month / 12);
  if (month % 12 === 0) return String(year);
  const name = dateWords(`${year}-${String((month % 12) + 1).padStart(2, "0")}`, "short");
  return name.split(" ")[0] ?? "";
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
