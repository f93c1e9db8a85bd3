/** Share of the missing similarity that each equal leading letter gives back (Winkler's value). */
const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;

/**
 * Jaro–Winkler similarity of two names: 0 = nothing shared, 1 = equal. Symmetric; fold case first.
 * O(|a|·|b|).
 * @see Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model"
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  // Greedy matching depends on the order of the two; a fixed order keeps it symmetric.
  const similarity = a < b ? jaro(a, b) : jaro(b, a);
  let prefix = 0;
  const most = Math.min(LONGEST_PREFIX, a.length, b.length);
  while (prefix < most && a[prefix] === b[prefix]) prefix += 1;
  return similarity + prefix * PREFIX_WEIGHT * (1 - similarity);
}

function jaro(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedInB = new Array<boolean>(b.length).fill(false);
  const sharedA: string[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const until = Math.min(b.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= until; other += 1) {
      if (usedInB[other] === true || a[at] !== b[other]) continue;
      usedInB[other] = true;
      sharedA.push(a.charAt(at));
      break;
    }
  }
  const shared = sharedA.length;
  if (shared === 0) return 0;
  const sharedB = [...b].filter((_, at) => usedInB[at] === true);
  const moved = sharedA.filter((letter, at) => letter !== sharedB[at]).length / 2;
  return (shared / a.length + shared / b.length + (shared - moved) / shared) / 3;
}
