// Statements by origin. A claim leans on what its sentences lean on and on what its report leans on;
// claims that share one such thing are one origin, however many papers print them.
import { compareText } from "../text/compare.js";
import { byPlace, type Leaning, UNKNOWN } from "./leaning.js";

/** Something said in a document, as far as its origin is asked. */
export interface Sourced {
  readonly document: string;
  readonly evidence?: readonly { readonly document: string; readonly sentence: number }[];
}

/** The origins of what a case says. */
export interface OriginGroups {
  /** Statements by origin, each origin once, in order of its name. */
  readonly group: <T extends Sourced>(statements: readonly T[]) => readonly Origin<T>[];
  /** Id of the document that this one copies, word for word or in other words, or null. */
  readonly originalOf: (document: string) => string | null;
  readonly leanings: readonly Leaning[];
}

/** One origin with what it stands behind. */
interface Origin<T> {
  readonly name: string;
  readonly statements: readonly T[];
  /** What its statements lean on, in order of document and sentence. */
  readonly leanings: readonly Leaning[];
}

/** Groups by leanings. */
export function groupOrigins(leanings: readonly Leaning[]): OriginGroups {
  const whole = new Map<string, Leaning[]>();
  const told = new Map<string, Leaning[]>();
  for (const leaning of leanings) {
    const { document, sentence } = leaning;
    const [table, key] = sentence === null ? [whole, document] : [told, `${document} ${sentence}`];
    const known = table.get(key);
    if (known === undefined) table.set(key, [leaning]);
    else known.push(leaning);
  }
  const leaningsOf = (statement: Sourced): readonly Leaning[] => {
    const said = sentencesOf(statement).flatMap((key) => told.get(key) ?? []);
    const own = whole.get(statement.document) ?? [];
    // Where somebody is named who says it, nobody asks who printed it, if that is not known.
    return said.length === 0 ? own : [...said, ...own.filter(({ origin }) => origin !== UNKNOWN)];
  };
  const originals = new Map(
    leanings.flatMap(({ document, origin, kind }) =>
      (kind === "copied" || kind === "reworded") && origin.startsWith(DOCUMENT)
        ? [[document, origin.slice(DOCUMENT.length)] as const]
        : [],
    ),
  );
  return {
    group: (statements) => groupBy(statements, leaningsOf),
    originalOf: (document) => originals.get(document) ?? null,
    leanings,
  };
}

const DOCUMENT = "document:";

const sentencesOf = ({ evidence = [] }: Sourced): readonly string[] => [
  ...new Set(evidence.map(({ document, sentence }) => `${document} ${sentence}`)),
];

function groupBy<T extends Sourced>(
  statements: readonly T[],
  leaningsOf: (statement: T) => readonly Leaning[],
): readonly Origin<T>[] {
  const groups = new Set<Draft>();
  const holders = new Map<string, Draft>();
  for (const [at, statement] of statements.entries()) {
    const leanings = leaningsOf(statement);
    const keys = [`${DOCUMENT}${statement.document}`, ...leanings.map(({ origin }) => origin)];
    const met = [...new Set(keys.flatMap((key) => holders.get(key) ?? []))];
    const [group = { at: [], leanings: new Set(), keys: [] }, ...others] = met.sort(largestFirst);
    groups.add(group);
    group.at.push(at);
    for (const leaning of leanings) group.leanings.add(leaning);
    for (const key of keys) hold(key, group, holders);
    for (const other of others) absorb(group, other, holders, groups);
  }
  return [...groups]
    .map(({ at, leanings }) => {
      const told = at.sort((a, b) => a - b).flatMap((one) => statements[one] ?? []);
      return {
        name: nameOf([...leanings], told),
        statements: told,
        leanings: [...leanings].sort(byPlace),
      };
    })
    .sort((a, b) => compareText(a.name, b.name));
}

/** An origin in the making. */
interface Draft {
  /** Places of its statements among all. */
  readonly at: number[];
  readonly leanings: Set<Leaning>;
  readonly keys: string[];
}

/** A key moves only into a group at least as large as its own: few moves for each. */
const largestFirst = (a: Draft, b: Draft): number => b.keys.length - a.keys.length;

function hold(key: string, group: Draft, holders: Map<string, Draft>): void {
  if (holders.has(key)) return;
  group.keys.push(key);
  holders.set(key, group);
}

function absorb(into: Draft, other: Draft, holders: Map<string, Draft>, groups: Set<Draft>): void {
  groups.delete(other);
  for (const one of other.at) into.at.push(one);
  for (const leaning of other.leanings) into.leanings.add(leaning);
  for (const key of other.keys) {
    into.keys.push(key);
    holders.set(key, into);
  }
}

/** What an origin is called: whoever most of what it stands behind leans on, speakers before papers. */
function nameOf(leanings: readonly Leaning[], statements: readonly Sourced[]): string {
  const counts = new Map<string, { readonly name: string; rank: number }>();
  for (const { origin, name } of leanings) {
    const known = counts.get(origin) ?? { name, rank: 0 };
    counts.set(origin, { name, rank: known.rank + 1 });
  }
  const [first] = [...counts.values()].sort(
    (a, b) => b.rank - a.rank || compareText(a.name, b.name),
  );
  return first?.name ?? statements[0]?.document ?? "";
}
