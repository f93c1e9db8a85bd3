import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPassages } from "../../scripts/score/passages.js";
import { heldOut } from "../../scripts/score/sets.js";

const folder = mkdtempSync(join(tmpdir(), "redthread-passages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = (one: object): string => `${JSON.stringify(one)}\n`;

describe("annotated passages", () => {
  it("are reports of their own, in the order of files and lines, with their day in front", () => {
    writeFileSync(
      join(folder, "b.jsonl"),
      line({ id: "b-1", kind: "posts", text: "Two sang.", date: null, gold: { entities: [] } }),
    );
    writeFileSync(
      join(folder, "a.jsonl"),
      `${line({ id: "a-1", kind: "leads", text: "One sang.", date: "2024-05-02", gold: {} })}\n`,
    );
    const read = readPassages(folder).map(({ id, kind, bytes, gold }) => {
      const { date, ties } = gold as { readonly date: unknown; readonly ties: unknown };
      return { id, kind, text: Buffer.from(bytes).toString("utf8"), date, ties };
    });
    expect(read).toEqual([
      {
        id: "a-1",
        kind: "leads",
        text: "Published: 2024-05-02\n\nOne sang.\n",
        date: "2024-05-02",
        ties: [],
      },
      { id: "b-1", kind: "posts", text: "Two sang.\n", date: null, ties: [] },
    ]);
  });

  it("say where a line lacks what a passage has", () => {
    writeFileSync(join(folder, "c.jsonl"), line({ id: "c-1", kind: "posts" }));
    expect(() => readPassages(folder)).toThrow("c.jsonl:1");
    rmSync(join(folder, "c.jsonl"));
  });

  it("keep what goes wrong in the half held out to themselves", () => {
    expect(heldOut(["passages"])).toBeNull();
    expect(heldOut(["passages-held"])).toContain("passages-held");
  });
});
