import type { IdentityLine, Naming } from "../../model/identity-line.js";
import { compareText } from "../../text/compare.js";
import type { OpenPair } from "../gaps/may-be-one.js";
import type { Trace } from "../graph/trace-graph.js";
import { readTraceNode, type TraceNode } from "../read/trace-node.js";
import { createReasonWords, type ReasonWords } from "../words/reason-words.js";

/** What is written down of who is who in a case. */
export interface IdentityRecord {
  readonly lines: readonly IdentityLine[];
  readonly open: readonly OpenPair[];
}

export const NO_IDENTITIES: IdentityRecord = { lines: [], open: [] };

/** A naming with the report that it stands in. */
export interface ToldNaming extends Naming {
  readonly publisher: string | null;
  readonly date: string | null;
  readonly path: string | null;
}

/** Two namings that are one thing, the one of the earlier report first. */
export interface DossierMerge {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly a: ToldNaming;
  readonly b: ToldNaming;
}

/** An entity that is alike and another one, or that may be the same. */
export interface DossierNamesake {
  readonly other: TraceNode;
  readonly score: number;
  readonly reasons: readonly string[];
  /** The two namings that were compared; null where the case lists entities alone. */
  readonly namings: readonly [own: ToldNaming, others: ToldNaming] | null;
}

/** Why what a case calls one thing is one, and what it was not taken for. */
export interface DossierIdentity {
  /** In order of the case. */
  readonly merges: readonly DossierMerge[];
  /** The likeliest first. */
  readonly apart: readonly DossierNamesake[];
  readonly open: readonly DossierNamesake[];
}

/** The reasons for the identity of one entity. */
export function describeIdentity(
  trace: Trace,
  id: string,
  { lines, open }: IdentityRecord,
): DossierIdentity {
  const words = createReasonWords(trace.graph.nodes);
  const own = lines.filter(({ a, b }) => a.entity === id || b.entity === id);
  const tell = (naming: Naming): ToldNaming => tellNaming(trace, naming);
  return {
    merges: own
      .filter(({ outcome }) => outcome === "merged")
      .map(({ score, reasons, a, b }) => {
        const [first, second] = [tell(a), tell(b)];
        const [one, other] = byTime(first, second) > 0 ? [second, first] : [first, second];
        return { score, reasons: words(reasons), a: one, b: other };
      }),
    apart: own
      .filter(({ outcome }) => outcome === "apart")
      .flatMap((line) => {
        const [mine, theirs] = line.a.entity === id ? [line.a, line.b] : [line.b, line.a];
        const namings = [tell(mine), tell(theirs)] as const;
        return toNamesake(trace, theirs.entity, { ...line, namings }, words) ?? [];
      })
      .sort(likeliestFirst),
    open: open
      .filter(({ a, b }) => a === id || b === id)
      .flatMap(
        (pair) =>
          toNamesake(trace, pair.a === id ? pair.b : pair.a, { ...pair, namings: null }, words) ??
          [],
      )
      .sort(likeliestFirst),
  };
}

function toNamesake(
  trace: Trace,
  id: string,
  { score, reasons, namings }: Omit<DossierNamesake, "other">,
  words: ReasonWords,
): DossierNamesake | null {
  const at = trace.graph.nodes.findIndex((node) => node.id === id);
  const slot = trace.nodeSlots[at];
  if (slot === undefined) return null;
  return { other: readTraceNode(trace.reader, slot), score, reasons: words(reasons), namings };
}

function tellNaming({ reader }: Trace, naming: Naming): ToldNaming {
  const [node] = reader.findNodes("Document", "id", naming.document);
  const read = (key: string): string | null => {
    const value = node === undefined ? undefined : reader.nodeProperty(node, key);
    return typeof value === "string" ? value : null;
  };
  return { ...naming, publisher: read("publisher"), date: read("date"), path: read("path") };
}

const byTime = (x: ToldNaming, y: ToldNaming): number =>
  compareText(x.date ?? "~", y.date ?? "~") || compareText(x.document, y.document);

const likeliestFirst = (x: DossierNamesake, y: DossierNamesake): number =>
  y.score - x.score || compareText(x.other.id, y.other.id);
