import type { GraphReader } from "../../graph/graph-reader.js";
import type { Claim, RelationClaim } from "../../model/claim.js";
import {
  areAtOdds,
  type FigureGroup,
  groupFigures,
  hasHaul,
  haulDimension,
  haulUnit,
  readFigure,
  readHaul,
  tellFigure,
} from "../../model/figures.js";
import type { Schema } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { locateQuote, type TraceQuote } from "../read/quotes.js";
import { readTraceNode, type TraceNode } from "../read/trace-node.js";

/** One value of a figure and everyone who gives it. */
export interface ToldValue {
  /** As one reads it: `17`, `at least 1,200`, `300,000 pills`. */
  readonly value: string;
  readonly statements: readonly {
    /** The figure in this very statement, which may be a bound that the value fits. */
    readonly figure: string;
    readonly attributedTo: string | null;
    readonly quote: TraceQuote;
  }[];
}

/** A figure that several reports give for one thing. */
export interface Disagreement {
  readonly entity: TraceNode;
  /** `arrested`, `value`, `seized Captagon` and the like. */
  readonly what: string;
  /** `conflict` where no value fits all reports, `agree` where bounds and exact figures do. */
  readonly verdict: "conflict" | "agree";
  /** Lowest first; one value when the reports agree. */
  readonly values: readonly ToldValue[];
}

/**
 * Every figure that at least two reports give in different words, conflicts first, then by entity.
 * Hauls are compared by what was seized, weights in kilograms.
 */
export function listDisagreements(
  graph: GraphReader,
  schema: Schema,
  claims: readonly Claim[],
): readonly Disagreement[] {
  const nodes = slotsById(graph);
  const found = [...groupByQuestion(claims, schema)].flatMap(([, group]) => {
    const [first] = group;
    const node = nodes.get(first?.subject ?? "");
    if (first === undefined || node === undefined) return [];
    const figures = group.map((claim) =>
      claim.kind === "relation" ? readHaul(claim) : readFigure(claim, claim.value),
    );
    const isToldOnce = new Set(figures.map(tellFigure)).size < 2;
    if (isToldOnce || new Set(group.map((claim) => claim.document)).size < 2) return [];
    const groups = groupFigures<Claim>(figures);
    const verdict = areAtOdds(groups) ? "conflict" : "agree";
    const entity = readTraceNode(graph, node);
    const what = first.kind === "property" ? first.property : tellHaul(graph, nodes, first);
    return [{ entity, what, verdict, values: groups.map((one) => toValue(graph, one)) } as const];
  });
  return found.sort(
    (a, b) =>
      Number(a.verdict === "agree") - Number(b.verdict === "agree") ||
      compareText(a.entity.id, b.entity.id) ||
      compareText(a.what, b.what),
  );
}

/** Claims that answer one question: one property of a thing, or how much of some goods was seized. */
function groupByQuestion(
  claims: readonly Claim[],
  schema: Schema,
): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.modality === "denied" || claim.modality === "hypothetical") continue;
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
  return [claim.subject, claim.object, haulDimension(claim)].join("\n");
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

function toValue(graph: GraphReader, group: FigureGroup): ToldValue {
  const tell = (claim: Claim): string =>
    claim.kind === "relation"
      ? `${tellFigure(readHaul(claim))} ${haulDimension(claim) === "weight" ? "kg" : haulUnit(claim)}`
      : tellFigure(readFigure(claim, claim.value));
  const statements = group.claims.flatMap((claim) =>
    claim.evidence.slice(0, 1).map(({ document, span, quote }) => ({
      figure: tell(claim),
      attributedTo: claim.attributedTo,
      quote: locateQuote(graph, { quote, document, start: span.start, end: span.end }),
    })),
  );
  return {
    value: tell(group.told.claim),
    statements: statements.sort(
      (a, b) =>
        compareText(a.quote.date ?? "~", b.quote.date ?? "~") ||
        compareText(a.quote.document, b.quote.document) ||
        a.quote.start - b.quote.start,
    ),
  };
}

function slotsById(graph: GraphReader): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  graph.forEachNode(null, (node) => {
    slots.set(readTraceNode(graph, node).id, node);
    return true;
  });
  return slots;
}
