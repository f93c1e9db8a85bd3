import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DocumentSource } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { readLog } from "./case/input-log.js";
import type { OpenCase } from "./case/read-case.js";
import { readInput } from "./input/read-input.js";

/** A file that is no longer what the case was built from. */
interface ChangedSource {
  readonly path: string;
  readonly reason: string;
}

export interface SourceCheck {
  readonly unchanged: number;
  /** Files that are not where they were read, so that nothing can be said of them. */
  readonly away: number;
  readonly changed: readonly ChangedSource[];
}

/**
 * Compares the files a case was built from with the hashes of their bytes. A case may stand alone:
 * files that are not there are counted, not complained of.
 */
export function verifySources(opened: OpenCase, sources: readonly DocumentSource[]): SourceCheck {
  const places = new Map(readLog(opened.folder).inputs.map(({ path, file }) => [path, file]));
  const changed: ChangedSource[] = [];
  let away = 0;
  for (const source of sources) {
    const { path } = source;
    // What is inside a file is unchanged where that file is.
    const onDisk = source.within ?? source;
    const place = places.get(onDisk.path);
    const file = place === undefined ? null : join(opened.folder, place);
    if (file === null || !existsSync(file)) {
      away += 1;
      continue;
    }
    const reason = differenceOf(file, onDisk.path, onDisk.sha256);
    if (reason === null) continue;
    const outer = source.within === undefined ? "" : ` (it is inside \`${onDisk.path}\`)`;
    changed.push({ path, reason: `${reason}${outer}` });
  }
  return { unchanged: sources.length - away - changed.length, away, changed };
}

function differenceOf(file: string, path: string, expected: string): string | null {
  try {
    const found = createHash("sha256").update(readInput({ file, path })).digest("hex");
    return found === expected ? null : "the file was changed after it was read";
  } catch (error) {
    if (error instanceof RedthreadError) return error.message;
    throw error;
  }
}
