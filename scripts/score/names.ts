// npm run score -- --names --pairs FILE[,FILE]: how often a name that a writer marked in a short text is read, by kind:
// exactly and with its type, exactly with another one, in part, not at all.
import { readFileSync } from "node:fs";
import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { createExtractor, type Extractor, readDocument } from "@redthread/core/build";
import type { DomainPack } from "@redthread/core/packs";
import { foldName } from "@redthread/core/text";
import { type LabelledPair, parsePairs } from "../identity/pair-table.js";
import type { Part, PartResult } from "../runner.js";

/** Entity types that are right for a kind of pair. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  person: ["Person", "Official"],
  body: ["Agency"],
  group: ["Network"],
  company: ["Organization"],
  vessel: ["Vessel"],
  place: ["Place"],
};

type Outcome = "exact" | "other type" | "part" | "none";

const OUTCOMES: readonly Outcome[] = ["exact", "other type", "part", "none"];

export const names: Part = {
  name: "names",
  title: "how often the marked names of labelled pairs are read --pairs FILE[,FILE]",
  run: (options): PartResult => {
    const files = options.option("--pairs")?.split(",") ?? [];
    if (files.length === 0)
      return {
        lines: ["No pairs are named. Name their table with `--pairs FILE`."],
        json: null,
        failed: true,
      };
    const pack = loadPackOnce(readPackFiles());
    const extract = createExtractor(pack);
    const pairs = files.flatMap((file) => parsePairs(file, readFileSync(file, "utf8")));
    const counts = new Map<string, Map<Outcome, number>>();
    for (const { kind, outcome } of pairs.flatMap((pair) => outcomesOf(pair, extract, pack))) {
      const count = counts.get(kind) ?? new Map<Outcome, number>();
      counts.set(kind, count.set(outcome, (count.get(outcome) ?? 0) + 1));
    }
    return { lines: linesOf(counts), json: jsonOf(counts), failed: false };
  },
};

/** What became of the two marked names of a pair; a name that its text lacks is not counted. */
const outcomesOf = (
  { kind, a, textA, b, textB }: LabelledPair,
  extract: Extractor,
  pack: DomainPack,
): readonly { readonly kind: string; readonly outcome: Outcome }[] =>
  [
    { name: a, text: textA },
    { name: b, text: textB },
  ].flatMap(({ name, text }) => {
    if (!text.includes(name)) return [];
    const bytes = new TextEncoder().encode(`Note\n\n3 March 2025\n\n${text}\n`);
    const { entities } = extract(readDocument({ path: "0.txt", bytes }, { pack }));
    const found = entities.map(({ type, name: own, aliases }) => ({
      type,
      names: [own, ...aliases].map(foldName),
    }));
    return [{ kind, outcome: outcomeOf(name, TYPES[kind] ?? [], found) }];
  });

/** A thing as it was read, its names folded. */
interface Found {
  readonly type: string;
  readonly names: readonly string[];
}

function outcomeOf(name: string, types: readonly string[], found: readonly Found[]): Outcome {
  const wanted = foldName(name);
  const exact = found.filter(({ names }) => names.includes(wanted));
  if (exact.some(({ type }) => types.includes(type))) return "exact";
  if (exact.length > 0) return "other type";
  const isPart = ({ names }: Found): boolean =>
    names.some((one) => one !== "" && (holds(one, wanted) || holds(wanted, one)));
  return found.some(isPart) ? "part" : "none";
}

const holds = (long: string, short: string): boolean => ` ${long} `.includes(` ${short} `);

type Counts = ReadonlyMap<string, ReadonlyMap<Outcome, number>>;

const totalOf = (count: ReadonlyMap<Outcome, number>): number =>
  [...count.values()].reduce((sum, one) => sum + one, 0);

const linesOf = (counts: Counts): readonly string[] => [
  `${"kind".padEnd(9)} names ${OUTCOMES.map((outcome) => outcome.padStart(10)).join(" ")}`,
  ...[...counts].map(([kind, count]) => {
    const total = totalOf(count);
    const shares = OUTCOMES.map((outcome) =>
      ((count.get(outcome) ?? 0) / total).toFixed(3).padStart(10),
    );
    return `${kind.padEnd(9)} ${String(total).padStart(5)} ${shares.join(" ")}`;
  }),
];

const jsonOf = (counts: Counts): unknown =>
  Object.fromEntries(
    [...counts].map(([kind, count]) => [
      kind,
      {
        names: totalOf(count),
        ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count.get(outcome) ?? 0])),
      },
    ]),
  );
