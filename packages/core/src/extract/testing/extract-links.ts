import { extractFacts } from "../extract-document.js";
import type { RuleBook } from "../view/rule-book.js";
import { markReport } from "./marked-report.js";

/** Links of a marked report as `subject TYPE object`, with the modality behind where it is not asserted. */
export function linksOf(book: RuleBook, lines: readonly string[], type: RegExp): string[] {
  const report = markReport(lines, book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  const found = claims.flatMap((claim) => {
    if (claim.kind !== "relation" || !type.test(claim.type)) return [];
    const said = claim.modality === "asserted" ? "" : ` (${claim.modality})`;
    return [`${names.get(claim.subject)} ${claim.type} ${names.get(claim.object)}${said}`];
  });
  return [...new Set(found)].sort();
}
