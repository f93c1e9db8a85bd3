import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CaseFiles, diskFiles } from "./case-files.js";
import { type CaseLock, lockCase } from "./case-lock.js";
import { readPeoplesFiles } from "./peoples-files.js";
import { openCase, readCaseLines } from "./read-case.js";
import { type CaseContents, caseTarget, writeCase } from "./write-case.js";

let room: string;
let folder: string;

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "redthread-case-"));
  folder = join(room, "harbour");
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

function contents(word: string): CaseContents {
  const text = `The ${word} arrived.`;
  return {
    texts: [{ sha256: createHash("sha256").update(text).digest("hex"), text }],
    extractions: [{ sha256: "0".repeat(64), text: `{"extraction":"${word}"}` }],
    log: ['{"event":"built"}'],
    people: {},
    lines: {
      "graph.jsonl": [`{"graph":"${word}"}`, "{}"],
      "claims.jsonl": [`{"claim":"${word}"}`],
      "documents.jsonl": [],
      "candidates.jsonl": [],
      "identities.jsonl": [],
      "origins.jsonl": [],
      "schema.json": [],
    },
    about: {
      redthread: "1.0.0",
      pack: { name: "harbour", version: "1", sha256: "0" },
      documents: 1,
      nodes: 2,
      relationships: 0,
      claims: 1,
      reviews: 0,
    },
  };
}

const judgementsIn = (path: string): string | undefined =>
  readPeoplesFiles(path).texts.get("judgements.jsonl");

/** Writes as a build does, with files that may fail, and without the cleaning up of a living process. */
function write(word: string, files: CaseFiles = diskFiles): void {
  const lock = lockCase(folder, "harbour");
  try {
    writeCase(lock, contents(word), files);
  } finally {
    lock.release();
  }
}

/** The word of the case a reader finds, every file held against the manifest. */
function wordRead(): string {
  const opened = openCase(folder, "harbour");
  const lines: string[] = [];
  for (const file of [
    "graph.jsonl",
    "claims.jsonl",
    "documents.jsonl",
    "candidates.jsonl",
  ] as const) {
    readCaseLines(opened, file, (line) => lines.push(line));
  }
  const words = [lines[0], lines[2]].map((line) => Object.values(JSON.parse(line ?? "{}"))[0]);
  const [text] = Object.keys(opened.manifest.files).filter((name) => name.startsWith("texts/"));
  const stored = readFileSync(join(opened.folder, text ?? ""), "utf8");
  expect(words[0]).toBe(words[1]);
  expect(stored).toBe(`The ${String(words[0])} arrived.`);
  return String(words[0]);
}

/** The process is gone after so many steps: nothing it does later happens either. */
function killedAfter(steps: number): {
  readonly files: CaseFiles;
  readonly wasKilled: () => boolean;
} {
  let left = steps;
  const files = new Proxy(diskFiles, {
    get(target, name) {
      const step = Reflect.get(target, name) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        left -= 1;
        if (left < 0) throw new Error("killed");
        return step(...args);
      };
    },
  });
  return { files, wasKilled: () => left < 0 };
}

describe("writeCase", () => {
  it("writes the same bytes for the same contents, and names each in the manifest", () => {
    write("lighter");
    const first = readFileSync(join(folder, "manifest.json"), "utf8");
    rmSync(folder, { recursive: true });
    write("lighter");
    expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(first);
    expect(Object.keys(JSON.parse(first).files)).toEqual([
      "candidates.jsonl",
      "claims.jsonl",
      "documents.jsonl",
      `extractions/${"0".repeat(64)}.json`,
      "graph.jsonl",
      "identities.jsonl",
      "log.jsonl",
      "origins.jsonl",
      "schema.json",
      expect.stringMatching(/^texts\/[0-9a-f]{64}\.txt$/),
    ]);
    expect(readdirSync(room)).toEqual(["harbour"]);
  });

  it("leaves the old case or the new one, at whatever step the process is killed", () => {
    write("lighter");
    writeFileSync(join(folder, "judgements.jsonl"), "{}\n");
    writeFileSync(join(folder, "claims.external.jsonl"), "// none\n");
    writeFileSync(join(folder, "notes.md"), "mine\n");
    mkdirSync(join(folder, "judgements/old"), { recursive: true });
    writeFileSync(join(folder, "judgements/ada.jsonl"), "// ada\n");
    writeFileSync(join(folder, "judgements/readme.md"), "ours\n");
    const seen = new Set<string>();
    for (let steps = 0; ; steps += 1) {
      const { files, wasKilled } = killedAfter(steps);
      const lock = lockCase(folder, "harbour");
      try {
        writeCase(lock, contents("tug"), files);
      } catch (error) {
        expect(error).toEqual(new Error("killed"));
      }
      lock.release();
      const before = wordRead();
      seen.add(before);
      write(before);
      expect(wordRead()).toBe(before);
      expect(readFileSync(join(folder, "judgements.jsonl"), "utf8")).toBe("{}\n");
      expect(readFileSync(join(folder, "claims.external.jsonl"), "utf8")).toBe("// none\n");
      expect(readFileSync(join(folder, "notes.md"), "utf8")).toBe("mine\n");
      expect(readFileSync(join(folder, "judgements/ada.jsonl"), "utf8")).toBe("// ada\n");
      expect(readdirSync(join(folder, "judgements"))).toEqual(["ada.jsonl", "old", "readme.md"]);
      expect(readdirSync(room)).toEqual(["harbour"]);
      if (!wasKilled()) break;
      write("lighter");
    }
    expect(seen).toEqual(new Set(["lighter", "tug"]));
  });

  it("keeps judgements that people change while it writes", () => {
    write("lighter");
    writeFileSync(join(folder, "judgements.jsonl"), "old\n");
    const files: CaseFiles = {
      ...diskFiles,
      linkOrCopy(from, to) {
        diskFiles.linkOrCopy(from, to);
        // An editor saves under a new name and moves it over, just before the folder is replaced.
        writeFileSync(join(room, "edited"), "new\n");
        diskFiles.rename(join(room, "edited"), from);
      },
    };
    write("tug", files);
    expect(wordRead()).toBe("tug");
    expect(judgementsIn(folder)).toBe("new\n");
  });

  it("leaves the old case and nothing else when the disk is full", () => {
    write("lighter");
    const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write" });
    const files: CaseFiles = {
      ...diskFiles,
      writeFile(path, chunks) {
        if (path.endsWith("graph.jsonl")) throw full;
        return diskFiles.writeFile(path, chunks);
      },
    };
    expect(() => write("tug", files)).toThrow(full);
    expect(wordRead()).toBe("lighter");
    expect(readdirSync(room)).toEqual(["harbour"]);
  });

  it("does not overwrite what another process wrote meanwhile", () => {
    write("lighter");
    const lock = lockCase(folder, "harbour");
    const files: CaseFiles = {
      ...diskFiles,
      syncFolder(path) {
        diskFiles.syncFolder(path);
        writeFileSync(join(folder, "manifest.json"), "{}");
      },
    };
    expect(() => writeCase(lock, contents("tug"), files)).toThrow(
      expect.objectContaining({ code: "CASE_BUSY" }),
    );
    lock.release();
    expect(readdirSync(room)).toEqual(["harbour"]);
  });
});

describe("a damaged case", () => {
  const codeOf = (read: () => unknown): unknown => {
    try {
      read();
      return null;
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  };

  it.each([
    ["a changed line", () => writeFileSync(join(folder, "graph.jsonl"), '{"graph":"raft"}\n{}\n')],
    ["a cut file", () => writeFileSync(join(folder, "graph.jsonl"), "")],
    ["a missing file", () => rmSync(join(folder, "graph.jsonl"))],
  ])("is recognised by %s", (_, damage) => {
    write("lighter");
    damage();
    expect(codeOf(wordRead)).toBe("CASE_DAMAGED");
  });

  it("is of an earlier format when its manifest says so, whatever else it holds", () => {
    write("lighter");
    writeFileSync(join(folder, "manifest.json"), '{"format":1,"redthread":"0.1.0"}');
    expect(codeOf(wordRead)).toBe("CASE_OUTDATED");
    write("tug");
    expect(wordRead()).toBe("tug");
  });

  it.each([
    "",
    "{}",
    "[1]",
    '{"format":2,"redthread":"9","files":{"a":{"kind":"new"}},"pack":{},"documents":0}',
    '{"format":99,"redthread":"9","files":{},"pack":{},"documents":0}',
  ])("is recognised by the manifest %j", (text) => {
    write("lighter");
    writeFileSync(join(folder, "manifest.json"), text);
    expect(codeOf(wordRead)).toBe("CASE_DAMAGED");
  });

  it("is told from a folder that is no case, and from none", () => {
    expect(codeOf(wordRead)).toBe("CASE_NOT_FOUND");
    mkdirSync(folder);
    expect(codeOf(wordRead)).toBe("CASE_NOT_FOUND");
  });
});

describe("caseTarget", () => {
  it("refuses a folder that holds other things", () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "letters.txt"), "mine");
    expect(() => caseTarget(folder, "harbour")).toThrow("is no case, so it is left alone");
  });

  it("takes a new, an empty and a waiting folder", () => {
    expect(caseTarget(folder, "harbour")).toBe(folder);
    mkdirSync(folder);
    expect(caseTarget(folder, "harbour")).toBe(folder);
    writeFileSync(join(folder, "judgements.jsonl"), "{}\n");
    expect(caseTarget(folder, "harbour")).toBe(folder);
    writeFileSync(join(folder, "claims.external.jsonl"), "");
    expect(caseTarget(folder, "harbour")).toBe(folder);
    write("lighter");
    expect(judgementsIn(folder)).toBe("{}\n");
  });
});

describe("lockCase", () => {
  const held = (): CaseLock => lockCase(folder, "harbour");

  it("is refused while a living process holds it, and given again after release", () => {
    const lock = held();
    expect(held).toThrow(expect.objectContaining({ code: "CASE_BUSY" }));
    lock.release();
    held().release();
    expect(readdirSync(room)).toEqual([]);
  });

  it.each([
    ["of a process that is gone", { pid: 2 ** 22 + 1, started: "x" }],
    ["whose number another process has by now", { pid: process.pid, started: "before" }],
  ])("takes over a lock %s", (_, holder) => {
    const { host } = JSON.parse(lockText());
    writeFileSync(join(room, ".harbour.lock"), JSON.stringify({ host, ...holder }));
    held().release();
  });

  it("removes the drafts of processes that were killed while they took it", () => {
    for (const name of [".harbour.lock.4194305", ".harbour.lock.4194305.stale"]) {
      writeFileSync(join(room, name), "");
    }
    writeFileSync(join(room, `.harbour.lock.${process.ppid}`), "");
    held().release();
    expect(readdirSync(room)).toEqual([`.harbour.lock.${process.ppid}`]);
  });

  it("never takes one from another machine", () => {
    writeFileSync(
      join(room, ".harbour.lock"),
      JSON.stringify({ host: "elsewhere", pid: 1, started: null }),
    );
    expect(held).toThrow(/on `elsewhere`.*remove `.*\.harbour\.lock`/s);
  });

  it("takes over one that nobody can read", () => {
    writeFileSync(join(room, ".harbour.lock"), "{");
    held().release();
  });

  function lockText(): string {
    const lock = held();
    const text = readFileSync(join(room, ".harbour.lock"), "utf8");
    lock.release();
    return text;
  }
});
