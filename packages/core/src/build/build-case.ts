import { RedthreadError, type RedthreadErrorCode } from "../errors/redthread-error.js";
import { createExtractor } from "../extract/extract-document.js";
import type { PropertyGraph } from "../graph/property-graph.js";
import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Resolution } from "../model/entity.js";
import type { Extraction } from "../model/extraction.js";
import type { IdentityLine } from "../model/identity-line.js";
import type { Judgement, JudgementOutcome } from "../model/judgement.js";
import type { ReportDocument } from "../model/report-document.js";
import {
  applyGrades,
  type GradeBook,
  type GradeFault,
  NO_GRADES,
  type UnusedGrade,
  unusedGrades,
} from "../origins/grades.js";
import { findLeanings, type OriginPack } from "../origins/leanings.js";
import { groupOrigins } from "../origins/origin-groups.js";
import { knowPublishers } from "../origins/publishers.js";
import { findWithdrawals, indexWithdrawals } from "../origins/withdrawals.js";
import type { DomainPack } from "../packs/domain-pack.js";
import type { UnitClass, UnitRow } from "../packs/rule-schemas.js";
import { type ReadInput, readDocument } from "../read/read-document.js";
import { compareSources } from "../resolve/judge/lines-in-force.js";
import { resolve } from "../resolve/resolve.js";
import { compareText } from "../text/compare.js";
import { buildGraph } from "./build-graph.js";
import { type BuildSummary, summarizeBuild } from "./build-summary.js";
import type { CaseContext, CaseDocument } from "./case-context.js";
import type { ExternalClaim } from "./external-claim-lines.js";
import { addExternalClaims } from "./external-claims.js";
import { listIdentities } from "./identity-lines.js";
import { judgeEntities } from "./judge-links.js";
import { judgeTexts } from "./judge-texts.js";
import type { MachineReading } from "./machine-answers.js";
import { carryClaims, judgeReadings, type MachineWork } from "./machine-claims.js";
import type { StoredOrigins } from "./origin-lines.js";
import { indexOwnEvidence } from "./own-evidence.js";
import { settleAsked } from "./settle-asked.js";

/** How far a build is; `done` of `total` files or steps of the stage are finished. */
export interface BuildProgress {
  readonly stage: "read" | "extract" | "resolve" | "graph";
  readonly done: number;
  readonly total: number;
  /** Path of the file being worked on, or empty. */
  readonly path: string;
}

export interface BuildOptions {
  readonly pack: DomainPack;
  readonly judgements?: readonly Judgement[];
  /** Lines of people's files that ask nothing of the graph, to be told beside the judgements. */
  readonly otherLines?: readonly JudgementOutcome[];
  /** Claims that people or other programs made about the texts. */
  readonly external?: readonly ExternalClaim[];
  /** What people say of sources; a book with a fault grades nothing. */
  readonly grades?: GradeBook;
  /** What programs outside answered about texts; answers about other texts are left out. */
  readonly readings?: readonly MachineReading[];
  /** What an earlier build extracted from this very document with this very pack, or null. */
  readonly recall?: (document: ReportDocument) => Extraction | null;
  /** Encoding of texts that do not state theirs. */
  readonly encoding?: string | undefined;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** A file that could not be read, with the reason to tell; the others are in the case. */
export interface BuildFailure {
  readonly path: string;
  readonly code: RedthreadErrorCode | "UNEXPECTED";
  readonly reason: string;
}

/** A case as built: everything its folder stores. */
export interface CaseBuild {
  /** Sorted by id; files of one text are one document. */
  readonly documents: readonly CaseDocument[];
  /** Sorted by path. */
  readonly failures: readonly BuildFailure[];
  /** What the program itself read, one a document, in the order of documents. */
  readonly extractions: readonly Extraction[];
  /** Documents that were extracted in this build; the others were recalled. */
  readonly extracted: number;
  /** External claims about documents that are not in the case. */
  readonly unusedExternal: readonly ExternalClaim[];
  /** What became of the answers of programs outside. */
  readonly machine: MachineWork;
  /** Why the file of grades was not followed, or null. */
  readonly gradeFault: GradeFault | null;
  /** Keys of the file of grades that no report answers to. */
  readonly unusedGrades: readonly UnusedGrade[];
  /** What became of every line of people's judgements, in order of file and line. */
  readonly judged: readonly JudgementOutcome[];
  readonly resolution: Resolution;
  /** Why namings are one thing and what was held apart, as a case writes it down. */
  readonly identities: readonly IdentityLine[];
  /** Every single claim before aggregation, with entity ids, sorted by id. */
  readonly claims: readonly Claim[];
  /** What each report leans on, and what was taken back. */
  readonly origins: StoredOrigins;
  readonly graph: PropertyGraph;
  readonly summary: BuildSummary;
}

/**
 * A case from files: read → extract → resolve → graph. The result depends on the set of files, the
 * judgements, the external claims and the pack, never on order, clock or locale. A file that cannot
 * be read is listed under `failures` and keeps nothing else from being built.
 * @throws RedthreadError `EVIDENCE_NOT_IN_TEXT`, `CLAIM_INVALID` for an external claim that does not hold.
 */
export function buildCase(inputs: readonly ReadInput[], options: BuildOptions): CaseBuild {
  return finishCase(extractCase(readCase(inputs, options), options), options);
}

/** {@link buildCase} for documents read elsewhere. */
export const composeCase = (read: readonly ReportDocument[], options: BuildOptions): CaseBuild =>
  finishCase(extractCase({ documents: read, failures: [] }, options), options);

/** Files as far as they could be read. */
interface ReadCase {
  readonly documents: readonly ReportDocument[];
  readonly failures: readonly BuildFailure[];
}

/** The first step of {@link buildCase}: files to documents. */
export function readCase(inputs: readonly ReadInput[], options: BuildOptions): ReadCase {
  const ordered = [...inputs].sort((a, b) => compareText(a.path, b.path));
  const failures: BuildFailure[] = [];
  const documents = each("read", ordered, options, failures, (input) =>
    readDocument(input, options),
  );
  return { documents, failures };
}

/** What the program itself reads in documents, before people and programs outside are heard. */
export interface ExtractedCase {
  readonly documents: readonly CaseDocument[];
  readonly extractions: readonly Extraction[];
  readonly extracted: number;
  readonly failures: readonly BuildFailure[];
}

/** The second step: documents to what the program itself reads in them. */
export function extractCase(
  { documents, failures }: ReadCase,
  options: BuildOptions,
): ExtractedCase {
  const all = [...failures];
  return { ...extractAll(uniteCopies(documents), options, all), failures: all };
}

/** The last step: with what people and programs outside say, to one graph. */
export function finishCase(
  { documents, extractions, extracted, failures }: ExtractedCase,
  options: BuildOptions,
): CaseBuild {
  const { pack } = options;
  const claimed = addExternalClaims(extractions, options.external ?? [], pack);
  const judgements = options.judgements ?? [];
  const paths = new Map(documents.map((one) => [one.document.id, one.paths]));
  const texts = judgeTexts(
    judgeReadings(claimed.extractions, options.readings ?? [], pack),
    judgements,
    pack.schema,
    (document) => paths.get(document),
  );
  report(options, "resolve", 0, 1, "");
  const resolved = resolve(texts.readings.extractions, judgements, pack, texts);
  const carried = carryClaims(resolved, texts.readings, pack.schema);
  const { attacher, book } = texts;
  const named = judgeEntities(carried.resolution, judgements, {
    attacher,
    book,
    schema: pack.schema,
  });
  const { resolution } = named;
  report(options, "graph", 0, 1, "");
  const context = createCaseContext(
    documents,
    texts.readings.extractions,
    resolution,
    pack,
    options.grades,
  );
  const graph = buildGraph(resolution, context, named.verdicts);
  report(options, "graph", 1, 1, "");
  return {
    documents,
    failures: [...failures].sort((a, b) => compareText(a.path, b.path)),
    extractions,
    extracted,
    unusedExternal: claimed.unused,
    machine: carried.work,
    judged: [...settleAsked(book.all(), resolution), ...(options.otherLines ?? [])].sort((x, y) =>
      compareSources(x.source, y.source),
    ),
    gradeFault: options.grades?.fault ?? null,
    unusedGrades: unusedGrades(
      options.grades ?? NO_GRADES,
      documents.map(({ document: { id, publisher }, paths: at }) => ({ id, publisher, paths: at })),
      pack,
    ),
    resolution,
    identities: listIdentities(resolution, texts.readings.extractions),
    claims: resolution.claims,
    origins: { leanings: context.origins.leanings, withdrawals: context.takenBack.all },
    graph,
    summary: summarizeBuild(documents, failures.length, resolution, graph),
  };
}

/** Recalls what is known and extracts the rest; a document that fails is listed and left out. */
function extractAll(
  united: readonly CaseDocument[],
  options: BuildOptions,
  failures: BuildFailure[],
): Omit<ExtractedCase, "failures"> {
  const known = new Map<string, Extraction>();
  for (const { document } of united) {
    const recalled = options.recall?.(document) ?? null;
    if (recalled !== null) known.set(document.id, recalled);
  }
  const waiting = united.filter(({ document }) => !known.has(document.id));
  const extract = waiting.length === 0 ? null : createExtractor(options.pack);
  const made = each("extract", waiting, options, failures, ({ document }) => extract?.(document));
  for (const extraction of made) {
    if (extraction !== undefined) known.set(extraction.document.id, extraction);
  }
  const documents = united.filter(({ document }) => known.has(document.id));
  return {
    documents,
    extractions: documents.flatMap(({ document }) => known.get(document.id) ?? []),
    extracted: made.length,
  };
}

/** What the graph is made from, for callers that have the parts already. */
export function createCaseContext(
  documents: readonly CaseDocument[],
  extractions: readonly Extraction[],
  resolution: Resolution,
  pack: OriginPack,
  book: GradeBook = NO_GRADES,
): CaseContext {
  const index = indexMembers(extractions, resolution);
  const leanings = findLeanings({
    ...resolution,
    documents: documents.map((one) => one.document),
    extractions,
    pack,
  });
  const membersIn: CaseContext["membersIn"] = (entity, document) =>
    index.get(entity)?.get(document) ?? [];
  return {
    documents: new Map(documents.map((one) => [one.document.id, one])),
    membersIn,
    origins: groupOrigins(leanings),
    grades: gradeAll(documents, book, pack),
    takenBack: indexWithdrawals(
      findWithdrawals({
        documents: documents.map((one) => one.document),
        extractions,
        entityOf: entityIndex(resolution),
        leanings,
        pack,
      }),
    ),
    names: new Map(resolution.entities.map((entity) => [entity.id, entity.name])),
    types: new Map(resolution.entities.map((entity) => [entity.id, entity.type])),
    tells: indexOwnEvidence(resolution, membersIn),
    pack,
    lists: pack.wording.lists,
    lesser: new Set(pack.wording.grammar.lesser),
    kinds: [...new Set(pack.wording.frames.map((frame) => frame.kind))],
    unitClasses: classifyUnits(pack.wording.units),
  };
}

function gradeAll(
  documents: readonly CaseDocument[],
  book: GradeBook,
  pack: OriginPack,
): CaseContext["grades"] {
  const names = documents.flatMap(({ document }) => document.publisher ?? []);
  const publishers = knowPublishers([...names, ...book.publishers.keys()], pack);
  const gradeOf = applyGrades(book, publishers);
  return new Map(documents.map(({ document, paths }) => [document.id, gradeOf(document, paths)]));
}

function entityIndex({ entities }: Resolution): (member: string) => string | undefined {
  const of = new Map(
    entities.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  return (member) => of.get(member);
}

/** Classes of units by name and form; a name that units of several classes share has none. */
function classifyUnits(units: readonly UnitRow[]): ReadonlyMap<string, UnitClass> {
  const classes = new Map<string, UnitClass>(units.map((row) => [row.form, row.class]));
  for (const { unit } of units) {
    const of = new Set(units.filter((row) => row.unit === unit).map((row) => row.class));
    const [only] = of;
    if (only !== undefined && of.size === 1) classes.set(unit, only);
  }
  return classes;
}

/** Document entities by entity and document. */
function indexMembers(
  extractions: readonly Extraction[],
  resolution: Resolution,
): ReadonlyMap<string, ReadonlyMap<string, readonly DocumentEntity[]>> {
  const told = new Map(
    extractions.flatMap(({ entities }) => entities.map((entity) => [entity.id, entity] as const)),
  );
  const index = new Map<string, Map<string, DocumentEntity[]>>();
  for (const { id, members } of resolution.entities) {
    const byDocument = new Map<string, DocumentEntity[]>();
    for (const member of members.flatMap((one) => told.get(one) ?? [])) {
      const known = byDocument.get(member.document);
      if (known === undefined) byDocument.set(member.document, [member]);
      else known.push(member);
    }
    index.set(id, byDocument);
  }
  return index;
}

/** Runs a step on every item; one that fails is listed and left out. */
function each<T extends { readonly path: string } | CaseDocument, R>(
  stage: BuildProgress["stage"],
  items: readonly T[],
  options: BuildOptions,
  failures: BuildFailure[],
  run: (item: T) => R,
): readonly R[] {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    const path = "path" in item ? item.path : (item.paths[0] ?? "");
    report(options, stage, index, items.length, path);
    try {
      results.push(run(item));
    } catch (error) {
      const paths = "path" in item ? [item.path] : item.paths;
      failures.push(...paths.map((failed) => toFailure(failed, error)));
    }
  }
  report(options, stage, items.length, items.length, "");
  return results;
}

function toFailure(path: string, error: unknown): BuildFailure {
  if (error instanceof RedthreadError) return { path, code: error.code, reason: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { path, code: "UNEXPECTED", reason };
}

/** Documents by text: the first path by code unit stands for all of them. */
function uniteCopies(documents: readonly ReportDocument[]): readonly CaseDocument[] {
  const byId = new Map<string, { document: ReportDocument; paths: string[] }>();
  for (const document of [...documents].sort((a, b) => compareText(a.path, b.path))) {
    const known = byId.get(document.id);
    if (known === undefined) byId.set(document.id, { document, paths: [document.path] });
    else known.paths.push(document.path);
  }
  return [...byId.values()]
    .map(({ document, paths }) => ({ document, paths: [...new Set(paths)].sort() }))
    .sort((a, b) => compareText(a.document.id, b.document.id));
}

function report(
  { onProgress }: BuildOptions,
  stage: BuildProgress["stage"],
  done: number,
  total: number,
  path: string,
): void {
  onProgress?.({ stage, done, total, path });
}
