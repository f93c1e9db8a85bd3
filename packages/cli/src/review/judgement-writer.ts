import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { encodeUndo, judgementId, readJudgements } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import type { Judgement } from "@redthread/core/model";
import { diskFiles } from "../case/case-files.js";
import { wholeCaseFolder } from "../case/settle-case.js";
import type { Io } from "../io.js";
import type { ReviewSubject } from "./review-item.js";
import { reviewerFile } from "./reviewer.js";

/** A judgement that stands on disk. */
export interface WrittenLine {
  /** What an undo line names. */
  readonly id: string;
  readonly judgement: Judgement;
}

/** Writes judgements of one person, each down to the disk before the next is asked. */
export class JudgementWriter {
  readonly file: string;
  readonly by: string;
  readonly #folder: string;
  readonly #io: Io;
  written = 0;

  constructor(folder: string, by: string, io: Io) {
    this.#folder = folder;
    this.by = by;
    this.#io = io;
    this.file = reviewerFile(by);
  }

  /**
   * Writes one judgement.
   * @throws RedthreadError `USAGE` where what it says is no judgement.
   */
  write(verdict: string, subject: ReviewSubject, why: string): WrittenLine {
    const line = { verdict, ...subject, by: this.by, at: this.#now(), why };
    const read = readLine(JSON.stringify(line));
    this.#append(JSON.stringify(line));
    this.written += 1;
    return read;
  }

  /** Takes a judgement back. */
  undo(id: string): void {
    this.#append(encodeUndo({ of: id, by: this.by, at: this.#now() }));
    this.written -= 1;
  }

  #now(): string {
    return new Date(this.#io.now()).toISOString();
  }

  /** A build may be putting a new case in place: the file of the whole one is written. */
  #append(line: string): void {
    const folder = wholeCaseFolder(this.#folder, diskFiles) ?? this.#folder;
    const path = join(folder, this.file);
    mkdirSync(dirname(path), { recursive: true });
    const before = diskFiles.read(path) ?? "";
    // A line that was written by half stays alone on its line.
    const head = before === "" || before.endsWith("\n") ? "" : "\n";
    const file = openSync(path, "a");
    try {
      const bytes = Buffer.from(`${head}${line}\n`, "utf8");
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

function readLine(content: string): WrittenLine {
  const { written, faulty } = readJudgements([{ file: "the answer", content: `${content}\n` }]);
  const [line] = written;
  if (line !== undefined) return { id: judgementId(line.judgement), judgement: line.judgement };
  throw new RedthreadError("USAGE", faulty[0]?.says ?? "is no judgement");
}

/** The answers of a file, one a line; `-` is standard input. */
export async function readAnswers(file: string, path: string, io: Io): Promise<string> {
  if (file !== "-") return readFileSync(path, "utf8");
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
