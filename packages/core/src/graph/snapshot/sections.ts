/*
 * A snapshot is made of named sections of bytes: arrays of numbers as the machine holds them, or a small
 * JSON. Tables write and read them here and know nothing of files.
 */

type NumberArray = Int32Array | Uint32Array | Uint16Array | Float64Array;

/** Collects the sections of a snapshot, in the order in which they are put. */
export class SectionWriter {
  readonly sections: [name: string, bytes: Uint8Array][] = [];

  put(name: string, array: NumberArray | Uint8Array): void {
    this.sections.push([name, new Uint8Array(array.buffer, array.byteOffset, array.byteLength)]);
  }

  putJson(name: string, value: unknown): void {
    this.put(name, new TextEncoder().encode(JSON.stringify(value)));
  }
}

/** Gives the bytes of a section, at the start of a buffer of their own. */
export type ReadSection = (name: string) => Uint8Array<ArrayBuffer>;

/** Reads sections when they are asked for. */
export class SectionReader {
  readonly #read: ReadSection;

  constructor(read: ReadSection) {
    this.#read = read;
  }

  bytes(name: string): Uint8Array<ArrayBuffer> {
    return this.#read(name);
  }

  int32(name: string): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#read(name).buffer);
  }

  uint32(name: string): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#read(name).buffer);
  }

  uint16(name: string): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.#read(name).buffer);
  }

  float64(name: string): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#read(name).buffer);
  }

  /** What {@link SectionWriter.putJson} took: its shape is that of the writer beside the reader. */
  json<T>(name: string): T {
    return JSON.parse(new TextDecoder().decode(this.#read(name))) as T;
  }
}
