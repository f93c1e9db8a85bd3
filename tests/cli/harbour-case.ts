import { createHash } from "node:crypto";
import { join } from "node:path";
import { lockCase, writeCase } from "@redthread/cli";
import { graphLines, PropertyGraph, type PropertyValue } from "@redthread/core/graph";

type Properties = Readonly<Record<string, PropertyValue>>;

/** Writes the case `case` below a folder from a graph; its documents have the given texts. */
export function writeGraphCase(
  folder: string,
  graph: PropertyGraph,
  texts: readonly string[] = [],
): void {
  const lock = lockCase(join(folder, "case"), "case");
  writeCase(lock, {
    texts: texts.map((text) => ({ sha256: sha256(text), text })),
    extractions: [],
    log: [],
    people: {},
    lines: {
      "graph.jsonl": graphLines(graph),
      "claims.jsonl": [],
      "documents.jsonl": [],
      "candidates.jsonl": [],
      "identities.jsonl": [],
      "origins.jsonl": [],
      "schema.json": [],
    },
    about: {
      redthread: "0.0.0",
      pack: { name: "harbour", version: "1", sha256: "" },
      documents: texts.length,
      nodes: graph.nodeCount,
      relationships: graph.relationshipCount,
      claims: 0,
      reviews: 0,
    },
  });
  lock.release();
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A graph of ships and ports with one report behind it, and the report's text. */
export function harbourGraph(): { readonly graph: PropertyGraph; readonly text: string } {
  const text = "The Noka, a tanker of Sifr Lines, called at Beirut. Beirut lies in Lebanon.";
  const graph = new PropertyGraph();
  const document = `doc:${sha256(text).slice(0, 16)}`;
  const node = (label: string, id: string, name: string, more: Properties = {}): number =>
    graph.createNode([label], Object.entries({ id, name, ...more }));
  const report = node("Document", document, "Port log", {
    path: "port-log.txt",
    sha256: sha256(text),
    publisher: "Harbour Gazette",
    date: "2025-03-04",
    characters: text.length,
  });
  const noka = node("Network", "network:noka", "Noka", { aliases: ["MV Noka"] });
  const line = node("Organization", "organization:sifr", "Sifr Lines");
  const beirut = node("Place", "place:beirut", "Beirut");
  const lebanon = node("Country", "country:lb", "Lebanon", { iso2: "lb" });
  const twins = ["one", "two"].map((number) =>
    node("Person", `person:ali-${number}`, "Ali Haddad"),
  );
  const link = (type: string, from: number, to: number, quote: string): void => {
    const start = text.indexOf(quote);
    graph.createRelationship(
      type,
      from,
      to,
      Object.entries({
        id: `${type}:${from}:${to}`,
        quotes: [quote],
        spans: [`${document}:${start}-${start + quote.length}`],
        documents: [document],
        confidence: 0.75,
        modality: "asserted",
        sources: 1,
      }),
    );
  };
  const call = "The Noka, a tanker of Sifr Lines, called at Beirut.";
  link("OPERATES_IN", noka, beirut, call);
  link("AFFILIATED_WITH", line, noka, call);
  link("LOCATED_IN", beirut, lebanon, "Beirut lies in Lebanon.");
  for (const entity of [noka, line, beirut, lebanon, ...twins]) {
    link("MENTIONED_IN", entity, report, call);
  }
  return { graph, text };
}
