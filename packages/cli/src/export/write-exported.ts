import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { visibleText } from "../terminal/visible-text.js";
import { writeNewFile, writeWholeFile } from "../write-whole-file.js";
import type { Exported, ExportedFile } from "./exporter.js";

interface Written {
  /** The path as the user gave it. */
  readonly name: string;
  readonly format: string;
  readonly exported: Exported;
}

/** The file of an exported folder that says what an export wrote, as `sha256sum -c` reads it. */
const LIST = ".redthread-export";

/**
 * Puts an export on the disk; whoever looks finds what was there before or all of the new. A folder
 * is only replaced where all that it holds was written by an export and left as it was.
 * @returns the number of bytes
 * @throws RedthreadError `EXPORT_FAILED`
 */
export function writeExported(path: string, { name, exported, format }: Written): number {
  const shown = visibleText(name);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (exported.kind === "file") {
    if (isFolder)
      throw failed(`\`${shown}\` is a folder, and ${format} is one file`, "another name");
    return writeWholeFile(path, exported.chunks);
  }
  if (existsSync(path)) assertOurs(path, shown, isFolder);
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const bytes = writeFiles(draft, exported.files);
    const before = `${draft}.before`;
    if (isFolder) renameSync(path, before);
    renameSync(draft, path);
    rmSync(before, { recursive: true, force: true });
    return bytes;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function writeFiles(folder: string, files: Iterable<ExportedFile>): number {
  mkdirSync(folder);
  const listed: string[] = [];
  let total = 0;
  for (const { path, chunks } of files) {
    const parts = path.split("/");
    if (parts.some((part) => part === "" || part.startsWith(".")))
      throw new TypeError(`\`${path}\` is no path for an export.`);
    const target = join(folder, ...parts);
    mkdirSync(dirname(target), { recursive: true });
    const hash = createHash("sha256");
    total += writeNewFile(target, chunks, (bytes) => hash.update(bytes));
    listed.push(`${hash.digest("hex")}  ${path}\n`);
  }
  writeNewFile(join(folder, LIST), listed);
  return total;
}

/** @throws RedthreadError `EXPORT_FAILED` where anything in the folder is somebody's own. */
function assertOurs(path: string, shown: string, isFolder: boolean): void {
  if (!isFolder) throw failed(`\`${shown}\` is a file`, "a new folder");
  const found = filesIn(path);
  if (found.length === 0) return;
  const listed = existsSync(join(path, LIST)) ? readFileSync(join(path, LIST), "utf8") : "";
  const hashes = new Map(
    listed.split("\n").map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const foreign = found.find((file) => file !== LIST && hashes.get(file) !== hashOf(path, file));
  if (foreign === undefined && found.includes(LIST)) return;
  throw failed(
    `\`${shown}\` holds \`${visibleText(foreign ?? "")}\`, which no export wrote as it is now`,
    "a new folder, so that nothing of yours is lost",
  );
}

const hashOf = (folder: string, file: string): string =>
  createHash("sha256")
    .update(readFileSync(join(folder, file)))
    .digest("hex");

function filesIn(folder: string, below = ""): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}

const failed = (found: string, give: string): RedthreadError =>
  new RedthreadError("EXPORT_FAILED", `${found}, so nothing was written. Give ${give}.`);
