// Independent sources. Documents that share most of their five-word runs are copies of one wire
// item; all of them speak with the voice of the earliest one, and one publisher speaks with one
// voice however often it reports. An inverted index keeps the cost near the number of shared runs.

import type { ReportDocument } from "../model/report-document.js";
import { compareText } from "../text/compare.js";
import { visible } from "../text/invisible.js";
import { containment, SAME_WIRE_COPY, shingles } from "../text/shingles.js";

/** Which voice a document speaks with; two documents of one voice are one source. */
export interface SourceGroups {
  /** Name of the publisher the document's story comes from, or the id of its first document. */
  sourceOf(document: string): string;
  /** Id of the document that this one copies, or null for an original. */
  originalOf(document: string): string | null;
}

/** Runs in more documents than this are set phrases and prove no copy. */
const SET_PHRASE = 40;
/** Texts of fewer runs are too short to tell a copy from a set phrase. */
const SHORTEST = 10;

/** The sources behind documents; the same whatever order they come in. */
export function groupSources(documents: readonly ReportDocument[]): SourceGroups {
  const lengths = new Map(documents.map((one) => [one, visible(one.text).length]));
  const ordered = [...documents].sort((a, b) => earliestFirst(a, b, lengths));
  const runs = ordered.map((document) => shingles(bodyOf(document)));
  const original = new Map<string, ReportDocument>();
  for (const [index, candidates] of sharedRuns(runs).entries()) {
    const document = ordered[index];
    const own = runs[index];
    if (document === undefined || own === undefined) continue;
    const copied = candidates.find((other) => isCopy(own, runs[other] ?? new Set()));
    const first = copied === undefined ? undefined : ordered[copied];
    if (first !== undefined) original.set(document.id, original.get(first.id) ?? first);
  }
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    sourceOf: (id) => {
      const root = original.get(id) ?? byId.get(id);
      return root?.publisher ?? root?.id ?? id;
    },
    originalOf: (id) => original.get(id)?.id ?? null,
  };
}

const isCopy = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  Math.min(a.size, b.size) >= SHORTEST && containment(a, b) >= SAME_WIRE_COPY;

/** For each document the earlier ones that share a run with it, in order. */
function sharedRuns(runs: readonly ReadonlySet<number>[]): readonly (readonly number[])[] {
  const seen = new Map<number, number[]>();
  return runs.map((own, index) => {
    const candidates = new Set<number>();
    for (const run of own) {
      const holders = seen.get(run);
      if (holders === undefined) {
        seen.set(run, [index]);
      } else if (holders.length < SET_PHRASE) {
        for (const holder of holders) candidates.add(holder);
        holders.push(index);
      }
    }
    return [...candidates].sort((a, b) => a - b);
  });
}

/** What the report itself says: its text without page furniture and repeated blocks. */
function bodyOf(document: ReportDocument): string {
  if (document.blocks.length === 0) return visible(document.text);
  return document.blocks
    .filter((block) => block.role !== "boilerplate" && block.role !== "duplicate")
    .map((block) => visible(document.text.slice(block.start, block.end)))
    .join("\n");
}

/** Undated documents last; of one day the longer text first, because copies get cut. */
function earliestFirst(
  a: ReportDocument,
  b: ReportDocument,
  lengths: ReadonlyMap<ReportDocument, number>,
): number {
  return (
    compareText(a.date?.value ?? "~", b.date?.value ?? "~") ||
    (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0) ||
    compareText(a.id, b.id)
  );
}
