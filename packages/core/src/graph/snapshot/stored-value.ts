import { Float, PointValue, type PropertyValue, type ScalarValue } from "../property-value.js";

/** A value that a graph read from lines cannot hold, so that no snapshot is made of it. */
export class NotStorableError extends Error {
  override readonly name = "NotStorableError";
}

/** First byte of a stored value: a text as it is, or something else that the rest spells out. */
const TEXT = 0x73;
const SPELLED = 0x6a;

/** Half of a pair of code units, which UTF-8 has no bytes for. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Values one behind the other, each found by where it ends. */
export class ValueHeapWriter {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(4_096);
  #end = 0;

  get end(): number {
    return this.#end;
  }

  add(value: PropertyValue): void {
    const isText = typeof value === "string" && !LONE_SURROGATE.test(value);
    const text = isText ? value : JSON.stringify(spelled(value));
    this.#makeRoom(1 + text.length * 3);
    this.#bytes[this.#end] = isText ? TEXT : SPELLED;
    const { written } = this.#encoder.encodeInto(text, this.#bytes.subarray(this.#end + 1));
    this.#end += 1 + written;
    if (this.#end > 0xffff_ffff) {
      throw new NotStorableError("more than 4 GB of values in one column");
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#end);
  }

  #makeRoom(count: number): void {
    if (this.#end + count > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#end + count));
      wider.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = wider;
    }
  }
}

/** Reads the values that {@link ValueHeapWriter} wrote; `ends[i]` is where value `i` ends. */
export class ValueHeap {
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  readonly #ends: Uint32Array;
  readonly #bytes: Uint8Array;

  constructor(ends: Uint32Array, bytes: Uint8Array) {
    this.#ends = ends;
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#ends.length;
  }

  read(at: number): PropertyValue {
    const start = at === 0 ? 0 : (this.#ends[at - 1] ?? 0);
    const end = this.#ends[at] ?? start;
    if (end === start) {
      return false;
    }
    const text = this.#decoder.decode(this.#bytes.subarray(start + 1, end));
    return this.#bytes[start] === TEXT ? text : unspelled(JSON.parse(text) as Spelled);
  }
}

/** One letter for the kind, then what the value is made of. */
type Spelled =
  | readonly ["text", string]
  | readonly ["integer", string]
  | readonly ["float", string]
  | readonly ["boolean", boolean]
  | readonly ["point", number, string, string, string | null]
  | readonly ["list", readonly Spelled[]];

const isList = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

function spelled(value: PropertyValue): Spelled {
  if (isList(value)) {
    return ["list", value.map(spelled)];
  }
  if (typeof value === "string") {
    return ["text", value];
  }
  if (typeof value === "boolean") {
    return ["boolean", value];
  }
  if (typeof value === "number" || typeof value === "bigint") {
    return ["integer", String(value)];
  }
  if (value instanceof Float) {
    return ["float", numberText(value.value)];
  }
  if (value instanceof PointValue) {
    const { srid, x, y, z } = value;
    return ["point", srid, numberText(x), numberText(y), z === null ? null : numberText(z)];
  }
  throw new NotStorableError("a graph read from lines holds no time of its own kind");
}

const numberText = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

function unspelled(value: Spelled): PropertyValue {
  return value[0] === "list" ? value[1].map(scalarOf) : scalarOf(value);
}

function scalarOf(value: Spelled): ScalarValue {
  switch (value[0]) {
    case "integer": {
      const number = Number(value[1]);
      return Number.isSafeInteger(number) ? number : BigInt(value[1]);
    }
    case "float":
      return new Float(Number(value[1]));
    case "point":
      return new PointValue(
        value[1],
        Number(value[2]),
        Number(value[3]),
        value[4] === null ? null : Number(value[4]),
      );
    case "list":
      throw new TypeError("a list in a list");
    default:
      return value[1];
  }
}
