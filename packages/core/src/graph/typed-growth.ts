type GrowableArray =
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Smallest doubling of `capacity` that holds `needed` elements; at least 16. */
function grownCapacity(capacity: number, needed: number): number {
  let grown = Math.max(16, capacity);
  while (grown < needed) {
    grown *= 2;
  }
  return grown;
}

/** The array itself when it holds `needed` elements, otherwise a copy of twice the length or more. */
export function grownArray<T extends GrowableArray>(array: T, needed: number): T {
  if (needed <= array.length) {
    return array;
  }
  // The constructor of a typed array makes its own kind; TypeScript only knows the union.
  const create = array.constructor as new (length: number) => T;
  const copy = new create(grownCapacity(array.length, needed));
  copy.set(array);
  return copy;
}
