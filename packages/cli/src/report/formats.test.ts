import {
  type CypherValue,
  NodeRecord,
  PathRecord,
  RelationshipRecord,
} from "@redthread/core/cypher";
import { DateValue, Float, PointValue } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import type { FormatName } from "./format-option.js";
import { rowFormat } from "./formats.js";
import type { FormatOptions } from "./row-format.js";

const PIPE: FormatOptions = { width: 40, color: false, isTerminal: false, isRaw: false };

function printed(
  name: FormatName,
  columns: readonly string[],
  rows: readonly (readonly CypherValue[])[],
  options: Partial<FormatOptions> = {},
): string {
  const format = rowFormat(name, { ...PIPE, ...options });
  return format.begin(columns) + rows.map((row) => format.row(row)).join("") + format.end();
}

const ship = new NodeRecord(
  "4:1",
  ["Ship"],
  new Map<string, CypherValue>([
    ["name", "Noka"],
    ["tons", new Float(2)],
  ]),
);
const port = new NodeRecord("4:2", ["Port"], new Map());
const call = new RelationshipRecord(
  "5:1",
  "CALLED_AT",
  "4:1",
  "4:2",
  new Map([["day", new DateValue(0)]]),
);

describe("jsonl", () => {
  it("writes one object a row and keeps integers, floats and large numbers apart", () => {
    expect(printed("jsonl", ["i", "f", "big"], [[1, new Float(1), 9007199254740993n]])).toBe(
      '{"i":1,"f":1.0,"big":9007199254740993}\n',
    );
  });

  it("writes temporal values, points, nodes, relationships and paths without internal ids", () => {
    const path = new PathRecord([port, ship], [call]);
    expect(
      printed(
        "jsonl",
        ["v"],
        [[new DateValue(19_782)], [new PointValue(4326, 35.5, 33.9, null)], [ship], [call], [path]],
      ),
    ).toBe(
      [
        '{"v":"2024-02-29"}',
        '{"v":{"srid":4326,"x":35.5,"y":33.9}}',
        '{"v":{"labels":["Ship"],"properties":{"name":"Noka","tons":2.0}}}',
        '{"v":{"type":"CALLED_AT","properties":{"day":"1970-01-01"}}}',
        '{"v":{"nodes":[{"labels":["Port"],"properties":{}},{"labels":["Ship"],"properties":{"name":"Noka","tons":2.0}}],"relationships":[{"type":"CALLED_AT","from":1,"to":0,"properties":{"day":"1970-01-01"}}]}}',
        "",
      ].join("\n"),
    );
  });

  it("is JSON whatever the floats and texts are", () => {
    const text = printed(
      "jsonl",
      ["v", "__proto__"],
      [
        [new Float(Number.NaN), 1],
        [new Float(1e300), "\u202e\u0085\ud800\n"],
      ],
    );
    const [first, second] = text
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(first).toEqual(JSON.parse('{"v":"NaN","__proto__":1}'));
    expect(second).toEqual(
      JSON.parse(
        JSON.stringify({ v: 1e300 }).replace("}", ',"__proto__":"\\u202e\\u0085\\ud800\\n"}'),
      ),
    );
    expect(text).not.toContain("\u202e");
  });
});

describe("json", () => {
  it("is one array, also of nothing", () => {
    expect(JSON.parse(printed("json", ["a"], [[1], [2]]))).toEqual([{ a: 1 }, { a: 2 }]);
    expect(JSON.parse(printed("json", ["a"], []))).toEqual([]);
  });
});

describe("csv", () => {
  it("quotes what RFC 4180 asks for, and tells null from an empty text", () => {
    expect(
      printed(
        "csv",
        ["a", "b,c"],
        [
          ['say "no"', "x\ny"],
          [null, ""],
        ],
      ),
    ).toBe('a,"b,c"\n"say ""no""","x\ny"\n,""\n');
  });

  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+964 770 123 4567", "'+964 770 123 4567"],
    ["-Bravo", "'-Bravo"],
    ["@SUM(1+1)", "'@SUM(1+1)"],
    ["\t=1+1", "'\t=1+1"],
    ["'=kept", "''=kept"],
    ["007", "007"],
    ["'quoted'", "'quoted'"],
  ])("keeps a spreadsheet from working out %j", (text, field) => {
    expect(printed("csv", ["v"], [[text]])).toBe(`v\n${field}\n`);
    expect(printed("csv", ["v"], [[text]], { isRaw: true })).toBe(`v\n${text}\n`);
  });

  it("guards a carriage return, column names, and what is inside quotes", () => {
    expect(printed("csv", ["=a"], [["\r=1"], ['=1,"2"']])).toBe('\'=a\n"\'\r=1"\n"\'=1,""2"""\n');
  });

  it("leaves numbers numbers and writes lists and nodes as JSON", () => {
    expect(printed("csv", ["n", "f", "l", "s"], [[-12, new Float(-1.5), ["a", 1], ship]])).toBe(
      'n,f,l,s\n-12,-1.5,"[""a"",1]","{""labels"":[""Ship""],""properties"":{""name"":""Noka"",""tons"":2.0}}"\n',
    );
  });

  it("shows controls only where a terminal would obey them", () => {
    expect(printed("csv", ["v"], [["\u001b[31m"]])).toBe("v\n\u001b[31m\n");
    expect(printed("csv", ["v"], [["\u001b[31m"]], { isTerminal: true })).toBe("v\n\\u001b[31m\n");
  });
});

describe("markdown", () => {
  it("escapes what would end a cell or begin markup", () => {
    expect(printed("markdown", ["a|b"], [["*x* | <b>\ny"], [null]])).toBe(
      "| a\\|b |\n| --- |\n| \\*x\\* \\| \\<b\\><br>y |\n|  |\n",
    );
  });
});

describe("table", () => {
  it("aligns texts left and numbers right under a rule", () => {
    expect(
      printed(
        "table",
        ["port", "tons"],
        [
          ["Beirut", 12],
          ["日本", 7],
        ],
      ),
    ).toBe(["port    tons", "──────  ────", "Beirut    12", "日本       7", ""].join("\n"));
  });

  it("wraps the widest column into the width and never exceeds it", () => {
    const quote = "Customs officers found eight kilograms of cocaine behind the panels of a lorry.";
    const text = printed("table", ["n", "quote"], [[1, quote]]);
    expect(text).toBe(
      [
        "n  quote",
        "─  ─────────────────────────────────────",
        "1  Customs officers found eight",
        "   kilograms of cocaine behind the",
        "   panels of a lorry.",
        "",
      ].join("\n"),
    );
  });

  it("marks a text that is too long for a cell with an ellipsis", () => {
    const text = printed("table", ["t"], [["word ".repeat(200)]]);
    expect(text.split("\n")).toHaveLength(11);
    expect(text).toContain("…");
  });

  it("lists values row by row when the columns cannot stand side by side", () => {
    const columns = ["alpha", "beta", "gamma", "delta", "epsilon"];
    const text = printed("table", columns, [columns.map((name) => `${name} harbour`)], {
      width: 30,
    });
    expect(text).toContain("alpha    alpha harbour\nbeta     beta harbour");
  });

  it("writes out control characters of the data", () => {
    expect(printed("table", ["path"], [["\u001b[31mred.txt"], ["two\nlines.txt"]])).toBe(
      ["path", "─".repeat(17), "\\u001b[31mred.txt", "two\\nlines.txt", ""].join("\n"),
    );
  });

  it("streams with settled widths after its sample", () => {
    const format = rowFormat("table", PIPE);
    format.begin(["n"]);
    const pieces = Array.from({ length: 1_500 }, (_, n) => format.row([n]));
    expect(pieces.slice(0, 999).join("")).toBe("");
    expect(pieces[1_200]).toBe("1200\n");
  });
});
