import { buildCase } from "@redthread/core/build";
import { createTrace, findChains } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { smallPack } from "../support/small-pack.js";
import { node, relationships } from "./invented-case.js";

const pack = smallPack();

function build(...reports: readonly (readonly [day: string, text: string])[]) {
  const inputs = reports.map(([day, text], at) => ({
    path: `${at}.txt`,
    bytes: new TextEncoder().encode(
      `Item ${at}\n\nBy Ada Lund, Delta Courier\n${day}\n\n${text}\n`,
    ),
  }));
  return buildCase(inputs, { pack }).graph;
}

const KEYS = ["from", "to", "former", "asOf"] as const;
const timesOf = (graph: ReturnType<typeof build>, type: string) =>
  relationships(graph, type).map((link) =>
    Object.fromEntries(KEYS.flatMap((key) => (key in link ? [[key, link[key]]] : []))),
  );

describe("since and until when a link holds", () => {
  it.each([
    ["Tarek Mansour led the Salt Ring network until 2019.", { to: "2019", former: true }],
    ["Tarek Mansour has led the Salt Ring network since 2019.", { from: "2019" }],
    [
      "Tarek Mansour led the Salt Ring network from 2015 to 2019.",
      { from: "2015", to: "2019", former: true },
    ],
    ["Tarek Mansour leads the Salt Ring network, police said in 2019.", {}],
    ["The Salt Ring network, founded in 2012, is led by Tarek Mansour.", {}],
  ])("%s", (text, times) => {
    expect(timesOf(build(["4 May 2025", text]), "LEADS")).toEqual([times]);
  });

  it("begins with joining", () => {
    const graph = build(["4 May 2025", "In 2021 Tarek Mansour joined the Salt Ring network."]);
    expect(
      relationships(graph, "AFFILIATED_WITH").filter((link) => link["from"] === "2021"),
    ).toHaveLength(1);
  });
});

const NOW = "Interior Minister of Lebanon Walid Karam said on Friday that the port was safe.";

describe("posts that one holds at a time", () => {
  it("tell former holders from the one who holds it", () => {
    const graph = build([
      "4 May 2025",
      `Former interior minister of Lebanon Fadi Sarkis knew nothing. Rana Khalil, the interior minister of Lebanon from 2019 to 2021, supported him. ${NOW}`,
    ]);
    const held = relationships(graph, "HOLDS_POSITION").map((link) => [
      node(graph, String(link["start"]))["name"],
      link["former"] ?? false,
      link["to"] ?? link["asOf"] ?? link["lastSeen"],
    ]);
    expect(held.sort()).toEqual([
      ["Fadi Sarkis", true, "2025-05-04"],
      ["Rana Khalil", true, "2021"],
      ["Walid Karam", false, "2025-05-04"],
    ]);
  });

  it("end for whoever was seen in one before another was", () => {
    const graph = build(
      ["2 March 2021", NOW.replace("Walid Karam", "Rana Khalil")],
      ["4 May 2025", NOW],
    );
    const [khalil] = relationships(graph, "HOLDS_POSITION").filter(({ former }) => former === true);
    expect(node(graph, String(khalil?.["start"]))["name"]).toBe("Rana Khalil");
    expect(node(graph, String(khalil?.["laterHolder"]))["name"]).toBe("Walid Karam");
  });

  it("that two are seen in at once are told as a disagreement", () => {
    const graph = build(
      ["2 March 2025", NOW],
      ["3 March 2025", NOW.replace("Walid Karam", "Rana Khalil")],
      ["4 March 2025", NOW],
    );
    const [held] = relationships(graph, "HOLDS_POSITION");
    expect(node(graph, String(held?.["start"]))["conflicts"]).toEqual([
      "interior minister of Lebanon at once: Rana Khalil and Walid Karam",
    ]);
  });
});

describe("posts of which there are many", () => {
  const held = (...reports: readonly (readonly [string, string])[]) => {
    const graph = build(...reports);
    return relationships(graph, "HOLDS_POSITION").map(({ former }) => former ?? false);
  };

  it.each([
    ["Iraqi Minister Hayan Jabar said so.", "Iraqi Minister Omar Said said so."],
    ["Iraqi governor Hayan Jabar said so.", "Iraqi governor Omar Said said so."],
    ["Iraqi Oil Minister Hayan Jabar said so.", "Iraqi War Minister Omar Said said so."],
  ])("end for nobody: %s", (earlier, later) => {
    expect(held(["2 March 2021", earlier], ["4 May 2025", later])).not.toContain(true);
  });

  it("that papers give to two people within days are a disagreement, for each pair of them", () => {
    const named = ["Walid Karam", "Rana Khalil", "Omar Said"].map(
      (name, at) => [`${at + 2} March 2025`, NOW.replace("Walid Karam", name)] as const,
    );
    const graph = build(...named, ["9 March 2025", NOW]);
    const conflicts = relationships(graph, "HOLDS_POSITION").flatMap(
      ({ start }) => node(graph, String(start))["conflicts"] as readonly string[],
    );
    expect([...new Set(conflicts)].sort()).toEqual([
      "interior minister of Lebanon at once: Omar Said and Rana Khalil",
      "interior minister of Lebanon at once: Omar Said and Walid Karam",
      "interior minister of Lebanon at once: Rana Khalil and Walid Karam",
    ]);
  });
});

describe("a paper that wrote of both", () => {
  it("joins nothing", () => {
    const graph = build(
      ["4 May 2025", "Tarek Mansour leads the Salt Ring network, Delta Courier has learned."],
      ["9 June 2025", "Omar Rafiq leads the Stone Gate network, Delta Courier has learned."],
    );
    const trace = createTrace(graph, pack.schema);
    const at = (name: string) => trace.graph.nodes.findIndex((one) => one.name === name);
    const { chains } = findChains(trace.graph, at("Salt Ring network"), at("Stone Gate network"));
    expect(chains).toEqual([]);
  });
});
