import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXPORTERS } from "@redthread/cli";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { runHere, temporaryFolder } from "./run-cli.js";

const OPEN = `Boss named

By Ada Lund, Delta Courier
4 May 2025

Tarek Mansour leads the Salt Ring network, the Lebanese army said.
`;
const CLOSED = `From a source

By Ada Lund, Harbour Post
5 May 2025

Tarek Mansour, also known as Abu Falak, leads the Salt Ring network.
`;

/** A folder with a case of an open and a closed report. */
async function createCase(grades: string | null) {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "reports"));
  writeFileSync(join(cwd, "reports/open.txt"), OPEN);
  writeFileSync(join(cwd, "reports/closed.txt"), CLOSED);
  if (grades !== null) {
    mkdirSync(join(cwd, "case"));
    writeFileSync(join(cwd, "case/sources.yaml"), grades);
  }
  const built = await runHere(["build", "reports", "-o", "case"], { cwd });
  return { cwd, built };
}

const GRADES = `publishers:
  The Delta Courier: { reliability: B, credibility: 2 }
documents:
  closed.txt: { reliability: A, credibility: 3, handling: TLP:RED }
`;

describe("sources.yaml", () => {
  it("grades reports and, by their best report, links", async () => {
    const { cwd } = await createCase(GRADES);
    const query = async (text: string) => {
      const { stdout } = await runHere(["query", "-c", "case", "--format", "csv", text], { cwd });
      return stdout.trim().split("\n").slice(1);
    };
    expect(
      await query(
        "MATCH (d:Document) RETURN d.path, d.reliability, d.credibility, d.handling ORDER BY d.path",
      ),
    ).toEqual(["closed.txt,A,3,TLP:RED", "open.txt,B,2,"]);
    expect(
      await query("MATCH ()-[r:LEADS]->() RETURN r.reliability, r.credibility, r.handling"),
    ).toEqual(["A,2,"]);
  });

  it.each([
    ["an unknown letter", "publishers:\n  X: { reliability: G }\n", "line 2 of sources.yaml"],
    ["broken YAML", "publishers:\n  X: { reliability: A\n", "of sources.yaml is no YAML"],
    ["an unknown code", "documents:\n  a.txt:\n    handling: TLP:BLUE\n", "line 3 of sources.yaml"],
    ["an unknown key", "papers: {}\n", "line 1 of sources.yaml"],
  ])("with %s is told with its line, and the build goes on without it", async (_, grades, line) => {
    const { cwd, built } = await createCase(grades);
    expect(built.code).toBe(0);
    expect(built.stderr).toContain(line);
    const out = await runHere(["export", "report.svg", "-c", "case"], { cwd });
    expect(out.code).toBe(1);
    expect(out.stderr).toContain("nobody knows what may leave the case");
    expect(readFileSync(join(cwd, "case/sources.yaml"), "utf8")).toBe(grades);
  });

  it.each([
    [
      "one spelling closes it and another opens it",
      "  The Delta Courier: { handling: RED }\n  deltacourier.com: { handling: CLEAR }\n",
    ],
    [
      "the spellings stand the other way round",
      "  deltacourier.com: { handling: CLEAR }\n  The Delta Courier: { handling: RED }\n",
    ],
    [
      "a paper one letter apart is open",
      "  Delta Courier: { handling: RED }\n  Delta Courser: { handling: CLEAR }\n",
    ],
  ])("keeps to the stricter code where %s", async (_, publishers) => {
    const { cwd } = await createCase(`publishers:\n${publishers}`);
    const { stdout } = await runHere(
      ["query", "-c", "case", "--format", "csv", "MATCH (d {path: 'open.txt'}) RETURN d.handling"],
      { cwd },
    );
    expect(stdout.trim().split("\n").at(-1)).toBe("TLP:RED");
  });

  it.each([
    "documents:\n  ./closed.txt: { handling: TLP:RED }\n",
    "documents:\n  closd.txt: { handling: TLP:RED }\n",
    "documents:\n  closed: { handling: TLP:RED }\n",
    "publishers:\n  Harbour Pots: { handling: TLP:RED }\n",
  ])("that closes what no report is called stops an export: %s", async (grades) => {
    const { cwd, built } = await createCase(grades);
    expect(built.stderr).toContain("and no report is called so");
    const out = await runHere(["export", "report.svg", "-c", "case"], { cwd });
    expect(out.code).toBe(1);
    expect(out.stderr).toContain("no report of the case is called so");
    const open = await runHere(["export", "report.svg", "-c", "case", "--handling", "RED"], {
      cwd,
    });
    expect(open.code).toBe(0);
  });

  it("may grade papers of which there is no report yet", async () => {
    const { cwd, built } = await createCase("publishers:\n  Northern Ledger: { handling: RED }\n");
    expect(built.stderr).toContain("grades Northern Ledger, and no report is called so");
    expect((await runHere(["export", "report.svg", "-c", "case"], { cwd })).code).toBe(0);
  });

  it("that was changed since the build lets nothing out before a rebuild", async () => {
    const { cwd } = await createCase(GRADES);
    writeFileSync(join(cwd, "case/sources.yaml"), GRADES.replace("closed.txt", "open.txt"));
    const out = await runHere(["export", "report.svg", "-c", "case"], { cwd });
    expect(out.stderr).toContain("was changed since the build");
    await runHere(["rebuild", "-c", "case"], { cwd });
    expect((await runHere(["export", "report.svg", "-c", "case"], { cwd })).code).toBe(0);
  });
});

/** Formats in which nobody is told of but by a link to a place, and these people have none. */
const PLACES_ALONE: ReadonlySet<string> = new Set(["geojson"]);

describe.each(EXPORTERS.map(({ name }) => name))("a case written as %s", (format) => {
  const written = async (cwd: string, ...options: readonly string[]) => {
    const [command, at] = [["export", "out", "--format", format, "-c", "case"], join(cwd, "out")];
    const { code, stderr } = await runHere([...command, ...options], { cwd });
    return { code, stderr, text: textIn(at) };
  };

  it("holds nothing that only a closed report tells, and all of it where its code is let out", async () => {
    const { cwd } = await createCase(GRADES);
    const secrets = ["Abu Falak", "closed.txt", "Harbour Post"];
    const out = await written(cwd);
    expect(out.stderr).toContain("Left out 1 report above TLP:GREEN");
    expect(secrets.filter((secret) => out.text.includes(secret))).toEqual([]);
    if (PLACES_ALONE.has(format)) return;
    expect(out.text).toContain("Tarek Mansour");
    const all = await written(cwd, "--handling", "TLP:RED");
    expect(all.text).toContain("Abu Falak");
  });
});

/** All that a file or folder holds, names of files too; a zipped one as what is in it. */
function textIn(path: string): string {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .map((name) => `${name}\n${textIn(join(path, name))}`)
      .join("\n");
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 2).toString() !== "PK") return bytes.toString("utf8");
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${Buffer.from(content).toString("utf8")}`)
    .join("\n");
}

describe("sources and conflicts", () => {
  it("list origins with the words that show them, in every format", async () => {
    const { cwd } = await createCase(null);
    const ask = (...args: readonly string[]) => runHere([...args, "-c", "case"], { cwd });
    const table = await ask("sources", "Tarek Mansour", "Salt Ring network", "--format", "table");
    expect(table.stdout).toContain("LEADS → Salt Ring network: 2 independent origins");
    expect(table.stdout).toContain("gives the word of");
    const lines = await ask("sources", "--format", "jsonl");
    expect(
      lines.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).reason),
    ).toEqual(["published", "published"]);
    const short = (await ask("sources", "--format", "table", "--limit", "1")).stdout;
    expect(short).toContain("All reports: 2 independent origins");
    expect(short).toContain("and 1 other origin (--limit shows more)");
    expect((await ask("sources", "Tarek Mansour")).code).toBe(2);
  });

  it("list a link that holds both ways once, with as many origins as it counts", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "reports"));
    const write = (file: string, paper: string, day: string, text: string) =>
      writeFileSync(
        join(cwd, "reports", file),
        `Item ${file}\n\nBy Ada Lund, ${paper}\n${day}\n\n${text}\n`,
      );
    write(
      "a.txt",
      "Delta Courier",
      "4 May 2025",
      "The Salt Ring network is allied with the Stone Gate network.",
    );
    write(
      "b.txt",
      "Harbour Post",
      "6 May 2025",
      "In Beirut they know that the Stone Gate network is an ally of the Salt Ring network.",
    );
    await runHere(["build", "reports", "-o", "case"], { cwd });
    const query = "MATCH (a {name: 'Salt Ring network'})-[r:ALLIED_WITH]-() RETURN r.sources";
    const counted = await runHere(["query", "-c", "case", "--format", "csv", query], { cwd });
    expect(counted.stdout.trim().split("\n").slice(1)).toEqual(["2"]);
    const listed = await runHere(
      ["sources", "Stone Gate network", "Salt Ring network", "-c", "case", "--format", "table"],
      { cwd },
    );
    expect(listed.stdout.match(/ALLIED_WITH → .*: 2 independent origins/g)).toHaveLength(1);
    expect(listed.stdout).not.toContain("1 independent origin");
  });

  it("say that nothing is told in two ways", async () => {
    const { cwd } = await createCase(null);
    const { code, stdout } = await runHere(["conflicts", "-c", "case", "--format", "table"], {
      cwd,
    });
    expect([code, stdout]).toEqual([0, "Nothing is told in two ways.\n"]);
  });
});
