import { createSchema, type EntityTypeSchema, type SchemaData } from "@redthread/core/model";
import { describe, expect, it } from "vitest";
import { kindsInUse, relationsInUse } from "./types-in-use.js";

const type = (name: string, more: Partial<EntityTypeSchema> = {}): EntityTypeSchema => ({
  name,
  parent: null,
  role: "organization",
  identity: "group",
  state: [],
  near: [],
  passes: true,
  acts: false,
  unspecified: null,
  word: name.toLowerCase(),
  plural: `${name}s`,
  shape: "ring",
  light: "#112233",
  dark: "#DDEEFF",
  ...more,
});

const data: SchemaData = {
  entities: [
    type("Document"),
    type("Operation", { shape: "target" }),
    type("Place"),
    type("Country", { word: "state", plural: "States" }),
    type("Route"),
    type("Statistic"),
    type("Ranger", { role: "body", acts: true }),
    type("Trader"),
    type("Broker", { parent: "Trader", plural: "Brokers", light: "red;}body{display:none" }),
    type("Species", { role: "goods", plural: "Species" }),
  ],
  relations: [
    {
      name: "POACHES",
      role: "trade",
      from: ["Trader"],
      to: ["Species"],
      symmetric: false,
      dated: false,
      walk: true,
      standing: false,
      moves: "to",
      roles: [],
      forward: "poaches",
      back: "is poached by",
    },
  ],
};
const schema = createSchema(data);

describe("the kinds of a picture", () => {
  it("come from the field: actions, its own types with special cases first, what every field shares", () => {
    const used = [
      "Statistic",
      "Country",
      "Species",
      "Trader",
      "Broker",
      "Ranger",
      "Operation",
      "Xyz",
    ];
    expect(kindsInUse(schema, used, true).map(({ kind }) => kind)).toEqual([
      "Operation",
      "Ranger",
      "Broker",
      "Trader",
      "Species",
      "Country",
      "Statistic",
      "Xyz",
    ]);
  });

  it("have the shape, the words and the colours declared, and are counted", () => {
    expect(kindsInUse(schema, ["Country", "Country"], true)).toEqual([
      {
        kind: "Country",
        word: "state",
        plural: "States",
        shape: "ring",
        light: "#112233",
        dark: "#DDEEFF",
        role: "organization",
        acts: false,
        count: 2,
      },
    ]);
  });

  it("take no colour over that is none", () => {
    expect(kindsInUse(schema, ["Broker"], true)[0]?.light).toMatch(/^#[0-9A-F]{6}$/);
  });

  it("are plain where nothing is declared", () => {
    expect(kindsInUse(schema, ["Species"], false)).toMatchObject([
      { kind: "Species", word: "species", plural: "Species", shape: "dot", role: "goods" },
    ]);
  });
});

describe("the words of a link", () => {
  it("come from the field, and from the type where it says none", () => {
    expect(relationsInUse(schema, ["SEEN_WITH", "POACHES"])).toEqual([
      {
        type: "POACHES",
        forward: "poaches",
        back: "is poached by",
        standing: false,
        moves: "to",
      },
      {
        type: "SEEN_WITH",
        forward: "seen with",
        back: "seen with (from)",
        standing: false,
        moves: null,
      },
    ]);
  });
});
