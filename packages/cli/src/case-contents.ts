import {
  type CaseBuild,
  type DocumentSource,
  encodeClaim,
  encodeDocument,
  encodeExtraction,
  encodeIdentity,
  encodeReading,
  encodeRefusal,
  originLines,
} from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { type ByLinesFile, CASE_FILES } from "./case/case-layout.js";
import { type CaseLog, logLines } from "./case/input-log.js";
import { judgedLine } from "./case/judged-lines.js";
import { type AnchoredJudgements, anchorLines } from "./case/judgement-anchors.js";
import type { PackRecord } from "./case/manifest.js";
import type { PeoplesWords } from "./case/peoples-files.js";
import type { CaseContents } from "./case/write-case.js";
import type { ChosenPack } from "./choose-pack.js";
import { VERSION } from "./version.js";

/** A build with what it was built by. */
export interface CaseWork {
  readonly build: CaseBuild;
  readonly chosen: ChosenPack;
  readonly people: PeoplesWords;
  readonly anchored: AnchoredJudgements;
  readonly log: CaseLog;
  /** SHA-256 of the bytes of each input, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The file on disk around each input that is inside one, by path of the input. */
  readonly within: ReadonlyMap<string, NonNullable<DocumentSource["within"]>>;
}

/** The files of a case from its build. */
export function caseContents(work: CaseWork): CaseContents {
  const { build, chosen, people, anchored, log } = work;
  const { documents, extractions, graph, summary } = build;
  const pack = packRecord(chosen);
  const stamp = { pack: pack.sha256, version: VERSION };
  const anchors = anchorLines(anchored, build.judged);
  return {
    texts: documents.map(({ document: { sha256, text } }) => ({ sha256, text })),
    extractions: extractions.map((extraction) => ({
      sha256: extraction.document.sha256,
      text: encodeExtraction(extraction, stamp),
    })),
    lines: {
      ...derivedLines(build, chosen),
      ...(isAsked(build) ? { [CASE_FILES.machineClaims]: readingLines(build) } : {}),
      ...(anchors.length > 0 ? { [CASE_FILES.anchors]: anchors } : {}),
      [CASE_FILES.documents]: documentLines(work),
    },
    log: logLines(log),
    people: people.records,
    about: {
      redthread: VERSION,
      pack,
      documents: documents.length,
      nodes: graph.nodeCount,
      relationships: graph.relationshipCount,
      claims: build.claims.length,
      reviews: summary.reviews,
    },
  };
}

/** The lines of the files that follow from documents, people's words and pack, by name of the file. */
export function derivedLines(
  build: CaseBuild,
  { pack }: ChosenPack,
): Omit<ByLinesFile<Iterable<string>>, typeof CASE_FILES.documents> {
  return {
    [CASE_FILES.graph]: graphLines(build.graph),
    [CASE_FILES.claims]: claimLines(build),
    [CASE_FILES.candidates]: candidateLines(build),
    [CASE_FILES.identities]: identityLines(build),
    [CASE_FILES.origins]: originLines(build.origins),
    ...(isAsked(build) ? { [CASE_FILES.refusedClaims]: refusalLines(build) } : {}),
    ...(build.judged.length > 0 ? { [CASE_FILES.judged]: build.judged.map(judgedLine) } : {}),
    [CASE_FILES.schema]: [JSON.stringify(pack.schema.data)],
  };
}

function packRecord({ pack: { name, version, sha256 }, folder }: ChosenPack): PackRecord {
  return { name, version, sha256, ...(folder === null ? {} : { folder }) };
}

function* claimLines({ claims }: CaseBuild): Generator<string> {
  for (const claim of claims) yield encodeClaim(claim);
}

/** Whether programs outside said anything about the documents; a case without has none of their files. */
const isAsked = ({ machine }: CaseBuild): boolean => machine.readings.length > 0;

function* readingLines({ machine }: CaseBuild): Generator<string> {
  for (const reading of machine.readings) yield encodeReading(reading);
}

function* refusalLines({ machine }: CaseBuild): Generator<string> {
  for (const refusal of machine.refused) yield encodeRefusal(refusal);
}

function* documentLines({
  build: { documents },
  hashes,
  within,
}: Pick<CaseWork, "build" | "hashes" | "within">): Generator<string> {
  for (const { document, paths } of documents) {
    const sources = paths.map((path) => {
      const outer = within.get(path);
      const source = { path, sha256: hashes.get(path) ?? "" };
      return outer === undefined ? source : { ...source, within: outer };
    });
    yield encodeDocument(document, sources);
  }
}

function* identityLines({ identities }: CaseBuild): Generator<string> {
  for (const one of identities) yield encodeIdentity(one);
}

/** Pairs that may be one and the same, for whoever writes the judgements. */
function* candidateLines({ resolution }: CaseBuild): Generator<string> {
  for (const { a, b, score, reasons, outcome } of resolution.decisions) {
    if (outcome === "review") yield JSON.stringify({ a, b, score, reasons });
  }
}
