import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const inCase = (file: string): string => join(cwd, "case", file);
const put = (path: string, content: string): void =>
  writeFileSync(join(cwd, "reports", path), content);

const HAUL = "On 1 October 2025 Kazakh police seized 11 kilograms of hashish in Shymkent.\n";
const ARREST = "On 2 October 2025 Uzbek police arrested Davron Saidov and two others in Termez.\n";
const PAGE = `<html><head><title>Two states</title></head><body><p>3 October 2025</p>
<p>Kyrgyz police seized 4 kilograms of opium in Osh on 2 October 2025.</p></body></html>`;

beforeEach(() => {
  cwd = temporaryFolder();
  mkdirSync(join(cwd, "reports/more"), { recursive: true });
  put("haul.txt", HAUL);
  put("arrest.txt", ARREST);
  put("more/page.html", PAGE);
  put("more/same haul.txt", HAUL);
});

/** Every file of the case by name, as bytes; what people keep there too. */
function bytesOfCase(): ReadonlyMap<string, string> {
  const names = readdirSync(join(cwd, "case"), { recursive: true }).map(String).sort();
  const files = names.filter((name) => statSync(inCase(name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(inCase(name), "latin1")]));
}

interface Listed {
  readonly kind: string;
}
const manifestFiles = (): Readonly<Record<string, Listed>> =>
  JSON.parse(readFileSync(inCase("manifest.json"), "utf8")).files;
const filesOfKind = (kind: string): readonly string[] =>
  Object.entries(manifestFiles()).flatMap(([name, file]) => (file.kind === kind ? [name] : []));

describe("a case folder", () => {
  it("lists each of its files as evidence, derived, people's or log", async () => {
    await run("build", "reports");
    writeFileSync(inCase("judgements.jsonl"), "# none yet\n");
    await run("build", "reports");
    const listed = Object.keys(manifestFiles());
    expect(new Set([...listed, "manifest.json"])).toEqual(new Set(bytesOfCase().keys()));
    const texts = listed.filter((name) => name.startsWith("texts/"));
    const extractions = listed.filter((name) => name.startsWith("extractions/"));
    expect([texts.length, extractions.length]).toEqual([3, 3]);
    expect(filesOfKind("evidence")).toEqual(["documents.jsonl", ...texts]);
    expect(filesOfKind("people")).toEqual(["judgements.jsonl"]);
    expect(filesOfKind("log")).toEqual(["log.jsonl"]);
    expect(filesOfKind("derived").filter((name) => !extractions.includes(name))).toEqual([
      "candidates.jsonl",
      "claims.jsonl",
      "graph.jsonl",
      "identities.jsonl",
      "origins.jsonl",
      "schema.json",
    ]);
  });

  it("keeps path and byte hash of every input, of two files with one text both", async () => {
    await run("build", "reports");
    const lines = readFileSync(inCase("documents.jsonl"), "utf8").trim().split("\n");
    const sources = lines.flatMap((line) => JSON.parse(line).sources);
    expect(sources.map(({ path }) => path).sort()).toEqual([
      "arrest.txt",
      "haul.txt",
      "more/page.html",
      "more/same haul.txt",
    ]);
    for (const { sha256 } of sources) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("logs what became of every input", async () => {
    put("empty.txt", "");
    put(".hidden.txt", HAUL);
    await run("build", "reports");
    const lines = readFileSync(inCase("log.jsonl"), "utf8").trim().split("\n");
    const [built, ...inputs] = lines.map((line) => JSON.parse(line));
    expect(built.event).toBe("built");
    expect(inputs.map(({ event, path }) => `${event} ${path}`)).toEqual([
      "skipped .hidden.txt",
      "read arrest.txt",
      "failed empty.txt",
      "read haul.txt",
      "read more/page.html",
      "read more/same haul.txt",
    ]);
    expect(inputs[1].file).toBe("../reports/arrest.txt");
  });
});

describe("redthread rebuild", () => {
  it("makes every derived file again, byte for byte, without the reports", async () => {
    await run("build", "reports");
    const before = bytesOfCase();
    rmSync(join(cwd, "reports"), { recursive: true });
    for (const name of filesOfKind("derived")) rmSync(inCase(name));
    rmSync(inCase("extractions"), { recursive: true });
    const rebuilt = await run("rebuild");
    expect(rebuilt).toMatchObject({ code: 0, stdout: "" });
    expect(rebuilt.stderr).toContain("1 file with the text of another one, counted once");
    expect(bytesOfCase()).toEqual(before);
    expect((await run("verify")).code).toBe(0);
  });

  it.each(["graph.jsonl", "documents.jsonl"])(
    "is named, or the reports are, when `%s` is missing",
    async (file) => {
      await run("build", "reports");
      rmSync(inCase(file));
      const read = file === "graph.jsonl" ? ["info"] : ["rebuild"];
      const { code, stderr } = await run(...read);
      expect(code).toBe(5);
      expect(stderr).toContain(`\`case/${file}\` is missing.`);
      expect(stderr.includes("`redthread rebuild -c case` makes it again.")).toBe(
        file === "graph.jsonl",
      );
    },
  );

  it("follows judgements and claims made since, as a build would", async () => {
    await run("build", "reports");
    writeFileSync(inCase("judgements.jsonl"), "# looked at\n");
    expect((await run("verify")).stderr).toContain(
      "judgements.jsonl was changed since the build; `redthread rebuild -c case` follows it.",
    );
    await run("rebuild");
    const rebuilt = bytesOfCase();
    expect((await run("verify")).stderr).not.toContain("judgements.jsonl");
    await run("build", "reports");
    expect(bytesOfCase()).toEqual(rebuilt);
  });

  it("refuses evidence that was changed, and leaves the case", async () => {
    await run("build", "reports");
    const [text = ""] = filesOfKind("evidence").filter((name) => name.startsWith("texts/"));
    appendFileSync(inCase(text), "Nobody else was there.\n");
    const before = bytesOfCase();
    const { code, stderr } = await run("rebuild");
    expect(code).toBe(5);
    expect(stderr).toContain(`\`case/${text}\` was changed after the build.`);
    expect(bytesOfCase()).toEqual(before);
  });

  it("says what there is to do where no case stands", async () => {
    const { code, stderr } = await run("rebuild", "-c", "nothing");
    expect(code).toBe(1);
    expect(stderr).toContain("There is no case `nothing`.");
  });
});

describe("a second build", () => {
  const recalled = ({ stderr }: Ran): number =>
    Number(/^ {2}(\d+) documents? unchanged since/m.exec(stderr)?.[1] ?? 0);

  it("extracts nothing from reports that did not change, and writes the same bytes", async () => {
    const first = await run("build", "reports");
    expect(recalled(first)).toBe(0);
    const before = bytesOfCase();
    const second = await run("build", "reports");
    expect(recalled(second)).toBe(3);
    expect(bytesOfCase()).toEqual(before);
    put("new.txt", "On 4 October 2025 Tajik police seized 9 kilograms of heroin in Khorog.\n");
    expect(recalled(await run("build", "reports"))).toBe(3);
  });

  it("extracts again what was tampered with, and what other code or another pack read", async () => {
    await run("build", "reports");
    const before = bytesOfCase();
    const [file = ""] = Object.keys(manifestFiles()).filter((name) => name.startsWith("extr"));
    appendFileSync(inCase(file), " ");
    expect(recalled(await run("build", "reports"))).toBe(2);
    expect(bytesOfCase()).toEqual(before);
    const log = readFileSync(inCase("log.jsonl"), "utf8");
    writeFileSync(
      inCase("log.jsonl"),
      log.replace(/"program":"[0-9a-f]{8}/, '"program":"00000000'),
    );
    expect(recalled(await run("build", "reports"))).toBe(0);
  });

  it("extracts again when a page says another date though its text is the same", async () => {
    const dated = (day: string) =>
      PAGE.replace("<head>", `<head><meta property="article:published_time" content="${day}">`);
    put("more/page.html", dated("2025-10-03"));
    await run("build", "reports");
    put("more/page.html", dated("2025-10-05"));
    expect(recalled(await run("build", "reports"))).toBe(2);
  });
});

describe("redthread verify", () => {
  it("says which report was changed after the case was built from it", async () => {
    await run("build", "reports");
    expect((await run("verify")).stderr).toMatch(
      /\nOf 4 files they were read from: 4 unchanged\.\n$/,
    );
    put("arrest.txt", ARREST.replace("two", "nine"));
    const { code, stdout, stderr } = await run("verify", "--format", "csv");
    expect(code).toBe(5);
    expect(stdout).toContain(
      "source-changed,arrest.txt,arrest.txt,the file was changed after it was read\n",
    );
    expect(stderr).toContain("1 problem: the case is whole and its files are newer;");
    expect(stderr).toContain("3 unchanged, 1 changed.");
  });

  it("holds for a case that moved with its reports, and for one that stands alone", async () => {
    await run("build", "reports");
    mkdirSync(join(cwd, "desk"));
    cpSync(join(cwd, "case"), join(cwd, "desk/case"), { recursive: true });
    const alone = await run("verify", "-c", "desk/case");
    expect(alone).toMatchObject({ code: 0 });
    expect(alone.stderr).toContain("Of 4 files they were read from: 4 no longer there");
    cpSync(join(cwd, "reports"), join(cwd, "desk/reports"), { recursive: true });
    expect((await run("verify", "-c", "desk/case")).stderr).toContain("4 unchanged.");
  });

  it("tells that a rebuild mends what is derived", async () => {
    await run("build", "reports");
    writeFileSync(inCase("claims.jsonl"), "");
    const { code, stderr } = await run("verify");
    expect(code).toBe(5);
    expect(stderr).toContain("`redthread rebuild -c case` makes the rest again");
    await run("rebuild");
    expect((await run("verify")).code).toBe(0);
  });
});

describe("a case of the first layout", () => {
  beforeEach(() => {
    mkdirSync(join(cwd, "case"));
    const pack = { name: "narcotics", version: "0.1.0", sha256: "0" };
    const manifest = { format: 1, redthread: "0.1.0", pack, documents: 1, files: {} };
    writeFileSync(inCase("manifest.json"), JSON.stringify(manifest));
    writeFileSync(inCase("judgements.jsonl"), "# mine\n");
  });

  it.each([["info"], ["verify"], ["rebuild"], ["query", "RETURN 1"]])(
    "is refused by `%s` with the command that builds it again",
    async (...command) => {
      const { code, stderr } = await run(...command);
      expect(code).toBe(1);
      expect(stderr).toBe(
        "`case` was written by Redthread 0.1.0 in format 1, which lacks what this version reads (format 2). Build it again with `redthread build <reports> -o case`; judgements in it are kept.\n",
      );
    },
  );

  it("is replaced by a build, judgements kept", async () => {
    expect((await run("build", "reports")).code).toBe(0);
    expect(readFileSync(inCase("judgements.jsonl"), "utf8")).toBe("# mine\n");
    expect((await run("verify")).code).toBe(0);
  });
});

describe("an older case among the reports", () => {
  it("is skipped and named, so that its texts are no documents", async () => {
    await run("build", "reports", "-o", "reports/old");
    const { code, stderr } = await run("build", "reports", "-o", "reports/new");
    expect(code).toBe(0);
    expect(stderr).toContain("\n  old: a case that Redthread built, no report\n");
    const paths = await run("query", "-c", "reports/new", "MATCH (d:Document) RETURN d.path AS p");
    expect(paths.stdout).not.toContain("old/");
  });

  it("is refused when it is all there is", async () => {
    await run("build", "reports");
    const { code, stderr } = await run("build", "case", "-o", "other");
    expect(code).toBe(1);
    expect(stderr).toContain('".": a case that Redthread built, no report');
  });
});
