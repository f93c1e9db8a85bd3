import { civilDateOf, epochDayOf } from "../../graph/calendar.js";
import { badArgument } from "../values/value-error.js";

const DAY_MS = 86_400_000;
/** The commonest letters of Java's date patterns, text in quotes, and what stands between. */
const TOKEN = /'([^']*)'|yyyy|MM|dd|HH|mm|ss|SSS|XXX|[A-Za-z]+|[^A-Za-z']/g;
const WIDTHS: ReadonlyMap<string, number> = new Map([
  ["yyyy", 4],
  ["MM", 2],
  ["dd", 2],
  ["HH", 2],
  ["mm", 2],
  ["ss", 2],
  ["SSS", 3],
]);

function tokensOf(pattern: string): readonly string[] {
  return [...pattern.slice(0, 100).matchAll(TOKEN)].map(([token]) => token);
}

function unknownToken(token: string) {
  return badArgument(
    `The date pattern letter \`${token}\` is not known. Patterns take yyyy, MM, dd, HH, mm, ss, SSS, XXX and text in single quotes.`,
  );
}

const isLetters = (token: string): boolean => /^[A-Za-z]/.test(token);
const literalOf = (token: string): string =>
  token.startsWith("'") ? token.slice(1, -1) || "'" : token;

/** A moment as the pattern writes it, such as `yyyy-MM-dd HH:mm:ss`. */
export function formatDatePattern(epochMs: number, pattern: string): string {
  const day = Math.floor(epochMs / DAY_MS);
  const ms = epochMs - day * DAY_MS;
  const date = civilDateOf(day);
  const values: ReadonlyMap<string, number> = new Map([
    ["yyyy", date.year],
    ["MM", date.month],
    ["dd", date.day],
    ["HH", Math.floor(ms / 3_600_000)],
    ["mm", Math.floor(ms / 60_000) % 60],
    ["ss", Math.floor(ms / 1000) % 60],
    ["SSS", ms % 1000],
  ]);
  return tokensOf(pattern)
    .map((token) => {
      const value = values.get(token);
      if (value !== undefined) {
        return String(value).padStart(WIDTHS.get(token) ?? 0, "0");
      }
      if (token === "XXX") {
        return "Z";
      }
      if (isLetters(token)) {
        throw unknownToken(token);
      }
      return literalOf(token);
    })
    .join("");
}

/** The moment that a text names in the pattern; parts that the pattern lacks are the first. */
export function parseDatePattern(text: string, pattern: string): number {
  const values = new Map<string, number>();
  let at = 0;
  for (const token of tokensOf(pattern)) {
    const width = WIDTHS.get(token);
    if (width === undefined && isLetters(token)) {
      throw unknownToken(token);
    }
    const expected = literalOf(token);
    const found = text.slice(at, at + (width ?? expected.length));
    const fits =
      width === undefined ? found === expected : found.length === width && /^\d+$/.test(found);
    if (!fits) {
      throw badArgument(
        `\`${text.slice(0, 100)}\` does not follow the date pattern \`${pattern}\`.`,
      );
    }
    if (width !== undefined) {
      values.set(token, Number(found));
    }
    at += found.length;
  }
  const of = (token: string, first: number): number => values.get(token) ?? first;
  const day = epochDayOf(of("yyyy", 1970), of("MM", 1), of("dd", 1));
  const clock = (of("HH", 0) * 60 + of("mm", 0)) * 60 + of("ss", 0);
  return day * DAY_MS + clock * 1000 + of("SSS", 0);
}
