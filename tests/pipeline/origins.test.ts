import { buildCase } from "@redthread/core/build";
import { describe, expect, it } from "vitest";
import { smallPack } from "../support/small-pack.js";
import { relationships } from "./invented-case.js";

const pack = smallPack();

/** A report with a headline, a byline and a date, or without a word of where it comes from. */
interface Told {
  readonly paper: string | null;
  readonly day: string;
  readonly text: string;
}

const told = (paper: string | null, day: string, text: string): Told => ({ paper, day, text });

function build(reports: readonly Told[]) {
  const inputs = reports.map(({ paper, day, text }, at) => {
    const head = paper === null ? "" : `Item ${at}\n\nBy Ada Lund, ${paper}\n${day}\n\n`;
    return { path: `${at}.txt`, bytes: new TextEncoder().encode(`${head}${text}\n`) };
  });
  return buildCase(inputs, { pack });
}

/** Origins of the one link that says who leads whom. */
const leaders = (reports: readonly Told[]) =>
  relationships(build(reports).graph, "LEADS").map(({ sources, denials, withdrawn }) => ({
    sources,
    denials,
    withdrawn,
  }));

const LEADS = "Tarek Mansour leads the Salt Ring network";

describe("origins of one claim", () => {
  it.each<[string, readonly Told[], number]>([
    [
      "two papers with sources of their own",
      [
        told(
          "Delta Courier",
          "4 May 2025",
          `${LEADS}, Delta Courier has learned from court papers.`,
        ),
        told("Harbour Post", "6 May 2025", `${LEADS}, the Lebanese army said.`),
      ],
      2,
    ],
    [
      "papers that cite the first one",
      [
        told(
          "Delta Courier",
          "4 May 2025",
          `${LEADS}, Delta Courier has learned from court papers.`,
        ),
        told("Harbour Post", "5 May 2025", `Delta Courier reported that ${LEADS}.`),
        told("Northern Ledger", "6 May 2025", `${LEADS}, according to the Courier.`),
        told("Pier Journal", "6 May 2025", `${LEADS}, as first reported by the Delta Courier.`),
      ],
      1,
    ],
    [
      "papers that cite one that is not in the case",
      [
        told("Harbour Post", "5 May 2025", `Reuters reported that ${LEADS}.`),
        told("Pier Journal", "6 May 2025", `${LEADS}, a police officer told Reuters.`),
      ],
      1,
    ],
    [
      "papers that give the word of one body",
      [
        told("Harbour Post", "5 May 2025", `${LEADS}, Iraqi police said.`),
        told(
          "Pier Journal",
          "6 May 2025",
          `According to a statement of the Iraqi police, ${LEADS}.`,
        ),
      ],
      1,
    ],
    [
      "one spokesman, by name and by his body",
      [
        told(
          "Harbour Post",
          "5 May 2025",
          `${LEADS}, said Colonel Hadi Rahim, spokesman for the Iraqi police.`,
        ),
        told("Pier Journal", "6 May 2025", `${LEADS}, Iraqi police said.`),
      ],
      1,
    ],
    [
      "one paper, however it is spelt",
      [
        told("The Delta Courier", "4 May 2025", `${LEADS}.`),
        told("Delta-Courier", "5 May 2025", `${LEADS}, the paper has learned.`),
        told("Delta Courrier", "6 May 2025", `In the port they say that much: ${LEADS}.`),
      ],
      1,
    ],
    [
      "reports of nobody knows whom",
      [
        told(null, "", `${LEADS}.`),
        told(null, "", `In the port it is known that ${LEADS}.`),
        told(null, "", `Fishermen say it aloud. ${LEADS}.`),
      ],
      1,
    ],
    [
      "reports of nobody knows whom, with the word of two bodies",
      [
        told(null, "", `${LEADS}, Iraqi police said.`),
        told(null, "", `${LEADS}, the Lebanese army said.`),
      ],
      2,
    ],
  ])("of %s", (_, reports, sources) => {
    expect(leaders(reports)).toMatchObject([{ sources }]);
  });

  it("of a denial are none: it stands beside the claim", () => {
    const reports = [
      told("Delta Courier", "4 May 2025", `${LEADS}, Iraqi police said.`),
      told("Harbour Post", "5 May 2025", `The Lebanese army denied that ${LEADS}.`),
    ];
    expect(leaders(reports)).toMatchObject([{ sources: 1, denials: 1 }]);
  });

  it("of a report that was withdrawn are none left", () => {
    const reports = [
      told("Delta Courier", "4 May 2025", `${LEADS}, Delta Courier has learned from court papers.`),
      told("Harbour Post", "5 May 2025", `${LEADS}, the Lebanese army said.`),
      told("Delta Courier", "9 May 2025", "Delta Courier retracts its story of 4 May."),
    ];
    expect(leaders(reports)).toMatchObject([{ sources: 1 }]);
    expect(leaders([...reports.slice(0, 1), ...reports.slice(2)])).toMatchObject([
      { sources: 0, withdrawn: true },
    ]);
  });
});

describe("what a paper takes back", () => {
  const FIRST = told("Delta Courier", "4 May 2025", `${LEADS}, Delta Courier has learned.`);
  const takenBackBy = (text: string, paper = "Delta Courier") =>
    leaders([FIRST, told(paper, "9 May 2025", text)])[0]?.withdrawn === true;

  it.each([
    "Delta Courier retracts its story of 4 May.",
    "Delta Courier has withdrawn its report of 4 May.",
    "We retract our article of 4 May.",
    "This newspaper takes back what it wrote on 4 May.",
    "Our report of 4 May has been withdrawn.",
    "Delta Courier's story of 4 May was retracted on Friday.",
    "Delta Courier no longer stands by its account of 4 May.",
  ])("is withdrawn: %s", (text) => {
    expect(takenBackBy(text)).toBe(true);
  });

  it.each([
    "Tarek Mansour withdrew 200,000 dollars from an account of the Salt Ring network on 4 May.",
    "Troops withdrew from the hills on 4 May, according to a report by the Salt Ring network of Tarek Mansour.",
    "Tarek Mansour of the Salt Ring network withdrew his claim to the harbour on 4 May.",
    "Witnesses against Tarek Mansour and the Salt Ring network withdrew on 4 May, court reports show.",
    "Delta Courier has not withdrawn its story of 4 May and stands by it.",
    "The Salt Ring network asked Delta Courier to retract its story of 4 May.",
    "Delta Courier should retract its story of 4 May, a lawyer of Tarek Mansour said.",
    "Tarek Mansour wanted Delta Courier to retract its story of 4 May, and the paper refused.",
    "The police report of 4 May was withdrawn, a lawyer of Tarek Mansour and the Salt Ring network said.",
  ])("is not withdrawn: %s", (text) => {
    expect(takenBackBy(text)).toBe(false);
    expect(takenBackBy(text, "Harbour Post")).toBe(false);
  });

  it("are all the reports whose days are named", () => {
    const reports = [
      FIRST,
      told("Delta Courier", "5 May 2025", `In the port it is known that ${LEADS}.`),
      told("Delta Courier", "9 May 2025", "Delta Courier retracts its stories of 4 May and 5 May."),
    ];
    expect(build(reports).origins.withdrawals.map(({ kind }) => kind)).toEqual([
      "withdrawn",
      "withdrawn",
    ]);
  });

  it("is no report of a paper of nearly the same name", () => {
    const reports = [
      told("Delta Courier", "4 May 2025", `${LEADS}.`),
      told("Delta Courser", "4 May 2025", `${LEADS}, it is said in Beirut.`),
      told("Delta Courser", "9 May 2025", "Delta Courser retracts its story of 4 May."),
    ];
    expect(build(reports).origins.withdrawals.map(({ of }) => of)).toHaveLength(1);
    expect(leaders(reports)).toMatchObject([{ sources: 1 }]);
  });

  const caught = (amount: number, tail = "") =>
    `Iraqi police seized ${amount} kilograms of cocaine in Rutba on 2 May 2025.${tail}`;
  const shown = (reports: readonly Told[]) =>
    relationships(build(reports).graph, "SEIZED").map(({ amount }) => Number(amount));

  it("lifts a figure only where it puts that figure right", () => {
    const agreed = [
      told("Harbour Post", "3 May 2025", caught(350)),
      told(
        "Pier Journal",
        "3 May 2025",
        "In Rutba 350 kilograms of cocaine were seized by Iraqi police on 2 May 2025, Pier Journal has learned from a driver.",
      ),
      told(
        "Northern Ledger",
        "4 May 2025",
        "Sheep went by when, on 2 May 2025, Iraqi police in Rutba seized 350 kilograms of cocaine in a lorry.",
      ),
    ];
    const earlier = told("Delta Courier", "3 May 2025", caught(340, " The lorry was red."));
    const fix = (amount: number, what: string) =>
      told("Delta Courier", "5 May 2025", `Correction: ${what} ${caught(amount)}`);
    expect(shown([...agreed, earlier])).toEqual([350]);
    expect(shown([...agreed, earlier, fix(340, "The lorry was white, not red.")])).toEqual([350]);
    expect(shown([...agreed, earlier, fix(360, "")])).toEqual([360]);
  });

  it.each([
    ["An earlier version of this report wrongly gave the day as Monday.", true],
    ["We incorrectly reported on 4 May that he leads it.", true],
    ["Delta Courier corrects its report of 4 May.", true],
    [
      "A report of 4 May says that Tarek Mansour of the Salt Ring network was wrongly held for a week.",
      false,
    ],
    ["An earlier report by the Salt Ring network found that Tarek Mansour is well.", false],
    ["The police corrected the number of men of Tarek Mansour and the Salt Ring network.", false],
  ])("is put right or not: %s", (text, isCorrected) => {
    const { withdrawals } = build([FIRST, told("Delta Courier", "9 May 2025", text)]).origins;
    expect(withdrawals.map(({ kind }) => kind)).toEqual(isCorrected ? ["corrected"] : []);
  });
});

describe("origins of whole reports", () => {
  const ITEM =
    "Customs officers at Guayaquil found 340 kilograms of cocaine under frozen shrimp on 2 May 2025 and held four sailors of the freighter Estela. The container was bound for Rotterdam, where two brokers from Antwerp were waiting for it.";
  const REWORDED =
    "Four sailors from the freighter Estela were held and 340 kilograms of cocaine found beneath frozen shrimp by customs officers in Guayaquil on 2 May 2025. Two Antwerp brokers waited in Rotterdam for the container.";
  const OTHER =
    "Customs officers at Guayaquil found 75 kilograms of cocaine in a load of bananas on 2 May 2025. A lorry driver was held. He had come from the hills with papers for Lisbon, and the dogs at the gate would not let his cab go by.";

  const copies = (reports: readonly Told[]) =>
    build(reports)
      .origins.leanings.filter(({ kind }) => kind === "copied" || kind === "reworded")
      .map(({ kind }) => kind);

  it("are one for an item in other words, and two for two events of one place and day", () => {
    expect(
      copies([
        told("Delta Courier", "3 May 2025", ITEM),
        told("Harbour Post", "3 May 2025", REWORDED),
      ]),
    ).toContain("reworded");
    expect(
      copies([
        told("Delta Courier", "3 May 2025", ITEM),
        told("Harbour Post", "3 May 2025", OTHER),
      ]),
    ).toEqual([]);
  });

  it("are two for two events told after one template, and a retraction takes back its own", () => {
    const bulletin = (kilograms: number, port: string, ship: string) =>
      `The customs service announced on Saturday that officers of the anti-narcotics unit had found ${kilograms} kilograms of cocaine in ${port} aboard the freighter ${ship}. The drug was handed to the prosecutor, who opened an investigation, and the crew was questioned in the presence of an interpreter. The service thanked its partners.`;
    const reports = [
      told("Delta Courier", "3 May 2025", bulletin(340, "Guayaquil", "Estela")),
      told("Harbour Post", "4 May 2025", bulletin(75, "Manta", "Orion")),
    ];
    expect(copies(reports)).toEqual([]);
  });

  it("are one however many papers print it", () => {
    const reports = Array.from({ length: 60 }, (_, at) =>
      told(
        `Gate ${String.fromCharCode(65 + (at % 26))}${at} Bugle`,
        "3 May 2025",
        `${ITEM} ${LEADS}.`,
      ),
    );
    expect(leaders(reports)).toMatchObject([{ sources: 1 }]);
  });

  it("are one where both credit an agency", () => {
    const reports = [
      told("Delta Courier", "3 May 2025", `${LEADS}, it is said in Beirut. (Reuters)`),
      told("Harbour Post", "4 May 2025", `In Beirut there is no doubt that ${LEADS}. - Reuters`),
    ];
    expect(leaders(reports)).toMatchObject([{ sources: 1 }]);
  });
});
