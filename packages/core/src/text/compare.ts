/**
 * Order of two texts by UTF-16 code unit, the order in which everything that leaves the program is
 * sorted: the same on every machine, in every locale.
 */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
