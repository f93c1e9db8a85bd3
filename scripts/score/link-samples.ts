// Every link of every scored report, with how it was read and whether it is right: what weights are
// fitted to and judged by. Reports are extracted once, without weights.
import { readPackFiles } from "@redthread/cli";
import { buildCase, type CaseBuild, createExtractor, weighClaim } from "@redthread/core/build";
import type { Claim, Extraction, RelationClaim } from "@redthread/core/model";
import { type DomainPack, type LinkWeights, loadPack, type ReadLink } from "@redthread/core/packs";
import { foldOf } from "./fold-names.js";
import { Gold, type GoldFile, isRelation, toldIn, type Verdict } from "./gold.js";
import { Judge } from "./judge.js";
import { type NamedReport, withoutFiles } from "./sets.js";

/** The file of a field's weights. */
export const WEIGHTS_FILE = "weights.yaml";

/** A link as one claim reads it, and whether the report says so. */
export interface LinkSample {
  readonly link: ReadLink;
  readonly right: boolean;
  /** One a link: what five claims say of it counts a fifth each. */
  readonly weight: number;
}

/** A report as it was read, with what is judged of it. */
export interface SampledReport {
  readonly report: NamedReport;
  readonly fold: string;
  readonly document: string;
  readonly extraction: Extraction;
  readonly links: ReadonlyMap<string, ReadLink>;
  readonly samples: readonly LinkSample[];
}

/** The shipped field as if nobody had measured it or fitted weights to it: either may be out of date. */
export const packWithoutWeights = (): DomainPack =>
  loadPack(withoutFiles(readPackFiles(), [WEIGHTS_FILE, "measured.yaml"]));

/** Reads and judges reports. */
export function sampleReports(
  reports: readonly NamedReport[],
  pack: DomainPack,
): readonly SampledReport[] {
  let links: ReadonlyMap<string, ReadLink> = new Map();
  const extract = createExtractor(pack, (read) => {
    links = read;
  });
  return reports.flatMap((report) => {
    const built = buildCase([report], { pack, recall: extract });
    const [extraction] = built.extractions;
    if (extraction === undefined) return [];
    const document = extraction.document.id;
    const samples = judgeClaims(built, document, links, report.gold as GoldFile);
    return [{ report, fold: foldOf(report), document, extraction, links, samples }];
  });
}

function judgeClaims(
  built: CaseBuild,
  document: string,
  links: ReadonlyMap<string, ReadLink>,
  gold: GoldFile,
): readonly LinkSample[] {
  const told = toldIn(built, document);
  const judge = new Judge(new Gold(gold), told);
  const held = told.claims.filter(isRelation).filter(isHeld);
  const times = new Map<string, number>();
  for (const claim of held) times.set(keyOf(claim), (times.get(keyOf(claim)) ?? 0) + 1);
  return held.flatMap((claim) => {
    const link = links.get(claim.id);
    const verdict: Verdict = judge.judge(claim);
    if (link === undefined || verdict === "open") return [];
    return [{ link, right: verdict === "right", weight: 1 / (times.get(keyOf(claim)) ?? 1) }];
  });
}

const isHeld = ({ modality }: Claim): boolean =>
  modality !== "denied" && modality !== "hypothetical";

const keyOf = ({ type, subject, object }: RelationClaim): string => `${type} ${subject} ${object}`;

/** What a report says, its links weighed anew. */
export const reweigh = (
  { extraction, links }: SampledReport,
  weights: LinkWeights,
): Extraction => ({
  ...extraction,
  claims: extraction.claims.map((claim) => {
    const link = links.get(claim.id);
    return isRelation(claim) && link !== undefined ? weighClaim(claim, link, weights) : claim;
  }),
});
