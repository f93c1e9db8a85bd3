/**
 * Replacing a folder takes two renames, and a process can be killed between any two steps. What each
 * leaves behind says where it stopped:
 *
 *   no `.case.previous`          nothing was replaced; `.case.next-*` is unfinished work
 *   `.case.previous`, no `case`  between the renames: the case before is whole and goes back
 *   `.case.previous` and `case`  the new case stands; what people keep in the folder follows it
 *
 * A build settles this before it begins and after it has written; a reader only looks for the folder
 * that is whole.
 */
import { join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import type { CaseFiles } from "./case-files.js";
import {
  CASE_FILES,
  isJudgementFile,
  JUDGEMENTS_FOLDER,
  PEOPLES_FILES,
  siblingsOf,
} from "./case-layout.js";

const WRITTEN_BY_BUILDS: ReadonlySet<string> = new Set(Object.values(CASE_FILES));
const PEOPLES: ReadonlySet<string> = new Set(Object.values(PEOPLES_FILES));

/** Brings a case that a killed build left halfway to the old or the new state. Call it under the lock. */
export function settleCase(folder: string, files: CaseFiles): void {
  const { parent, previous, nextPrefix, trashPrefix } = siblingsOf(folder);
  if (files.exists(previous)) {
    if (files.exists(join(folder, CASE_FILES.manifest))) finishReplacing(folder, files);
    else goBack(folder, files);
  }
  for (const name of files.list(parent) ?? []) {
    if (name.startsWith(nextPrefix) || name.startsWith(trashPrefix)) {
      files.remove(join(parent, name));
    }
  }
}

function goBack(folder: string, files: CaseFiles): void {
  const { previous } = siblingsOf(folder);
  const present = files.list(folder);
  if (present !== null && present.length > 0) {
    throw new RedthreadError(
      "CASE_DAMAGED",
      `\`${folder}\` is no case, and the case that stood there is in \`${previous}\` since a build was killed. Move \`${folder}\` away, then run the command again.`,
    );
  }
  if (present !== null) files.remove(folder);
  files.rename(previous, folder);
}

/** Moves what people keep in the folder to the new case and removes the one before. Repeatable. */
export function finishReplacing(folder: string, files: CaseFiles): void {
  const { parent, previous, trashPrefix } = siblingsOf(folder);
  for (const name of files.list(previous) ?? []) {
    if (WRITTEN_BY_BUILDS.has(name)) continue;
    const from = join(previous, name);
    const to = join(folder, name);
    if (name === JUDGEMENTS_FOLDER) followAll(from, to, files);
    else if (PEOPLES.has(name)) followLater(from, to, files);
    else keep(from, to, files);
  }
  const trash = join(parent, `${trashPrefix}${process.pid}`);
  files.rename(previous, trash);
  files.remove(trash);
}

/** Every file of people's judgements as {@link followLater} has it, and whatever else lies beside them. */
function followAll(from: string, to: string, files: CaseFiles): void {
  const names = files.list(from);
  if (names === null || files.list(to) === null) {
    keep(from, to, files);
    return;
  }
  for (const name of names) {
    const follow = isJudgementFile(name) ? followLater : keep;
    follow(join(from, name), join(to, name), files);
  }
}

const keep = (from: string, to: string, files: CaseFiles): void =>
  files.rename(from, files.exists(to) ? freeName(to, files) : to);

/**
 * Both folders hold the same file under two names, unless someone saved a new one at the moment of
 * the change; then the later one counts.
 */
function followLater(from: string, to: string, files: CaseFiles): void {
  const before = files.stamp(from);
  const after = files.stamp(to);
  if (before === null || before.identity === after?.identity) return;
  if (after === null || before.changed > after.changed) files.rename(from, to);
}

function freeName(path: string, files: CaseFiles): string {
  for (let number = 1; ; number += 1) {
    const name = `${path}.previous-${number}`;
    if (!files.exists(name)) return name;
  }
}

/** The folder that holds a whole case right now: the case itself, or the one before while it is replaced. */
export function wholeCaseFolder(folder: string, files: CaseFiles): string | null {
  const { previous } = siblingsOf(folder);
  const places = [folder, previous, folder];
  // Asked twice: a build may put the new case in place between the first two questions.
  return places.find((place) => files.exists(join(place, CASE_FILES.manifest))) ?? null;
}

/** The manifest of a whole case as it stands on disk, whatever its format; null where there is none. */
export function wholeCaseManifest(folder: string, files: CaseFiles): string | null {
  const whole = wholeCaseFolder(folder, files);
  return whole === null ? null : files.read(join(whole, CASE_FILES.manifest));
}
