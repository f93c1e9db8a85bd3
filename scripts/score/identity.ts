// npm run score -- --identity [--pairs FILE] [--errors] [--fit] [--write]: how often two reports' things are
// rightly one. Without FILE the half of the project's own pairs that no weight was fitted to.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { createExtractor } from "@redthread/core/build";
import type { DomainPack } from "@redthread/core/packs";
import { drawPairs } from "../identity/draw-pairs.js";
import { fitIdentity } from "../identity/fit-identity.js";
import { type JudgedPair, judgeNames, judgeReports } from "../identity/judge-pairs.js";
import { offersOnDev } from "../identity/offers.js";
import { encodePairs, type LabelledPair, parsePairs } from "../identity/pair-table.js";
import type { Part, PartOptions, PartResult } from "../runner.js";
import { ROOT } from "./sets.js";

const TABLE = join(ROOT, "tests/identity/pairs.tsv");

export const identity: Part = {
  name: "identity",
  title:
    "who is who: merges and offers on labelled pairs [--pairs FILE] [--errors] [--fit] [--write]",
  run: (options): PartResult => {
    const pack = loadPackOnce(readPackFiles());
    if (options.has("--fit")) return fit(options, pack);
    const file = options.option("--pairs");
    const pairs = parsePairs(file ?? TABLE, readFileSync(file ?? TABLE, "utf8"));
    const asked = file === null ? pairs.filter(({ how }) => how.startsWith("test.")) : pairs;
    const extract = createExtractor(pack);
    const reports = asked.map((pair) => judgeReports(pair, extract, pack));
    const names = asked.map((pair) => judgeNames(pair, pack));
    const offers = file === null ? offersOnDev(pack) : null;
    return {
      lines: [
        ...figureLines(`As two short reports: ${asked.length} pairs`, reports),
        "",
        ...figureLines(`As bare names: ${asked.length} pairs`, names),
        ...(offers === null ? [] : ["", offers.sentence]),
        ...(options.has("--errors") ? ["", ...reports.flatMap(errorLine)] : []),
      ],
      json: { reports: figuresByKind(reports), names: figuresByKind(names), offers },
      failed: false,
    };
  },
};

/** Draws the table anew, fits the weights to its one half and, where asked, writes both. */
function fit(options: PartOptions, pack: DomainPack): PartResult {
  const pairs: readonly LabelledPair[] = [
    ...drawPairs("fit", options.seed),
    ...drawPairs("test", options.seed),
  ];
  const extract = createExtractor(pack);
  const own = pairs.filter(({ how }) => how.startsWith("fit."));
  const judged = own.map((pair) => judgeReports(pair, extract, pack));
  const { yaml, lines } = fitIdentity(judged, options.seed);
  if (options.has("--write")) {
    writeFileSync(TABLE, encodePairs(pairs));
    writeFileSync(join(ROOT, "packages/core/packs/world/identity.yaml"), yaml);
  }
  return {
    lines: options.has("--write") ? [...lines, "", "Written."] : lines,
    json: null,
    failed: false,
  };
}

interface Figures {
  readonly pairs: number;
  readonly same: number;
  readonly merged: number;
  readonly falseMerges: number;
  readonly held: number;
  readonly offered: number;
}

function figuresOf(judged: readonly JudgedPair[]): Figures {
  const count = (test: (one: JudgedPair) => boolean): number => judged.filter(test).length;
  return {
    pairs: judged.length,
    same: count(({ pair }) => pair.same),
    merged: count(({ pair, outcome }) => pair.same && outcome === "merged"),
    falseMerges: count(({ pair, outcome }) => !pair.same && outcome === "merged"),
    held: count(({ pair, outcome }) => pair.same && outcome === "review"),
    offered: count(({ outcome }) => outcome === "review"),
  };
}

const kindsOf = (judged: readonly JudgedPair[]): readonly string[] => [
  ...new Set(judged.map(({ pair }) => pair.kind)),
];

const figuresByKind = (judged: readonly JudgedPair[]) => ({
  all: figuresOf(judged),
  ...Object.fromEntries(
    kindsOf(judged).map((kind) => [
      kind,
      figuresOf(judged.filter(({ pair }) => pair.kind === kind)),
    ]),
  ),
});

const ratio = (part: number, whole: number): string =>
  whole === 0 ? "    –" : (part / whole).toFixed(3).padStart(5);

function figureLines(title: string, judged: readonly JudgedPair[]): readonly string[] {
  return [
    title,
    "kind      pairs same | merged false | precision recall    F1 | unmerged held share | offers per true",
    ...Object.entries(figuresByKind(judged)).map(([kind, figures]) => figureLine(kind, figures)),
  ];
}

function figureLine(kind: string, figures: Figures): string {
  const { pairs, same, merged, falseMerges, held, offered } = figures;
  const [precision, recall] = [
    merged / Math.max(1, merged + falseMerges),
    merged / Math.max(1, same),
  ];
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const left = same - merged;
  return [
    `${kind.padEnd(9)} ${String(pairs).padStart(5)} ${String(same).padStart(4)}`,
    `${String(merged).padStart(6)} ${String(falseMerges).padStart(5)}`,
    `${ratio(merged, merged + falseMerges).padStart(9)} ${ratio(merged, same).padStart(6)} ${f1.toFixed(3)}`,
    `${String(left).padStart(8)} ${String(held).padStart(4)} ${ratio(held, left)}`,
    ratio(offered, held),
  ].join(" | ");
}

function errorLine({ pair, outcome, decision }: JudgedPair): readonly string[] {
  const isRight = pair.same ? outcome === "merged" : outcome !== "merged" && outcome !== "review";
  if (isRight) return [];
  const why =
    decision === undefined ? "not compared" : `${decision.score} ${decision.reasons.join("; ")}`;
  return [
    `${pair.same ? "same" : "DIFFERENT"} ${outcome}: ${pair.how}: ${pair.a} / ${pair.b}: ${why}`,
  ];
}
