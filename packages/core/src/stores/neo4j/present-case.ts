/** What a database holds of a case, read as it comes; both streams hold a page of rows at most. */
import type { CypherValue } from "../../cypher/values/cypher-value.js";
import type { PropertyValue } from "../../graph/property-value.js";
import { BUILD_KEY, CASE_KEY, isMarkLabel, MARK_LABEL } from "./case-marks.js";

/** Properties without the marks of a load. */
export type StoredProperties = ReadonlyMap<string, PropertyValue>;

/** A node that a load put there, or that somebody marked as one. */
export interface PresentNode {
  readonly elementId: string;
  readonly id: PropertyValue | undefined;
  /** Sorted, without the mark. */
  readonly labels: readonly string[];
  readonly properties: StoredProperties;
  /** The build that the database holds, on one node; null on the others. */
  readonly revision: string | null;
}

export interface PresentRelationship {
  readonly elementId: string;
  readonly id: PropertyValue | undefined;
  readonly type: string;
  readonly start: PropertyValue | undefined;
  readonly end: PropertyValue | undefined;
  readonly properties: StoredProperties;
}

/** Rows of a reading statement, values parallel to its columns, as they come. */
export type ReadRows = (
  statement: string,
  parameters: Readonly<Record<string, string>>,
) => AsyncIterable<readonly CypherValue[]>;

const NODES = `MATCH (n:${MARK_LABEL}) WHERE n.${CASE_KEY} = $case RETURN elementId(n), labels(n), properties(n), n.${BUILD_KEY}`;
const RELATIONSHIPS = `MATCH (a:${MARK_LABEL})-[r]->(b) WHERE a.${CASE_KEY} = $case AND r.${CASE_KEY} = $case RETURN elementId(r), type(r), a.id, b.id, properties(r)`;

/** The nodes of a case, in no order. */
export async function* presentNodes(read: ReadRows, name: string): AsyncGenerator<PresentNode> {
  for await (const [elementId, labels, found, build] of read(NODES, { case: name })) {
    const properties = propertiesOf(found);
    yield {
      elementId: String(elementId),
      id: properties.get("id"),
      labels: textsOf(labels).filter((label) => !isMarkLabel(label)),
      properties,
      revision: typeof build === "string" ? build : null,
    };
  }
}

/** The relationships of a case, in no order. */
export async function* presentRelationships(
  read: ReadRows,
  name: string,
): AsyncGenerator<PresentRelationship> {
  for await (const [elementId, type, start, end, found] of read(RELATIONSHIPS, { case: name })) {
    const properties = propertiesOf(found);
    yield {
      elementId: String(elementId),
      id: properties.get("id"),
      type: String(type),
      start: stored(start),
      end: stored(end),
      properties,
    };
  }
}

const textsOf = (value: CypherValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String).sort() : [];

function propertiesOf(value: CypherValue | undefined): StoredProperties {
  const entries = value instanceof Map ? [...value] : [];
  return new Map(
    entries.flatMap(([key, item]) => {
      const kept = stored(item);
      return kept === undefined ? [] : [[String(key), kept] as const];
    }),
  );
}

/** A server stores nothing but what a property may hold, and leaves null out. */
const stored = (value: CypherValue | undefined): PropertyValue | undefined =>
  value === null || value === undefined ? undefined : (value as PropertyValue);
