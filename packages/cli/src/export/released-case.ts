// The one place that decides what a file out may hold. What a report closes to the file's readers is not
// cut out of the graph, where its names, figures and confidences would stay: the case is derived again
// from the other reports, as if the closed one had never been read.
import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  composeCase,
  type GradedReport,
  type Handling,
  handlingRank,
  parseGrades,
  unusedGrades,
} from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import type { PropertyGraph } from "@redthread/core/graph";
import { readBasis } from "../build-basis.js";
import { diskFiles } from "../case/case-files.js";
import { PEOPLES_FILES } from "../case/case-layout.js";
import { readReadings } from "../case/machine-readings.js";
import { recordOf } from "../case/manifest.js";
import { recallExtractions } from "../case/recall-extractions.js";
import { readStoredDocuments } from "../case/stored-documents.js";
import type { Io } from "../io.js";
import { type CaseGraph, openCaseGraph } from "../open-graph.js";
import { programFingerprint } from "../program-fingerprint.js";
import { withBuildProgress } from "../progress-bar.js";
import { VERSION } from "../version.js";

/** A case as far as a file's readers may see it. */
export interface ReleasedCase extends CaseGraph {
  /** Reports that were left out, by path. */
  readonly heldBack: readonly string[];
}

/**
 * A case without what reports of a stricter handling code than `upTo` tell.
 * @throws RedthreadError `EXPORT_FAILED` where `sources.yaml` has a fault, was changed since the build, or
 *   leaves no report.
 */
export async function openReleasedCase(
  name: string,
  upTo: Handling,
  io: Io,
): Promise<ReleasedCase> {
  const whole = await openCaseGraph(name, io, "all");
  assertGraded(whole, upTo, io);
  const closed = closedDocuments(whole.graph, upTo);
  if (closed.size === 0) return { ...whole, heldBack: [] };
  const { opened } = whole;
  const { options } = readBasis(opened.folder, undefined, io.cwd);
  const { documents } = readStoredDocuments(opened);
  const released = documents.filter(({ id }) => !closed.has(id));
  if (released.length === 0)
    throw new RedthreadError(
      "EXPORT_FAILED",
      `All reports of \`${name}\` are closed to readers of ${upTo}. Let the file hold more with \`--handling\`.`,
    );
  const stamp = { pack: options.pack.sha256, version: VERSION };
  const recall = recallExtractions(opened.folder, stamp, programFingerprint());
  const readings = readReadings(opened).filter(({ document }) => !closed.has(document));
  const build = await withBuildProgress(io, (onProgress) =>
    composeCase(released, { ...options, readings, recall, onProgress }),
  );
  return { ...whole, graph: build.graph, heldBack: [...closed.values()].sort() };
}

/** Codes must be known before anything leaves: a faulty or newer file may close what the graph does not. */
function assertGraded({ opened, graph }: CaseGraph, upTo: Handling, io: Io): void {
  const file = PEOPLES_FILES.sources;
  const text = diskFiles.read(join(opened.folder, file));
  const book = parseGrades(text ?? "");
  const { fault } = book;
  if (fault !== null)
    throw new RedthreadError(
      "EXPORT_FAILED",
      `Line ${fault.line} of \`${opened.name}/${file}\` ${fault.reason}, so nobody knows what may leave the case. Correct it and run \`redthread rebuild -c ${opened.name}\`.`,
    );
  const sha256 = text === null ? undefined : createHash("sha256").update(text).digest("hex");
  if (recordOf(opened.manifest, file)?.sha256 !== sha256)
    throw new RedthreadError(
      "EXPORT_FAILED",
      `\`${opened.name}/${file}\` was changed since the build. Run \`redthread rebuild -c ${opened.name}\` first, so that the file holds what it lets out.`,
    );
  if (book.documents.size + book.publishers.size === 0) return;
  const { pack } = readBasis(opened.folder, undefined, io.cwd).options;
  const slip = unusedGrades(book, gradedReports(graph), pack).find(
    (one) => one.isSlip && handlingRank(one.handling) > handlingRank(upTo),
  );
  if (slip === undefined) return;
  throw new RedthreadError(
    "EXPORT_FAILED",
    `\`${opened.name}/${file}\` closes \`${slip.key}\` (${slip.handling ?? ""}), and no report of the case is called so, so nobody knows what may leave the case. Correct the name or take the line out, and run \`redthread rebuild -c ${opened.name}\`.`,
  );
}

/** The reports of a case as a file of grades may name them. */
function gradedReports(graph: PropertyGraph): readonly GradedReport[] {
  const reports: GradedReport[] = [];
  graph.forEachNode("Document", (node) => {
    const read = (key: string): string | null => {
      const value = graph.nodeProperty(node, key);
      return typeof value === "string" ? value : null;
    };
    const more = graph.nodeProperty(node, "paths");
    const paths = [read("path") ?? "", ...(Array.isArray(more) ? more.map(String) : [])];
    reports.push({ id: read("id") ?? "", publisher: read("publisher"), paths });
    return true;
  });
  return reports;
}

/** Paths of the documents above a code, by id. */
function closedDocuments(graph: PropertyGraph, upTo: Handling): ReadonlyMap<string, string> {
  const closed = new Map<string, string>();
  graph.forEachNode("Document", (node) => {
    const [id, path, handling] = ["id", "path", "handling"].map((key) => {
      const value = graph.nodeProperty(node, key);
      return typeof value === "string" ? value : null;
    });
    if (typeof id === "string" && handlingRank(handling ?? null) > handlingRank(upTo))
      closed.set(id, path ?? id);
    return true;
  });
  return closed;
}
