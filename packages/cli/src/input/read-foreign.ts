// Files to what the core reads: texts as they lie, foreign files as pages that a reader made of them, and
// the files inside archives and mails as documents of their own, down to a depth and up to a size.
import { createHash } from "node:crypto";
import type { BuildFailure, ReadInput } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import type { ReadFile, ReadPart } from "../readers/foreign-reader.js";
import { foreignReaderFor } from "../readers/registry.js";
import type { FoundInput, PassedOver } from "./finder.js";
import { ReaderPool } from "./reader-pool.js";

/** The file on disk that a document was taken out of. */
interface Container {
  readonly path: string;
  readonly sha256: string;
}

/** Files as the core reads them, with what became of the others. */
export interface ForeignRead {
  readonly inputs: readonly ReadInput[];
  readonly failures: readonly BuildFailure[];
  /** Left out by rule. */
  readonly skipped: readonly PassedOver[];
  /** SHA-256 of the bytes of each foreign file and of each file inside another, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The file on disk around each document that is inside one, by path of the document. */
  readonly within: ReadonlyMap<string, Container>;
}

export interface ForeignOptions {
  readonly encoding?: string | undefined;
  readonly pool?: ReaderPool;
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

/** How deep files may lie in files, and how much may come out of one file on disk. */
const DEEPEST = 3;
const MOST_INFLATED = 100 * 1024 * 1024;

/** What goes between the name of a file and that of a file inside it. */
const INSIDE = "!/";

/** Reads what the core does not; a file that fails is listed, and the rest goes on. */
export async function readForeign(
  found: readonly FoundInput[],
  options: ForeignOptions = {},
): Promise<ForeignRead> {
  const pool = options.pool ?? new ReaderPool();
  const run = new ForeignRun(pool, options.encoding);
  try {
    const running = new Set<Promise<void>>();
    for (const [done, input] of found.entries()) {
      options.onProgress?.(done, found.length, input.path);
      const job: Promise<void> = run.readInput(input).finally(() => running.delete(job));
      running.add(job);
      // Bytes wait in memory: no more of them than processes that read.
      if (running.size > pool.size) await Promise.race(running);
    }
    await Promise.all(running);
  } finally {
    if (options.pool === undefined) pool.close();
  }
  return run;
}

interface Root extends Container {
  /** Bytes that came out of it so far. */
  inflated: number;
}

class ForeignRun implements ForeignRead {
  readonly inputs: ReadInput[] = [];
  readonly failures: BuildFailure[] = [];
  readonly skipped: PassedOver[] = [];
  readonly hashes = new Map<string, string>();
  readonly within = new Map<string, Container>();
  readonly #pool: ReaderPool;
  readonly #encoding: string | undefined;

  constructor(pool: ReaderPool, encoding: string | undefined) {
    this.#pool = pool;
    this.#encoding = encoding;
  }

  async readInput(input: FoundInput): Promise<void> {
    const { path } = input;
    let bytes: Uint8Array;
    try {
      bytes = input.read();
    } catch (error) {
      this.#fail(path, error);
      return;
    }
    const sha256 = hashOf(bytes);
    this.hashes.set(path, sha256);
    if (foreignReaderFor({ extension: extensionOf(path), bytes }) === null) {
      // Read again when its turn comes, so that no more than one text is in memory. The hash is of the
      // very bytes that the text is made of, should somebody write to the file in between.
      const { hashes } = this;
      this.inputs.push({
        path,
        get bytes() {
          const text = input.read();
          hashes.set(path, hashOf(text));
          return text;
        },
      });
      return;
    }
    await this.#readForeign(path, bytes, 0, { path, sha256, inflated: 0 });
  }

  async #readForeign(path: string, bytes: Uint8Array, depth: number, root: Root): Promise<void> {
    const extension = extensionOf(path);
    const reader = foreignReaderFor({ extension, bytes });
    if (reader === null) {
      this.inputs.push({ path, bytes });
      return;
    }
    try {
      if (bytes.length > reader.largestBytes) throw tooLarge(path, bytes.length, reader);
      const encoding = this.#encoding;
      const file = { path, extension, bytes, ...(encoding === undefined ? {} : { encoding }) };
      const read = await this.#pool.read({ reader: reader.name, file });
      await this.#take(path, read, depth, root);
    } catch (error) {
      this.#fail(path, error);
    }
  }

  async #take(
    path: string,
    { page, parts, unread, skipped = [] }: ReadFile,
    depth: number,
    root: Root,
  ) {
    if (page !== null) this.inputs.push({ path, page });
    for (const { name, reason } of unread) {
      const inner = `${path}${INSIDE}${name}`;
      this.failures.push({
        path: inner,
        code: "INPUT_UNREADABLE",
        reason: `\`${inner}\` ${reason}`,
      });
    }
    for (const { name, reason } of skipped)
      this.skipped.push({ path: `${path}${INSIDE}${name}`, reason });
    const taken = new Set<string>();
    for (const part of parts) await this.#takePart(path, part, taken, depth + 1, root);
  }

  async #takePart(
    outer: string,
    part: ReadPart,
    taken: Set<string>,
    depth: number,
    root: Root,
  ): Promise<void> {
    const path = `${outer}${INSIDE}${freeName(part.name, taken)}`;
    const { path: rootPath, sha256 } = root;
    this.within.set(path, { path: rootPath, sha256 });
    if ("page" in part) {
      this.hashes.set(path, hashOf(part.page.lines.map(({ text }) => text).join("\n")));
      this.inputs.push({ path, page: part.page });
      return;
    }
    root.inflated += part.bytes.length;
    this.hashes.set(path, hashOf(part.bytes));
    if (depth > DEEPEST) this.#fail(path, tooDeep(path));
    else if (root.inflated > MOST_INFLATED) this.#fail(path, tooMuch(path, rootPath));
    else await this.#readForeign(path, part.bytes, depth, root);
  }

  #fail(path: string, error: unknown): void {
    const code = error instanceof RedthreadError ? error.code : "UNEXPECTED";
    const reason = error instanceof Error ? error.message : String(error);
    this.failures.push({ path, code, reason });
  }
}

const hashOf = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** End of a name in lower case without its dot, or empty. */
const extensionOf = (path: string): string =>
  /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";

/** A name that no other part of the file has: of two equal ones the later is numbered. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  taken.add(free);
  return free;
}

const tooLarge = (
  path: string,
  size: number,
  { name, largestBytes }: { readonly name: string; readonly largestBytes: number },
): RedthreadError => {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  return new RedthreadError(
    "INPUT_TOO_LARGE",
    `\`${path}\` has ${megabytes(size)} MB; the limit for ${name} is ${megabytes(largestBytes)} MB. Split it.`,
  );
};

const tooDeep = (path: string): RedthreadError =>
  new RedthreadError(
    "INPUT_TOO_LARGE",
    `\`${path}\` lies more than ${DEEPEST} files deep, which is the limit. Unpack it and read it by itself.`,
  );

const tooMuch = (path: string, root: string): RedthreadError =>
  new RedthreadError(
    "INPUT_TOO_LARGE",
    `\`${path}\` was not read: more than ${MOST_INFLATED / 1024 ** 2} MB come out of \`${root}\`, which is the limit. Unpack it and read its parts.`,
  );
