/** Items by rank, the lowest first; equal ranks in the order of what they stand for. */
export interface RankHeap {
  readonly push: (rank: number, item: number) => void;
  readonly pop: () => readonly [rank: number, item: number] | null;
}

/** An empty binary heap. */
export function openHeap(): RankHeap {
  const ranks: number[] = [];
  const items: number[] = [];
  const isLess = (a: number, b: number): boolean => {
    const [one = 0, two = 0] = [ranks[a], ranks[b]];
    return one === two ? (items[a] ?? 0) < (items[b] ?? 0) : one < two;
  };
  const swap = (a: number, b: number) => {
    [ranks[a], ranks[b]] = [ranks[b] ?? 0, ranks[a] ?? 0];
    [items[a], items[b]] = [items[b] ?? 0, items[a] ?? 0];
  };
  const lower = (a: number, b: number): number => (b < ranks.length && isLess(b, a) ? b : a);
  const sink = () => {
    for (let at = 0; ; ) {
      const least = lower(lower(at, 2 * at + 1), 2 * at + 2);
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    push: (rank, item) => {
      ranks.push(rank);
      items.push(item);
      for (let at = ranks.length - 1; at > 0 && isLess(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1);
    },
    pop: () => {
      if (ranks.length === 0) return null;
      const top = [ranks[0] ?? 0, items[0] ?? 0] as const;
      swap(0, ranks.length - 1);
      ranks.pop();
      items.pop();
      sink();
      return top;
    },
  };
}
