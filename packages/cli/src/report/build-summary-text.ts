import { compareText } from "@redthread/core/text";
import type { BuiltCase } from "../build-into.js";
import { judgedLine, parseJudgedLine } from "../case/judged-lines.js";
import type { FoundInputs, PassedOver } from "../input/finder.js";
import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";
import { extractorLines, unaskedLines } from "./extractor-text.js";
import { judgedText } from "./judged-text.js";

/** Names listed of one kind before the rest is only counted; failures are always listed in full. */
const SHOWN_SKIPPED = 20;

/** What a build did, for people: figures first, then every file that was not read and why. */
export function buildSummaryText(
  name: string,
  { build, chosen, changedMeanwhile, skipped, unasked }: BuiltCase,
  { failed }: Pick<FoundInputs, "failed">,
): string {
  const { summary, documents } = build;
  const unread = [...build.failures, ...failed].sort((a, b) => compareText(a.path, b.path));
  const partial = documents.flatMap(({ document, paths }) =>
    document.notices.map((reason) => ({ path: paths[0] ?? document.path, reason })),
  );
  const lines = [
    `Case \`${name}\`: ${counted(summary.read, "document")}, ${counted(build.graph.nodeCount, "node")}, ${counted(build.graph.relationshipCount, "relationship")}, ${counted(summary.claims, "claim")}.`,
    figureLine("nodes", summary.nodes),
    figureLine("relationships", summary.relationships),
    ...packLine(chosen),
    ...remarks(build, changedMeanwhile),
    ...extractorLines(build),
    ...section("Noted while reading", partial, Number.POSITIVE_INFINITY),
    ...section("Skipped", skipped, SHOWN_SKIPPED),
    ...section("Not read", unread, Number.POSITIVE_INFINITY),
    ...unaskedLines(unasked, build),
  ];
  return `${lines.join("\n")}\n`;
}

function figureLine(what: string, figures: readonly (readonly [string, number])[]): string {
  const shown = figures.map(([name, count]) => `${name} ${count}`).join(", ");
  return `  ${what}: ${shown || "none"}`;
}

/** A pack of the user's own is named, since its words decide what was found. */
function packLine({ pack, folder }: BuiltCase["chosen"]): string[] {
  if (folder === null) return [];
  const { name, version } = pack;
  return [`  pack: ${visibleText(`${name} ${version}`)} from ${visibleText(folder)}`];
}

function remarks(
  {
    summary,
    judged,
    unusedExternal,
    extracted,
    extractions,
    gradeFault,
    unusedGrades,
  }: BuiltCase["build"],
  changedMeanwhile: readonly string[],
): string[] {
  const lines: string[] = [];
  const recalled = extractions.length - extracted;
  if (recalled > 0) {
    lines.push(
      `  ${counted(recalled, "document")} unchanged since the build before, not extracted again`,
    );
  }
  if (summary.repeated > 0) {
    lines.push(`  ${counted(summary.repeated, "file")} with the text of another one, counted once`);
  }
  if (summary.unheldClaims > 0) {
    lines.push(
      `  ${counted(summary.unheldClaims, "claim")} denied or only supposed: kept in claims.jsonl, no relationship`,
    );
  }
  if (summary.conflicts > 0) {
    lines.push(
      `  ${counted(summary.conflicts, "node")} on which reports disagree (property \`conflicts\`)`,
    );
  }
  if (summary.reviews > 0) {
    const others =
      summary.unlistedReviews === 0
        ? ""
        : `; ${counted(summary.unlistedReviews, "less likely one")} will be listed once these are judged`;
    lines.push(
      `  ${counted(summary.reviews, "pair")} in candidates.jsonl that may be one and the same, left apart until somebody judges them (redthread review)${others}`,
    );
  }
  const { characters, texts } = summary.invisible;
  if (characters > 0) {
    lines.push(
      `  ${counted(characters, "invisible character")} passed over in ${counted(texts, "text")}`,
    );
  }
  lines.push(...judgedText(judged.map((one) => parseJudgedLine(judgedLine(one)))));
  for (const { line, document } of unusedExternal) {
    lines.push(
      `  line ${line} of claims.external.jsonl is about no document of this case: ${visibleText(document)}`,
    );
  }
  if (gradeFault !== null) {
    lines.push(
      `  line ${gradeFault.line} of sources.yaml ${visibleText(gradeFault.reason)}: no grade was followed, and no file leaves the case until it is corrected`,
    );
  }
  for (const { key, handling, isSlip } of unusedGrades) {
    const closes =
      handling === null || !isSlip ? "" : `; an export that ${handling} forbids stops until it is`;
    lines.push(`  sources.yaml grades ${visibleText(key)}, and no report is called so${closes}`);
  }
  for (const file of changedMeanwhile) {
    lines.push(`  ${file} was changed during the build and kept; build again to apply it`);
  }
  return lines;
}

function section(title: string, entries: readonly PassedOver[], most: number): string[] {
  if (entries.length === 0) return [];
  const shown = entries
    .slice(0, most)
    .map(
      ({ path, reason }) =>
        `  ${visibleText(path)}: ${withoutName(visibleText(reason), visibleText(path))}`,
    );
  const rest = entries.length > most ? [`  and ${entries.length - most} more`] : [];
  return [`${title} (${entries.length}):`, ...shown, ...rest];
}

/** Reasons that are whole sentences begin with the file's name, which stands in front already. */
function withoutName(reason: string, path: string): string {
  for (const head of [`\`${path}\`: `, `\`${path}\` `]) {
    if (reason.startsWith(head)) return reason.slice(head.length);
  }
  return reason;
}
