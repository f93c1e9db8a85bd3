import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";
import type { FolderVerification } from "../verify-folder.js";

/** What a check of a case found, in sentences: documents and quotes, then files, then what to do. */
export function verificationText(name: string, found: FolderVerification): string {
  const { documents, quotes, problems, isDerivedChecked } = found;
  if (found.isImported && problems.length === 0) return IMPORTED;
  const what =
    problems.length === 0
      ? `every document is unchanged and every quote stands where it says${isDerivedChecked ? ", and the graph follows from both" : ""}`
      : `${counted(problems.length, "problem")}: ${remedyOf(name, found)}`;
  const lines = [
    `Checked ${counted(documents, "document")} and ${counted(quotes, "quote")}: ${what}.`,
    ...sourceLines(found),
    ...found.peoplesChanged.map(
      (file) =>
        `${file} was changed since the build; \`redthread rebuild -c ${visibleText(name)}\` follows it.${isDerivedChecked ? "" : " Until then nobody can tell whether the graph follows from the evidence."}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const IMPORTED =
  "The graph follows from the imported file, which is unchanged. What it quotes stands in reports that the case does not have, so no quote was checked.\n";

function remedyOf(name: string, { problems, sources, canRebuild }: FolderVerification): string {
  if (problems.length === sources.changed.length) {
    return "the case is whole and its files are newer; build it again from them to follow";
  }
  return canRebuild
    ? `the evidence is whole, so \`redthread rebuild -c ${visibleText(name)}\` makes the rest again`
    : "build the case again from its reports, or restore the files named above";
}

function sourceLines({ sources }: FolderVerification): readonly string[] {
  const { unchanged, away, changed } = sources;
  const total = unchanged + away + changed.length;
  if (total === 0) return [];
  const parts = [
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(away > 0 ? [`${away} no longer there and not compared`] : []),
  ];
  return [`Of ${counted(total, "file")} they were read from: ${parts.join(", ")}.`];
}
