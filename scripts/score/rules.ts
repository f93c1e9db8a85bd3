// npm run score -- --rules [--write] [--set NAMES] [--texts DIR]: how often each rule, each family of rules and each
// band of confidence is right by the gold of the reports they were read from. With `--write` the
// figures go into the field's measured.yaml, and `npm run docs` puts them into the docs.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPackFiles } from "@redthread/cli";
import { buildCase, type CaseBuild } from "@redthread/core/build";
import { BAND_FROM, type Claim, CONFIDENCE_BANDS, confidenceBand } from "@redthread/core/model";
import {
  type DomainPack,
  ENOUGH,
  loadPack,
  type PackFiles,
  precisionOf,
  type Tally,
} from "@redthread/core/packs";
import type { Part, PartResult } from "../runner.js";
import { Gold, type GoldFile, toldIn, type Verdict } from "./gold.js";
import { Judge } from "./judge.js";
import { RESTATED } from "./link-figures.js";
import { confidenceOf, LinkJudge } from "./link-judge.js";
import { type Measurement, measuredYaml } from "./measured-yaml.js";
import { readAsked } from "./scored-sets.js";
import { type MeasuredOn, missingShared, ROOT } from "./sets.js";

const FILE = "measured.yaml";
const TARGET = join(ROOT, "packages/core/packs/domains/narcotics", FILE);

export const rules: Part = {
  name: "rules",
  title: "how often each rule, family and band is right [--write] [--set NAMES] [--texts DIR]",
  run: (options): PartResult => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const measured = measure(readAsked(options));
    if (options.has("--write")) writeFileSync(TARGET, measuredYaml(measured));
    return { lines: tableOf(measured), json: toJson(measured), failed: false };
  },
};

/** Rules by reports built alone; then bands, with those figures, by all reports as one case. */
function measure(on: MeasuredOn): Measurement {
  const files = readPackFiles();
  const pack = loadPack(withMeasured(files, null));
  const rules = new Map(
    [...pack.wording.measured.rules].map(([id, { family }]) => [id, { family, n: 0, right: 0 }]),
  );
  for (const report of on.reports) {
    const built = buildCase([report], { pack });
    for (const [claim, verdict] of judgeAlone(built, report.gold as GoldFile)) {
      const tally = rules.get(claim.rule);
      if (tally === undefined) throw new TypeError(`no rule ${claim.rule}`);
      count(tally, verdict);
    }
  }
  const families = new Map(
    [...pack.wording.measured.families.keys()].map((name) => [name, { n: 0, right: 0 }]),
  );
  for (const { family, n, right } of rules.values()) {
    const sum = families.get(family) ?? { n: 0, right: 0 };
    families.set(family, { n: sum.n + n, right: sum.right + right });
  }
  const first: Measurement = { set: on.name, rules, families, bands: new Map() };
  return { ...first, bands: measureBands(on, loadPack(withMeasured(files, measuredYaml(first)))) };
}

function withMeasured(files: PackFiles, content: string | null): PackFiles {
  const domain = new Map(files.domain);
  if (content === null) domain.delete(FILE);
  else domain.set(FILE, content);
  return { ...files, domain };
}

function count(tally: { n: number; right: number }, verdict: Verdict): void {
  if (verdict === "open") return;
  tally.n += 1;
  if (verdict === "right") tally.right += 1;
}

/** What the claims of a report say, each once a rule, with the verdict on it. */
function judgeAlone(built: CaseBuild, gold: GoldFile): readonly (readonly [Claim, Verdict])[] {
  const [document] = built.documents;
  if (document === undefined) return [];
  const told = toldIn(built, document.document.id);
  const judge = new Judge(new Gold(gold), told);
  const distinct = new Map(
    told.claims
      .filter(({ modality }) => modality !== "denied" && modality !== "hypothetical")
      .filter((claim) => claim.kind === "property" || !RESTATED.has(claim.type))
      .map((claim) => [saysOf(claim), claim]),
  );
  return [...distinct.values()].map((claim) => [claim, judge.judge(claim)]);
}

const saysOf = (claim: Claim): string =>
  claim.kind === "relation"
    ? `${claim.rule} ${claim.subject} ${claim.type} ${claim.object}`
    : `${claim.rule} ${claim.subject} ${claim.property} ${claim.value}`;

/** Links of all reports as one case, each judged by the gold of the report that it quotes first. */
function measureBands(on: MeasuredOn, pack: DomainPack): ReadonlyMap<string, Tally> {
  const bands = new Map(CONFIDENCE_BANDS.map((band) => [band, { n: 0, right: 0 }]));
  const built = buildCase(on.reports, { pack });
  const judges = new LinkJudge(built, on);
  built.graph.forEachRelationship(null, (relationship) => {
    const verdict = judges.judge(relationship);
    const band = bands.get(confidenceBand(confidenceOf(built.graph, relationship)));
    if (band !== undefined) count(band, verdict);
    return true;
  });
  return bands;
}

const share = ({ n, right }: Tally): string => (n === 0 ? "–" : (right / n).toFixed(2));

function tableOf({ set, rules, families, bands }: Measurement): readonly string[] {
  const line = (name: string, tally: Tally, last: string): string =>
    [
      name.padEnd(26),
      String(tally.n).padStart(5),
      String(tally.right).padStart(6),
      String(tally.n - tally.right).padStart(6),
      share(tally).padStart(6),
      `  ${last}`,
    ].join(" ");
  const head = (what: string, last: string): string =>
    `${what.padEnd(26)}     n  right  wrong  share   ${last}`;
  return [
    head("rule", "figure used, set"),
    ...[...rules].map(([id, tally]) => line(id, tally, `${usedFor(tally, families)}, ${set}`)),
    "",
    head("family", "figure, set"),
    ...[...families].map(([name, tally]) =>
      line(name, tally, `${precisionOf(tally).toFixed(2)}, ${set}`),
    ),
    "",
    head("band", "set"),
    ...[...bands].map(([name, tally]) => line(name, tally, set)),
  ];
}

/** The figure a rule's claims get, and whose it is. */
function usedFor(
  tally: Tally & { readonly family: string },
  families: ReadonlyMap<string, Tally>,
): string {
  if (tally.n >= ENOUGH) return `${precisionOf(tally).toFixed(2)} its own`;
  const family = families.get(tally.family) ?? { n: 0, right: 0 };
  return `${precisionOf(family).toFixed(2)} of ${tally.family}`;
}

const toJson = ({ set, rules, families, bands }: Measurement) => ({
  set,
  rules: Object.fromEntries(rules),
  families: Object.fromEntries(families),
  bands: Object.fromEntries(
    CONFIDENCE_BANDS.map((band) => [band, { from: BAND_FROM[band], ...bands.get(band) }]),
  ),
});
