import { foldName } from "../../text/fold.js";
import type { Trace } from "../graph/trace-graph.js";
import { readTexts } from "../read/trace-node.js";

/** Which things of two builds of a case are one, by index in their trace graphs. */
export interface ThingMatches {
  /** For each thing of the older case those of the newer that it became, ascending. */
  readonly after: readonly (readonly number[])[];
  /** For each thing of the newer case those of the older that it was, ascending. */
  readonly before: readonly (readonly number[])[];
}

/** What a thing can be known by in another build of its case. */
interface Marks {
  /** Its most general label: a person may have become an official. */
  readonly kind: string;
  /** Its names beside a report that tells of it. */
  readonly told: readonly string[];
  /** Its id and those that its parts would have alone. */
  readonly ids: readonly string[];
  readonly name: readonly string[];
}

type Level = "told" | "ids" | "name";

/** The first that finds anything decides: a report stays what it is, ids and names move. */
const LEVELS: readonly Level[] = ["told", "ids", "name"];

/**
 * Things of one kind that a report calls by the same name; where the report is another one now, those
 * with the same id, or with a name that nothing else has. O(nodes and their names in each report).
 */
export function matchThings(older: Trace, newer: Trace): ThingMatches {
  const olds = marksOf(older);
  const news = marksOf(newer);
  const indexes = LEVELS.map((level) => ({
    level,
    olds: index(olds, level),
    news: index(news, level),
  }));
  const after = olds.map((old) => {
    for (const { level, olds: own, news: others } of indexes) {
      const found = old[level].flatMap((mark) => {
        const key = `${old.kind}\u0000${mark}`;
        return own.get(key)?.length === 1 ? oneOf(others.get(key)) : [];
      });
      if (found.length > 0) return [...new Set(found)].sort((a, b) => a - b);
    }
    return [];
  });
  const before: number[][] = news.map(() => []);
  for (const [at, found] of after.entries()) for (const other of found) before[other]?.push(at);
  return { after, before };
}

/** What several bear tells none of them. */
const oneOf = (found: readonly number[] = []): readonly number[] =>
  found.length === 1 ? found : [];

function marksOf({ graph, nodeSlots, reader, schema }: Trace): readonly Marks[] {
  return graph.nodes.map(({ id, name, aliases, kind }, at) => {
    const read = (key: string) => readTexts(reader.nodeProperty(nodeSlots[at] ?? -1, key));
    const names = [...new Set([name, ...aliases].map((one) => foldName(one) || one))];
    const isReport = schema.roleOf(kind) === "document";
    const told = names.flatMap((one) => read("documents").map((report) => `${one}\u0000${report}`));
    return {
      kind: schema.lineage(kind).at(-1) ?? kind,
      told,
      ids: [id, ...read("otherIds")],
      name: isReport ? [] : names,
    };
  });
}

function index(things: readonly Marks[], level: Level): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [at, thing] of things.entries())
    for (const mark of new Set(thing[level])) {
      const key = `${thing.kind}\u0000${mark}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, [at]);
      else known.push(at);
    }
  return found;
}
