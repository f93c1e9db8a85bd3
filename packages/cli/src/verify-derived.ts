import { join } from "node:path";
import { type CaseBuild, composeCase, encodeExtraction } from "@redthread/core/build";
import { RedthreadError, type RedthreadErrorCode } from "@redthread/core/errors";
import { readBasis } from "./build-basis.js";
import { CASE_FILES, extractionFile, PEOPLES_FILES } from "./case/case-layout.js";
import { readReadings } from "./case/machine-readings.js";
import { type ImportRecord, measuredFiles } from "./case/manifest.js";
import type { OpenCase } from "./case/read-case.js";
import { readLines } from "./case/read-lines.js";
import { readStoredDocuments } from "./case/stored-documents.js";
import { derivedLines } from "./case-contents.js";
import type { ChosenPack } from "./choose-pack.js";
import { importedGraph, importedLines } from "./import/import-case.js";
import type { Io } from "./io.js";
import { withBuildProgress } from "./progress-bar.js";
import { VERSION } from "./version.js";

/** A file of a case that is not what follows from the case's own evidence. */
export interface DerivedDifference {
  readonly file: string;
  readonly reason: string;
}

/**
 * Derives a case again in memory out of its texts, external claims, judgements and pack, and tells
 * which of its derived files say something else. Nothing that an earlier build extracted is recalled:
 * whoever can write a graph can write an extraction and its hash too. As long as a first build of the
 * same texts, under the same limits. Evidence that cannot be read is told as one difference.
 */
export async function verifyDerived(
  opened: OpenCase,
  pack: string | undefined,
  io: Io,
): Promise<readonly DerivedDifference[]> {
  try {
    const { imported } = opened.manifest;
    if (imported !== undefined) return await importDifferences(opened, imported);
    const { chosen, options } = readBasis(opened.folder, pack, io.cwd);
    const { documents } = readStoredDocuments(opened);
    const build = await withBuildProgress(io, (onProgress) =>
      composeCase(documents, { ...options, readings: readReadings(opened), onProgress }),
    );
    return [...differencesOf(opened, { build, chosen }), ...countDifferences(opened, build)];
  } catch (error) {
    if (!(error instanceof RedthreadError)) throw error;
    const file = BLAMED[error.code] ?? CASE_FILES.manifest;
    return [{ file, reason: `what follows from the evidence is not known: ${error.message}` }];
  }
}

/** Derived files of an imported case that do not follow from its stored file. */
async function importDifferences(
  opened: OpenCase,
  record: ImportRecord,
): Promise<readonly DerivedDifference[]> {
  const { graph } = await importedGraph(opened, record);
  const files = Object.entries(importedLines(graph));
  return files.flatMap(([file, lines]) => {
    const difference = firstDifference(join(opened.folder, file), lines);
    return difference === null ? [] : [{ file, reason: difference }];
  });
}

/** Where what keeps a case from being derived stands. */
const BLAMED: Readonly<Partial<Record<RedthreadErrorCode, string>>> = {
  CASE_DAMAGED: CASE_FILES.documents,
  CLAIM_INVALID: PEOPLES_FILES.externalClaims,
  EVIDENCE_NOT_IN_TEXT: PEOPLES_FILES.externalClaims,
};

interface Derived {
  readonly build: CaseBuild;
  readonly chosen: ChosenPack;
}

function differencesOf(opened: OpenCase, derived: Derived): readonly DerivedDifference[] {
  const expected = derivedFiles(opened, derived);
  const because = otherGround(opened, derived.chosen);
  const differing = [...expected].flatMap(([file, lines]) => {
    const difference = firstDifference(join(opened.folder, file), lines);
    return difference === null ? [] : [{ file, reason: `${difference}${because}` }];
  });
  const unfounded = measuredFiles(opened.manifest).flatMap(([file, { kind }]) =>
    kind === "derived" && !expected.has(file)
      ? [{ file, reason: "nothing in the evidence gives it" }]
      : [],
  );
  return [...differing, ...unfounded];
}

/** Every derived file with the lines it must have. Extractions name pack and version as the case does. */
function derivedFiles(
  { manifest }: OpenCase,
  { build, chosen }: Derived,
): ReadonlyMap<string, Iterable<string>> {
  const ground = { pack: manifest.pack.sha256, version: manifest.redthread };
  const files = new Map<string, Iterable<string>>(Object.entries(derivedLines(build, chosen)));
  for (const extraction of build.extractions) {
    const text = encodeExtraction(extraction, ground);
    files.set(extractionFile(extraction.document.sha256), [text]);
  }
  return files;
}

/** Where a file first says something else than it must, or null. */
function firstDifference(path: string, expected: Iterable<string>): string | null {
  const wanted = expected[Symbol.iterator]();
  let line = 0;
  try {
    for (const found of readLines(path)) {
      line += 1;
      const next = wanted.next();
      if (next.done === true) return `line ${line} and on do not follow from the evidence`;
      if (next.value !== found) return `line ${line} is not what follows from the evidence`;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "is missing";
    throw error;
  }
  return wanted.next().done === true
    ? null
    : `line ${line + 1} of what follows from the evidence is missing`;
}

/** Another program or pack may read other things in the same texts, and nobody forged anything. */
function otherGround({ manifest }: OpenCase, { pack }: ChosenPack): string {
  const others = [
    ...(manifest.redthread === VERSION ? [] : [`Redthread ${manifest.redthread}`]),
    ...(manifest.pack.sha256 === pack.sha256
      ? []
      : [`another state of the pack \`${manifest.pack.name}\``]),
  ];
  return others.length === 0 ? "" : `; the case was built with ${others.join(" and ")}`;
}

function countDifferences({ manifest }: OpenCase, build: CaseBuild): readonly DerivedDifference[] {
  const { graph, claims, summary, documents } = build;
  const counts = {
    documents: documents.length,
    nodes: graph.nodeCount,
    relationships: graph.relationshipCount,
    claims: claims.length,
    reviews: summary.reviews,
  };
  const wrong = Object.entries(counts).flatMap(([what, follows]) => {
    const told = manifest[what as keyof typeof counts];
    return told === follows ? [] : [`${what} ${told}, and ${follows} follow`];
  });
  if (wrong.length === 0) return [];
  return [{ file: CASE_FILES.manifest, reason: `it says ${wrong.join("; ")} from the evidence` }];
}
