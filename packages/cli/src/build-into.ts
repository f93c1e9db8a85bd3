import { buildCase, type CaseBuild, encodeClaim, parseJudgements } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { graphLines } from "@redthread/core/graph";
import { diskFiles } from "./case/case-files.js";
import { CASE_FILES } from "./case/case-layout.js";
import type { CaseLock } from "./case/case-lock.js";
import { readJudgementLines } from "./case/read-case.js";
import type { DocumentLine } from "./case/read-paragraphs.js";
import { settleCase } from "./case/settle-case.js";
import { judgementsDigest, writeCase } from "./case/write-case.js";
import { type ChosenPack, choosePack } from "./choose-pack.js";
import { readInput } from "./input/read-input.js";
import type { FoundInput, WalkedInputs } from "./input/walk-inputs.js";
import type { Io } from "./io.js";
import { createProgressBar, showBuild } from "./progress-bar.js";
import { visibleText } from "./terminal/visible-text.js";
import { VERSION } from "./version.js";

/** A case that was built and stands on disk. */
export interface BuiltCase {
  readonly build: CaseBuild;
  readonly chosen: ChosenPack;
  /** True when somebody judged while the build ran: those judgements wait for the next one. */
  readonly judgedMeanwhile: boolean;
}

export interface BuildRequest {
  readonly found: WalkedInputs;
  /** Name or folder of the domain pack; the one the case was built with before where absent. */
  readonly pack?: string;
}

/**
 * Builds a case from files and puts it in place.
 * @throws RedthreadError `PACK_INVALID`; `INPUT_EMPTY` when not one file could be read; the case on disk stays.
 */
export async function buildInto(
  lock: CaseLock,
  { found, pack: named }: BuildRequest,
  io: Io,
): Promise<BuiltCase> {
  settleCase(lock.folder, diskFiles);
  const chosen = choosePack(named, lock.folder, io.cwd);
  const judgements = parseJudgements(readJudgementLines(lock.folder).join("\n"));
  const judged = judgementsDigest(lock.folder);
  const bar = await createProgressBar(io);
  let build: CaseBuild;
  try {
    build = await buildCase(found.inputs.map(toReadInput), {
      pack: chosen.pack,
      judgements,
      onProgress: (progress) => showBuild(bar, progress),
    });
  } finally {
    bar.stop();
  }
  if (build.documents.length === 0) throw nothingReadable(build, found);
  write(lock, build, chosen, judged);
  return { build, chosen, judgedMeanwhile: judgementsDigest(lock.folder) !== judged };
}

/** The bytes are read when they are asked for, and nobody keeps them: one file is in memory at a time. */
function toReadInput(input: FoundInput): { readonly path: string; readonly bytes: Uint8Array } {
  return {
    path: input.path,
    get bytes() {
      return readInput(input);
    },
  };
}

function write(
  lock: CaseLock,
  build: CaseBuild,
  { pack, folder }: ChosenPack,
  judgements: string | null,
): void {
  writeCase(lock, {
    texts: build.documents.map(({ document: { sha256, text } }) => ({ sha256, text })),
    lines: {
      [CASE_FILES.graph]: graphLines(build.graph),
      [CASE_FILES.claims]: claimLines(build),
      [CASE_FILES.documents]: documentLines(build),
      [CASE_FILES.candidates]: candidateLines(build),
      [CASE_FILES.schema]: [JSON.stringify(pack.schema.data)],
    },
    about: {
      redthread: VERSION,
      pack: {
        name: pack.name,
        version: pack.version,
        sha256: pack.sha256,
        ...(folder === null ? {} : { folder }),
      },
      documents: build.documents.length,
      nodes: build.graph.nodeCount,
      relationships: build.graph.relationshipCount,
      claims: build.claims.length,
      reviews: build.summary.reviews,
      judgements,
    },
  });
}

function* claimLines({ claims }: CaseBuild): Generator<string> {
  for (const claim of claims) yield encodeClaim(claim);
}

function* documentLines({ documents }: CaseBuild): Generator<string> {
  for (const { document } of documents) {
    const paragraphs = document.blocks.flatMap(({ start, end, paragraph }) =>
      paragraph === undefined ? [] : [[start, end, paragraph] as const],
    );
    yield JSON.stringify({ id: document.id, paragraphs } satisfies DocumentLine);
  }
}

/** Pairs that may be one and the same, for whoever writes the judgements. */
function* candidateLines({ resolution }: CaseBuild): Generator<string> {
  for (const { a, b, score, reasons, outcome } of resolution.decisions) {
    if (outcome === "review") yield JSON.stringify({ a, b, score, reasons });
  }
}

const SHOWN_FAILURES = 20;

function nothingReadable({ failures }: CaseBuild, { failed }: WalkedInputs): RedthreadError {
  const all = [...failures, ...failed];
  const list = all
    .slice(0, SHOWN_FAILURES)
    .map(({ path, reason }) => `\n  ${visibleText(path)}: ${visibleText(reason)}`);
  const more = all.length > SHOWN_FAILURES ? `\n  and ${all.length - SHOWN_FAILURES} more` : "";
  return new RedthreadError(
    "INPUT_EMPTY",
    `Not one of ${all.length} files could be read, so no case was written.${list.join("")}${more}`,
  );
}
