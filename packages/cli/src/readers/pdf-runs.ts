/** A run of letters as it is drawn: `x` from the left, `y` from the bottom, in points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

/** The text of one page before it is put in order. */
export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

/** Letters that fonts draw as one. */
const LIGATURES: Readonly<Record<string, string>> = {
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
  "\ufb05": "st",
  "\ufb06": "st",
};

interface DrawnItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

const isDrawn = (item: unknown): item is DrawnItem =>
  typeof item === "object" && item !== null && "str" in item && "transform" in item;

/**
 * The runs of a page that stand upright and print something. A run drawn twice at one place, which is how
 * some programs make bold letters, is one run.
 */
export function readTextRuns(items: readonly unknown[]): readonly TextRun[] {
  const runs: TextRun[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    if (!isDrawn(item)) continue;
    const text = item.str.replace(/[\ufb00-\ufb06]/g, (letter) => LIGATURES[letter] ?? letter);
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform;
    const isUpright = Math.abs(b) < Math.abs(a) * 0.2;
    if (text.trim() === "" || !isUpright) continue;
    const size = Math.abs(d) || item.height || 10;
    const key = `${Math.round(x)} ${Math.round(y)} ${text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    runs.push({ text, x, y, width: item.width, size });
  }
  return runs;
}
