// The order of proof. A reader who sees one quote of a link sees the best one: a sentence that names
// both ends by their names. A claim that joins sentences proves nothing by halves, so its sentences
// stand together wherever they are shown.
import type { Evidence } from "../model/evidence.js";
import { type CaseContext, spanOf, timeOrder } from "./case-context.js";

/** What a claim is proved by. */
interface Proved {
  readonly evidence: readonly Evidence[];
}

/** The quotes of a link in the one order in which everything shows them. */
export interface ProofOrder {
  readonly evidence: readonly Evidence[];
  /** True where no single quote names both ends: the link follows from several sentences. */
  readonly isInferred: boolean;
}

/** A claim's quotes, the most telling one first, and how plainly that one names the ends. */
interface Block {
  readonly quotes: readonly Evidence[];
  /** Two an end named by name, one by a description; 0 where no quote names both. */
  readonly plainness: number;
}

/**
 * Quotes of the claims that hold a link, without repetitions. First the claim with the quote that
 * names both ends most plainly, one of a single sentence before one that joins several; then the
 * other claims by date (undated last), document and offset. A claim that shares a sentence with
 * another follows it at once.
 */
export function orderProof(
  claims: readonly Proved[],
  ends: readonly [string, string],
  context: CaseContext,
): ProofOrder {
  const byTime = timeOrder(context);
  const blocks = claims
    .map((claim) => toBlock(claim, ends, context))
    .sort((a, b) => compareLists(a.quotes, b.quotes, byTime));
  const best = [...blocks].sort(
    (a, b) => b.plainness - a.plainness || sizeOf(a) - sizeOf(b) || byTimeOfFirst(a, b, byTime),
  )[0];
  const queue = best === undefined ? [] : [best, ...blocks.filter((block) => block !== best)];
  return {
    evidence: flatten(queue),
    isInferred: best !== undefined && best.plainness === 0,
  };
}

const sizeOf = ({ quotes }: Block): number => quotes.length;

type Order = (a: Evidence, b: Evidence) => number;

const byTimeOfFirst = (a: Block, b: Block, byTime: Order): number =>
  compareLists(a.quotes.slice(0, 1), b.quotes.slice(0, 1), byTime);

function compareLists(a: readonly Evidence[], b: readonly Evidence[], order: Order): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    const found = other === undefined ? 1 : order(one, other);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

function toBlock(
  { evidence }: Proved,
  ends: readonly [string, string],
  context: CaseContext,
): Block {
  const inText = [...evidence].sort(timeOrder(context));
  const readings = new Map(inText.map((quote) => [quote, readEnds(quote, ends, context)]));
  const of = (quote: Evidence): EndsRead => readings.get(quote) ?? NOTHING_READ;
  const [telling] = [...inText].sort(
    (a, b) => of(b).both - of(a).both || of(b).either - of(a).either || later(of(a), a, b, inText),
  );
  if (telling === undefined) return { quotes: [], plainness: 0 };
  return {
    quotes: [telling, ...inText.filter((quote) => quote !== telling)],
    plainness: of(telling).both,
  };
}

/** What joins sentences looks back: "the network" stands behind the sentence that names it. */
function later(read: EndsRead, a: Evidence, b: Evidence, inText: readonly Evidence[]): number {
  return read.both > 0 ? 0 : inText.indexOf(b) - inText.indexOf(a);
}

/** How plainly a quote names the ends of a link. */
interface EndsRead {
  /** 0 where it lacks one of them. */
  readonly both: number;
  /** What it names of them, were it one alone: of sentences that only prove together, the one that
   * names an end says more of the link than the one that describes it. */
  readonly either: number;
}

const NOTHING_READ: EndsRead = { both: 0, either: 0 };

function readEnds(
  quote: Evidence,
  ends: readonly [string, string],
  context: CaseContext,
): EndsRead {
  const [start, end] = [plainnessOf(quote, ends[0], context), plainnessOf(quote, ends[1], context)];
  return { both: start * end === 0 ? 0 : start + end, either: start + end };
}

/**
 * Two where the quote names a thing, one where it only describes it. What bears no name, such as an
 * action, is named where it is told: by a sentence that proves what it is.
 */
function plainnessOf(quote: Evidence, id: string, context: CaseContext): number {
  const { document, span } = quote;
  const mentions = context.membersIn(id, document).flatMap((member) => member.mentions);
  if (mentions.length === 0) return context.tells(id, quote) ? 2 : 0;
  const inside = mentions.filter(({ start, end }) => span.start <= start && end <= span.end);
  if (inside.length === 0) return 0;
  return inside.some(({ form }) => form === "name" || form === "acronym") ? 2 : 1;
}

/** The blocks' quotes in a row, each once; blocks that share a sentence stand side by side. */
function flatten(blocks: readonly Block[]): readonly Evidence[] {
  const holders = holdersOf(blocks);
  const shown = new Map<string, Evidence>();
  const done = new Set<Block>();
  for (const first of blocks) {
    const near = [first];
    for (const block of near) {
      if (done.has(block)) continue;
      done.add(block);
      near.push(...show(block, shown, holders));
    }
  }
  return [...shown.values()];
}

/** The blocks that hold each sentence, by its place. */
function holdersOf(blocks: readonly Block[]): Map<string, Block[]> {
  const holders = new Map<string, Block[]>();
  for (const block of blocks)
    for (const span of block.quotes.map(spanOf)) {
      const known = holders.get(span);
      if (known === undefined) holders.set(span, [block]);
      else known.push(block);
    }
  return holders;
}

/** Shows a block's quotes; gives the blocks that share one of them, each sentence's once. */
function show(
  { quotes }: Block,
  shown: Map<string, Evidence>,
  holders: Map<string, Block[]>,
): readonly Block[] {
  return quotes.flatMap((quote) => {
    const span = spanOf(quote);
    if (!shown.has(span)) shown.set(span, quote);
    const sharing = holders.get(span) ?? [];
    holders.delete(span);
    return sharing;
  });
}
