import type { GraphReader } from "../../graph/graph-reader.js";
import type { Claim, PropertyClaim, RelationClaim } from "../../model/claim.js";
import { judgePair, type Telling, VERDICTS, type Verdict } from "../../model/figure-verdict.js";
import {
  type FigureGroup,
  groupFigures,
  hasHaul,
  haulDimension,
  haulUnit,
  readFigure,
  readHaul,
  readWeighed,
  tellFigure,
} from "../../model/figures.js";
import type { Schema } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { locateQuote, type TraceQuote } from "../read/quotes.js";
import { readTexts, readTraceNode, type TraceNode } from "../read/trace-node.js";
import type { Comparison, SpeakerOf } from "./comparison.js";
import { differingSlots } from "./differing-slots.js";

/** What a statement is still worth: `corrected` or `withdrawn` where a later report says so. */
type Standing = "told" | "corrected" | "withdrawn";

/** One statement of a value. */
interface ToldStatement {
  /** The figure in this very statement, which may be a bound that the value fits. */
  readonly figure: string;
  readonly attributedTo: string | null;
  readonly standing: Standing;
  readonly quote: TraceQuote;
}

/** One value of a figure and everyone who gives it. */
export interface ToldValue {
  /** As one reads it: `17`, `at least 1,200`, `300,000 pills`. */
  readonly value: string;
  readonly statements: readonly ToldStatement[];
}

/** What several reports tell of one thing, each in its own way. */
export interface Disagreement {
  readonly entity: TraceNode;
  /** `arrested`, `value`, `seized Captagon`, `date`, `place` and the like. */
  readonly what: string;
  /** On those statements that nobody put right. */
  readonly verdict: Verdict;
  /** Lowest first; one value when the reports agree. */
  readonly values: readonly ToldValue[];
}

/**
 * Every figure that at least two reports give in different words, and every slot of an action that
 * they fill differently; conflicts first, then by entity. Hauls are compared by what was seized, weights
 * in kilograms.
 */
export function listDisagreements(
  graph: GraphReader,
  schema: Schema,
  claims: readonly Claim[],
  speakerOf: SpeakerOf = ({ attributedTo }) => attributedTo,
): readonly Disagreement[] {
  const ground: Comparison = { graph, schema, nodes: slotsById(graph), speakerOf };
  const held = claims.filter(
    ({ modality }) => modality !== "denied" && modality !== "hypothetical",
  );
  const figures = [...groupByQuestion(held, schema)].flatMap(([, group]) => {
    const found = readFigures(group, ground);
    return found === null ? [] : [found];
  });
  const slots = differingSlots(held, ground).map(({ subject, what, verdict, values }) => ({
    entity: readTraceNode(graph, ground.nodes.get(subject) ?? 0),
    what,
    verdict,
    values: values.map(({ value, claims: told }) => ({
      value,
      statements: statementsOf(told, () => value, ground),
    })),
  }));
  return [...figures, ...slots].sort(
    (a, b) =>
      VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
      compareText(a.entity.id, b.entity.id) ||
      compareText(a.what, b.what),
  );
}

function readFigures(group: readonly Claim[], ground: Comparison): Disagreement | null {
  const { graph, nodes } = ground;
  const [first] = group;
  const node = nodes.get(first?.subject ?? "");
  if (first === undefined || node === undefined) return null;
  const isToldOnce = new Set(group.map(tellClaim)).size < 2;
  if (isToldOnce || new Set(group.map((claim) => claim.document)).size < 2) return null;
  const byDimension = new Map<string, Claim[]>();
  for (const claim of group) {
    const dimension = dimensionOf(claim);
    byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), claim]);
  }
  const groups = [...byDimension]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, told]) => groupFigures<Claim>(told.map(figureOf)));
  const standing = group.filter((claim) => standingOf(claim, group, ground) === "told");
  const entity = readTraceNode(graph, node);
  const what = first.kind === "property" ? first.property : tellHaul(graph, nodes, first);
  return {
    entity,
    what,
    verdict: judge(standing),
    values: groups.map((one) => toValue(one, group, ground)),
  };
}

/** The worst verdict on two reports: figures of one report are parts or stages of a thing. */
function judge(claims: readonly Claim[]): Verdict {
  let worst = 0;
  for (const [at, one] of claims.entries()) {
    for (const other of claims.slice(at + 1)) {
      if (one.document === other.document) continue;
      worst = Math.max(worst, VERDICTS.indexOf(judgePair(tellingOf(one), tellingOf(other))));
    }
  }
  return VERDICTS[worst] ?? "agree";
}

const figureOf = (claim: Claim) =>
  claim.kind === "relation" ? readHaul(claim) : readWeighed(claim);

const dimensionOf = (claim: Claim): string =>
  claim.kind === "relation" ? haulDimension(claim) : propertyDimension(claim);

const propertyDimension = ({ qualifiers }: PropertyClaim): string =>
  typeof qualifiers["kilograms"] === "number" ? "weight" : String(qualifiers["unit"] ?? "");

const tellingOf = (claim: Claim): Telling => ({
  figure: figureOf(claim),
  dimension: dimensionOf(claim),
  period: "",
});

/** A figure as its own report gives it, with its unit. */
function tellClaim(claim: Claim): string {
  const told = claim.kind === "relation" ? claim.qualifiers["amount"] : claim.value;
  const unit = claim.kind === "relation" ? haulUnit(claim) : String(claim.qualifiers["unit"] ?? "");
  return `${tellFigure(readFigure(claim, told))} ${unit}`.trim();
}

/** Claims that answer one question: one property of a thing, or how much of some goods was seized. */
function groupByQuestion(
  claims: readonly Claim[],
  schema: Schema,
): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const question = questionOf(claim, schema);
    if (question === null) continue;
    const known = groups.get(question);
    if (known === undefined) groups.set(question, [claim]);
    else known.push(claim);
  }
  return groups;
}

function questionOf(claim: Claim, schema: Schema): string | null {
  if (claim.kind === "property") {
    return typeof claim.value === "number" ? `${claim.subject}\n${claim.property}` : null;
  }
  if (schema.relationRoleOf(claim.type) !== "seized" || !hasHaul(claim)) return null;
  return [claim.subject, claim.object].join("\n");
}

function tellHaul(
  graph: GraphReader,
  nodes: ReadonlyMap<string, number>,
  claim: RelationClaim,
): string {
  const goods = nodes.get(claim.object);
  const name = goods === undefined ? claim.object : readTraceNode(graph, goods).name;
  return `seized ${name}`;
}

const toValue = (group: FigureGroup, all: readonly Claim[], ground: Comparison): ToldValue => ({
  value: tellClaim(group.told.claim),
  statements: statementsOf(group.claims, tellClaim, ground, all),
});

function statementsOf(
  claims: readonly Claim[],
  tell: (claim: Claim) => string,
  ground: Comparison,
  all: readonly Claim[] = claims,
): readonly ToldStatement[] {
  const statements = claims.flatMap((claim) =>
    claim.evidence.slice(0, 1).map(({ document, span, quote }) => ({
      figure: tell(claim),
      attributedTo: claim.attributedTo ?? ground.speakerOf(claim),
      standing: standingOf(claim, all, ground),
      quote: locateQuote(ground.graph, { quote, document, start: span.start, end: span.end }),
    })),
  );
  return statements.sort(
    (a, b) =>
      compareText(a.quote.date ?? "~", b.quote.date ?? "~") ||
      compareText(a.quote.document, b.quote.document) ||
      a.quote.start - b.quote.start,
  );
}

/** Whether a later report took the claim's report back, or puts its answer to this question right. */
function standingOf(
  { document }: Claim,
  all: readonly Claim[],
  { graph, nodes }: Comparison,
): Standing {
  const node = nodes.get(document);
  if (node === undefined) return "told";
  const read = (key: string) => readTexts(graph.nodeProperty(node, key));
  if (read("withdrawnBy").length > 0) return "withdrawn";
  const by = new Set(read("correctedBy"));
  return all.some((claim) => by.has(claim.document)) ? "corrected" : "told";
}

function slotsById(graph: GraphReader): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  graph.forEachNode(null, (node) => {
    slots.set(readTraceNode(graph, node).id, node);
    return true;
  });
  return slots;
}
