import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import type { PageLine } from "../page.js";
import { type LaidLine, layOutTables } from "./lay-out-tables.js";

const { tables } = smallPack();
const rows = (...table: readonly (readonly string[])[]): readonly PageLine[] =>
  table.map((cells) => ({ text: "", cells }));

/** What a row says, its cells put in; null for one that is not read. */
function said({ text, pieces }: LaidLine): string | null {
  if (pieces === undefined) return null;
  return pieces.map((one) => (typeof one === "string" ? one : text.slice(...one))).join("");
}
const read = (lines: readonly PageLine[], about = ""): readonly (string | null)[] =>
  layOutTables(lines, about, tables).lines.map(said);

const HEADINGS = ["Date", "Agency", "Drug", "Amount", "Unit", "Place", "Arrests"];

describe("rows of a table", () => {
  it.each<[string, readonly string[], string | null]>([
    [
      "all its cells",
      ["2025-05-02", "Greek police", "heroin", "31", "kg", "Volos", "2"],
      "On 2025-05-02, Greek police seized 31 kg of heroin in Volos and arrested 2 people.",
    ],
    [
      "no more than there is",
      ["", "Greek police", "heroin", "-", "kg", "n/a", "0"],
      "Greek police seized heroin.",
    ],
    [
      "nothing where what it needs is missing",
      ["2025-05-02", "", "heroin", "31", "kg", "", ""],
      null,
    ],
    [
      "nothing where it sums up others",
      ["Total", "Greek police", "heroin", "31", "kg", "", ""],
      null,
    ],
  ])("say %s", (_, row, sentence) => {
    expect(read(rows(HEADINGS, row))).toEqual([null, sentence]);
  });

  it("take the unit from the heading where no column has it", () => {
    const table = rows(["Agency", "Drug", "Amount (kg)"], ["Greek police", "heroin", "31"]);
    expect(read(table)[1]).toBe("Greek police seized 31 kg of heroin.");
  });

  it("have their headings below a title, and are no catches unless something says so", () => {
    const table = rows(["Spring"], ["Drug", "Amount", "Place"], ["heroin", "31 kg", "Volos"]);
    expect(read(table)).toEqual([null, null, null]);
    expect(read(table, "seizures.xlsx")[2]).toBe("officers seized 31 kg of heroin in Volos.");
  });

  it("keep every cell in the text, prose on a line of its own", () => {
    const note = `${"The boat was towed to the pier by a tug. ".repeat(3)}Nobody was hurt.`;
    const { lines } = layOutTables(
      rows(["Agency", "Drug", "Note"], ["A", "heroin", note]),
      "",
      tables,
    );
    expect(lines.map(({ text }) => text)).toEqual(["Agency | Drug | Note", "A | heroin | ", note]);
  });

  it("are told of where their columns are not known", () => {
    const { notices } = layOutTables(rows(["Wer", "Wo"], ["x", "y"], ["z", "w"]), "", tables);
    expect(notices).toEqual([
      "A table of 3 rows makes no sentences, for its columns are not known: Wer, Wo.",
    ]);
  });
});
