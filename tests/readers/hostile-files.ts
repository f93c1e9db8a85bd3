// Files that were spoilt by chance: every byte of them may be wrong. A reader may read them, read them in part
// or refuse them; it may not bring the program down, hang, or lose a file without a word.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ForeignRead, type ReaderPool, readForeign } from "@redthread/cli";
import { readDocument } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import type { DomainPack } from "@redthread/core/packs";
import { FILES } from "./built-files.js";

export interface HostileFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly how: string;
}

/** Files whose very purpose is to meet a limit are slow on purpose. */
const NAMES = readdirSync(FILES)
  .filter((name) => name !== "bomb.zip")
  .sort();

/** One file of the shelf with some of its bytes turned, cut out, doubled, or another's put in. */
export function spoilFile(random: () => number): HostileFile {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const path = pick(NAMES);
  let bytes: Uint8Array = new Uint8Array(readFileSync(join(FILES, path)));
  const where = (): number => Math.floor(random() * bytes.length);
  const how: string[] = [];
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const way = pick(WAYS);
    how.push(way.name);
    bytes = way(bytes, where, random);
  }
  return { path, bytes, how: how.join(", ") };
}

type Way = (bytes: Uint8Array, where: () => number, random: () => number) => Uint8Array;

const WAYS: readonly Way[] = [
  function turn(bytes, where, random) {
    const turned = Uint8Array.from(bytes);
    for (let count = 1 + Math.floor(random() * 40); count > 0; count -= 1)
      turned[where()] = Math.floor(random() * 256);
    return turned;
  },
  function cut(bytes, where) {
    return bytes.slice(0, Math.max(1, where()));
  },
  function takeOut(bytes, where) {
    const at = where();
    return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1 + (where() >> 4))]);
  },
  function repeat(bytes, where) {
    const at = where();
    const part = bytes.slice(at, at + 2_000);
    return Uint8Array.from([...bytes.slice(0, at), ...part, ...part, ...part, ...bytes.slice(at)]);
  },
  function putIn(bytes, where) {
    const other = readFileSync(join(FILES, NAMES[where() % NAMES.length] ?? ""));
    const at = where();
    return Uint8Array.from([
      ...bytes.slice(0, at),
      ...other.subarray(0, 3_000),
      ...bytes.slice(at),
    ]);
  },
  function headAlone(bytes) {
    return bytes.slice(0, 64);
  },
];

/** What became of a spoilt file. */
export interface Outcome {
  readonly read: number;
  readonly partial: number;
  readonly failed: number;
  /** What must never happen, in words. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** Reads one file as a build does. */
export async function readHostile(
  { path, bytes }: HostileFile,
  {
    pool,
    pack,
    limit,
  }: { readonly pool: ReaderPool; readonly pack: DomainPack; readonly limit: number },
): Promise<Outcome> {
  const start = process.hrtime.bigint();
  const found = await readForeign([{ file: path, path, read: () => bytes }], { pool });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const faults = found.failures.flatMap(faultsOf);
  let [read, partial, failed] = [0, 0, found.failures.length];
  for (const input of found.inputs) {
    try {
      const { notices } = readDocument(input, { pack });
      if (notices.length > 0) partial += 1;
      else read += 1;
    } catch (error) {
      failed += 1;
      if (!(error instanceof RedthreadError)) faults.push(`${input.path}: ${String(error)}`);
    }
  }
  // A file inside another has its own clock.
  if (found.hashes.size === 1 && seconds > limit * 1.1) faults.push(`took ${seconds.toFixed(1)} s`);
  const isTold = read + partial + failed > 0 || found.skipped.length > 0;
  if (!isTold && found.within.size === 0) faults.push("lost without a word");
  return { read, partial, failed, faults, seconds };
}

/** A refusal is foreseen, and one line. */
function faultsOf({ path, code, reason }: ForeignRead["failures"][number]): readonly string[] {
  const isOneLine = !/\n|\bat .*\.[jt]s:\d/.test(reason);
  return code !== "UNEXPECTED" && isOneLine ? [] : [`${path}: ${reason}`];
}
