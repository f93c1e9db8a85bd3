import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../tests/support/small-pack.js";
import type { Claim } from "../model/claim.js";
import { createExtractor, extractDocument, extractFacts } from "./extract-document.js";
import { markReport } from "./testing/marked-report.js";
import { compileRuleBook } from "./view/rule-book.js";

const pack = smallPack();
const book = compileRuleBook(pack);

const extract = (lines: readonly string[], date: string | null = "2025-06-18") => {
  const report = markReport(lines, book.schema, date);
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  return { ...report, all: entities, claims, names };
};

/** Relation claims as `subject TYPE object`, denied and hypothetical ones left out. */
const links = (lines: readonly string[], date?: string | null): string[] => {
  const { claims, names } = extract(lines, date);
  return claims.flatMap((claim) =>
    claim.kind === "relation" && claim.modality !== "denied" && claim.modality !== "hypothetical"
      ? [`${names.get(claim.subject)} ${claim.type} ${names.get(claim.object)}`]
      : [],
  );
};

/** Operations of a report, each as its own properties and the names at its ends. */
const operations = (lines: readonly string[], date?: string | null) => {
  const { all, claims, names } = extract(lines, date);
  return all
    .filter((entity) => entity.type === "Operation")
    .sort((a, b) => Number(a.id.split(":").at(-1)) - Number(b.id.split(":").at(-1)))
    .map((operation) => {
      const own = claims.filter((claim) => claim.subject === operation.id);
      const property = (name: string) =>
        own.flatMap((claim) =>
          claim.kind === "property" && claim.property === name ? [claim.value] : [],
        )[0] ?? null;
      const ends = (type: string) =>
        claims.flatMap((claim: Claim) => {
          if (claim.kind !== "relation" || claim.type !== type) return [];
          if (claim.subject === operation.id) return [names.get(claim.object)];
          return claim.object === operation.id ? [names.get(claim.subject)] : [];
        });
      const seized = own.flatMap((claim) =>
        claim.kind === "relation" && claim.type === "SEIZED"
          ? [`${names.get(claim.object)} ${claim.qualifiers["amount"]} ${claim.qualifiers["unit"]}`]
          : [],
      );
      return {
        kind: property("kind"),
        date: property("date"),
        arrested: property("arrested"),
        killed: property("killed"),
        agencies: ends("CONDUCTED"),
        partners: ends("SUPPORTED"),
        places: ends("TOOK_PLACE_IN").sort(),
        targets: ends("TARGETED"),
        seized,
      };
    });
};

describe("extractFacts on actions", () => {
  it("fills one frame from the sentences that tell one action", () => {
    expect(
      operations([
        "{Agency:Harbour Police@gr} seized 20 kilograms of {Drug:cocaine} in {Place:Volos@gr} on Monday. Three dockers were arrested. The operation was carried out in coordination with {Agency:Danish Customs@dk}.",
        "The case is the first of its kind in {Country:Greece@gr}.",
      ]),
    ).toEqual([
      {
        kind: "seizure",
        date: "2025-06-16",
        arrested: 3,
        killed: null,
        agencies: ["Harbour Police"],
        partners: ["Danish Customs"],
        places: ["Greece", "Volos"],
        targets: [],
        seized: ["cocaine 20 kg"],
      },
    ]);
  });

  it("keeps the actions of a digest apart", () => {
    const found = operations([
      "# The week in the ports",
      "- {Agency:Harbour Police@gr} seized 20 kg of {Drug:cocaine} in {Place:Volos@gr} on Monday.",
      "- {Agency:Danish Customs@dk} found 4 kg of {Drug:heroin} in {Place:Esbjerg@dk} on Tuesday and arrested two men.",
    ]);
    expect(found.map(({ agencies, seized, arrested }) => [agencies, seized, arrested])).toEqual([
      [["Harbour Police"], ["cocaine 20 kg"], null],
      [["Danish Customs"], ["heroin 4 kg"], 2],
    ]);
  });

  it.each([
    [
      "Two Danes and a Greek were arrested in {Place:Volos@gr} by {Agency:Harbour Police@gr}.",
      null,
    ],
    ["{Agency:Harbour Police@gr} arrested 17 suspects, including 14 sailors.", 17],
    ["Six dockers and two pilots were detained by {Agency:Harbour Police@gr}.", 8],
    ["{Agency:Harbour Police@gr} said the driver was arrested.", 1],
    ["Four sailors, two Danes and two cooks, were detained by {Agency:Harbour Police@gr}.", 4],
    ["Nobody was arrested by {Agency:Harbour Police@gr}.", null],
    ["{Agency:Harbour Police@gr} plans to arrest two men.", null],
  ])("counts who was arrested in %j", (sentence, arrested) => {
    const [found] = operations([sentence]);
    if (arrested === null) expect(found?.arrested ?? null).not.toBe(0);
    else expect(found?.arrested).toBe(arrested);
  });

  it.each([
    ["seized 200,000 {Drug:Captagon} pills", "Captagon 200000 pills"],
    ["seized two and a half tonnes of {Drug:hashish}", "hashish 2.5 t"],
    ["seized three parcels of {Drug:cocaine} weighing 4 kilograms each", "cocaine 12 kg"],
    ["seized a dozen bags of {Drug:heroin} weighing 1,5 kg", "heroin 1.5 kg"],
    ["seized {Drug:cocaine} (35 kilos)", "cocaine 35 kg"],
    ["seized hundreds of kilograms of {Drug:drugs=narcotics}", "narcotics null kg"],
    ["seized an undisclosed quantity of {Drug:heroin}", "heroin null other"],
    ["seized 14 tons, 20 kilograms and 17 grams of {Drug:opium}", "opium 14020.017 kg"],
  ])("reads the haul of %j", (action, haul) => {
    const [found] = operations([`{Agency:Harbour Police@gr} ${action} in {Place:Volos@gr}.`]);
    expect(found?.seized).toEqual([haul]);
  });

  it("never takes the nearest drug for an unknown word behind of", () => {
    const [found] = operations([
      "{Agency:Harbour Police@gr} seized 350 kg of flour and 2 kg of {Drug:heroin} in {Place:Volos@gr}.",
    ]);
    expect(found?.seized).toEqual(["heroin 2 kg"]);
  });

  it("reads past an amount told twice and past machines", () => {
    const [found] = operations([
      "{Agency:Harbour Police@gr} seized 1,870 kilograms (4,122 pounds) of {Drug:cocaine}, 260,000 {Drug:Captagon} pills and two pill presses.",
    ]);
    expect(found?.seized.toSorted()).toEqual(["Captagon 260000 pills", "cocaine 1870 kg"]);
  });

  it("tells those who led an inquiry from those who helped", () => {
    const [found] = operations([
      "An investigation led by the {Agency:Harbour Police@gr}, supported by {Agency:Danish Customs@dk} and {Agency:Coast Watch@gr}, has resulted in the dismantling of a drug trafficking network in {Place:Volos@gr}.",
    ]);
    expect(found?.agencies).toEqual(["Harbour Police"]);
    expect(found?.partners).toEqual(["Danish Customs", "Coast Watch"]);
  });

  it("leaves a verdict where the court sits, not where the crime was", () => {
    const [found] = operations([
      "{Person:Ole Lund} was convicted on 4 June of taking bribes in {Place:Volos@gr}.",
    ]);
    expect(found?.places).toEqual([]);
  });

  it("takes papers and the end of a custody for no action", () => {
    const found = operations([
      "Eight people wanted on 14 arrest warrants were detained in {Place:Volos@gr} on 4 June. They were remanded in custody until 12 June.",
    ]);
    expect(found.map(({ arrested, date }) => [arrested, date])).toEqual([[8, "2025-06-04"]]);
  });

  it("makes no amount of money, calibres and rounds", () => {
    const [found] = operations([
      "{Agency:Harbour Police@gr} seized 2 kg of {Drug:heroin} worth 3.4 million euros with a 9 mm pistol and 250 rounds.",
    ]);
    expect(found?.seized).toEqual(["heroin 2 kg"]);
  });

  it("gives a group without a name to the action that singled it out", () => {
    const [found] = operations([
      "{Agency:Harbour Police@gr} dismantled an international drug trafficking network in {Place:Volos@gr} on Sunday.",
    ]);
    expect(found).toMatchObject({ kind: "dismantling", targets: ["network dismantled in Volos"] });
  });

  it("lets an umbrella force stand for its state, or for the body that speaks for it", () => {
    const lines = "authorities had seized 3 kg of {Drug:heroin} in {Place:Volos@gr}.";
    expect(
      operations([`On Monday ${lines}`, "{Country:Greece@gr} is proud."])[0]?.agencies,
    ).toEqual(["Greece"]);
    expect(operations([`{Agency:Interior Ministry@gr} said ${lines}`])[0]?.agencies).toEqual([
      "Interior Ministry",
    ]);
  });

  it("keeps both readings of a date that the document leaves open", () => {
    const { claims } = extract([
      "{Agency:Harbour Police@gr} seized 3 kg of {Drug:heroin} on 04/05/2024.",
    ]);
    const dates = claims.flatMap((claim) =>
      claim.kind === "property" && claim.property.startsWith("date")
        ? [[claim.property, claim.value]]
        : [],
    );
    expect(dates.sort()).toEqual([
      ["dateFrom", "2024-04-05"],
      ["dateTo", "2024-05-04"],
    ]);
  });

  it("tells no action where nothing took place", () => {
    expect(
      operations([
        "A report that 80 kg of {Drug:heroin} had been found near {Place:Volos@gr} was false, {Agency:Harbour Police@gr} said.",
        "No {Drug:cocaine} was seized by {Agency:Danish Customs@dk}.",
      ]),
    ).toEqual([]);
  });
});

describe("extractFacts on links", () => {
  it.each([
    ["The {Drug:opium} had been brought from {Country:Iran@ir}.", "opium SMUGGLED_FROM Iran"],
    ["5 kg of {Drug:hashish} were bound for {Country:Malta@mt}.", "hashish SMUGGLED_TO Malta"],
    ["The {Drug:cocaine} came by way of {Place:Doha@qa}.", "cocaine SMUGGLED_VIA Doha"],
    [
      "{Official:Mina Falk} is silent; {Agency:Harbour Police@gr} commander {Official:Ana Rey} spoke.",
      "Ana Rey HOLDS_POSITION Harbour Police",
    ],
    [
      "{Official:Ana Rey}, spokeswoman for the {Agency:Harbour Police@gr}, agreed.",
      "Ana Rey HOLDS_POSITION Harbour Police",
    ],
    [
      "{Country:Greek@gr=Greece} Interior Minister {Official:Ana Rey} agreed.",
      "Ana Rey HOLDS_POSITION Greece",
    ],
    [
      "{Person:Ole Lund}, an analyst at the {Organization:Fjord Institute}, agreed.",
      "Ole Lund AFFILIATED_WITH Fjord Institute",
    ],
    [
      "The {Agency:Diving Unit@gr} of the {Agency:Harbour Police@gr} was there.",
      "Diving Unit PART_OF Harbour Police",
    ],
    ["{Drug:Captagon} is pressed in {Place:Volos@gr}.", "Captagon PRODUCED_IN Volos"],
    ["{Network:Salt Ring} is active in {Place:Volos@gr}.", "Salt Ring OPERATES_IN Volos"],
    [
      "{Network:Salt Ring}, led by {Person:Ole Lund}, is feared.",
      "Ole Lund AFFILIATED_WITH Salt Ring",
    ],
    [
      "{Agency:Harbour Police@gr} and {Agency:Danish Customs@dk} jointly seized 3 kg of {Drug:heroin}.",
      "Harbour Police COOPERATED_WITH Danish Customs",
    ],
    [
      "Acting on a tip from {Agency:Danish Customs@dk}, {Agency:Harbour Police@gr} seized 3 kg of {Drug:heroin}.",
      "Harbour Police COOPERATED_WITH Danish Customs",
    ],
    ["{Place:Volos@gr} lies in {Country:Greece@gr}.", "Volos LOCATED_IN Greece"],
    ["{Agency:Harbour Police@gr} of {Country:Greece@gr} wrote.", "Harbour Police AGENCY_OF Greece"],
  ])("reads %j", (sentence, link) => {
    expect(links([sentence])).toContain(link);
  });

  it.each([
    [
      "Co-ordination between {Country:Greece@gr} and {Country:Malta@mt} is needed.",
      "COOPERATED_WITH",
    ],
    ["A man from {Country:Iran@ir} spoke about {Drug:opium}.", "SMUGGLED_FROM"],
    [
      "{Agency:Harbour Police@gr} said the suspects fled into {Country:Malta@mt} without the {Drug:heroin}.",
      "SMUGGLED_TO",
    ],
    ["{Official:Ana Rey} met the president's brother.", "HOLDS_POSITION"],
  ])("reads no such link from %j", (sentence, type) => {
    expect(links([sentence]).filter((link) => link.includes(type))).toEqual([]);
  });

  it("makes stops of the ends that goods leave again", () => {
    const found = links([
      "The {Drug:ketamine} was to go to {Place:Bergen@no} and on to {Place:Oslo@no}, from where it would have been shipped to {Country:Iceland@is}.",
    ]);
    expect(found.filter((link) => link.includes("SMUGGLED")).sort()).toEqual([
      "ketamine SMUGGLED_TO Iceland",
      "ketamine SMUGGLED_VIA Bergen",
      "ketamine SMUGGLED_VIA Oslo",
    ]);
  });

  it("marks a leg that is only planned", () => {
    const { claims } = extract([
      "3 kg of {Drug:heroin} were found, destined for {Country:Malta@mt}.",
    ]);
    const leg = claims.find((claim) => claim.kind === "relation" && claim.type === "SMUGGLED_TO");
    expect(leg?.modality).toBe("planned");
  });
});

describe("extractFacts on totals", () => {
  const figures = (lines: readonly string[]) => {
    const { claims } = extract(lines);
    return claims.flatMap((claim) =>
      claim.kind === "property" && claim.property === "value" ? [claim.value] : [],
    );
  };

  it("makes statistics of totals over a period, and no action", () => {
    const lines = [
      "Over the past three years {Agency:Harbour Police@gr} dismantled 1,201 drug networks and seized 14 tons of {Drug:drugs=narcotics}.",
    ];
    expect(figures(lines)).toEqual([1201, 14]);
    expect(operations(lines)).toEqual([]);
  });

  it("carries a total through its paragraph", () => {
    expect(
      figures([
        "In the first half of the year 312 suspects were arrested. Courts convicted 79 of them.",
      ]),
    ).toEqual([312, 79]);
  });

  it("counts neither occasions nor those who speak", () => {
    expect(
      figures(["He had sailed there eleven times since 2019, and twelve officers knew him."]),
    ).toEqual([]);
  });

  it("gives each figure the speaker, the state and the period of its own words", () => {
    const { all, claims, names } = extract([
      "{Agency:Harbour Police@gr} of {Country:Greece@gr} closed 23 workshops in 2024, and the {Agency:Danish Customs@dk} of {Country:Denmark@dk} reported 41. {Agency:Danish Customs@dk} in {Country:Denmark@dk} seized 7 tons in 2024, against 5 tons in 2023.",
    ]);
    const told = (property: string) =>
      claims.flatMap((claim) =>
        claim.kind === "property" && claim.property === property
          ? [`${names.get(claim.subject)} | ${claim.value}`]
          : [],
      );
    expect(told("scope")).toContain("workshops: 23 | Greece");
    expect(told("scope")).toContain("workshops: 41 | Denmark");
    expect(told("period")).toContain("seized: 5 t | 2023");
    const speakers = claims.flatMap((claim) =>
      claim.kind === "relation" && claim.type === "REPORTED"
        ? [`${names.get(claim.subject)} | ${names.get(claim.object)}`]
        : [],
    );
    expect(speakers).toEqual(["Danish Customs | workshops: 41"]);
    expect(all.filter((thing) => thing.type === "Statistic")).toHaveLength(4);
  });

  it("names a bound as a bound", () => {
    const { all } = extract([
      "More than 1,200 networks were dismantled over the past three years.",
    ]);
    expect(all.map((thing) => thing.name)).toContain("networks dismantled: at least 1200");
  });

  it("leaves out ages, terms and prices", () => {
    expect(
      figures(["In 2024 {Person:Ole Lund}, 48, was given 15 years and paid 400 dollars."]),
    ).toEqual([]);
  });
});

describe("extractFacts on evidence", () => {
  const WORDS = [
    "{Agency:Harbour Police@gr}",
    "{Agency:Danish Customs@dk}",
    "{Drug:cocaine}",
    "{Place:Volos@gr}",
    "{Country:Greece@gr}",
    "{Network:Salt Ring}",
    "{Person:Ole Lund}",
    "seized",
    "arrested",
    "three",
    "men",
    "20 kg",
    "of",
    "from",
    "to",
    "in",
    "and",
    ",",
    "said",
    "the",
    "on Monday",
    "was",
    "by",
    ".",
  ];

  it("quotes what stands in the text, whatever the words", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => {
        const { document, claims, names } = extract([words.join(" ")]);
        for (const claim of claims) {
          expect(names.has(claim.subject)).toBe(true);
          if (claim.kind === "relation") expect(names.has(claim.object)).toBe(true);
          for (const { span, quote } of claim.evidence) {
            expect(document.text.slice(span.start, span.end)).toBe(quote);
            expect(quote.length).toBeLessThanOrEqual(400);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same claims whatever the order of the things", () => {
    const report = markReport(
      [
        "{Agency:Harbour Police@gr} seized 20 kg of {Drug:cocaine} in {Place:Volos@gr}, {Country:Greece@gr}.",
      ],
      book.schema,
    );
    const straight = extractFacts(report.document, report.entities, book);
    const reversed = extractFacts(report.document, report.entities.toReversed(), book);
    expect(JSON.stringify(reversed.claims)).toBe(JSON.stringify(straight.claims));
  });

  it("passes over a line of noise", () => {
    const noise = `${"Ab".repeat(20_000)} ${"7".repeat(4000)} ${"(".repeat(3000)}`;
    const found = operations([
      `${noise} end`,
      "{Agency:Harbour Police@gr} seized 20 kg of {Drug:cocaine}.",
    ]);
    expect(found).toHaveLength(1);
  });
});

describe("extractDocument", () => {
  it("reads a report from its text alone, each time alike", () => {
    const { document } = markReport(
      ["Police seized 20 kg of cocaine on Monday."],
      book.schema,
      "2025-06-18",
    );
    const pack = smallPack();
    const found = extractDocument(document, pack);
    expect(found.claims.some((claim) => claim.kind === "relation" && claim.type === "SEIZED")).toBe(
      true,
    );
    expect(createExtractor(pack)(document)).toEqual(found);
  });
});
