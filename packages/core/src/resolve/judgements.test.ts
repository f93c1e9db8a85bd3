import { describe, expect, it } from "vitest";
import type { Judgement } from "../model/judgement.js";
import { linesInForce } from "./judge/lines-in-force.js";
import { encodeJudgement, encodeUndo, judgementId, readJudgements } from "./judgements.js";

const BY = { by: "archivist", at: "2026-03-09", why: "same post" } as const;
const PAIR: Judgement = {
  verdict: "same",
  a: "person:hamad-saleh",
  b: "person:hamad-salih",
  ...BY,
};
const SEEN = { document: "doc:1", path: "a.txt", quote: "Saleh of the guard.", start: 4, end: 23 };
const SALEH = { id: "person:saleh", type: "Person", name: "Saleh", seen: [{ ...SEEN, at: 0 }] };
const GUARD = { type: "Agency", name: "the guard", seen: [SEEN] };

const FILE = "judgements/archivist.jsonl";
const read = (content: string) => readJudgements([{ file: FILE, content }]);
const without = (judgement: Judgement | undefined) => {
  const { source: _, ...rest } = judgement ?? PAIR;
  return rest;
};

describe("a line of judgements", () => {
  it.each<[string, Judgement]>([
    ["a pair of ids", PAIR],
    ["a pair of things that were seen", { verdict: "different", a: SALEH, b: GUARD, ...BY }],
    ["a wrong link", { verdict: "wrong-link", a: SALEH, b: GUARD, type: "LEADS", seen: [], ...BY }],
    ["a right link", { verdict: "right-link", a: SALEH, b: GUARD, type: "LEADS", seen: [], ...BY }],
    ["a line found again", { ...PAIR, finds: "0123456789abcdef" }],
    ["a quote", { verdict: "not-what-it-says", seen: [SEEN], type: "LEADS", ...BY }],
    ["a name", { verdict: "name", a: SALEH, name: "Hamad Saleh", ...BY }],
    ["a split", { verdict: "split", a: SALEH, seen: [SEEN], ...BY }],
  ])("comes back as it was encoded: %s", (_, judgement) => {
    const content = `\uFEFF# decisions of March\r\n\r\n${encodeJudgement(judgement)}\r\n// end\n`;
    const { written, faulty } = read(content);
    expect(faulty).toEqual([]);
    expect(written.map((one) => without(one.judgement))).toEqual([judgement]);
    const id = judgementId(judgement);
    expect(written[0]?.judgement.source).toEqual({ file: FILE, line: 3, id });
    expect(written[0]?.id).toBe(id);
  });

  it.each([
    ["not json", "is no JSON object"],
    ["[]", "is no JSON object"],
    ["<<<<<<< HEAD", "is a mark of a merge that git could not finish"],
    ["=======", "is a mark of a merge that git could not finish"],
    [JSON.stringify({ ...PAIR, verdict: "maybe" }), "has the verdict `maybe`"],
    [JSON.stringify({ ...PAIR, by: undefined }), "has no text `by`"],
    [JSON.stringify({ ...PAIR, b: "person:hamad-saleh" }), "names one thing twice"],
    [JSON.stringify({ ...PAIR, a: SALEH, b: SALEH }), "names one thing twice"],
    [JSON.stringify({ ...PAIR, a: { ...SALEH, seen: [] } }), "has no report in `seen`"],
    [JSON.stringify({ ...PAIR, at: "last week" }), "has `last week` in `at`"],
    [JSON.stringify({ ...PAIR, at: "2026-99-99" }), "has `2026-99-99` in `at`"],
    [
      JSON.stringify({ verdict: "name", a: "x", name: "a\nb", ...BY }),
      "has a `name` that is no line",
    ],
  ])("is told with file and line where it cannot be read, and stops no other: %s", (line, says) => {
    const { written, faulty } = read(`${line}\n${encodeJudgement(PAIR)}\n`);
    expect(written).toHaveLength(1);
    expect(faulty).toMatchObject([{ status: "faulty", source: { file: FILE, line: 1 } }]);
    expect(faulty[0]?.says).toContain(says);
  });

  it("is told to be half a line where the file ends inside it", () => {
    const { faulty } = read(`${encodeJudgement(PAIR)}\n{"verdict":"sa`);
    expect(faulty[0]?.says).toContain("is written by half");
  });
});

describe("the lines in force", () => {
  const undo = (of: string, by: string = BY.by) => encodeUndo({ of, by, at: "2026-03-10" });
  const statuses = (...lines: readonly string[]) =>
    linesInForce(read(`${lines.join("\n")}\n`)).others.map(({ status }) => status);
  const inForce = (...lines: readonly string[]) =>
    linesInForce(read(`${lines.join("\n")}\n`)).judgements.length;
  const line = encodeJudgement(PAIR);

  it("are without a line that its author took back, wherever that stands", () => {
    expect(inForce(line, undo(judgementId(PAIR)))).toBe(0);
    expect(inForce(undo(judgementId(PAIR)), line)).toBe(0);
    expect(statuses(line, undo(judgementId(PAIR)))).toEqual(["undone", "undone"]);
  });

  it("hold a line again when taking it back is taken back", () => {
    const first = undo(judgementId(PAIR));
    const [written] = read(first).undone;
    expect(inForce(line, first, undo(written?.id ?? ""))).toBe(1);
  });

  it("keep a line that somebody else wants to take back, and say so", () => {
    expect(inForce(line, undo(judgementId(PAIR), "ben"))).toBe(1);
    expect(statuses(line, undo(judgementId(PAIR), "ben"))).toEqual(["disputed"]);
    expect(statuses(undo("feedfeedfeedfeed"))).toEqual(["waits"]);
  });

  it("have a line once that stands twice", () => {
    expect(inForce(line, line)).toBe(1);
    expect(statuses(line, line)).toEqual(["replaced"]);
  });
});
