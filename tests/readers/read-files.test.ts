import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { runHere, suiteFolder } from "../cli/run-cli.js";
import { type BuiltFiles, buildFiles, FACTS, FILES } from "./built-files.js";

const cwd = suiteFolder();
let built: BuiltFiles;
beforeAll(async () => {
  built = await buildFiles(FILES, cwd);
});

/** Files that hold nothing to read, and why. */
const UNREAD = {
  "bomb.zip!/inner.zip!/bomb.txt": "unpacks to more than 100 MB",
  "locked.pdf": "needs a password",
  "locked.zip!/a.txt": "needs a password",
  "nested.zip!/inner.zip!/inner.zip!/inner.zip!/inner.zip": "lies more than 3 files deep",
  "scan.pdf": "is scanned: no text, 2 pages",
};

describe("files that other programs made", () => {
  it.each([...new Set(FACTS.map(({ path }) => path))])(
    "%s says all it says, where it says it",
    (path) => {
      const document = built.documents.get(path);
      const found = FACTS.filter((fact) => fact.path === path).map(({ text }) => {
        const at = document?.text.indexOf(text) ?? -1;
        return {
          text: at < 0 ? null : text,
          place: at < 0 ? null : (document?.placeAt(at) ?? null),
        };
      });
      const wanted = FACTS.filter((fact) => fact.path === path);
      expect(found.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text));
      for (const [at, { place, text }] of wanted.entries()) {
        if (place !== null) expect(`${text}: ${found[at]?.place}`).toBe(`${text}: ${place}`);
      }
      const offsets = wanted.map(({ text }) => document?.text.indexOf(text) ?? -1);
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    },
  );

  it("are each in the case or listed with a reason, and nothing else is", () => {
    const told = new Set(built.log.map(({ path }) => path));
    expect(readdirSync(FILES).filter((name) => !told.has(name))).toEqual([]);
    const failed = built.log.filter(({ event }) => event === "failed");
    expect(failed.map(({ path }) => path).sort()).toEqual(Object.keys(UNREAD).sort());
    for (const [path, reason] of Object.entries(UNREAD)) {
      const line = built.said.split("\n").find((one) => one.startsWith(`  ${path}: `));
      expect(line).toContain(reason);
    }
    expect(built.code).toBe(6);
  });

  it("keep struck-out text, old mails and page heads out of what is read", () => {
    const roleOf = (path: string, text: string): string | null | undefined => {
      const document = built.documents.get(path);
      return document?.roleAt(document.text.indexOf(text));
    };
    const struck = "The Navy of Iceland seized 900 kilograms";
    expect(roleOf("report-python-docx.docx", struck)).toBe("struck");
    expect(roleOf("report-libreoffice.odt", struck)).toBe("struck");
    expect(roleOf("report-libreoffice.rtf", struck)).toBe("struck");
    expect(roleOf("letter-by-hand.rtf", struck)).toBe("struck");
    expect(roleOf("thread-python.eml", "On 5 May 2025, Jens Aker wrote")).toBe("quotation");
    expect(roleOf("columns-reportlab.pdf", "Harbour Review, internal paper")).toBe("boilerplate");
  });

  it("say in which mail, archive, page or row a quote stands, and every quote stands there", async () => {
    const { code, stderr } = await runHere(["verify", "-c", "case"], { cwd });
    expect(stderr).toContain("every document is unchanged");
    expect(code).toBe(0);
    const query =
      "MATCH (d:Document {path: 'semicolons-python.csv'})<-[:MENTIONED_IN]-(o:Operation)-[s:SEIZED]->(g) RETURN o.date, s.amount, s.unit, g.name, o.arrested, s.quotes ORDER BY o.date";
    const rows = await runHere(["query", "-c", "case", query, "--format", "csv"], { cwd });
    expect(rows.stdout).toMatchInlineSnapshot(`
      "o.date,s.amount,s.unit,g.name,o.arrested,s.quotes
      2025-05-04,1250.5,kg,cocaine,3,"[""04.05.2025 | Finnish Customs | cocaine | 1.250,5 | Rauma | 3""]"
      2025-05-17,0.75,kg,heroin,,"[""17.05.2025 | Danish police | heroin | 0,750 | Thyboron""]"
      2025-05-25,12.5,kg,hashish,2,"[""25.05.2025 | Bulgarian Customs | hashish | 12,5 | Varna | 2""]"
      "
    `);
    const terminal = await runHere(["show", "-c", "case", "Bulgarian Customs"], {
      cwd,
      terminal: 200,
    });
    expect(terminal.stdout).toContain("semicolons-python.csv, row 4");
  });
});
