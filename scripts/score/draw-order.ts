/** A list in an order drawn from a seed: the same seed gives the same order on every machine. */
export function drawOrder<T>(list: readonly T[], seed: number): T[] {
  let state = (seed * 2654435761) % 4294967296;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return list
    .map((value, at) => ({ value, at, key: next() }))
    .sort((a, b) => a.key - b.key || a.at - b.at)
    .map(({ value }) => value);
}
