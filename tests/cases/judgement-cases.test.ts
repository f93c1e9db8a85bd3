import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "../cli/run-cli.js";
import { findReference } from "./shared-folder.js";

const LOST = findReference("cases/second/identity/judgement-lost");
const DESK = findReference("cases/second/newcomer/f9-mess-files");

interface Candidate {
  readonly a: string;
  readonly b: string;
}

class Desk {
  readonly cwd = temporaryFolder();

  constructor(reports: string | null) {
    if (reports === null) throw new Error("the reference reports are not here");
    cpSync(reports, this.report(""), { recursive: true });
  }

  report = (name: string): string => join(this.cwd, "reports", name);
  inCase = (name: string): string => join(this.cwd, "case", name);
  run = (...args: string[]): Promise<Ran> => runHere(args, { cwd: this.cwd });
  build = (): Promise<Ran> => this.run("build", "reports");

  get candidates(): readonly Candidate[] {
    const text = readFileSync(this.inCase("candidates.jsonl"), "utf8");
    return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  }

  /** Writes judgements on ids, as the single file of earlier versions has them. */
  judge(verdict: string, pairs: readonly Candidate[]): void {
    const lines = pairs.map(({ a, b }) =>
      JSON.stringify({ verdict, a, b, by: "ada", at: "2026-03-09", why: "read both" }),
    );
    writeFileSync(this.inCase("judgements.jsonl"), `${lines.join("\n")}\n`);
  }
}

/** `holds 9`, from the figures that a build tells. */
const figures = ({ stderr }: Ran): string => /\d+ judgements?: (.*)/.exec(stderr)?.[1] ?? "none";

describe.skipIf(LOST === null)("a judgement on two men, before a namesake arrives", () => {
  const prepare = async (): Promise<Desk> => {
    const desk = new Desk(LOST);
    const later = readdirSync(desk.report("")).find((name) => name.includes("later")) ?? "";
    renameSync(desk.report(later), join(desk.cwd, "later.txt"));
    await desk.build();
    const pair = desk.candidates.filter(({ a, b }) => /khour/.test(a) && /khour/.test(b));
    expect(pair).toHaveLength(1);
    desk.judge("same", pair);
    return desk;
  };
  const people = async (desk: Desk): Promise<readonly number[]> => {
    const { stdout } = await desk.run(
      "query",
      "MATCH (p:Person) RETURN size(p.documents) AS n ORDER BY n DESC",
    );
    return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).n]));
  };

  it("holds when he is read for the first time together with the judgement", async () => {
    const desk = await prepare();
    cpSync(join(desk.cwd, "later.txt"), desk.report("3.later.txt"));
    expect(figures(await desk.build())).toBe("1 holds");
    expect(await people(desk)).toEqual([2, 1]);
    expect((await desk.run("verify")).code).toBe(0);
    expect(figures(await desk.run("rebuild"))).toBe("1 holds");
  });

  it("holds through a comma, a rename, the namesake and his report's leaving, one after the other", async () => {
    const desk = await prepare();
    const first = readFileSync(desk.report("1.txt"), "utf8");
    writeFileSync(desk.report("1.txt"), first.replace("in Beirut on", "in Beirut, on"));
    expect(figures(await desk.build())).toBe("1 holds");
    renameSync(desk.report("2.txt"), desk.report("moved.txt"));
    expect(figures(await desk.build())).toBe("1 holds");
    cpSync(join(desk.cwd, "later.txt"), desk.report("3.later.txt"));
    expect(figures(await desk.build())).toBe("1 holds");
    expect(await people(desk)).toEqual([2, 1]);
    rmSync(desk.report("3.later.txt"));
    expect(figures(await desk.build())).toBe("1 holds");
    expect(await people(desk)).toEqual([2]);
  });

  it("is kept and told while one of the reports is away", async () => {
    const desk = await prepare();
    const first = readFileSync(desk.report("1.txt"), "utf8");
    rmSync(desk.report("1.txt"));
    expect(figures(await desk.build())).toBe("0 hold, 1 waiting");
    writeFileSync(desk.report("1.txt"), first);
    expect(figures(await desk.build())).toBe("1 holds");
  });
});

describe.skipIf(DESK === null)("judgements on the things of a notebook", () => {
  it("all hold after one sign of the notebook is another", async () => {
    const desk = new Desk(DESK);
    await desk.build();
    const pairs = desk.candidates;
    expect(pairs.some(({ a }) => a.startsWith("person:"))).toBe(true);
    desk.judge("different", pairs);
    const notebook = readdirSync(desk.report("")).find((name) => /notebook/.test(name)) ?? "";
    const text = readFileSync(desk.report(notebook), "utf8");
    expect(text).toContain("check.");
    writeFileSync(desk.report(notebook), text.replace("check.", "check!"));
    const holding = `${pairs.length} hold${pairs.length === 1 ? "s" : ""}`;
    expect(figures(await desk.build())).toBe(holding);
  });

  it("leave verify to say that a report is another since", async () => {
    const desk = new Desk(DESK);
    await desk.build();
    const notebook = readdirSync(desk.report("")).find((name) => /notebook/.test(name)) ?? "";
    const text = readFileSync(desk.report(notebook), "utf8");
    writeFileSync(desk.report(notebook), text.replace("check.", "check!"));
    const { code, stdout } = await desk.run("verify");
    expect(code).toBe(5);
    expect(stdout).toContain("source-changed");
  });
});
