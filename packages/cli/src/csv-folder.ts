import { readFileSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { RedthreadError } from "@redthread/core/errors";

/** What a text in memory may take; more is better loaded in parts. */
const MAX_BYTES = 500_000_000;

/**
 * Reads files below one folder, also by links inside it, and none that lie elsewhere.
 * @throws RedthreadError `INPUT_UNREADABLE` for what is not there, not below the folder or too large
 */
export function csvFolder(folder: string): (path: string) => string {
  return (path) => {
    const refuse = (why: string) =>
      new RedthreadError(
        "INPUT_UNREADABLE",
        `LOAD CSV cannot read \`${path}\` in \`${folder}\`: ${why}`,
      );
    let found: string;
    let root: string;
    try {
      root = realpathSync(folder);
      found = realpathSync(resolve(root, `./${path}`));
    } catch {
      throw refuse("it is not there. Give its path below that folder.");
    }
    if (!found.startsWith(root + sep)) {
      throw refuse("it lies outside. Copy it into the folder.");
    }
    const { size } = statSync(found);
    if (size > MAX_BYTES) throw refuse(`it has ${size} bytes, at most ${MAX_BYTES} are read.`);
    try {
      return readFileSync(found, "utf8");
    } catch {
      throw refuse("it is no file, or may not be read.");
    }
  };
}
