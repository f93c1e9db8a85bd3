// Files of earlier versions name things by ids alone, and an id means another thing once a namesake
// arrives or a report is edited. What an id stood for when a build first met the line is kept beside it.
import { join } from "node:path";
import { judgementId } from "@redthread/core/build";
import { GraphLoader, type PropertyGraph } from "@redthread/core/graph";
import type { JudgedThing, Judgement, JudgementOutcome, SeenThing } from "@redthread/core/model";
import { compareText } from "@redthread/core/text";
import { createDescriber } from "@redthread/core/trace";
import { diskFiles } from "./case-files.js";
import { CASE_FILES } from "./case-layout.js";
import { readLines } from "./read-lines.js";
import { wholeCaseFolder } from "./settle-case.js";

/** What the ids of a line stood for. */
type Anchors = NonNullable<JudgementOutcome["anchors"]>;

/** Judgements with every id in place of which something is known, and what was known. */
export interface AnchoredJudgements {
  readonly judgements: readonly Judgement[];
  /** By identity of the line as people wrote it. */
  readonly known: ReadonlyMap<string, Anchors>;
  /** Lines with ids, by the place where they stand. */
  readonly lines: ReadonlyMap<string, string>;
}

/**
 * Puts what ids stood for in their place: as an earlier build wrote it down, else as the graph that still
 * stands in the folder has it, which is what the person looked at.
 */
export function anchorJudgements(
  judgements: readonly Judgement[],
  folder: string,
): AnchoredJudgements {
  const withIds = new Set(
    judgements.filter((one) => sidesOf(one).some(([, side]) => typeof side === "string")),
  );
  if (withIds.size === 0) return { judgements, known: new Map(), lines: new Map() };
  const stored = readAnchors(folder);
  let describe: ((id: string) => SeenThing | null) | undefined;
  const lookUp = (id: string): SeenThing | null => {
    describe ??= describerOf(readGraph(folder));
    return describe(id);
  };
  const known = new Map<string, Anchors>();
  const lines = new Map<string, string>();
  const all = judgements.map((judgement): Judgement => {
    if (!withIds.has(judgement)) return judgement;
    const line = judgementId(judgement);
    lines.set(placeOf(judgement.source), line);
    const anchors = anchorsOf(judgement, stored.get(line), lookUp);
    known.set(line, anchors);
    return { ...judgement, ...anchors };
  });
  return { judgements: all, known, lines };
}

const describerOf = (graph: PropertyGraph | null): ((id: string) => SeenThing | null) =>
  graph === null ? () => null : createDescriber(graph);

const placeOf = (source: Judgement["source"]): string => `${source?.file}:${source?.line}`;

function sidesOf(judgement: Judgement): readonly (readonly ["a" | "b", JudgedThing])[] {
  const a = "a" in judgement ? ([["a", judgement.a]] as const) : [];
  const b = "b" in judgement ? ([["b", judgement.b]] as const) : [];
  return [...a, ...b];
}

function anchorsOf(
  judgement: Judgement,
  stored: Anchors | undefined,
  lookUp: (id: string) => SeenThing | null,
): Anchors {
  const found = sidesOf(judgement).flatMap(([key, side]) => {
    if (typeof side !== "string") return [];
    const thing = stored?.[key] ?? lookUp(side);
    return thing === null ? [] : [[key, thing] as const];
  });
  return Object.fromEntries(found);
}

/** Lines of the file of anchors: what was known and what this build found out. */
export function anchorLines(
  { known, lines }: AnchoredJudgements,
  judged: readonly JudgementOutcome[],
): readonly string[] {
  const all = new Map(known);
  for (const { source, anchors } of judged) {
    const line = lines.get(placeOf(source));
    if (line !== undefined && anchors !== undefined)
      all.set(line, { ...anchors, ...all.get(line) });
  }
  return [...all]
    .filter(([, anchors]) => Object.keys(anchors).length > 0)
    .sort(([x], [y]) => compareText(x, y))
    .map(([line, { a, b }]) => JSON.stringify({ line, a, b }));
}

function readAnchors(folder: string): ReadonlyMap<string, Anchors> {
  const whole = wholeCaseFolder(folder, diskFiles);
  const text = whole === null ? null : diskFiles.read(join(whole, CASE_FILES.anchors));
  const anchors = new Map<string, Anchors>();
  for (const content of (text ?? "").split("\n")) {
    const read = readAnchor(content);
    if (read !== null) anchors.set(...read);
  }
  return anchors;
}

/** A build wrote it; a line that was damaged since is one that the graph or the id must stand in for. */
function readAnchor(content: string): readonly [string, Anchors] | null {
  try {
    const { line, a, b } = JSON.parse(content);
    if (typeof line !== "string") return null;
    return [line, { ...(isThing(a) ? { a } : {}), ...(isThing(b) ? { b } : {}) }];
  } catch {
    return null;
  }
}

function isThing(value: unknown): value is SeenThing {
  if (typeof value !== "object" || value === null) return false;
  const { type, name, seen } = value as Readonly<Record<string, unknown>>;
  return typeof type === "string" && typeof name === "string" && Array.isArray(seen);
}

/** The graph that stands in the folder, or null where none can be read. */
function readGraph(folder: string): PropertyGraph | null {
  const whole = wholeCaseFolder(folder, diskFiles);
  if (whole === null) return null;
  try {
    const loader = new GraphLoader();
    for (const line of readLines(join(whole, CASE_FILES.graph))) loader.add(line);
    return loader.finish();
  } catch {
    return null;
  }
}
