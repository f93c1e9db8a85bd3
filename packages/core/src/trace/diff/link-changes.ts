import { confidenceBand } from "../../model/confidence.js";
import type { Trace, TraceGraphLink } from "../graph/trace-graph.js";
import { readTraceLink, type TraceLink } from "../read/trace-link.js";
import type { CaseChange, ChangeKind } from "./case-change.js";
import type { ThingMatches } from "./match-things.js";

/** Links that came, went, grew surer or less sure, or are denied now; mentions are no links. */
export function linkChanges(
  older: Trace,
  newer: Trace,
  { after }: ThingMatches,
): readonly CaseChange[] {
  const news = new Map<string, number>();
  for (const [at, link] of newer.graph.links.entries())
    if (isTold(newer, link)) news.set(keyOf(newer, link, [link.from], [link.to])[0] ?? "", at);
  const met = new Set<number>();
  const changes = older.graph.links.flatMap((link, at): readonly CaseChange[] => {
    if (!isTold(older, link)) return [];
    const ends = [after[link.from] ?? [], after[link.to] ?? []] as const;
    const found = keyOf(newer, link, ...ends).flatMap((key) => news.get(key) ?? []);
    for (const one of found) met.add(one);
    const old = linkAt(older, at);
    if (found.length === 0) return [gone(old, ends)];
    return found.flatMap((one) => compareLinks(old, linkAt(newer, one)));
  });
  const added = [...news.values()]
    .filter((at) => !met.has(at))
    .map((at) => linkAt(newer, at))
    .map((link) => change("link added", link, "Only the newer case tells it."));
  return [...changes, ...added];
}

const isTold = ({ schema }: Trace, { type }: TraceGraphLink): boolean =>
  schema.relationRoleOf(type) !== "mentioned-in";

const linkAt = ({ reader, linkSlots }: Trace, at: number): TraceLink =>
  readTraceLink(reader, linkSlots[at] ?? -1);

/** What a link between some ends of the newer case would be known by; the order of even ends is none. */
function keyOf(
  { schema }: Trace,
  { type }: TraceGraphLink,
  from: readonly number[],
  to: readonly number[],
): readonly string[] {
  const isEven = schema.relation(type)?.symmetric === true;
  return from.flatMap((a) =>
    to.map((b) => [type, ...(isEven && b < a ? [b, a] : [a, b])].join(" ")),
  );
}

function gone(link: TraceLink, ends: readonly (readonly number[])[]): CaseChange {
  const lost = ends.some((found) => found.length === 0);
  const words = lost ? "It went with one of its ends." : "No report tells it any more.";
  return change("link gone", link, words);
}

function compareLinks(old: TraceLink, now: TraceLink): readonly CaseChange[] {
  const shift = `was ${wordsOf(old)} before and is ${wordsOf(now)} now`;
  const deniers = now.deniedBy.filter((who) => !old.deniedBy.includes(who));
  if (deniers.length > 0)
    return [change("contradicted", now, `Denied by ${deniers.join(", ")}; it ${shift}.`)];
  const grew =
    now.sources - old.sources || rank(now) - rank(old) || plainness(now) - plainness(old);
  if (grew === 0) return [];
  return [change(grew > 0 ? "confirmed" : "weakened", now, `It ${shift}.`)];
}

/** What is alleged or planned is less than what is said. */
const plainness = ({ modality }: TraceLink): number => (modality === "asserted" ? 1 : 0);

const BANDS: readonly string[] = ["candidate", "likely", "confirmed"];

const rank = ({ confidence }: TraceLink): number => BANDS.indexOf(confidenceBand(confidence));

function wordsOf({ confidence, sources, modality }: TraceLink): string {
  const told = sources === 1 ? "of one source" : `of ${sources} independent sources`;
  const put = modality === "asserted" ? "" : `, ${modality}`;
  return `${confidenceBand(confidence)} ${told}${put}`;
}

const change = (kind: ChangeKind, link: TraceLink, words: string): CaseChange => ({
  kind,
  before: kind === "link gone" ? [link.start, link.end] : [],
  after: kind === "link gone" ? [] : [link.start, link.end],
  link,
  words,
});
