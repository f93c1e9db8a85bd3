/** The plural of a noun: `boss` → `bosses`, `ally` → `allies`, `right-hand man` → `right-hand men`. */
export function pluralOf(noun: string): string {
  if (/(?:^|[^a-z])(?:wo)?man$/.test(noun) || /[a-z]man$/.test(noun))
    return noun.replace(/man$/, "men");
  if (/wife$/.test(noun)) return noun.replace(/fe$/, "ves");
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, "ies");
  if (/-in-law$/.test(noun)) return noun.replace(/^([a-z]+)/, "$1s");
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
