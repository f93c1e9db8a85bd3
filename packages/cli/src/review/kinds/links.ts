import { readTraceLink, strengthInWords, type Trace, type TraceLink } from "@redthread/core/trace";
import { sightingOf, thingOf } from "../describe-side.js";
import { countWays, readNeighbours } from "../neighbours.js";
import { byChange, type QueueKind, type ReviewCase, type ReviewItem } from "../review-item.js";

/** Links that a chain may walk and that little speaks for. */
export const links: QueueKind = {
  name: "links",
  describes: "doubtful links: of one source, inferred, alleged or denied",
  choices: [
    { key: "r", verdict: "right-link", words: "it is right" },
    { key: "w", verdict: "wrong-link", words: "wrong link" },
    { key: "n", verdict: "not-what-it-says", words: "not what the quote says" },
  ],
  nothing: "No link is doubtful.",
  collect: collectLinks,
};

/** From here on a link of one source is no longer shown. */
const SURE = 0.95;

function collectLinks({ trace }: ReviewCase): readonly ReviewItem[] {
  const neighbours = readNeighbours(trace);
  const items = trace.graph.links.flatMap((plain, at): ReviewItem[] => {
    const slot = trace.linkSlots[at];
    const isDoubtful =
      plain.inferred ||
      plain.machines.length > 0 ||
      plain.deniedBy.length > 0 ||
      plain.modality !== "asserted" ||
      (plain.sources === 1 && plain.confidence < SURE);
    if (!plain.walk || !isDoubtful || slot === undefined || isHeldRight(trace, slot)) return [];
    const [left, right] = [neighbours[plain.from] ?? [], neighbours[plain.to] ?? []];
    const ways = countWays(left, right, trace);
    const link = readTraceLink(trace.reader, slot);
    return [
      {
        key: plain.id,
        question: `Is it so? ${link.start.name} ${link.type} ${link.end.name}`,
        changes: {
          chains: ways.chains,
          crossings: plain.crosses.length > 0 ? ways.crossings : 0,
          links: 1,
        },
        score: plain.confidence,
        reasons: [strengthInWords(link)],
        sides: () => [{ title: `${link.type}: ${nodesOf(link)}`, quotes: link.quotes }],
        subject: ({ verdict }) => subjectOf(verdict, link, [plain.from, plain.to], trace),
      },
    ];
  });
  return items.sort(byChange);
}

/** Somebody looked and says so: nobody is asked again. */
const isHeldRight = ({ reader }: Trace, relationship: number): boolean =>
  reader.relationshipProperty(relationship, "judgedRightBy") !== undefined;

const nodesOf = ({ start, end }: TraceLink): string => `${start.name} → ${end.name}`;

function subjectOf(
  verdict: string,
  link: TraceLink,
  [from, to]: readonly [number, number],
  trace: Trace,
) {
  const seen = link.quotes.map(sightingOf);
  if (verdict === "wrong-link" || verdict === "right-link") {
    return { a: thingOf(trace, from), b: thingOf(trace, to), type: link.type, seen };
  }
  if (verdict !== "not-what-it-says") return null;
  const rules = trace.reader.relationshipProperty(link.relationship, "rules");
  // A leg that follows from a route is no claim of its own: what was read there is the route.
  const isRead = Array.isArray(rules) && rules.some((rule) => !String(rule).startsWith("derived."));
  return { seen, ...(isRead ? { type: link.type } : {}) };
}
