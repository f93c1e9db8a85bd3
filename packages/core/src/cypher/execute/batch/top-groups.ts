/*
 * The groups that can be among the first k by a number: those not behind the k-th. One pass with a heap
 * of the k best, the worst on top, O(n) as long as few groups displace it; then one pass to collect.
 */

/** The groups in the order they came, ties with the last one included. */
export function topGroups(
  numbers: Float64Array,
  count: number,
  wanted: number,
  descending: boolean,
): readonly number[] {
  const sign = descending ? 1 : -1;
  const limit = sign * worstOfBest(numbers, count, wanted, sign);
  const groups: number[] = [];
  for (let group = 0; group < count; group += 1) {
    if (sign * (numbers[group] ?? 0) >= limit) {
      groups.push(group);
    }
  }
  return groups;
}

function worstOfBest(numbers: Float64Array, count: number, wanted: number, sign: 1 | -1): number {
  const heap = new Float64Array(Math.min(count, wanted));
  for (let group = 0; group < count; group += 1) {
    const number = sign * (numbers[group] ?? 0);
    if (group < heap.length) {
      rise(heap, group, number);
    } else if (number > (heap[0] ?? 0)) {
      sink(heap, number);
    }
  }
  return sign * (heap[0] ?? 0);
}

/** Puts a number in at the end of the heap. */
function rise(heap: Float64Array, place: number, number: number): void {
  let at = place;
  while (at > 0) {
    const above = (at - 1) >>> 1;
    const other = heap[above] ?? 0;
    if (other <= number) {
      break;
    }
    heap[at] = other;
    at = above;
  }
  heap[at] = number;
}

/** Puts a number in the place of the least. */
function sink(heap: Float64Array, number: number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    const isRight = right < heap.length && (heap[right] ?? 0) < (heap[left] ?? 0);
    const below = isRight ? right : left;
    if (below >= heap.length || (heap[below] ?? 0) >= number) {
      break;
    }
    heap[at] = heap[below] ?? 0;
    at = below;
  }
  heap[at] = number;
}
