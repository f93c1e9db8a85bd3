import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";

/**
 * Alpha-2 code in lower case of the state a report is about, by votes of its mentions, or null
 * where no state leads. The nationality of suspects has no vote.
 */
export function documentCountry(
  _document: ReportDocument,
  mentions: readonly Mention[],
  _pack: DomainPack,
): string | null {
  const votes = new Map<string, number>();
  for (const { country } of mentions) {
    if (country !== null) votes.set(country, (votes.get(country) ?? 0) + 1);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
