import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildCase, type CaseBuild } from "@redthread/core/build";
import { describe, expect, it } from "vitest";
import { findReference } from "../cases/shared-folder.js";
import { narcoticsPack } from "../support/read-pack.js";
import { InventedCase, relationships } from "./invented-case.js";
import { readFolder } from "./read-folder.js";

const pack = narcoticsPack();

/** Whether the text names an end of a link inside a quote, by the spans on the graph alone. */
function namedIn({ extractions, resolution }: CaseBuild) {
  const told = new Map(
    extractions.flatMap(({ entities }) => entities.map((entity) => [entity.id, entity] as const)),
  );
  const members = new Map(
    resolution.entities.map(({ id, members }) => [
      id,
      members.flatMap((one) => told.get(one) ?? []),
    ]),
  );
  return (id: string, span: string): boolean => {
    const [, document, start, end] = /^(.*):(\d+)-(\d+)$/.exec(span) ?? [];
    return (members.get(id) ?? []).some(
      (member) =>
        member.document === document &&
        member.mentions.some((one) => Number(start) <= one.start && one.end <= Number(end)),
    );
  };
}

/** Links between named things whose first quote lacks an end although another one names both. */
function misplaced(built: CaseBuild): readonly string[] {
  const isNamed = namedIn(built);
  const types = built.graph.relationshipTypes().filter((type) => type !== "MENTIONED_IN");
  return types.flatMap((type) =>
    relationships(built.graph, type).flatMap((link) => {
      const [start, end] = [String(link["start"]), String(link["end"])];
      const names = (link["spans"] as readonly string[]).map(
        (span) => isNamed(start, span) && isNamed(end, span),
      );
      const isWrong = names.includes(true) && (names[0] !== true || link["inferred"] === true);
      return isWrong ? [`${start} ${type} ${end}`] : [];
    }),
  );
}

/** Links of which nothing but `inferred` says that no quote names both ends. */
function unmarked(built: CaseBuild): readonly string[] {
  const isNamed = namedIn(built);
  const isThing = new Set(
    built.resolution.entities
      .filter((one) => one.members.some((id) => mentioned(built, id)))
      .map(({ id }) => id),
  );
  const types = built.graph.relationshipTypes().filter((type) => type !== "MENTIONED_IN");
  return types.flatMap((type) =>
    relationships(built.graph, type).flatMap((link) => {
      const [start, end] = [String(link["start"]), String(link["end"])];
      if (!isThing.has(start) || !isThing.has(end) || link["inferred"] === true) return [];
      const spans = link["spans"] as readonly string[];
      return spans.some((span) => isNamed(start, span) && isNamed(end, span))
        ? []
        : [`${start} ${type} ${end}`];
    }),
  );
}

const mentioned = ({ extractions }: CaseBuild, id: string): boolean =>
  extractions.some(({ entities }) =>
    entities.some((entity) => entity.id === id && entity.mentions.length > 0),
  );

const SHARED = ["seeds", "eval/dev"].map(findReference);

function readShared() {
  return SHARED.flatMap((folder) =>
    readdirSync(folder ?? "")
      .filter((file) => file.endsWith(".txt"))
      .map((file) => ({
        path: file,
        bytes: new Uint8Array(readFileSync(join(folder ?? "", file))),
      })),
  );
}

describe("the first quote of a link", () => {
  it("names both ends wherever one of its quotes does, in the example", () => {
    const built = buildCase(readFolder("examples/captagon-route/reports"), { pack });
    expect(misplaced(built)).toEqual([]);
    expect(unmarked(built)).toEqual([]);
  });

  it.skipIf(SHARED.includes(null))(
    "does so in the scored reports as one case (skipped where they are not beside the checkout)",
    () => {
      const built = buildCase(readShared(), { pack });
      expect(misplaced(built)).toEqual([]);
      expect(unmarked(built)).toEqual([]);
    },
  );
});

const HARBOUR =
  "Brill is feared. She leads the ring. Brill met nobody. Ada Brill leads the Lantern ring. The ring hides.";

const led = () =>
  new InventedCase()
    .report("doc:late", HARBOUR, "Coast Wire", "2026-03-01")
    .report(
      "doc:early",
      "It hides. Ada Brill and the Lantern ring were seen.",
      "Tide",
      "2026-01-01",
    )
    .entity("person:brill", "Person", "Ada Brill")
    .entity("network:lantern", "Network", "Lantern ring");

describe("the quotes of a link", () => {
  it("open with the claim that names both ends, then follow time, joined sentences together", () => {
    const graph = led()
      .relate("doc:early", "person:brill", "LEADS", "network:lantern", { quote: "It hides." })
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "Ada Brill leads the Lantern ring.",
      })
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "She leads the ring.",
        also: ["Brill is feared."],
      })
      .build();
    expect(relationships(graph, "LEADS").map(({ quotes, inferred }) => [quotes, inferred])).toEqual(
      [
        [
          [
            "Ada Brill leads the Lantern ring.",
            "It hides.",
            "She leads the ring.",
            "Brill is feared.",
          ],
          undefined,
        ],
      ],
    );
  });

  it("are marked where no single one names both ends", () => {
    const graph = led()
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "She leads the ring.",
        also: ["Brill is feared."],
      })
      .build();
    expect(relationships(graph, "LEADS")).toMatchObject([
      { inferred: true, quotes: ["She leads the ring.", "Brill is feared."] },
    ]);
  });

  it("keep a joined claim beside the one whose sentence it shares", () => {
    const graph = led()
      .relate("doc:early", "person:brill", "LEADS", "network:lantern", { quote: "It hides." })
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "Ada Brill leads the Lantern ring.",
        also: ["The ring hides."],
      })
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "Ada Brill leads the Lantern ring.",
      })
      .build();
    expect(relationships(graph, "LEADS")).toMatchObject([
      { quotes: ["Ada Brill leads the Lantern ring.", "The ring hides.", "It hides."] },
    ]);
  });
});

describe("a denial", () => {
  const DENIAL = "cases/second/identity/denial-affirms";
  const folder = findReference(DENIAL);

  it.skipIf(folder === null)("is no proof and no source (skipped without the shared cases)", () => {
    const inputs = readdirSync(folder ?? "").map((path) => ({
      path,
      bytes: new Uint8Array(readFileSync(join(folder ?? "", path))),
    }));
    const { graph } = buildCase(inputs, { pack });
    const links = ["LEADS", "AFFILIATED_WITH"].flatMap((type) =>
      relationships(graph, type).filter(({ start }) => start === "person:karim-nassif"),
    );
    expect(
      links.map(({ sources, quotes, deniedBy, confidence }) => [
        sources,
        quotes,
        deniedBy,
        Number(confidence) < 0.6,
      ]),
    ).toEqual([
      [
        1,
        ["Karim Nassif leads the Red Dune network, Iraqi police said."],
        ["Iraqi Interior Ministry", "Iraqi police"],
        true,
      ],
      [
        1,
        ["Karim Nassif leads the Red Dune network, Iraqi police said."],
        ["Iraqi Interior Ministry", "Iraqi police"],
        true,
      ],
    ]);
  });

  it("counts where another rule reads the same sentence as a claim", () => {
    const graph = led()
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "She leads the ring.",
      })
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "She leads the ring.",
        modality: "denied",
      })
      .build();
    expect(relationships(graph, "LEADS")).toEqual([]);
  });

  it("counts where both read the same several sentences", () => {
    const both = { quote: "She leads the ring.", also: ["Brill is feared."] };
    const graph = led()
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", both)
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        ...both,
        modality: "denied",
      })
      .build();
    expect(relationships(graph, "LEADS")).toEqual([]);
  });

  it("of several sentences leaves the claim that one of them makes", () => {
    const graph = led()
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "She leads the ring.",
      })
      .relate("doc:late", "person:brill", "LEADS", "network:lantern", {
        quote: "Brill met nobody.",
        also: ["She leads the ring."],
        modality: "denied",
        attributedTo: "her lawyer",
      })
      .build();
    expect(relationships(graph, "LEADS")).toMatchObject([
      {
        quotes: ["She leads the ring."],
        deniedQuotes: ["Brill met nobody."],
        deniedBy: ["her lawyer"],
      },
    ]);
  });
});
