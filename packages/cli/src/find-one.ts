import { RedthreadError } from "@redthread/core/errors";
import { findEntities, findEntity, type Trace, type TraceNode } from "@redthread/core/trace";
import { visibleText } from "./terminal/visible-text.js";

/** Candidates listed before the rest is counted. */
const LISTED = 30;

/**
 * The one entity that a name, alias or id means.
 * @throws RedthreadError `ENTITY_NOT_FOUND`; `ENTITY_AMBIGUOUS` with a line for each candidate.
 */
export function findOne(trace: Trace, wanted: string): TraceNode {
  const found = findEntities(trace, wanted);
  if (found.length < 2) return findEntity(trace, wanted);
  const mentions = trace.schema.data.relations
    .filter(({ role }) => role === "mentioned-in")
    .map(({ name }) => name);
  const lines = found.slice(0, LISTED).map(({ node, id, name, labels }) => {
    const documents = trace.reader.degree(node, "out", mentions);
    const reports = documents === 1 ? "1 report" : `${documents} reports`;
    return `  ${visibleText(id)}  ${visibleText(name)} (${labels.join(", ")}), ${reports}`;
  });
  const rest = found.length - LISTED;
  throw new RedthreadError(
    "ENTITY_AMBIGUOUS",
    `\`${visibleText(wanted)}\` may mean ${found.length} things. Which one? Ask again by its id:\n${lines.join("\n")}${
      rest > 0 ? `\n  and ${rest} more` : ""
    }`,
  );
}
