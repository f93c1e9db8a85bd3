/** What Java's `Character.isWhitespace` takes: no-break spaces are not among it. */
const WHITE_SPACE: ReadonlySet<string> = new Set([
  ..."\t\n\v\f\r\u001c\u001d\u001e\u001f \u1680",
  ..."\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000",
]);

const setOf = (characters: string | null): ReadonlySet<string> =>
  characters === null ? WHITE_SPACE : new Set(characters);

/** The text without leading characters of the set; white space when `characters` is null. */
export function trimStart(text: string, characters: string | null): string {
  const dropped = setOf(characters);
  let start = 0;
  for (const character of text) {
    if (!dropped.has(character)) {
      break;
    }
    start += character.length;
  }
  return text.slice(start);
}

/** The text without trailing characters of the set; white space when `characters` is null. */
export function trimEnd(text: string, characters: string | null): string {
  const dropped = setOf(characters);
  let kept = 0;
  let end = 0;
  for (const character of text) {
    end += character.length;
    if (!dropped.has(character)) {
      kept = end;
    }
  }
  return text.slice(0, kept);
}
