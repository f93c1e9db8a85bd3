const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date of one of the three precisions in words: `14 December 2025`, `December 2025`, `2025`. */
export function dateWords(date: string, style: "long" | "short" = "long"): string {
  const [year = "", month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  const shown = style === "long" ? name : name.slice(0, 3);
  return day === undefined ? `${shown} ${year}` : `${Number(day)} ${shown} ${year}`;
}

/** Two months as a span in words; one month when they are the same. */
export function spanWords(from: string, to: string): string {
  return from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
}

/** A number with commas between thousands; from a million on in words: `1.8 million`. */
function numberWords(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${trim(value / 1e9)} billion`;
  if (size >= 1e6) return `${trim(value / 1e6)} million`;
  const [whole = "0", part] = String(Math.round(value * 1000) / 1000).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function trim(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A figure as qualified in the text; null parts are unknown. */
export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: string | null;
}

/** A figure in words: `17`, `≈ 20`, `≥ 200,000`, `3–4`; null where nothing is known. */
export function figureWords(figure: Figure): string | null {
  const { value, low, high, qualifier } = figure;
  if (low !== null && high !== null && low !== high) {
    return `${numberWords(low)}–${numberWords(high)}`;
  }
  const shown = value ?? low ?? high;
  if (shown === null) return null;
  const sign = { approx: "≈ ", gte: "≥ ", lte: "≤ " }[qualifier ?? ""] ?? "";
  return `${sign}${numberWords(shown)}`;
}

/** `1 report`, `2 reports`; the plural is the word and `s` unless given. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
  const first = [...text][0] ?? "";
  return first.toUpperCase() + text.slice(first.length);
}

/** A confidence as a newspaper prints it: `.94`, `1.0`. */
export function confidenceWords(confidence: number): string {
  const rounded = Math.round(confidence * 100) / 100;
  return rounded >= 1 ? "1.0" : rounded.toFixed(2).slice(1);
}
