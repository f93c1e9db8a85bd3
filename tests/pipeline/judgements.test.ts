import { buildCase, type CaseBuild, linesInForce, readJudgements } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import type { SeenThing, Sighting } from "@redthread/core/model";
import { createTrace, describeNode, findEntities } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";
import { chainsBetween } from "../support/trace-case.js";

const pack = narcoticsPack();

type Reports = Readonly<Record<string, string>>;

const REPORTS: Reports = {
  "coast.txt":
    "Man held in Tartus\n\n3 March 2025\n\nKarim Daoud, 41, was arrested in Tartus on 2 March with 12 kilograms of hashish, Syrian police said.\n",
  "valley.txt":
    "A network and its head\n\n9 March 2025\n\nKareem Dawood led the Copper Heron network, the Lebanese Army said in Zahle.\n",
  "port.txt":
    "A clerk of the port\n\n12 March 2025\n\nSamir Rizk, a member of the Copper Heron network, was arrested in Tripoli on 11 March with 4 kilograms of cocaine.\n",
};
const NAMESAKE =
  "Farmer held in Mosul\n\n20 March 2025\n\nKarim Daoud, 63, was arrested in Mosul on 19 March with 5 kilograms of opium, Iraqi police said.\n";

function build(reports: Reports, lines: readonly object[] = []): CaseBuild {
  const inputs = Object.entries(reports).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const content = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const read = linesInForce(readJudgements([{ file: "judgements/ada.jsonl", content }]));
  return buildCase(inputs, { pack, judgements: read.judgements, otherLines: read.others });
}

const BY = { by: "ada", at: "2026-03-09T10:00:00Z", why: "" } as const;
const bytes = ({ graph }: CaseBuild): string => [...graphLines(graph)].join("\n");
const statuses = ({ judged }: CaseBuild): readonly string[] => judged.map(({ status }) => status);
const namesOf = ({ resolution }: CaseBuild, type: string): readonly string[] =>
  resolution.entities.flatMap((entity) => (entity.type === type ? [entity.name] : [])).sort();

/** What a person sees of the thing with that name; of the one in a report where several bear it. */
function seen(name: string, built: CaseBuild = build(REPORTS), path?: string): SeenThing {
  const trace = createTrace(built.graph, pack.schema);
  for (const { id } of findEntities(trace, name)) {
    const thing = describeNode(built.graph, id);
    if (thing !== null && (path === undefined || thing.seen.some((one) => one.path === path)))
      return thing;
  }
  throw new Error(`nothing is called ${name}`);
}

const isOneMan = (built: CaseBuild): boolean =>
  built.resolution.entities.some(({ name, aliases }) => {
    const names = new Set([name, ...aliases]);
    return names.has("Karim Daoud") && names.has("Kareem Dawood");
  });

const SAME = { verdict: "same", a: seen("Karim Daoud"), b: seen("Kareem Dawood"), ...BY };

describe("a judgement that two men are one", () => {
  const { "valley.txt": valley = "", "coast.txt": coast = "", ...others } = REPORTS;
  const edits: readonly (readonly [string, Reports])[] = [
    ["the reports as they were", REPORTS],
    ["a comma more", { ...REPORTS, "coast.txt": coast.replace("Tartus on", "Tartus, on") }],
    [
      "an edited sentence",
      { ...REPORTS, "coast.txt": coast.replace("12 kilograms", "at least 12.5 kilograms") },
    ],
    ["another headline", { ...REPORTS, "coast.txt": coast.replace("Man held", "One man held") }],
    [
      "a sentence in front",
      { ...REPORTS, "coast.txt": coast.replace("\n\nKarim", "\n\nThe sea was calm. Karim") },
    ],
    ["a renamed report", { ...others, "valley.txt": valley, "old/coast-1.txt": coast }],
    [
      "a report renamed and edited elsewhere",
      { ...others, "valley.txt": valley, "coast-2.txt": coast.replace("Man held", "One man held") },
    ],
    ["an added namesake", { ...REPORTS, "later.txt": NAMESAKE }],
    [
      "a namesake under the old name of a renamed report",
      { ...others, "valley.txt": valley, "moved.txt": coast, "coast.txt": NAMESAKE },
    ],
    ["another report removed", { "coast.txt": coast, "valley.txt": valley }],
    ["a copy of the report", { ...REPORTS, "copy.txt": coast }],
  ];

  it.each(edits)("holds with %s", (_, reports) => {
    const judged = build(reports, [SAME]);
    expect(statuses(judged)).toEqual(["holds"]);
    expect(isOneMan(judged)).toBe(true);
  });

  it("waits while its report is away, is told with what bears the name, and holds when it is back", () => {
    const gone = build({ ...others, "valley.txt": valley, "later.txt": NAMESAKE }, [SAME]);
    expect(statuses(gone)).toEqual(["asked"]);
    expect(gone.judged[0]?.says).toContain("Karim Daoud (later.txt)");
    expect(isOneMan(gone)).toBe(false);
    expect(statuses(build({ ...others, "valley.txt": valley }, [SAME]))).toEqual(["waits"]);
    expect(statuses(build(REPORTS, [SAME]))).toEqual(["holds"]);
  });

  it("is applied to none of two things that it fits, and both are told", () => {
    const both = `${coast}\nKarim Daoud of Homs, a cousin, was arrested in Tartus too.\n`;
    const ids = { ...SAME, a: "person:karim-daoud", b: "person:kareem-dawood" };
    const judged = build({ ...REPORTS, "coast.txt": both, "later.txt": NAMESAKE }, [ids]);
    expect(statuses(judged)).toEqual(["asked"]);
    expect(judged.judged[0]?.says).toContain("Karim Daoud (coast.txt) and Karim Daoud (later.txt)");
    expect(isOneMan(judged)).toBe(false);
  });

  it("gives way to whoever says different, and both lines are told", () => {
    const other = { ...SAME, verdict: "different", by: "ben" };
    const judged = build(REPORTS, [SAME, other]);
    expect(statuses(judged)).toEqual(["disputed", "disputed"]);
    expect(judged.judged[0]?.says).toContain("ben says different (line 2 of judgements/ada.jsonl)");
    expect(bytes(judged)).toBe(bytes(build(REPORTS, [other])));
  });

  it("gives way to a newer line of the same person, wherever the lines stand", () => {
    const newer = { ...SAME, verdict: "different", at: "2026-03-10" };
    for (const lines of [
      [SAME, newer],
      [newer, SAME],
    ]) {
      const judged = build(REPORTS, lines);
      expect(isOneMan(judged)).toBe(false);
      expect([...statuses(judged)].sort()).toEqual(["holds", "replaced"]);
    }
  });
});

describe("a judgement across types", () => {
  it("makes one of a network and the firm that another report takes it for", () => {
    const reports = {
      ...REPORTS,
      "firm.txt":
        "A firm\n\n15 March 2025\n\nOmar Sabbagh, the owner of Heron Trading Ltd., was arrested in Beirut on 14 March.\n",
    };
    const plain = build(reports);
    const [network, firm] = [
      seen("Copper Heron network", plain),
      seen("Heron Trading Ltd.", plain),
    ];
    expect(network.type).not.toBe(firm.type);
    const judged = build(reports, [{ verdict: "same", a: network, b: firm, ...BY }]);
    expect(statuses(judged)).toEqual(["holds"]);
    const joined = judged.resolution.entities.filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => /heron/i.test(one)),
    );
    expect(joined).toHaveLength(1);
    expect(joined[0]?.documents).toHaveLength(3);
  });
});

describe("a link that a person calls wrong", () => {
  const plain = build(REPORTS);
  const wrong = {
    verdict: "wrong-link",
    a: seen("Kareem Dawood"),
    b: seen("Copper Heron network"),
    type: "LEADS",
    ...BY,
  };
  const LEADS_AND_BELONGS = "withdraws LEADS and what was read with it, AFFILIATED_WITH";
  const said = "Kareem Dawood, the head of the Copper Heron network, hid in Chtaura.";
  const SAID_AGAIN = `More on the network\n\n14 March 2025\n\n${said}\n`;
  const AGAIN = { document: "", path: "again.txt", quote: said, start: 0, end: said.length };
  const links = (built: CaseBuild): number =>
    built.graph.relationshipTypes().includes("LEADS") ? built.graph.countWithType("LEADS") : 0;

  it("leaves the graph, and no chain walks it", () => {
    const judged = build(REPORTS, [wrong]);
    expect([links(plain), links(judged)]).toEqual([1, 0]);
    expect(judged.judged[0]).toMatchObject({ status: "holds", says: LEADS_AND_BELONGS });
    expect(judged.judged[0]?.withdraws).toHaveLength(2);
    const chains = (built: CaseBuild) =>
      chainsBetween(createTrace(built.graph, pack.schema), "Kareem Dawood", "Samir Rizk").chains;
    expect(chains(plain).length).toBeGreaterThan(0);
    expect(chains(judged)).toEqual([]);
  });

  it("stays away when the sentence is edited, and tells of a report that says it anew", () => {
    const edited = REPORTS["valley.txt"]?.replace("network, the", "network — the") ?? "";
    expect(links(build({ ...REPORTS, "valley.txt": edited }, [wrong]))).toBe(0);
    const one = { verdict: "same", a: wrong.a, b: { ...wrong.a, seen: [AGAIN] }, ...BY };
    const judged = build({ ...REPORTS, "again.txt": SAID_AGAIN }, [
      one,
      { ...wrong, seen: wrong.a.seen },
    ]);
    expect([links(judged), ...statuses(judged)]).toEqual([0, "holds", "holds"]);
    expect(judged.judged[1]?.says).toBe(
      `${LEADS_AND_BELONGS}, also as told by a report that was not judged: again.txt`,
    );
  });

  it("is back as it was when the line is gone", () => {
    expect(bytes(build(REPORTS))).toBe(bytes(plain));
  });

  it("waits where no report says it", () => {
    const other = { ...wrong, type: "KILLED" };
    expect(statuses(build(REPORTS, [other]))).toEqual(["waits"]);
  });
});

const typeOf = ({ claims }: CaseBuild, id: string): string | undefined => {
  const claim = claims.find((one) => one.id === id);
  return claim?.kind === "relation" ? claim.type : undefined;
};

describe("a quote that does not say what was read in it", () => {
  it("takes its claims out of the graph, all or those of one type with what was read with them", () => {
    const plain = build(REPORTS);
    const claim = plain.claims.find((one) => one.kind === "relation" && one.type === "LEADS");
    const [evidence] = claim?.evidence ?? [];
    if (evidence === undefined) throw new Error("nobody leads anything");
    const { document, quote, span } = evidence;
    const sighting: Sighting = { document, path: "valley.txt", quote, ...span };
    const all = build(REPORTS, [{ verdict: "not-what-it-says", seen: [sighting], ...BY }]);
    const [told] = all.judged;
    expect(told?.status).toBe("holds");
    expect(told?.withdraws).toContain(claim?.id);
    expect(all.claims.some(({ evidence: [own] }) => own.quote === quote)).toBe(false);
    const some = build(REPORTS, [
      { verdict: "not-what-it-says", seen: [sighting], type: "LEADS", ...BY },
    ]);
    const types = some.judged[0]?.withdraws?.map((id) => typeOf(plain, id)).sort();
    expect(types).toEqual(["AFFILIATED_WITH", "LEADS"]);
    const comma = {
      ...REPORTS,
      "valley.txt": REPORTS["valley.txt"]?.replace("said in", "said, in") ?? "",
    };
    const edited = build(comma, [{ verdict: "not-what-it-says", seen: [sighting], ...BY }]);
    expect(statuses(edited)).toEqual(["holds"]);
  });
});

describe("a name that a person gives", () => {
  const named = (name: string, by = "ada") => ({
    verdict: "name",
    a: seen("Karim Daoud"),
    name,
    ...BY,
    by,
  });

  it("is shown, and the thing is still found under the other", () => {
    const judged = build(REPORTS, [named("Karim Daoud the Elder")]);
    expect(statuses(judged)).toEqual(["holds"]);
    expect(namesOf(judged, "Person")).toContain("Karim Daoud the Elder");
    const trace = createTrace(judged.graph, pack.schema);
    expect(findEntities(trace, "Karim Daoud")).toHaveLength(1);
  });

  it("is not taken from two people who give two", () => {
    const judged = build(REPORTS, [named("Abu Jamil"), named("Abu Samir", "ben")]);
    expect(statuses(judged)).toEqual(["disputed", "disputed"]);
    expect(namesOf(judged, "Person")).toContain("Karim Daoud");
  });
});

describe("a split", () => {
  const TWO =
    "Two men of one name\n\n1 April 2025\n\nNabil Karam was arrested in Basra on 30 March with 3 kilograms of opium. The police of Basra praised the raid. Nabil Karam led the Grey Kestrel network, the Lebanese Army said.\n";
  const reports = { "two.txt": TWO };
  const plain = build(reports);
  const quote = "Nabil Karam led the Grey Kestrel network, the Lebanese Army said.";
  const start = TWO.indexOf(quote);
  const [{ document }] = seen("Nabil Karam", plain).seen as readonly [Sighting];
  const sighting = { document, path: "two.txt", quote, start, end: start + quote.length, at: 0 };
  const split = { verdict: "split", a: seen("Nabil Karam", plain), seen: [sighting], ...BY };

  it("makes two of the mentions of one report, each with its own links", () => {
    expect(namesOf(plain, "Person")).toEqual(["Nabil Karam"]);
    const judged = build(reports, [split]);
    expect(statuses(judged)).toEqual(["holds"]);
    expect(namesOf(judged, "Person")).toEqual(["Nabil Karam", "Nabil Karam"]);
    const leaders = judged.claims.flatMap((claim) =>
      claim.kind === "relation" && claim.type === "LEADS" ? [claim.subject] : [],
    );
    const caught = judged.claims.flatMap((claim) =>
      claim.kind === "relation" && claim.type === "TARGETED" ? [claim.object] : [],
    );
    expect(leaders).toHaveLength(1);
    expect(caught).not.toContain(leaders[0]);
  });

  it("stands when the report is edited, and is undone without a trace", () => {
    const edited = { "two.txt": TWO.replace("network, the", "network; the") };
    expect(namesOf(build(edited, [split]), "Person")).toHaveLength(2);
    expect(bytes(build(reports, []))).toBe(bytes(plain));
  });

  it("parts a body that two reports name alike", () => {
    const bodies = {
      "a.txt":
        "Raid in Basra\n\n2 April 2025\n\nIraq's Harbour Guard arrested three men in Basra on 1 April with 2 kilograms of opium.\n",
      "b.txt":
        "Raid in Umm Qasr\n\n5 April 2025\n\nIraq's Harbour Guard arrested two men in Umm Qasr on 4 April with 9 kilograms of hashish.\n",
    };
    const one = build(bodies);
    expect(namesOf(one, "Agency")).toHaveLength(1);
    const body = seen("Harbour Guard", one);
    const other = body.seen.filter(({ path }) => path === "b.txt");
    const judged = build(bodies, [{ verdict: "split", a: body, seen: other, ...BY }]);
    expect(statuses(judged)).toEqual(["holds"]);
    expect(namesOf(judged, "Agency")).toHaveLength(2);
  });
});

describe("a link that a person judged", () => {
  const LED: Reports = {
    ...REPORTS,
    "court.txt":
      "A member\n\n14 March 2025\n\nKareem Dawood was a member of the Copper Heron network, the court in Zahle said.\n",
  };
  const on = (verdict: string, type: string, more: object = {}): object => ({
    verdict,
    a: seen("Kareem Dawood", build(LED)),
    b: seen("Copper Heron network", build(LED)),
    type,
    seen: [],
    ...BY,
    ...more,
  });
  const linksOf = (built: CaseBuild): readonly string[] => {
    const { graph } = built;
    const links: string[] = [];
    graph.forEachRelationship(null, (one) => {
      const type = graph.typeOf(one);
      const name = graph.nodeProperty(graph.startOf(one), "name");
      if (name === "Kareem Dawood" && ["LEADS", "AFFILIATED_WITH"].includes(type)) links.push(type);
      return true;
    });
    return links.sort();
  };
  const { "court.txt": _, ...oneReport } = LED;

  it("takes with it what was read in the same words", () => {
    expect(linksOf(build(oneReport))).toEqual(["AFFILIATED_WITH", "LEADS"]);
    const judged = build(oneReport, [on("wrong-link", "LEADS")]);
    expect(linksOf(judged)).toEqual([]);
    expect(judged.judged[0]?.says).toContain(
      "withdraws LEADS and what was read with it, AFFILIATED_WITH",
    );
    expect(judged.judged[0]?.withdraws).toHaveLength(2);
  });

  it("leaves what another sentence says", () => {
    expect(linksOf(build(LED, [on("wrong-link", "LEADS")]))).toEqual(["AFFILIATED_WITH"]);
  });

  it("leaves what a person holds to be right", () => {
    const lines = [on("wrong-link", "LEADS"), on("right-link", "AFFILIATED_WITH")];
    expect(linksOf(build(oneReport, lines))).toEqual(["AFFILIATED_WITH"]);
  });

  it("takes all that was read in a quote with it, also where one type is named", () => {
    const quote = seen("Kareem Dawood", build(oneReport)).seen[0];
    const line = { verdict: "not-what-it-says", seen: [quote], type: "LEADS", ...BY };
    const judged = build(oneReport, [line]);
    expect(linksOf(judged)).toEqual([]);
    expect(statuses(judged)).toEqual(["holds"]);
  });

  it("keeps who says that it is right, and counts them as no source", () => {
    const [plain, judged] = [build(LED), build(LED, [on("right-link", "LEADS")])];
    expect(statuses(judged)).toEqual(["holds"]);
    const told = bytes(judged)
      .split("\n")
      .filter((line) => line.includes("judgedRightBy"));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('"judgedRightBy":["ada"]');
    expect(bytes(judged).replace(',"judgedRightBy":["ada"]', "")).toBe(bytes(plain));
  });

  it("is withdrawn where people disagree, and both lines are told", () => {
    const judged = build(LED, [
      on("right-link", "LEADS"),
      on("wrong-link", "LEADS", { by: "ben" }),
    ]);
    expect(linksOf(judged)).toEqual(["AFFILIATED_WITH"]);
    expect(statuses(judged)).toEqual(["disputed", "disputed"]);
    expect(judged.judged[0]?.says).toContain("ben says wrong-link (line 2");
    expect(judged.judged[1]?.says).toContain("ada says right-link (line 1");
    expect(judged.judged[1]?.withdraws).toHaveLength(2);
  });

  it("follows the newer line of one person", () => {
    const newer = on("right-link", "LEADS", { at: "2026-03-10" });
    const judged = build(LED, [newer, on("wrong-link", "LEADS")]);
    expect(linksOf(judged)).toEqual(["AFFILIATED_WITH", "LEADS"]);
    expect(statuses(judged)).toEqual(["holds", "replaced"]);
  });

  it("waits where no report says it any more", () => {
    expect(statuses(build(LED, [on("right-link", "OWNS")]))).toEqual(["waits"]);
  });

  it("takes work done together with it where one of the two had no part", () => {
    const reports = {
      "raid.txt":
        "A raid\n\n9 March 2025\n\nThe Syrian Anti-Narcotics Department, in coordination with the Iraqi National Intelligence Service, dismantled a drug trafficking network in Homs on 8 March 2025.\n",
    };
    const plain = build(reports);
    const has = ({ graph }: CaseBuild, type: string): boolean =>
      graph.relationshipTypes().includes(type);
    expect(has(plain, "COOPERATED_WITH")).toBe(true);
    const act = plain.claims.find(
      (claim) => claim.kind === "relation" && claim.type === "SUPPORTED",
    );
    if (act?.kind !== "relation") throw new Error("nobody supported the raid");
    const line = {
      verdict: "wrong-link",
      a: act.subject,
      b: act.object,
      type: "SUPPORTED",
      seen: [],
    };
    const judged = build(reports, [{ ...line, ...BY }]);
    expect(has(judged, "SUPPORTED")).toBe(false);
    expect(judged.judged[0]?.says).toContain("read with it, COOPERATED_WITH");
  });
});

describe("a judgement that is asked", () => {
  const reports = {
    "valley.txt": REPORTS["valley.txt"] ?? "",
    "later.txt": NAMESAKE,
  };

  it("tells what it may be about, and gives way to a line that says which", () => {
    const asked = build(reports, [SAME]);
    const [outcome] = asked.judged;
    expect(outcome).toMatchObject({ status: "asked", asks: { side: "a" } });
    expect(outcome?.asks?.fits).toEqual(["person:karim-daoud"]);
    const found = {
      ...SAME,
      a: seen("Karim Daoud", asked),
      by: "ben",
      finds: outcome?.source.id,
    };
    const again = build(reports, [SAME, found]);
    expect(statuses(again)).toEqual(["replaced", "holds"]);
    expect(again.judged[0]?.says).toContain("was found again: ben says same (line 2");
    expect(isOneMan(again)).toBe(true);
  });

  it("is followed itself as soon as its report is back", () => {
    const asked = build(reports, [SAME]);
    const found = { ...SAME, a: seen("Karim Daoud", asked), finds: asked.judged[0]?.source.id };
    const back = build({ ...REPORTS, "later.txt": NAMESAKE }, [SAME]);
    expect(statuses(back)).toEqual(["holds"]);
    expect(statuses(build(reports, [SAME, { ...found, verdict: "different" }]))).toEqual([
      "replaced",
      "holds",
    ]);
  });
});
