/**
 * Text from documents shown on a terminal: what would act instead of being read (controls, escape
 * sequences, direction overrides, invisible characters) is written out, so that a name can neither
 * colour the screen nor pose as another name.
 */

// Controls; soft hyphen; Arabic letter mark; zero-width space; directional marks, embeddings and
// isolates; line and paragraph separators; word joiner and invisible operators; byte order mark;
// interlinear annotation; tags; lone surrogates. Joiners stay: Persian and emoji need them.
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function written(character: string): string {
  const short = SHORT.get(character);
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}

/** The text on one line with every acting character written out, such as `\u001b`. */
export function visibleText(text: string): string {
  return text.replace(ACTING, written);
}

/** The same for text of our own making that has several lines: line breaks stay. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visibleText).join("\n");
}
