// Whom an action befell, and as what: the lines of the packs, and what no line of a pack shows.
import { describe, expect, it } from "vitest";
import { packNames, smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook, type RuleBook } from "../view/rule-book.js";

/** The people of all actions of a report as `name role`, and the kinds of the actions. */
function readPeople(book: RuleBook, lines: readonly string[]) {
  const report = markReport(lines, book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  const people = claims.flatMap((claim) =>
    claim.kind === "relation" && claim.type === "TARGETED" && claim.qualifiers["role"] !== undefined
      ? [`${names.get(claim.object)} ${claim.qualifiers["role"]}`]
      : [],
  );
  const kinds = claims.flatMap((claim) =>
    claim.kind === "property" && claim.property === "kind" ? [String(claim.value)] : [],
  );
  return { people: [...new Set(people)].sort(), kinds };
}

describe.each(packNames())("the fates of the pack %s", (name) => {
  const pack = smallPack(name);
  const book = compileRuleBook(pack);
  const { fates } = pack.wording.fates;
  const split = (line: string) => line.split(" => ");

  it("befall people only in roles that the schema declares", () => {
    const type = book.schema.relationOf("targeted");
    const roles = new Set(type === null ? [] : (book.schema.relation(type)?.roles ?? []));
    expect(fates.filter(({ role }) => !roles.has(role)).map(({ id }) => id)).toEqual([]);
  });

  it.each(fates.flatMap((fate) => fate.tests.map((line) => [fate.id, line] as const)))(
    "%s: %s",
    (_id, line) => {
      const [sentence = "", person] = split(line);
      expect(readPeople(book, [sentence]).people).toContain(person);
    },
  );

  it.each(fates.flatMap((fate) => fate.never.map((line) => [fate.id, line, fate.role] as const)))(
    "%s reads nobody from: %s",
    (_id, line, role) => {
      const { people } = readPeople(book, [line]);
      expect(people.filter((one) => one.endsWith(` ${role}`))).toEqual([]);
    },
  );
});

const LUND = "{Person:Ole Lund}";
const VIK = "{Person:Per Vik}";
const MOE = "{Person:Jan Moe}";
const POLICE = "{Agency:Harbour Police@gr}";

describe("people of an action", () => {
  const book = compileRuleBook(smallPack("narcotics"));

  it.each([
    ["an age", [`${LUND}, 34, was arrested in {Place:Volos@gr} on Monday.`]],
    ["an age in brackets", [`${LUND} (34) was detained in {Place:Volos@gr} on Monday.`]],
    ["an aside", [`${LUND}, who had come with a friend, ran but was caught in {Place:Volos@gr}.`]],
    ["a relative word", [`${LUND}, whom ${POLICE} arrested on Monday, said nothing.`]],
    ["a noun", [`${POLICE} announced the arrest of ${LUND} on Monday.`]],
    ["a possessive", [`${LUND}'s arrest in {Place:Volos@gr} on Monday surprised nobody.`]],
    ["members of those counted", [`${POLICE} arrested six people, including ${LUND}, on Monday.`]],
    ["a pronoun", [`${LUND} ran a bar in {Place:Volos@gr}. He was arrested on Monday.`]],
    ["a speech", [`${POLICE} said on Monday they had arrested ${LUND}.`]],
  ])("are found behind %s", (_how, lines) => {
    expect(readPeople(book, lines).people).toEqual(["Ole Lund arrested"]);
  });

  it("are found in lists, ages and descriptions between them", () => {
    expect(
      readPeople(book, [`${POLICE} arrested ${LUND}, 34, ${VIK}, 41, and ${MOE}, 23, on Monday.`])
        .people,
    ).toEqual(["Jan Moe arrested", "Ole Lund arrested", "Per Vik arrested"]);
  });

  it.each([
    [
      "a list with trades in it",
      [
        `${LUND}, 34, a chemist, and ${VIK}, 41, a cook, were arrested in {Place:Volos@gr} on Monday.`,
      ],
    ],
    ["an order turned round", [`Arrested on Monday were ${LUND} and ${VIK}.`]],
    [
      "a word that counts them",
      [`${LUND} and ${VIK} were both arrested in {Place:Volos@gr} on Monday.`],
    ],
    ["companions", [`${LUND} was arrested along with ${VIK} in {Place:Volos@gr} on Monday.`]],
    ["semicolons", [`${POLICE} arrested ${LUND}; and ${VIK} on Monday.`]],
    [
      "names told later",
      [
        `${POLICE} arrested two men in {Place:Volos@gr} on Monday. ${LUND} and ${VIK} said nothing.`,
      ],
    ],
    [
      "several pronouns",
      [
        `${LUND} and ${VIK} live in {Place:Volos@gr}. They own a bar. Both men like it. They were arrested on Monday.`,
      ],
    ],
    [
      "those who are counted",
      [`Two of those arrested, ${LUND} and ${VIK}, live in {Place:Volos@gr}.`],
    ],
    [
      "others without a name",
      [`${POLICE} arrested ${LUND}, ${VIK}, and three friends in {Place:Volos@gr} on Monday.`],
    ],
  ])("are both found behind %s", (_how, lines) => {
    expect(readPeople(book, lines).people).toEqual(["Ole Lund arrested", "Per Vik arrested"]);
  });

  it("are found in the bullets behind an introduction", () => {
    const lines = [
      "Charged with smuggling are:",
      `- ${LUND}, 44, of {Place:Volos@gr}`,
      `- ${VIK}, 41, a driver for ${MOE}`,
    ];
    expect(readPeople(book, lines).people).toEqual(["Ole Lund charged", "Per Vik charged"]);
  });

  it("are as many as a figure says that takes them up", () => {
    const lines = [
      `The two were named as ${LUND} and ${VIK}. Both two were seen. All two were detained.`,
    ];
    expect(readPeople(book, lines).people).toEqual(["Ole Lund arrested", "Per Vik arrested"]);
  });

  it("stand in the furthest part that the action tells of", () => {
    expect(
      readPeople(book, [`${LUND} was arrested and charged in {Place:Volos@gr} on Monday.`]),
    ).toEqual({
      people: ["Ole Lund charged"],
      kinds: ["arrest"],
    });
  });

  it("make an action of each paper act of one sentence", () => {
    const { people, kinds } = readPeople(book, [
      `${LUND} was picked up by ${POLICE} in 2019, handed to {Country:Denmark@dk} in 2020, and given nine years by a court in {Place:Aarhus@dk}.`,
    ]);
    expect(people).toEqual(["Ole Lund arrested", "Ole Lund convicted", "Ole Lund extradited"]);
    expect(kinds.sort()).toEqual(["arrest", "other", "sentencing"]);
  });

  it.each([
    `Relatives of the head of the {Network:Salt Ring}, ${LUND}, were arrested on Monday.`,
    `${LUND} was killed by rivals in {Place:Volos@gr} on Monday.`,
    `Gunmen held ${LUND} for three days.`,
    `${LUND} is due in court on Friday.`,
    `${LUND} could be charged on Friday.`,
    `${LUND} was never charged.`,
    `Lawyers asked for the extradition of ${LUND}.`,
    `${LUND} is fighting his extradition to {Country:Denmark@dk}.`,
    `The {Network:Salt Ring} wants ${LUND} as its banker.`,
    `Police want to arrest ${LUND}.`,
  ])("are none, and no action is opened, in: %s", (line) => {
    expect(readPeople(book, [line]).people.filter((one) => one.startsWith("Ole Lund"))).toEqual([]);
  });

  it.each([
    "Former officers of {Agency:Harbour Police@gr} smuggled 300 kg of {Drug:cocaine}, prosecutors said on 9 September 2025.",
    "A rival of the {Network:Salt Ring} seized a warehouse with 3 kg of {Drug:cocaine} in {Place:Volos@gr}.",
    "Smugglers hid 40 kg of {Drug:heroin} in a lorry near {Place:Volos@gr} on 3 May 2025.",
  ])("and goods without an authority that catches open no action: %s", (line) => {
    expect(readPeople(book, [line]).kinds).toEqual([]);
  });

  it.each([
    [
      "{Agency:Harbour Police@gr} held two men in {Place:Volos@gr} on Monday: {Person:Ole Lund}, 34, and {Person:Kim Ray}, 29.",
      ["Kim Ray arrested", "Ole Lund arrested"],
    ],
    [
      "{Agency:Harbour Police@gr} held two goats on Monday: {Person:Ole Lund} and {Person:Kim Ray} own them.",
      [],
    ],
    [
      "The {Agency:Volos Court@gr} sentenced {Person:Ole Lund} to 12 years, {Person:Kim Ray}, 29, to nine and {Person:Eva Moe} to four.",
      ["Eva Moe convicted", "Kim Ray convicted", "Ole Lund convicted"],
    ],
    [
      "The {Agency:Volos Court@gr} sentenced {Person:Ole Lund} to 12 years; {Person:Kim Ray} wept.",
      ["Ole Lund convicted"],
    ],
  ])("are named behind the verb in: %s", (line, expected) => {
    expect(readPeople(book, [line]).people).toEqual(expected);
  });
});
