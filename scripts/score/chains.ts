// npm run score -- --chains [--set dev+seeds] [--texts DIR] [--seed N] [--count N]: the figure of the
// product. All reports of a set are one case; pairs of actors are drawn by seed; each hop of the first
// chain that joins a pair is judged by the gold of the report that it quotes first.
import { readPackFiles } from "@redthread/cli";
import { buildCase, type CaseBuild } from "@redthread/core/build";
import { type DomainPack, loadPack } from "@redthread/core/packs";
import {
  type Chain,
  createTrace,
  findChains,
  SURE_PRODUCT,
  type Trace,
} from "@redthread/core/trace";
import { seededRandom } from "../../benches/seeded-random.js";
import type { Part } from "../runner.js";
import type { Verdict } from "./gold.js";
import { GoldGraph, MAX_HOPS } from "./gold-graph.js";
import { LinkJudge } from "./link-judge.js";
import { heldOut, type MeasuredOn, missingShared, readSets, realFolder } from "./sets.js";

const PAIRS = 500;

/** A chain as shown, and what the gold says of it. */
interface ShownChain {
  readonly chain: Chain;
  readonly product: number;
  readonly hops: readonly Verdict[];
  readonly verdict: Verdict;
}

/** A pair of actors, whether the gold joins it, and the first chain that the product shows. */
interface JudgedPair {
  readonly from: string;
  readonly to: string;
  readonly isJoined: boolean;
  readonly shown: ShownChain | null;
}

export const chains: Part = {
  name: "chains",
  title:
    "chains between pairs of actors, judged hop by hop [--set dev+seeds] [--texts DIR] [--seed N] [--count N] [--errors]",
  run: ({ seed, count, option, has }) => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const names = option("--set") ?? "dev+seeds";
    const held = has("--errors") ? heldOut(names.split("+")) : null;
    if (held !== null) return { lines: [held], json: null, failed: true };
    const on = readSets(names, realFolder(option));
    const pack = loadPack(readPackFiles());
    const built = buildCase(on.reports, { pack });
    const trace = createTrace(built.graph, pack.schema);
    const pairs = judgePairs(built, trace, on, pack, { seed, count: count ?? PAIRS });
    const summary = summarize(pairs);
    const lines = [
      `${pairs.length} pairs of actors that links join, of ${on.reports.length} reports as one case (${on.name}), seed ${seed}; sure from a product of ${SURE_PRODUCT}`,
      ...tableOf(summary),
      ...(has("--errors") ? listWrong(pairs, trace) : []),
    ];
    const calibration = has("--calibrate") ? calibrate(pairs, trace) : [];
    return { lines: [...lines, ...calibration], json: summary, failed: false };
  },
};

function judgePairs(
  built: CaseBuild,
  trace: Trace,
  on: MeasuredOn,
  pack: DomainPack,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly JudgedPair[] {
  const { nodes } = trace.graph;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const gold = new GoldGraph(built, on, pack.schema, (id) => byId.get(id)?.passes ?? true);
  const judge = new LinkJudge(built, on);
  return drawPairs(trace, gold, seed, count).map(([a, b]) => {
    const [from, to] = [nodes[a]?.id ?? "", nodes[b]?.id ?? ""];
    const chain = findChains(trace.graph, a, b, { limit: 1 }).chains[0];
    const shown = chain === undefined ? null : judgeChainBy(chain, trace, judge);
    return { from, to, isJoined: gold.reach(from).has(to), shown };
  });
}

/** Draws in a row that find no new pair before the pairs are taken to be all. */
const PATIENCE = 2_000;

/**
 * Pairs of two actors that links of the case or of the gold join, each pair once. Pairs that nothing
 * joins are nineteen in twenty and say nothing of chains.
 */
function drawPairs(
  trace: Trace,
  gold: GoldGraph,
  seed: number,
  count: number,
): readonly (readonly [number, number])[] {
  const { nodes } = trace.graph;
  const near = neighboursOf(trace);
  const at = new Map(nodes.map((node, index) => [node.id, index]));
  const isActor = (index: number): boolean =>
    nodes[index]?.acts === true && nodes[index]?.isPublisher === false;
  const actors = nodes.flatMap((_, index) => (isActor(index) ? [index] : []));
  const reached = (from: number): readonly number[] => {
    const byGold = [...gold.reach(nodes[from]?.id ?? "")].flatMap((id) => at.get(id) ?? []);
    const all = new Set([...reach(trace, near, from), ...byGold]);
    return [...all].filter((index) => index !== from && isActor(index)).sort((a, b) => a - b);
  };
  const random = seededRandom(seed);
  const draw = (from: readonly number[]): number | undefined =>
    from[Math.floor(random() * from.length)];
  const pairs = new Map<string, readonly [number, number]>();
  for (let idle = 0; pairs.size < count && idle < PATIENCE; idle += 1) {
    const from = draw(actors);
    const to = from === undefined ? undefined : draw(reached(from));
    if (from === undefined || to === undefined) continue;
    const pair = [Math.min(from, to), Math.max(from, to)] as const;
    if (pairs.has(pair.join(" "))) continue;
    pairs.set(pair.join(" "), pair);
    idle = 0;
  }
  return [...pairs.values()];
}

/** Nodes by the links that a chain may follow. */
function neighboursOf({ graph }: Trace): readonly (readonly number[])[] {
  const near: number[][] = graph.nodes.map(() => []);
  for (const { from, to, walk } of graph.links) {
    if (!walk) continue;
    near[from]?.push(to);
    near[to]?.push(from);
  }
  return near;
}

/** What lies within a chain's reach, over all that it may lead through. */
function reach(
  { graph }: Trace,
  near: readonly (readonly number[])[],
  start: number,
): ReadonlySet<number> {
  const seen = new Set([start]);
  let edge = [start];
  for (let hops = 0; hops < MAX_HOPS && edge.length > 0; hops += 1) {
    const open = edge.filter((node) => node === start || graph.nodes[node]?.passes === true);
    edge = [...new Set(open.flatMap((node) => near[node] ?? []))].filter((node) => !seen.has(node));
    for (const node of edge) seen.add(node);
  }
  return seen;
}

function judgeChainBy(chain: Chain, trace: Trace, judge: LinkJudge): ShownChain {
  const hops = chain.hops.map(({ link }) => judge.judge(trace.linkSlots[link] ?? -1));
  const verdict = hops.includes("wrong") ? "wrong" : hops.includes("open") ? "open" : "right";
  const product = chain.hops.reduce(
    (all, { link }) => all * (trace.graph.links[link]?.confidence ?? 0),
    1,
  );
  return { chain, product, hops, verdict };
}

interface Share {
  readonly shown: number;
  readonly right: number;
  readonly wrong: number;
  readonly open: number;
  /** Of those that the gold decides, the share that is wholly right; null for none. */
  readonly share: number | null;
}

function shareOf(some: readonly ShownChain[]): Share {
  const count = (wanted: Verdict): number =>
    some.filter(({ verdict }) => verdict === wanted).length;
  const [right, wrong, open] = [count("right"), count("wrong"), count("open")];
  return {
    shown: some.length,
    right,
    wrong,
    open,
    share: right + wrong === 0 ? null : right / (right + wrong),
  };
}

function summarize(pairs: readonly JudgedPair[]) {
  const shown = pairs.flatMap((pair) => pair.shown ?? []);
  const joined = pairs.filter((pair) => pair.isJoined);
  const found = joined.filter((pair) => pair.shown !== null).length;
  const of = (verdict: Chain["verdict"]) =>
    shareOf(shown.filter(({ chain }) => chain.verdict === verdict));
  return {
    pairs: pairs.length,
    sure: of("sure"),
    doubtful: of("doubtful"),
    all: shareOf(shown),
    joined: {
      pairs: joined.length,
      found,
      share: joined.length === 0 ? null : found / joined.length,
    },
  };
}

const tell = (share: number | null): string => (share === null ? "–" : share.toFixed(2));

function tableOf({ sure, doubtful, all, joined }: ReturnType<typeof summarize>): readonly string[] {
  const line = (name: string, { shown, right, wrong, open, share }: Share): string =>
    `${name.padEnd(18)}${[shown, right, wrong, open].map((n) => String(n).padStart(7)).join("")}   ${tell(share)}`;
  return [
    "chains shown as     shown  right  wrong   open   wholly right",
    line("sure", sure),
    line("doubtful", doubtful),
    line("all", all),
    `pairs that gold joins: ${joined.pairs}, of which ${joined.found} get a chain (${tell(joined.share)})`,
  ];
}

function listWrong(pairs: readonly JudgedPair[], { graph }: Trace): readonly string[] {
  return pairs.flatMap(({ from, to, shown }) => {
    if (shown?.verdict !== "wrong") return [];
    const hops = shown.chain.hops.flatMap(({ link }, at) => {
      const one = graph.links[link];
      if (one === undefined || shown.hops[at] === "right") return [];
      const [start, end] = [graph.nodes[one.from]?.name, graph.nodes[one.to]?.name];
      return [`    ${shown.hops[at]}: ${start} ${one.type} ${end} (${one.confidence})`];
    });
    return [`  ${shown.chain.verdict} ${shown.product.toFixed(2)} ${from} … ${to}`, ...hops];
  });
}

/** What the sure chains would be worth if the least product were another one. */
function calibrate(pairs: readonly JudgedPair[], { graph }: Trace): readonly string[] {
  const plain = pairs
    .flatMap((pair) => pair.shown ?? [])
    .filter(({ chain }) =>
      chain.hops.every(({ link }) => {
        const one = graph.links[link];
        return one?.modality === "asserted" && one.deniedBy.length === 0 && !one.inferred;
      }),
    );
  const steps = Array.from({ length: 19 }, (_, step) => (step + 1) / 20);
  return steps.map((least) => {
    const { shown, right, wrong, share } = shareOf(plain.filter(({ product }) => product >= least));
    return `product from ${least.toFixed(2)}: ${shown} shown, ${right} right, ${wrong} wrong, ${tell(share)}`;
  });
}
