import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeGraphLine } from "./decode-graph-line.js";
import { graphLines } from "./graph-lines.js";
import { GraphLoader, graphFromLines } from "./graph-loader.js";
import { PropertyGraph } from "./property-graph.js";
import { DateValue, Float, PointValue, type PropertyValue } from "./property-value.js";

function museum(): PropertyGraph {
  const graph = new PropertyGraph();
  const vase = graph.createNode(
    ["Vase", "Object"],
    [
      ["weight", new Float(20)],
      ["id", "vase"],
      ["pieces", 20],
    ],
  );
  const hall = graph.createNode(["Hall"], [["id", "hall"]]);
  graph.createRelationship("SHOWN_IN", vase, hall, [["id", "shown"]]);
  return graph;
}

describe("graphLines", () => {
  it("writes nodes, then relationships, in apoc's form with sorted property keys", () => {
    expect([...graphLines(museum())]).toEqual([
      '{"type":"node","id":"hall","labels":["Hall"],"properties":{"id":"hall"}}',
      '{"type":"node","id":"vase","labels":["Vase","Object"],"properties":{"id":"vase","pieces":20,"weight":20.0}}',
      '{"type":"relationship","id":"shown","label":"SHOWN_IN","start":{"id":"vase","labels":["Vase","Object"]},"end":{"id":"hall","labels":["Hall"]},"properties":{"id":"shown"}}',
    ]);
  });

  it("keeps elements that share an id apart", () => {
    const graph = new PropertyGraph();
    graph.createNode([], [["id", "twin"]]);
    graph.createNode([], [["id", "twin"]]);
    expect(graphFromLines(graphLines(graph)).nodeCount).toBe(2);
  });
});

describe("decodeGraphLine", () => {
  const decode = (json: string): PropertyValue | undefined =>
    decodeGraphLine(`{"type":"node","id":"n","labels":[],"properties":{"p":${json}}}`)
      .properties[0]?.[1];

  it.each<[string, PropertyValue]>([
    ["20", 20],
    ["20.0", new Float(20)],
    ["-0.5", new Float(-0.5)],
    ["1e3", new Float(1000)],
    ["-0", 0],
    ["9007199254740993", 9007199254740993n],
    ["[1, 2.0]", [1, new Float(2)]],
    ['"a \\"2.0, 3\\" b \\\\"', 'a "2.0, 3" b \\'],
    ['{"crs":"wgs-84","longitude":18.0,"latitude":59}', new PointValue(4326, 18, 59, null)],
  ])("reads %s", (json, value) => {
    expect(decode(json)).toEqual(value);
  });

  it("reads a property named __proto__ like any other", () => {
    const line = '{"type":"node","id":"n","labels":[],"properties":{"__proto__":1.0}}';
    expect(decodeGraphLine(line).properties).toEqual([["__proto__", new Float(1)]]);
  });
});

describe("GraphLoader", () => {
  it.each([
    ["{", /Line 2 .* it is no JSON/],
    ['{"type":"edge","id":"x"}', /Line 2 .* neither `node` nor `relationship`/],
    ['{"type":"node","id":"hall"}', /Line 2 .* Two nodes have the id `hall`/],
    [
      '{"type":"relationship","id":"r","label":"T","start":{"id":"hall"},"end":{"id":"gone"}}',
      /Line 2 .* refers to `gone`/,
    ],
    ['{"type":"node","id":"n","properties":{"deep":{"a":1}}}', /Line 2 .* object and no point/],
  ])("names the line of %s", (line, message) => {
    expect(() => graphFromLines(['{"type":"node","id":"hall"}', line])).toThrow(message);
  });

  it("takes a relationship before its nodes, blank lines and a byte order mark", () => {
    const loader = new GraphLoader();
    const [hall = "", vase = "", shown = ""] = graphLines(museum());
    for (const line of [`\ufeff${shown}`, "", hall, "  ", vase]) {
      loader.add(line);
    }
    expect([...graphLines(loader.finish())]).toEqual([hall, vase, shown]);
  });

  it("brings back every value but temporal ones, which become text", () => {
    const graph = new PropertyGraph();
    graph.createNode([], [["made", new DateValue(0)]]);
    const again = graphFromLines(graphLines(graph));
    expect(again.nodeProperty(0, "made")).toBe("1970-01-01");
  });

  const scalar = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => new Float(value)),
  );

  it("gives back the values and the bytes it was given", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.oneof(scalar, fc.array(scalar)))),
        (properties) => {
          const graph = new PropertyGraph();
          graph.createNode(["Piece"], properties);
          const lines = [...graphLines(graph)];
          const again = graphFromLines(lines);
          for (const key of graph.nodePropertyKeys(0)) {
            expect(again.nodeProperty(0, key)).toEqual(graph.nodeProperty(0, key));
          }
          expect([...graphLines(again)]).toEqual(lines);
        },
      ),
    );
  });
});
