/**
 * Finding the reports in folders. One rule for all that is not a plain file:
 *
 * - Links are not followed. What they point to inside the folder is read once, under its own name;
 *   what lies outside the folder is named as skipped.
 * - Names that begin with a dot are skipped, folders with all they hold.
 * - A folder that holds a case is skipped whole: its texts are copies of reports, not reports.
 * - Each file is read once, under the first of its names in code unit order.
 * - Pipes, sockets, devices, dead links and what may not be opened are failures with a reason.
 */
import {
  type BigIntStats,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { compareText } from "@redthread/core/text";
import { CASE_FILES } from "../case/case-layout.js";
import { isCaseManifest } from "../case/manifest.js";
import { isSystemError } from "../exit-codes.js";
import { visibleText } from "../terminal/visible-text.js";
import type { Finder, FoundInput, FoundInputs, PassedOver } from "./finder.js";
import { readInput } from "./read-input.js";
import { reasonOf } from "./reason-of.js";

interface Walk {
  readonly inputs: FoundInput[];
  readonly skipped: PassedOver[];
  readonly failed: PassedOver[];
  readonly links: { readonly file: string; readonly path: string; readonly root: string }[];
  /** Path under which a file, by device and inode, was found first. */
  readonly seen: Map<string, string>;
  /** Folders that are passed over, by real path: the case that is being written. */
  readonly excluded: ReadonlySet<string>;
}

/** Folders with all they hold, and files. */
export const folderFinder: Finder = {
  name: "folders and files",
  takes: () => true,
  find: (words, { cwd, excluded }) =>
    walkInputs(
      words.map((word) => resolve(cwd, word)),
      excluded,
    ),
};

/**
 * All files below the given files and folders.
 * @throws RedthreadError `INPUT_UNREADABLE` when one of the arguments does not exist.
 */
export function walkInputs(
  roots: readonly string[],
  excluded: ReadonlySet<string> = new Set(),
): FoundInputs {
  const walk: Walk = {
    inputs: [],
    skipped: [],
    failed: [],
    links: [],
    seen: new Map(),
    excluded,
  };
  const [only] = roots;
  if (only !== undefined && roots.length === 1) walkRoot(walk, only, null);
  else for (const [root, name] of nameRoots(roots)) walkRoot(walk, root, name);
  for (const link of walk.links) judgeLink(walk, link);
  return {
    inputs: walk.inputs.sort(byPath),
    skipped: walk.skipped.sort(byPath),
    failed: walk.failed.sort(byPath),
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

/**
 * Roots in order with what paths from them begin with: the root's own name, and as many of the folders
 * above it as tell it from the others. One file has one path, and one path means one file.
 */
function nameRoots(roots: readonly string[]): readonly (readonly [string, string])[] {
  const distinct = [...new Set(roots)].sort();
  const tail = (root: string, parts: number): string =>
    root.split(sep).filter(Boolean).slice(-parts).join("/");
  return distinct.map((root) => {
    const others = distinct.filter((one) => one !== root);
    let parts = 1;
    while (parts < root.length && others.some((one) => tail(one, parts) === tail(root, parts))) {
      parts += 1;
    }
    return [root, tail(root, parts)];
  });
}

/** Paths from a single folder start below it and have no name in front. */
function walkRoot(walk: Walk, root: string, name: string | null): void {
  const real = realRoot(root);
  if (statSync(real).isDirectory()) {
    if (isCase(real)) {
      walk.skipped.push({ path: name ?? ".", reason: A_CASE });
      return;
    }
    walkFolder(walk, real, name === null ? "" : `${name}/`, real);
  } else {
    look(walk, { file: real, path: name ?? basename(root), root: real, isNamed: true });
  }
}

function realRoot(root: string): string {
  try {
    return realpathSync(root);
  } catch (error) {
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `Cannot read \`${visibleText(root)}\`: ${reasonOf(error)}. Pass a folder of reports, or files.`,
      { cause: error },
    );
  }
}

function walkFolder(walk: Walk, top: string, prefix: string, root: string): void {
  const waiting = [{ folder: top, prefix }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, prefix: before } = next;
    for (const name of namesIn(walk, folder, before)) {
      const file = join(folder, name);
      const path = `${before}${name}`;
      const below = look(walk, { file, path, root, isNamed: false });
      if (below !== null) waiting.push({ folder: file, prefix: `${path}/` });
    }
  }
}

function namesIn(walk: Walk, folder: string, prefix: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    walk.failed.push({ path: prefix || ".", reason: reasonOf(error) });
    return [];
  }
}

interface Name {
  readonly file: string;
  readonly path: string;
  readonly root: string;
  /** Given by the user, who then means it even where it begins with a dot. */
  readonly isNamed: boolean;
}

/** Files one name; returns its status when it is a folder to go into. */
function look(walk: Walk, { file, path, root, isNamed }: Name): BigIntStats | null {
  const pass = (reason: string) => void walk.skipped.push({ path, reason });
  if (!isNamed && basename(path).startsWith(".")) {
    pass("hidden");
    return null;
  }
  const status = statusOf(walk, file, path);
  if (status === null) return null;
  if (status.isSymbolicLink()) {
    walk.links.push({ file, path, root });
  } else if (status.isDirectory()) {
    if (walk.excluded.has(file)) pass("the case that is being written");
    else if (isCase(file)) pass(A_CASE);
    else return status;
  } else if (!status.isFile()) {
    walk.failed.push({ path, reason: `is ${kindOf(status)}, not a file` });
  } else {
    const identity = `${status.dev}:${status.ino}`;
    const first = walk.seen.get(identity);
    if (first === undefined) {
      walk.seen.set(identity, path);
      walk.inputs.push({ file, path, read: () => readInput({ file, path }) });
    } else pass(`the same file as ${first}`);
  }
  return null;
}

const A_CASE = "a case that Redthread built, no report";

/** The largest case has some hundred bytes a file in its manifest; what is larger is no manifest. */
const MAX_MANIFEST_BYTES = 100_000_000;

/** Whether a folder holds a case; what cannot be looked at is told when it is read. */
function isCase(folder: string): boolean {
  try {
    const manifest = join(folder, CASE_FILES.manifest);
    const status = lstatSync(manifest);
    if (!status.isFile() || status.size > MAX_MANIFEST_BYTES) return false;
    return isCaseManifest(readFileSync(manifest, "utf8"));
  } catch {
    return false;
  }
}

function statusOf(walk: Walk, file: string, path: string): BigIntStats | null {
  try {
    return lstatSync(file, { bigint: true });
  } catch (error) {
    walk.failed.push({ path, reason: reasonOf(error) });
    return null;
  }
}

function kindOf(status: BigIntStats): string {
  if (status.isFIFO()) return "a pipe";
  if (status.isSocket()) return "a socket";
  return "a device";
}

function judgeLink(walk: Walk, link: Walk["links"][number]): void {
  const { path } = link;
  try {
    const target = realpathSync(link.file);
    const inside = target === link.root || target.startsWith(link.root + sep);
    const reason = inside
      ? `a link to ${relative(link.root, target).split(sep).join("/") || "the folder itself"}; links are not followed`
      : "a link that leaves the folder";
    walk.skipped.push({ path, reason });
  } catch (error) {
    const loop = isSystemError(error) && error.code === "ELOOP";
    walk.failed.push({ path, reason: loop ? "a link to itself" : "a link to nothing" });
  }
}
