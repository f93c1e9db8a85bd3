import { join } from "node:path";
import { decodeReading, type MachineReading } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { diskFiles } from "./case-files.js";
import { CASE_FILES } from "./case-layout.js";
import { recordOf } from "./manifest.js";
import { type OpenCase, openCase, readCaseLines } from "./read-case.js";
import { wholeCaseFolder } from "./settle-case.js";

/**
 * What programs outside answered about the texts of a case.
 * @throws RedthreadError `CASE_DAMAGED` where the answers are not those that were written.
 */
export function readReadings(opened: OpenCase): readonly MachineReading[] {
  if (recordOf(opened.manifest, CASE_FILES.machineClaims) === null) return [];
  const readings: MachineReading[] = [];
  readCaseLines(opened, CASE_FILES.machineClaims, (line) => {
    readings.push(decodeReading(line, readings.length + 1));
  });
  return readings;
}

/**
 * The answers that a build of reports takes over from the case before; none where there is no case, one
 * of another format, or one whose answers were deleted.
 * @throws RedthreadError `CASE_DAMAGED` where they were changed, so that nothing paid for is lost unseen.
 */
export function recallReadings(folder: string, name: string): readonly MachineReading[] {
  const whole = wholeCaseFolder(folder, diskFiles);
  if (whole === null || !diskFiles.exists(join(whole, CASE_FILES.machineClaims))) return [];
  try {
    return readReadings(openCase(folder, name));
  } catch (error) {
    if (!(error instanceof RedthreadError)) throw error;
    if (error.code === "CASE_OUTDATED") return [];
    throw new RedthreadError(
      "CASE_DAMAGED",
      `\`${name}/${CASE_FILES.machineClaims}\` holds answers of extractors and is not as it was written. Put it back as it was, or delete it and ask the extractors again.`,
      { cause: error },
    );
  }
}
