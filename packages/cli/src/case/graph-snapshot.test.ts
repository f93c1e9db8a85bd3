import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { createEngine } from "@redthread/core/cypher";
import {
  directoryLength,
  encodeSnapshot,
  graphFromLines,
  graphLines,
  PropertyGraph,
  readDirectory,
  SNAPSHOT_HEAD,
} from "@redthread/core/graph";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockCase } from "./case-lock.js";
import { graphOfCase, isForgedSnapshot, makeSnapshot } from "./graph-snapshot.js";
import { openCase } from "./read-case.js";
import { writeCase } from "./write-case.js";

const QUESTIONS = [
  "MATCH (n) RETURN count(*) AS n",
  "MATCH (s:Ship {name: 'ship 7'})-[c:CALLED_AT]->(p:Port)<-[:CALLED_AT]-(o) RETURN p.name, c.day, o.name, labels(o)",
  "MATCH (p:Port)<-[c]-(s) WHERE s.tons > 40 RETURN p.name, type(c), count(*), avg(s.tons), collect(s.note)[..3]",
  "MATCH (n)-[r]-(m) RETURN n, r, m ORDER BY n.name, r.day, m.name LIMIT 40",
];

let parent: string;
const inCase = (file: string): string => join(parent, "case", file);

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "redthread-snapshot-"));
  writeHarbour("Beirut");
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** Ships that called at ports; the first port is called so. */
function harbour(first: string): PropertyGraph {
  const graph = new PropertyGraph();
  const ports = [first, "Mersin", "Limassol"].map((name, at) =>
    graph.createNode(["Port", "Place"], Object.entries({ id: `port:${at}`, name })),
  );
  for (let at = 0; at < 300; at += 1) {
    const known = { id: `ship:${at}`, name: `ship ${at}`, tons: at % 60, built: at % 2 === 0 };
    const more = at % 90 === 0 ? { note: `seen ${at} times` } : {};
    const ship = graph.createNode(["Ship"], Object.entries({ ...known, ...more }));
    for (const [call, port] of ports.slice(at % 3).entries()) {
      const own = { id: `call:${at}:${call}`, day: `2025-03-${10 + (at % 20)}` };
      graph.createRelationship("CALLED_AT", ship, port, Object.entries(own));
    }
  }
  return graph;
}

function writeHarbour(first: string): void {
  const graph = harbour(first);
  const lock = lockCase(join(parent, "case"), "case");
  writeCase(lock, {
    texts: [],
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
      documents: 0,
      nodes: graph.nodeCount,
      relationships: graph.relationshipCount,
      claims: 0,
      reviews: 0,
    },
  });
  makeSnapshot(opened());
  lock.release();
}

const opened = () => openCase(join(parent, "case"), "case");
const readSnapshot = (): Buffer => readFileSync(inCase("graph.snapshot"));

function answers(): string {
  const engine = createEngine({ graph: graphOfCase(opened()) });
  return JSON.stringify(QUESTIONS.map((question) => engine.run(question).rows));
}

function sectionsOf(file: Uint8Array) {
  const length = directoryLength(file) ?? 0;
  const behind = file.subarray(SNAPSHOT_HEAD, SNAPSHOT_HEAD + length);
  return [...(readDirectory(file, behind)?.sections ?? [])];
}

describe("the snapshot of a graph", () => {
  it("is made by a build, of the same bytes each time, and is in no manifest", () => {
    const made = readSnapshot();
    writeHarbour("Beirut");
    expect(readSnapshot().equals(made)).toBe(true);
    expect(Object.keys(opened().manifest.files)).not.toContain("graph.snapshot");
    expect(readdirSync(parent)).toEqual(["case"]);
  });

  it("answers as the lines do, and is made again where it is missing", () => {
    const bySnapshot = answers();
    const before = readSnapshot();
    rmSync(inCase("graph.snapshot"));
    expect(answers()).toBe(bySnapshot);
    expect(readSnapshot().equals(before)).toBe(true);
  });

  it("answers without the lines being read", () => {
    const right = answers();
    const size = readFileSync(inCase("graph.jsonl")).length;
    writeFileSync(inCase("graph.jsonl"), " ".repeat(size));
    const long = new Date(0);
    utimesSync(inCase("graph.jsonl"), long, long);
    expect(answers()).toBe(right);
  });

  it("gives the right answer when it is cut in any section, and is mended by it", () => {
    const right = answers();
    const whole = readSnapshot();
    for (const [name, { offset, length }] of sectionsOf(whole)) {
      writeFileSync(inCase("graph.snapshot"), whole);
      truncateSync(inCase("graph.snapshot"), offset + (length >> 1));
      expect(answers(), name).toBe(right);
    }
    expect(readSnapshot().equals(whole)).toBe(true);
  });

  it("gives the right answer when a byte of any section or of the head was changed", () => {
    const right = answers();
    const whole = readSnapshot();
    const places = sectionsOf(whole).map(([, { offset, length }]) => offset + (length >> 1));
    for (const place of [0, 8, 9, 12, 16, SNAPSHOT_HEAD + 9, ...places]) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 0x20;
      writeFileSync(inCase("graph.snapshot"), changed);
      expect(answers(), `byte ${place}`).toBe(right);
    }
  });

  it("is not taken for that of another graph, nor empty, nor from another version", () => {
    const right = answers();
    const own = readSnapshot();
    writeHarbour("Tartus");
    const others = readSnapshot();
    const notBeirut = answers();
    expect(notBeirut).not.toBe(right);
    writeFileSync(inCase("graph.snapshot"), own);
    expect(answers()).toBe(notBeirut);
    expect(readSnapshot().equals(others)).toBe(true);
    const older = Buffer.from(others);
    older.writeUInt32LE(0, 8);
    for (const file of [Buffer.alloc(0), older, others.subarray(0, SNAPSHOT_HEAD + 5)]) {
      writeFileSync(inCase("graph.snapshot"), file);
      expect(answers()).toBe(notBeirut);
    }
  });

  it("does not hide that the lines were changed since", () => {
    const path = inCase("graph.jsonl");
    const lines = readFileSync(path, "utf8");
    writeFileSync(path, lines.replace("ship 7", "ship 8"));
    const later = new Date(Date.now() + 60_000);
    utimesSync(path, later, later);
    expect(answers).toThrow("was changed after the build");
    writeFileSync(path, `${lines}\n`);
    expect(answers).toThrow("was changed after the build");
  });

  it("is found out by verify where it was made of other lines and bears the name of these", () => {
    const lines = readFileSync(inCase("graph.jsonl"), "utf8").split("\n");
    const graph = () => graphFromLines(lines);
    expect(isForgedSnapshot(opened(), graph())).toBe(false);
    const key = opened().manifest.files["graph.jsonl"];
    const forged = graphFromLines(lines.map((line) => line.replace("Mersin", "Tripoli")));
    const sha256 = key !== undefined && "sha256" in key ? key.sha256 : "";
    writeFileSync(inCase("graph.snapshot"), encodeSnapshot(forged, sha256, crc32) ?? "");
    expect(isForgedSnapshot(opened(), graph())).toBe(true);
    writeFileSync(inCase("graph.snapshot"), "no snapshot at all");
    expect(isForgedSnapshot(opened(), graph())).toBe(false);
  });

  it.each([
    "null",
    "7",
    "{}",
    '{"key":"KEY"}',
    '{"key":"KEY","sections":[["strings",8000000000,1]]}',
    '{"key":"KEY","sections":[["strings",1000000,1]]}',
    '{"key":"KEY","sections":[["strings",-5,1]]}',
    '{"key":"KEY","sections":[["strings","x",1]]}',
  ])("is made again where somebody wrote its directory: %s", (directory) => {
    const right = answers();
    const bytes = readFileSync(inCase("graph.snapshot"));
    const length = directoryLength(bytes) ?? 0;
    const { key = "" } =
      readDirectory(bytes, bytes.subarray(SNAPSHOT_HEAD, SNAPSHOT_HEAD + length)) ?? {};
    const written = Buffer.from(directory.replace("KEY", key));
    const head = Buffer.from(bytes.subarray(0, SNAPSHOT_HEAD));
    head.writeUInt32LE(written.length, 12);
    head.writeUInt32LE(crc32(written), 16);
    writeFileSync(inCase("graph.snapshot"), Buffer.concat([head, written, Buffer.alloc(64)]));
    expect(isForgedSnapshot(opened(), harbour("Beirut"))).toBe(false);
    expect(answers()).toEqual(right);
    expect(Buffer.compare(readFileSync(inCase("graph.snapshot")), bytes)).toBe(0);
  });

  it("is not made of a small graph", () => {
    const lock = lockCase(join(parent, "case"), "case");
    const small = new PropertyGraph();
    small.createNode(["Port"], [["id", "port:1"]]);
    const lines = {
      "claims.jsonl": [],
      "documents.jsonl": [],
      "candidates.jsonl": [],
      "identities.jsonl": [],
      "origins.jsonl": [],
    };
    writeCase(lock, {
      texts: [],
      extractions: [],
      log: [],
      people: {},
      lines: { ...lines, "graph.jsonl": graphLines(small), "schema.json": [] },
      about: { ...opened().manifest },
    });
    makeSnapshot(opened());
    lock.release();
    expect(graphOfCase(opened()).nodeCount).toBe(1);
    expect(existsSync(inCase("graph.snapshot"))).toBe(false);
  });
});
