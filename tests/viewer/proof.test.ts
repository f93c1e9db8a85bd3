import { Float, PropertyGraph } from "@redthread/core/graph";
import { createScene, renderReport, renderSvg, type Scene } from "@redthread/viewer";
import { describe, expect, it } from "vitest";
import { fieldSchema } from "./fixtures/field-schema.js";
import { startSketch } from "./fixtures/graph-sketch.js";

const REPORTS = [
  ["First light", "Cape Courier", "2024-01-02"],
  ["Second look", "Gulf Post", "2024-01-05"],
] as const;

/** Two states with three bodies each, so that there are grounds. */
function twoShores() {
  const sketch = startSketch(REPORTS);
  for (const [state, at] of [
    ["Aria", 0],
    ["Boria", 20],
  ] as const) {
    const place = { latitude: new Float(40), longitude: new Float(at) };
    sketch.thing("Country", state, { ...place, iso2: state.slice(0, 2).toLowerCase() });
    for (const office of ["Customs", "Police", "Coast Guard"]) {
      sketch.thing("Agency", `${state} ${office}`);
      sketch.link(`${state} ${office}`, "AGENCY_OF", state);
    }
  }
  return sketch;
}

const quoted = (
  ...quotes: readonly (readonly [text: string, document: number, start: number])[]
) => ({
  quotes: quotes.map(([text]) => text),
  spans: quotes.map(([text, document, start]) => `doc:${document}:${start}-${start + text.length}`),
  documents: [...new Set(quotes.map(([, document]) => `doc:${document}`))],
});

const between = (scene: Scene, from: string, to: string) =>
  scene.edges.filter(
    (edge) => scene.nodes[edge.from]?.name === from && scene.nodes[edge.to]?.name === to,
  );

describe("the proof of a link", () => {
  it("keeps the order in which it is stored", () => {
    const { graph, link } = twoShores();
    link("Aria Customs", "COOPERATED_WITH", "Boria Customs", {
      ...quoted(["Aria Customs met Boria Customs.", 1, 50], ["They met before.", 0, 10]),
    });
    const scene = createScene(graph, { schema: fieldSchema() });
    const [edge] = between(scene, "Aria Customs", "Boria Customs");
    const told = edge?.evidence.map((number) => scene.evidence[number - 1]?.quote);
    expect(told).toEqual(["Aria Customs met Boria Customs.", "They met before."]);
  });

  it("is every sentence where none says it alone, marked in lists and chains", () => {
    const { graph, link } = twoShores();
    link("Aria Customs", "COOPERATED_WITH", "Boria Customs", {
      ...quoted(["Aria Customs sent a boat.", 0, 10], ["It was met by the other side.", 0, 60]),
      inferred: true,
    });
    const scene = createScene(graph, { schema: fieldSchema() });
    const html = renderReport({ scene, title: "Shores" });
    const [edge] = between(scene, "Aria Customs", "Boria Customs");
    const row = html.match(
      new RegExp(`<tr id="l${scene.edges.indexOf(edge as never)}".*?</tr>`),
    )?.[0];
    expect(edge?.evidence).toHaveLength(2);
    for (const number of edge?.evidence ?? []) expect(row).toContain(`#e${number}"`);
    expect(row).toContain("inferred");
    expect(html).toContain("1 inferred from several sentences");
    expect(html).not.toContain("every one with its sentence");
  });

  it("is no denial: who denies is named, and the bar stands only where all is denied", () => {
    const { graph, link } = twoShores();
    const denied = {
      deniedQuotes: ["It never met."],
      deniedSpans: ["doc:1:5-18"],
      deniedBy: ["Gulf Post"],
    };
    link("Aria Customs", "COOPERATED_WITH", "Boria Customs", denied);
    link("Aria Customs", "SUPPORTED", "Boria Customs");
    link("Aria Police", "COOPERATED_WITH", "Boria Police", denied);
    const scene = createScene(graph, { schema: fieldSchema() });
    const [bundle, alone] = [
      between(scene, "Aria Customs", "Boria Customs"),
      between(scene, "Aria Police", "Boria Police"),
    ];
    const doubtOf = ([edge]: typeof bundle) => scene.lines[edge?.line ?? -1]?.doubt;
    expect([doubtOf(bundle), doubtOf(alone)]).toEqual(["asserted", "denied"]);
    const proof = alone[0]?.evidence.map((number) => scene.evidence[number - 1]?.quote);
    expect(proof).not.toContain("It never met.");
    expect(alone[0]?.against).toHaveLength(1);
    expect(renderReport({ scene, title: "Shores" })).toContain("denied by Gulf Post");
  });
});

describe("the thread of a chain", () => {
  it("puts a stop that the picture leaves out on the picture, never in its corner", () => {
    const { graph, thing, link } = twoShores();
    thing("Route", "goods from Boria");
    thing("Operation", "raid in port", { kind: "raid", date: "2024-01-02" });
    link("Aria Customs", "CONDUCTED", "raid in port");
    link("goods from Boria", "FOUND_IN", "raid in port");
    link("goods from Boria", "FROM", "Boria");
    const schema = fieldSchema();
    const plain = createScene(graph, { schema });
    const routeOf = ({ nodes }: Scene) => nodes.find(({ kind }) => kind === "Route");
    expect(routeOf(plain)?.at).toBeNull();
    const scene = createScene(graph, { schema, chain: { from: "Aria Customs", to: "Boria" } });
    expect(scene.open).toBe(0);
    const at = routeOf(scene)?.at ?? { x: 0, y: 0 };
    expect(at.x > 10 && at.y > 10 && at.x < scene.width && at.y < scene.height).toBe(true);
    const thread = /<g class="thread".*?<\/g><\/g>/.exec(renderSvg(scene))?.[0] ?? "";
    expect(thread).toContain("path");
    expect(thread).not.toMatch(/d="M0,0|cx="0"/);
  });
});

describe("a graph that declares nothing", () => {
  it("tells a range of days in words", () => {
    const graph = new PropertyGraph();
    graph.createNode(
      ["Operation"],
      Object.entries({ id: "o", name: "Raid", date: "2025-03-01/2025-03-03", kind: "raid" }),
    );
    const html = renderReport({ scene: createScene(graph), title: "Range" });
    expect(html).toContain("1 to 3 March 2025");
    expect(html).not.toContain("NaN");
  });
});
