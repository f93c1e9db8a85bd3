import {
  type CaseBuild,
  composeCase,
  createPrompt,
  type ExtractedCase,
  extractCase,
  finishCase,
  type MachineReading,
  readCase,
} from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { type DomainPack, withColumns } from "@redthread/core/packs";
import { compareText } from "@redthread/core/text";
import { type BuildBasis, readBasis } from "./build-basis.js";
import { diskFiles } from "./case/case-files.js";
import type { CaseLock } from "./case/case-lock.js";
import { makeSnapshot } from "./case/graph-snapshot.js";
import { type LoggedInput, placeFrom, readLog } from "./case/input-log.js";
import { readReadings, recallReadings } from "./case/machine-readings.js";
import { changedBetween, readPeoplesFiles } from "./case/peoples-files.js";
import { openCase } from "./case/read-case.js";
import { recallExtractions } from "./case/recall-extractions.js";
import { settleCase } from "./case/settle-case.js";
import { readStoredDocuments } from "./case/stored-documents.js";
import { writeCase } from "./case/write-case.js";
import { caseContents } from "./case-contents.js";
import { pathFrom } from "./case-option.js";
import type { ChosenPack } from "./choose-pack.js";
import {
  type AskedExtractors,
  type AskRequest,
  askExtractors,
  type UnaskedDocument,
} from "./extractor/ask-extractors.js";
import type { FoundInputs } from "./input/finder.js";
import { type ForeignRead, readForeign } from "./input/read-foreign.js";
import { readInput } from "./input/read-input.js";
import type { Io } from "./io.js";
import { programFingerprint } from "./program-fingerprint.js";
import { createProgressBar, withBuildProgress } from "./progress-bar.js";
import { visibleText } from "./terminal/visible-text.js";
import { VERSION } from "./version.js";

/** A case that was built and stands on disk. */
export interface BuiltCase {
  readonly build: CaseBuild;
  readonly chosen: ChosenPack;
  /** Files that people changed while the build ran: what they say waits for the next one. */
  readonly changedMeanwhile: readonly string[];
  /** What was left out by rule, files inside files among them. */
  readonly skipped: FoundInputs["skipped"];
  /** Documents that extractors were asked about in vain. */
  readonly unasked: readonly UnaskedDocument[];
}

export interface BuildRequest {
  /** Name or folder of the domain pack; the one the case was built with before where absent. */
  readonly pack?: string;
  /** Names of extractors whose answers are to leave the case. */
  readonly without?: readonly string[];
  /** Encoding of texts that do not state theirs. */
  readonly encoding?: string | undefined;
  /** File that says what headings of tables mean. */
  readonly mapping?: string | undefined;
}

/**
 * Builds a case from files and puts it in place.
 * @throws RedthreadError `PACK_INVALID`, `CLAIM_INVALID`; `INPUT_EMPTY` when not
 *   one file could be read; `USAGE` when extractors may not be asked. The case on disk then stays.
 */
export async function buildInto(
  lock: CaseLock,
  request: BuildRequest & { readonly found: FoundInputs; readonly ask?: AskRequest },
  io: Io,
): Promise<BuiltCase> {
  const prepared = prepare(lock, request, io);
  const before = without(recallReadings(lock.folder, lock.name), request, lock.name);
  const foreign = await readForeign(request.found.inputs, { encoding: request.encoding });
  const found = {
    ...request.found,
    skipped: [...request.found.skipped, ...foreign.skipped].sort((a, b) =>
      compareText(a.path, b.path),
    ),
  };
  const { hashes, within } = foreign;
  const columns = readMapping(request.mapping, prepared.options.pack, io);
  const extracted = await withBuildProgress(io, (onProgress) => {
    const options = { ...prepared.options, encoding: request.encoding, onProgress };
    // What rows say is stored with the documents; nothing after reading asks for the headings again.
    const reading = { ...options, pack: columns };
    const { documents, failures } = readCase(foreign.inputs, reading);
    return extractCase({ documents, failures: [...foreign.failures, ...failures] }, options);
  });
  if (extracted.documents.length === 0) throw nothingReadable(extracted, found);
  const asked = await ask(request.ask, { extracted, before, prepared }, io);
  const build = await withBuildProgress(io, (onProgress) =>
    finishCase(extracted, { ...prepared.options, readings: asked.readings, onProgress }),
  );
  const log = { program: prepared.program, inputs: logInputs(lock.folder, build, found, foreign) };
  return finish(lock, prepared, {
    build,
    log,
    hashes,
    within,
    skipped: found.skipped,
    unasked: asked.unasked,
  });
}

/** The pack with the headings that the user maps to columns. */
function readMapping(file: string | undefined, pack: DomainPack, io: Io): DomainPack {
  if (file === undefined) return pack;
  const path = pathFrom(io, file);
  return withColumns(pack, file, new TextDecoder().decode(readInput({ file: path, path: file })));
}

/**
 * Makes a case again out of its own evidence, judgements and claims, without its inputs.
 * @throws RedthreadError `CASE_DAMAGED` when the evidence is not as it was built.
 */
export async function rebuildInto(
  lock: CaseLock,
  request: BuildRequest,
  io: Io,
): Promise<BuiltCase> {
  const prepared = prepare(lock, request, io);
  const opened = openCase(lock.folder, lock.name);
  const readings = without(readReadings(opened), request, lock.name);
  const { documents, sources } = readStoredDocuments(opened);
  const build = await withBuildProgress(io, (onProgress) =>
    composeCase(documents, { ...prepared.options, readings, onProgress }),
  );
  const log = { program: prepared.program, inputs: readLog(opened.folder).inputs };
  const hashes = new Map(sources.map(({ path, sha256 }) => [path, sha256]));
  const within = new Map(
    sources.flatMap(({ path, within: outer }) => (outer === undefined ? [] : [[path, outer]])),
  );
  return finish(lock, prepared, { build, log, hashes, within, skipped: [], unasked: [] });
}

/**
 * The answers of a case without those of some extractors.
 * @throws RedthreadError `USAGE` for a name that no answers bear.
 */
function without(
  readings: readonly MachineReading[],
  { without: names = [] }: BuildRequest,
  folder: string,
): readonly MachineReading[] {
  const known = [...new Set(readings.map(({ extractor }) => extractor))].sort();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return readings.filter(({ extractor }) => !names.includes(extractor));
  const has = known.length === 0 ? "and of no other" : `but of ${known.join(", ")}`;
  throw new RedthreadError(
    "USAGE",
    `\`${folder}\` has no answers of an extractor \`${visibleText(unknown)}\`, ${has}. Nothing was changed.`,
  );
}

/** What the extractors of a request answer; without one, what was answered before. */
async function ask(
  request: AskRequest | undefined,
  {
    extracted,
    before,
    prepared,
  }: {
    readonly extracted: ExtractedCase;
    readonly before: readonly MachineReading[];
    readonly prepared: BuildBasis;
  },
  io: Io,
): Promise<AskedExtractors> {
  if (request === undefined) return { readings: before, unasked: [] };
  const bar = await createProgressBar(io);
  try {
    const { extractions } = extracted;
    const prompt = createPrompt(prepared.options.pack);
    const onProgress = (extractor: string, done: number, total: number): void =>
      bar.show("Asking    ", done, total, extractor);
    return await askExtractors(request, { extractions, before, prompt, onProgress }, io);
  } finally {
    bar.stop();
  }
}

/** What a build goes by, with the extractions that this very program made before. */
interface Ground extends BuildBasis {
  readonly program: string;
}

function prepare({ folder }: CaseLock, { pack: named }: BuildRequest, io: Io): Ground {
  settleCase(folder, diskFiles);
  const ground = readBasis(folder, named, io.cwd);
  const program = programFingerprint();
  const { pack } = ground.options;
  const recall = recallExtractions(folder, { pack: pack.sha256, version: VERSION }, program);
  return { ...ground, program, options: { ...ground.options, recall } };
}

type Made = Pick<Parameters<typeof caseContents>[0], "build" | "log" | "hashes" | "within"> &
  Pick<BuiltCase, "unasked" | "skipped">;

function finish(lock: CaseLock, { chosen, people, anchored }: Ground, made: Made): BuiltCase {
  writeCase(lock, caseContents({ ...made, chosen, people, anchored }));
  makeSnapshot(openCase(lock.folder, lock.name));
  const changedMeanwhile = changedBetween(people, readPeoplesFiles(lock.folder));
  const { build, skipped, unasked } = made;
  return { build, chosen, changedMeanwhile, skipped, unasked };
}

/** Every input with what became of it, in order of path. */
function logInputs(
  folder: string,
  { failures }: CaseBuild,
  { inputs, failed, skipped }: FoundInputs,
  { hashes, within }: Pick<ForeignRead, "hashes" | "within">,
): readonly LoggedInput[] {
  const reasons = new Map(failures.map(({ path, reason }) => [path, reason]));
  const opened = inputs.map(({ path, file }): LoggedInput => {
    const sha256 = hashes.get(path);
    const reason = reasons.get(path);
    return {
      event: reason === undefined ? "read" : "failed",
      path,
      file: placeFrom(folder, file),
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(reason === undefined ? {} : { reason }),
    };
  });
  const isInput = new Set(inputs.map(({ path }) => path));
  const inside = [...within.keys()].map((path): LoggedInput => {
    const [sha256, reason] = [hashes.get(path), reasons.get(path)];
    return {
      event: reason === undefined ? "read" : "failed",
      path,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(reason === undefined ? {} : { reason }),
    };
  });
  const unopened = failures
    .filter(({ path }) => !isInput.has(path) && !within.has(path))
    .map(({ path, reason }) => ({ event: "failed" as const, path, reason }));
  const others = [
    ...inside,
    ...unopened,
    ...failed.map((one) => ({ event: "failed" as const, ...one })),
    ...skipped.map((one) => ({ event: "skipped" as const, ...one })),
  ];
  return [...opened, ...others].sort(
    (a, b) => compareText(a.path, b.path) || compareText(a.event, b.event),
  );
}

const SHOWN_FAILURES = 20;

function nothingReadable(
  { failures }: Pick<CaseBuild, "failures">,
  { failed }: FoundInputs,
): RedthreadError {
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
