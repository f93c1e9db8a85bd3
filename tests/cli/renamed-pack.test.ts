// A field under names that mean nothing, from the command line: queries ask for its types, chains lead
// over them and the report shows them, as they do under the names that the field came with.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPackFiles } from "@redthread/cli";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renamePack } from "../support/rename-pack.js";
import { runHere } from "./run-cli.js";

const EXAMPLE = fileURLToPath(new URL("../../examples/captagon-route", import.meta.url));

/** Questions whose rows and lists come in an order that no id decides. */
const QUESTIONS: readonly string[] = [
  "MATCH (n:Network)-[t:TRAFFICS]->(d:Drug) RETURN n.name, d.name, t.modality, t.sources ORDER BY n.name, d.name",
  "MATCH (a:Agency)-[:AGENCY_OF]->(c:Country) WITH c, count(a) AS agencies RETURN c.name, agencies ORDER BY c.name",
  "MATCH (a:Agency)-[w:COOPERATED_WITH]-(b:Agency) WHERE a.name < b.name RETURN a.name, b.name, type(w), w.quotes ORDER BY a.name, b.name",
  "MATCH (p:Person)-[l:LEADS|SUPPLIES]->(n) RETURN p.name, labels(n), n.name, type(l), l.confidence ORDER BY p.name, n.name",
  "MATCH p = shortestPath((a:Network {name: 'Night Harvest network'})-[:SUPPLIES*]->(b:Network {name: 'Two Rivers network'})) RETURN length(p), [r IN relationships(p) | type(r)]",
  "MATCH (o:Official)-[h:HOLDS_POSITION]->(a:Agency) RETURN o.name, h.title, a.name ORDER BY o.name, h.title",
];

const { files, types } = renamePack(readPackFiles());
const newTypes = new Map([...types].map(([renamed, old]) => [old, renamed]));
const OLD_WORDS = new RegExp(`\\b(?:${[...types.values()].join("|")})\\b`, "g");
const NEW_WORDS = new RegExp(`\\b(?:${[...types.keys()].join("|")})\\b`, "g");

const renamed = (text: string): string =>
  text.replace(OLD_WORDS, (word) => newTypes.get(word) ?? word);
const restored = (text: string): string =>
  text.replace(NEW_WORDS, (word) => types.get(word) ?? word);

let cwd: string;

async function run(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runHere(args, { cwd });
  expect(stderr.split("\n").filter((line) => line.startsWith("Error"))).toEqual([]);
  expect(code).toBe(0);
  return stdout;
}

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "redthread-renamed-"));
  for (const [path, text] of files.domain) {
    const file = join(cwd, "fog", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  await run("build", join(EXAMPLE, "reports"), "--out", "plain");
  await run("build", join(EXAMPLE, "reports"), "--out", "renamed", "--pack", "fog");
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** More chains than any of the questions has, so that the order of equals leaves none out. */
const MOST = 400;

/** Chains as one tells them, in an order of their own, without the ids that hold a type. */
async function pathOf(folder: string, from: string, to: string): Promise<unknown> {
  const args = ["--case", folder, "--max", "4", "--limit", String(MOST), "--format", "json"];
  const answer = JSON.parse(restored(await run("path", from, to, ...args)));
  const chains = answer.chains as readonly {
    readonly verdict: string;
    readonly weakestInWords: string;
    readonly stops: readonly { readonly name: string; readonly labels: readonly string[] }[];
    readonly hops: readonly Readonly<Record<string, unknown>>[];
  }[];
  expect(chains.length).toBeLessThan(MOST);
  return {
    ...answer,
    from: answer.from.name,
    to: answer.to.name,
    chains: chains
      .map(({ verdict, weakestInWords, stops, hops }) =>
        JSON.stringify([
          verdict,
          weakestInWords,
          stops.map(({ name, labels }) => [name, [...labels].sort()]),
          hops.map(({ id: _, ...hop }) => hop),
        ]),
      )
      .sort(),
  };
}

describe("a field under names that mean nothing", () => {
  it.each(QUESTIONS)("answers the same question by its own names: %s", async (question) => {
    const plain = await run("query", question, "--case", "plain", "--format", "csv");
    const asked = await run("query", renamed(question), "--case", "renamed", "--format", "csv");
    expect(renamed(question)).not.toBe(question);
    expect(plain.split("\n").length).toBeGreaterThan(2);
    expect(restored(asked)).toBe(plain);
  });

  it.each([
    ["Red Dune network", "Iraqi National Intelligence Service"],
    ["Faris al-Dulaimi", "Night Harvest network"],
    ["Kuwaiti Interior Ministry", "Syrian Interior Ministry"],
    ["Ziad Qabbanji", "Red Dune network"],
  ])("is linked from %s to %s as it was", async (from, to) => {
    expect(await pathOf("renamed", from, to)).toEqual(await pathOf("plain", from, to));
  });

  it("is shown in a report that has its names and none of the old ones", async () => {
    await run("export", "report.html", "--case", "renamed");
    const page = readFileSync(join(cwd, "report.html"), "utf8");
    // The viewer's own script is the same for every field.
    const own = page.replace(/<script>[\s\S]*?<\/script>/g, "");
    const isRelation = (type: string) => type === type.toUpperCase();
    const usesOf = (type: string): number => {
      const name = isRelation(type) ? `\\b${type}\\b` : `(?<=["'.=-])${type}(?=["'\\]{])`;
      return own.match(new RegExp(name, "g"))?.length ?? 0;
    };
    expect([...types.values()].filter((type) => usesOf(type) > 0)).toEqual([]);
    const shown = [...types].filter(([name]) => usesOf(name) > 0).map(([, old]) => old);
    expect(shown).toEqual(
      expect.arrayContaining(["Agency", "Network", "Drug", "Official", "SUPPLIES", "LEADS"]),
    );
  });
});
