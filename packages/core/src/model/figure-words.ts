/** A figure as reports give it; null parts are unknown. */
export interface ToldFigure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** `eq`, `approx`, `gte`, `lte`, `range` or unknown. */
  readonly qualifier: string | null;
}

/** `long` is a sentence's wording, `short` a label's: `at least 200,000`, `≥ 200,000`. */
export type FigureStyle = "long" | "short";

const SIGNS: Readonly<Record<FigureStyle, Readonly<Record<string, string>>>> = {
  long: { approx: "about ", gte: "at least ", lte: "at most " },
  short: { approx: "≈ ", gte: "≥ ", lte: "≤ " },
};

/** A figure in words: `17`, `about 20`, `at least 200,000`, `3 to 4`; null where nothing is known. */
export function figureWords(figure: ToldFigure, style: FigureStyle = "long"): string | null {
  const { value, low, high, qualifier } = figure;
  if (low !== null && high !== null && low !== high) {
    const between = style === "long" ? " to " : "–";
    return `${numberWords(low, style)}${between}${numberWords(high, style)}`;
  }
  const bound = qualifier === "lte" ? high : low;
  const shown = value ?? bound ?? low ?? high;
  if (shown === null) return null;
  return `${SIGNS[style][qualifier ?? ""] ?? ""}${numberWords(shown, style)}`;
}

/** A number with commas between thousands, whatever the locale; `short` says `1.8 million`. */
export function numberWords(value: number, style: FigureStyle = "long"): string {
  const size = Math.abs(value);
  if (style === "short" && size >= 1e9) return `${hundredths(value / 1e9)} billion`;
  if (style === "short" && size >= 1e6) return `${hundredths(value / 1e6)} million`;
  const exact = style === "long" ? value : Math.round(value * 1000) / 1000;
  const [whole = "0", part] = String(exact).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

const hundredths = (value: number): string => String(Math.round(value * 100) / 100);

/** `1 report`, `2 reports`; the plural is the word and `s` unless given. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count, "short")} ${count === 1 ? one : many}`;
}

/** A confidence as a newspaper prints it: `.94`, `1.0`. */
export function confidenceWords(confidence: number): string {
  const rounded = Math.round(confidence * 100) / 100;
  return rounded >= 1 ? "1.0" : rounded.toFixed(2).slice(1);
}
