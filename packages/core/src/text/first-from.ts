/**
 * Index of the first item of a sorted list from which on a condition holds, or the list's length. It must
 * hold for all items behind one for which it holds. Looks at as many items as the length has digits in base 2.
 */
export function firstFrom<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    // Between two indexes of the list lies one of the list.
    if (holds(sorted[middle] as T)) to = middle;
    else from = middle + 1;
  }
  return from;
}
