/** UTF-16 units from here on do not sort as the code points they belong to. */
const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** Moves surrogates above the rest of the basic plane, where their code points belong. */
const rankOf = (unit: number): number =>
  unit >= AFTER_SURROGATES ? unit - 0x800 : unit >= FIRST_SURROGATE ? unit + 0x2000 : unit;

/** Order of two strings by code point: negative, 0 or positive. O(length of the shared start). */
export function compareText(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) {
      return rankOf(left) - rankOf(right);
    }
  }
  return a.length - b.length;
}
