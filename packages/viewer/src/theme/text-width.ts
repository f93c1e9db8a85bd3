/** Wider of Noto Sans and Arial, in hundredths of the font size, for the characters from space to tilde. */
const REGULAR = [
  28, 28, 41, 65, 57, 89, 73, 22, 33, 33, 55, 58, 28, 33, 28, 37, 57, 57, 57, 57, 57, 57, 57, 57,
  57, 57, 28, 28, 58, 58, 58, 56, 102, 67, 67, 72, 73, 67, 61, 78, 74, 34, 50, 67, 56, 91, 76, 78,
  67, 78, 72, 67, 61, 73, 67, 94, 67, 67, 61, 33, 37, 33, 57, 56, 33, 56, 61, 50, 61, 56, 34, 61,
  62, 26, 26, 53, 26, 93, 62, 60, 61, 61, 41, 50, 36, 62, 51, 79, 53, 51, 50, 38, 55, 38, 58,
];

/** The same for all others: the first row whose end lies behind the character holds its width. */
const WIDTHS: readonly (readonly [end: number, width: number])[] = [
  [0x20, 0],
  [0x2d9, 66],
  [0x2da, 30],
  [0x300, 66],
  // Combining marks stand over the letter before.
  [0x370, 0],
  [0x590, 66],
  [0x700, 62],
  [0x900, 75],
  // Scripts of India and its neighbours.
  [0xe80, 70],
  [0x1100, 75],
  [0x1200, 100],
  [0x2010, 75],
  // Hyphens, the dash, and its longer sisters.
  [0x2013, 34],
  [0x2014, 56],
  [0x2016, 100],
  [0x2018, 75],
  // Quotation marks, single and double.
  [0x201c, 28],
  [0x2020, 40],
  [0x2026, 75],
  [0x2027, 100],
  [0x2e80, 75],
];
const BOLD_FACTOR = 1.07;

/**
 * Width of a line of text in the unit of `size`, without a browser: an upper estimate for the fonts
 * of the page, so that what is laid out with it does not touch when drawn.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let hundredths = 0;
  for (const char of text) hundredths += charWidth(char.codePointAt(0) ?? 0);
  return (hundredths / 100) * size * (bold ? BOLD_FACTOR : 1);
}

function charWidth(code: number): number {
  const narrow = REGULAR[code - 0x20];
  if (narrow !== undefined) return narrow;
  return WIDTHS.find(([end]) => code < end)?.[1] ?? 105;
}

/** The text, or as many of its characters as fit the width followed by an ellipsis. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const chars = [...text];
  let end = chars.length;
  while (end > 1 && textWidth(`${chars.slice(0, end).join("").trimEnd()}…`, size, bold) > width) {
    end -= 1;
  }
  return `${chars.slice(0, end).join("").trimEnd()}…`;
}
