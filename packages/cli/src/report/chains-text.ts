import type { CypherValue } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import type {
  DescribedStep,
  EvidenceChain,
  ChainResult as FoundChains,
  TraceNode,
} from "@redthread/core/trace";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { nodeText, QUOTE_COLUMNS, quoteLines, quoteRows, strengthText } from "./evidence-text.js";

const SHOWN_QUOTES = 3;

/** What was found, with its quotes. */
export interface ChainResult extends Omit<FoundChains, "chains"> {
  readonly chains: readonly EvidenceChain[];
}

/** What chains of each kind rest on, as rows say it. */
const BASIS: Readonly<Record<ChainResult["kind"], string>> = {
  linked: "links",
  "common-ground": "common-ground",
  "same-report": "report",
};

/** The sentence above the chains; where none of them is a chain of evidence, it says that first. */
export function chainsHeading(
  from: TraceNode,
  to: TraceNode,
  { chains, kind }: ChainResult,
): string {
  const ends = `${nodeText(from)} to ${nodeText(to)}`;
  const count = chains.length === 1 ? "one chain" : `${chains.length} chains`;
  switch (kind) {
    case "linked":
      return `From ${ends}: ${count} over links that say something of both ends.`;
    case "common-ground":
      return `No chain of links leads from ${ends}. They have a state or drug in common: ${count}.`;
    case "same-report":
      return `No chain of evidence leads from ${ends}. What follows leads over a report that merely names two stops, which is no link between them.`;
  }
}

/** Chains for people: each hop with the sentences behind it, then the weakest link. */
export function chainsText(
  from: TraceNode,
  to: TraceNode,
  result: ChainResult,
  layout: Layout,
): string {
  const { chains, isCut } = result;
  const lines = [
    ...paragraph(chainsHeading(from, to, result), "", layout),
    ...chains.flatMap((chain, index) => ["", ...chainLines(chain, index + 1, result.kind, layout)]),
    ...(isCut ? ["", "The search was stopped at its limit: there may be other chains."] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** That there is no chain, and what was searched to say so. */
export function noChainText(from: TraceNode, to: TraceNode, result: ChainResult): string {
  const { searchedTypes, maxHops, isCut } = result;
  const searched = searchedTypes.length === 0 ? "no relationships" : searchedTypes.join(", ");
  const cut = isCut ? " The search was stopped at its limit, so one may exist." : "";
  return (
    `No chain of up to ${maxHops} hops leads from ${nodeText(from)} to ${nodeText(to)}.${cut}\n` +
    `Searched, in both directions: ${searched}. A longer one may be found with \`--max-hops ${maxHops + 2}\`.\n`
  );
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
  return [
    paint.bold(
      kind === "same-report"
        ? `${number}. ${hops}, over a report that names both`
        : `${number}. ${hops}, ${borders} crossed`,
    ),
    ...(start === undefined ? [] : [`   ${paint.bold(nodeText(start))}`]),
    ...chain.steps.flatMap((step, index) =>
      stepLines(step, kind !== "same-report" && index === chain.weakest, layout),
    ),
    ...chain.routes.flatMap(({ route, stops }) =>
      paragraph(
        `Route ${route.name}: ${stops.map(({ place }) => place.name).join(" → ")}`,
        "   ",
        layout,
      ),
    ),
    ...(kind === "same-report" ? [] : paragraph(chain.weakestInWords, "   ", layout)),
  ];
}

function stepLines(step: DescribedStep, isWeakest: boolean, layout: Layout): readonly string[] {
  const { link, direction, crossing } = step;
  const { paint } = layout;
  const arrow = direction === "with" ? `─ ${link.type} →` : `← ${link.type} ─`;
  const border =
    crossing === null ? "" : `  border ${crossing.from.join(", ")} | ${crossing.to.join(", ")}`;
  const weakest = isWeakest ? "  (weakest)" : "";
  return [
    `     ${paint.red(visibleText(arrow))}  ${strengthText(link)}${visibleText(border)}${weakest}`,
    ...quoteLines(link.quotes, "       ", SHOWN_QUOTES, layout),
    ...(link.denials.length > 0 ? ["       denied:"] : []),
    ...quoteLines(link.denials, "       ", SHOWN_QUOTES, layout),
    `   ${paint.bold(nodeText(step.to))}`,
  ];
}

export const CHAIN_COLUMNS: readonly string[] = [
  "chain",
  "basis",
  "hop",
  "from",
  "type",
  "to",
  "direction",
  "confidence",
  "sources",
  "modality",
  "weakest",
  "border",
  ...QUOTE_COLUMNS,
];

/**
 * A row a quote; a hop with several quotes has several rows. `basis` is `links`, `common-ground`, or
 * `report` where both ends are only named in one.
 */
export function* chainRows({ chains, kind }: ChainResult): Generator<readonly CypherValue[]> {
  for (const [index, chain] of chains.entries()) {
    for (const [hop, { from, to, link, direction, crossing }] of chain.steps.entries()) {
      const border =
        crossing === null ? null : `${crossing.from.join(", ")} | ${crossing.to.join(", ")}`;
      for (const quote of quoteRows(link)) {
        yield [
          index + 1,
          BASIS[kind],
          hop + 1,
          from.name,
          link.type,
          to.name,
          direction,
          new Float(link.confidence),
          link.sources,
          link.modality,
          hop === chain.weakest,
          border,
          ...quote,
        ];
      }
    }
  }
}
