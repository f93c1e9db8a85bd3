import { beforeAll, describe, expect, it } from "vitest";
import { buildCase } from "./open-case.js";
import { type Ran, runHere, suiteFolder } from "./run-cli.js";

/** A report whose title and text hold what TeX, Markdown and JSON would obey. */
const HOSTILE = `# 100% \\input{x} & [here](http://evil.example) "quoted" <b>

*Published: Monday, 3 March 2025 | Harbour_Gazette*

The Copper Lantern network operates in Syria & $x_1^2$ ~ {home} ![p](http://evil.example/p.png) <script>.
`;

const cwd = suiteFolder();

beforeAll(async () => {
  await buildCase(cwd, "case", { "1.md": HOSTILE });
});

const cite = (...args: string[]): Promise<Ran> =>
  runHere(["cite", "Copper Lantern network", "Syria", ...args], { cwd });

describe("redthread cite", () => {
  it("gives a footnote with file, characters and hash", async () => {
    const { stdout, code } = await cite();
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Copper Lantern network OPERATES_IN Syria: \w+ \(0\.\d\d\), one source\.$/m,
    );
    expect(stdout).toMatch(/^1\. .*2025-03-03: “The Copper Lantern network operates in Syria/m);
    expect(stdout).toMatch(/\(1\.md, characters \d+ to \d+, SHA-256 [0-9a-f]{64}\)\.$/m);
  });

  it("gives Markdown in which a report can set no link, image or tag", async () => {
    const { stdout } = await cite("--style", "markdown");
    expect(stdout).toMatch(/^\[\^doc-[0-9a-f]{16}-\d+-\d+\]: /m);
    expect(stdout).not.toMatch(/(?<!\\)<|\]\(|(?<!\\):\/\//);
  });

  it("gives BibTeX in which a report can run nothing and close nothing", async () => {
    const { stdout } = await cite("--style", "bibtex");
    expect(stdout).toMatch(/^@misc\{doc-[0-9a-f]{16}-\d+-\d+,$/m);
    expect(stdout).toContain("\\textbackslash{}input\\{x\\}");
    expect(stdout).not.toMatch(/(?<!\\)[$&#%_]/);
    const depth = [...stdout.replace(/\\[{}]/g, "")].reduce(
      (open, mark) => open + (mark === "{" ? 1 : mark === "}" ? -1 : 0),
      0,
    );
    expect(depth).toBe(0);
  });

  it("gives CSL JSON", async () => {
    const [item] = JSON.parse((await cite("--style", "csl")).stdout);
    expect(item).toMatchObject({
      type: "article",
      issued: { "date-parts": [[2025, 3, 3]] },
      note: expect.stringContaining("“The Copper Lantern network operates in Syria"),
    });
  });

  it("says where nothing joins the two, and what to do", async () => {
    const { code, stderr } = await cite("--type", "LEADS");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "No link `LEADS` joins `Copper Lantern network` and `Syria` directly. `redthread path` finds chains between them, `redthread show` the links of each.\n",
    );
  });
});
