import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";

/** What follows a demonym that only tells where a suspect comes from. */
const PEOPLE =
  /^[\s-]*(nationals?|citizens?|men|man|woman|women|suspects?|drivers?|sailors?|crew|crewmen|passengers?|traffickers?|smugglers?|origin|migrants?|refugees?|flagged|registered|couple|brothers?|fishermen|tourists?|workers?|pilot|captain|dealers?|gang|gangs|mafia|cartels?|syndicates?)\b/i;

/**
 * Alpha-2 code in lower case of the state a report is about, by votes of its mentions, or null
 * where no state leads. Bodies weigh most, then names, then places; the nationality of suspects
 * has no vote.
 */
export function documentCountry(
  document: ReportDocument,
  mentions: readonly Mention[],
  _pack: DomainPack,
): string | null {
  const votes = new Map<string, number>();
  for (const mention of mentions) {
    if (mention.country === null) continue;
    const weight = weightOf(document, mention);
    if (weight > 0) votes.set(mention.country, (votes.get(mention.country) ?? 0) + weight);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

function weightOf(document: ReportDocument, mention: Mention): number {
  const headline =
    document.blocks[document.sentences[mention.sentence]?.block ?? -1]?.role === "headline";
  const early = headline || mention.sentence < 4 ? 0.5 : 0;
  switch (mention.type) {
    case "Agency":
      return 2 + early;
    case "Place":
      return 1 + early;
    case "Country":
      return countryWeight(document, mention) + early;
    default:
      return 0;
  }
}

function countryWeight(document: ReportDocument, mention: Mention): number {
  if (mention.form !== "demonym") return 1;
  const after = document.text.slice(mention.end, mention.end + 24);
  if (PEOPLE.test(after)) return 0;
  // "five Colombians": a plural demonym counts people.
  return mention.name.endsWith("s") && !/(ese|ish|ss)$/.test(mention.name) ? 0 : 1;
}
