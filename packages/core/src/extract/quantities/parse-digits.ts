/** How a document writes decimals: `1.5` or `1,5`. */
export type NumberStyle = "point" | "comma";

const LONGEST_NUMBER = 20;
const COMMA_DECIMAL =
  /(?:^|[^\d.,])\d{1,3}(?:[. \u00a0\u2009\u202f]\d{3})*,\d{1,2}(?![\d,.])(?!\s*(?:and|or)?\s*\d)/;

/** The style a text shows: one `2,63` is enough to read its `1.860` as a thousand and more. */
export function numberStyle(text: string): NumberStyle {
  return COMMA_DECIMAL.test(text) ? "comma" : "point";
}

/**
 * The value of a run of digits with points and commas, or null where it is no number: a version,
 * a date, encoded noise. One comma before three digits parts thousands, unless a zero leads; one
 * point before three digits does so in a text of comma style only.
 */
export function parseDigits(digits: string, style: NumberStyle): number | null {
  if (digits.length > LONGEST_NUMBER) return null;
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma < 0 && point < 0) return finite(digits);
  if (comma >= 0 && point >= 0) return parseMixed(digits, comma > point ? "," : ".");
  const sign = comma >= 0 ? "," : ".";
  const groups = digits.split(sign);
  const last = groups.at(-1) ?? "";
  if (groups.length > 2) return isThousands(groups) ? finite(groups.join("")) : null;
  const thousands = last.length === 3 && groups[0] !== "0" && (sign === "," || style === "comma");
  return thousands && (groups[0] ?? "").length <= 3
    ? finite(groups.join(""))
    : finite(groups.join("."));
}

/** `1.250,5` and `1,250.5`: the sign that stands last parts the decimals. */
function parseMixed(digits: string, decimal: "," | "."): number | null {
  const at = digits.lastIndexOf(decimal);
  const whole = digits.slice(0, at);
  if (whole.includes(decimal)) return null;
  const groups = whole.split(decimal === "," ? "." : ",");
  return isThousands(groups) ? finite(`${groups.join("")}.${digits.slice(at + 1)}`) : null;
}

/** Groups of three, or the Indian twos before a last three. */
function isThousands(groups: readonly string[]): boolean {
  const [first = "", ...rest] = groups;
  const last = rest.at(-1);
  if (first.length === 0 || first.length > 3 || last?.length !== 3) return false;
  return rest.slice(0, -1).every((group) => group.length === 3 || group.length === 2);
}

function finite(digits: string): number | null {
  const value = Number(digits);
  return Number.isFinite(value) ? value : null;
}
