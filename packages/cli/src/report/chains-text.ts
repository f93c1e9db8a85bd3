import type { CypherValue } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import type {
  BandWorth,
  ChainResult,
  DescribedStep,
  EvidenceChain,
  TraceNode,
} from "@redthread/core/trace";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import {
  bandLines,
  denialLines,
  nodeText,
  QUOTE_COLUMNS,
  quoteLines,
  quoteRows,
  strengthText,
} from "./evidence-text.js";

const SHOWN_QUOTES = 3;

/** What was found, with its quotes. */
export interface DescribedChains extends Omit<ChainResult, "chains"> {
  readonly chains: readonly EvidenceChain[];
  readonly bands: readonly BandWorth[];
}

/** The sentence above the chains; where none of them is a chain of evidence, it says that first. */
export function chainsHeading(
  from: TraceNode,
  to: TraceNode,
  { chains, kind }: Pick<DescribedChains, "chains" | "kind">,
): string {
  const ends = `${nodeText(from)} to ${nodeText(to)}`;
  const count = chains.length === 1 ? "one chain" : `${chains.length} chains`;
  switch (kind) {
    case "linked":
      return `From ${ends}: ${count} over links that say something of both ends.`;
    case "common-ground":
      return `Common ground, no link: no chain of links leads from ${ends}; what follows is what they have in common.`;
    case "same-report":
      return `Common ground, no link: no chain of links leads from ${ends}; what follows leads over a report that merely names two stops.`;
  }
}

/** Chains for people: each hop with the sentences behind it, then the weakest link. */
export function chainsText(
  from: TraceNode,
  to: TraceNode,
  result: DescribedChains,
  layout: Layout,
): string {
  const { chains, bands, isCut } = result;
  const undated = chains.flatMap(({ steps }) => steps).filter(({ isUndated }) => isUndated).length;
  const lines = [
    ...paragraph(chainsHeading(from, to, result), "", layout),
    ...chains.flatMap((chain, index) => ["", ...chainLines(chain, index + 1, result.kind, layout)]),
    ...(undated > 0
      ? ["", "No report dates the hops marked undated: they may not hold then."]
      : []),
    ...bandLines(bands, layout),
    ...(isCut ? ["", "The search was stopped at its limit: there may be better chains."] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** That there is no chain, in one sentence. */
export function noChainText(
  from: TraceNode,
  to: TraceNode,
  { maxHops, isCut, isCommonGround }: Pick<ChainResult, "maxHops" | "isCut" | "isCommonGround">,
): string {
  const cut = isCut ? " was found before the search was stopped at its limit" : "";
  const ends = `from ${nodeText(from)} to ${nodeText(to)}`;
  const hops = maxHops === 1 ? "1 hop" : `${maxHops} hops`;
  return isCommonGround
    ? `No chain of up to ${hops} leads ${ends}${cut}, not even over common ground.`
    : `No chain of links of up to ${hops} leads ${ends}${cut}; what they merely have in common, which is no link, is shown with \`--ground\`.`;
}

function chainLines(
  chain: EvidenceChain,
  number: number,
  kind: ChainResult["kind"],
  layout: Layout,
): readonly string[] {
  const { paint } = layout;
  const hops = chain.steps.length === 1 ? "1 hop" : `${chain.steps.length} hops`;
  const borders = chain.borders === 1 ? "1 border" : `${chain.borders} borders`;
  const [start] = chain.nodes;
  const isLinked = kind === "linked";
  return [
    paint.bold(
      isLinked
        ? `${number}. ${chain.verdict}: ${hops}, ${borders} crossed`
        : `${number}. common ground, no link: ${hops}`,
    ),
    ...(start === undefined ? [] : [`   ${paint.bold(nodeText(start))}`]),
    ...chain.steps.flatMap((step, index) =>
      stepLines(step, isLinked && index === chain.weakest, layout),
    ),
    ...chain.routes.flatMap(({ route, stops }) =>
      paragraph(
        `Route ${route.name}: ${stops.map(({ place }) => place.name).join(" → ")}`,
        "   ",
        layout,
      ),
    ),
    ...(isLinked ? paragraph(chain.weakestInWords, "   ", layout) : []),
  ];
}

function stepLines(step: DescribedStep, isWeakest: boolean, layout: Layout): readonly string[] {
  const { link, direction, crossing, isUndated } = step;
  const { paint } = layout;
  const arrow = direction === "with" ? `─ ${link.type} →` : `← ${link.type} ─`;
  const border =
    crossing === null ? "" : `  border ${crossing.from.join(", ")} | ${crossing.to.join(", ")}`;
  const marks = `${isUndated ? "  (undated)" : ""}${isWeakest ? "  (weakest)" : ""}`;
  // What no single sentence says is proved by all of its sentences or by none.
  const most = link.inferred ? Number.POSITIVE_INFINITY : SHOWN_QUOTES;
  return [
    `     ${paint.red(visibleText(arrow))}  ${strengthText(link)}${visibleText(border)}${marks}`,
    ...quoteLines(link.quotes, "       ", most, layout),
    ...denialLines(link, "       ", SHOWN_QUOTES, layout),
    `   ${paint.bold(nodeText(step.to))}`,
  ];
}

export const CHAIN_COLUMNS: readonly string[] = [
  "chain",
  "basis",
  "verdict",
  "hop",
  "from",
  "fromStates",
  "type",
  "to",
  "toStates",
  "direction",
  "confidence",
  "sources",
  "modality",
  "inferred",
  "weakest",
  "border",
  ...QUOTE_COLUMNS,
];

/** A row a quote; a hop with several quotes has several rows. `basis` is the kind of chain. */
export function* chainRows({ chains, kind }: DescribedChains): Generator<readonly CypherValue[]> {
  for (const [index, chain] of chains.entries()) {
    for (const [hop, step] of chain.steps.entries()) {
      const { link, crossing } = step;
      const border =
        crossing === null ? null : `${crossing.from.join(", ")} | ${crossing.to.join(", ")}`;
      for (const quote of quoteRows(link)) {
        yield [
          index + 1,
          kind,
          chain.verdict,
          hop + 1,
          step.from.name,
          step.fromStates.map(({ code }) => code),
          link.type,
          step.to.name,
          step.toStates.map(({ code }) => code),
          step.direction,
          new Float(link.confidence),
          link.sources,
          link.modality,
          link.inferred,
          hop === chain.weakest,
          border,
          ...quote,
        ];
      }
    }
  }
}
