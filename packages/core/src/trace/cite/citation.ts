import { compareText } from "../../text/compare.js";
import type { Trace } from "../graph/trace-graph.js";
import type { TraceQuote } from "../read/quotes.js";
import { readTraceLink, type TraceLink } from "../read/trace-link.js";
import { readText } from "../read/trace-node.js";

/** A quote of a link as a source to cite. */
export interface Citation {
  /** Unlike that of any other quote of the case: `doc-0123456789abcdef-120-245`. */
  readonly key: string;
  readonly quote: TraceQuote;
  /** SHA-256 of the text that it is cut from, or null. */
  readonly sha256: string | null;
}

/** A link with the sources that prove and those that deny it, in the order in which everything shows them. */
export interface CitedLink {
  readonly link: TraceLink;
  readonly proofs: readonly Citation[];
  readonly denials: readonly Citation[];
}

/** The links between two things, whichever way they point, by type and id; only of one type where it is given. */
export function citeLinks(
  trace: Trace,
  from: number,
  to: number,
  type: string | null = null,
): readonly CitedLink[] {
  const { reader } = trace;
  const links: TraceLink[] = [];
  reader.expand(from, "both", type === null ? null : [type], (relationship, other) => {
    if (other === to) links.push(readTraceLink(reader, relationship));
    return true;
  });
  return links
    .sort((a, b) => compareText(a.type, b.type) || compareText(a.id, b.id))
    .map((link) => ({
      link,
      proofs: link.quotes.map((quote) => toCitation(trace, quote)),
      denials: link.denials.map((quote) => toCitation(trace, quote)),
    }));
}

function toCitation({ reader }: Trace, quote: TraceQuote): Citation {
  const [node] = reader.findNodes("Document", "id", quote.document);
  const sha256 = node === undefined ? null : readText(reader.nodeProperty(node, "sha256"));
  const key = `${quote.document.replace(/[^A-Za-z0-9]+/g, "-")}-${quote.start}-${quote.end}`;
  return { key, quote, sha256 };
}
