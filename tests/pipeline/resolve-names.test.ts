import { describe, expect, it } from "vitest";
import {
  EGYPT,
  IRAQ,
  ids,
  judge,
  Report,
  resolveReports,
  withOfficial,
} from "./invented-report.js";

describe("agencies across reports", () => {
  it.each([
    ["Iraqi Ministry of Interior", "Interior Ministry"],
    ["Iraq's interior ministry", "Ministry of the Interior"],
    ["Iraqi Border Guard Service", "Border Guard"],
    ["Iraqi Defence Ministry", "Ministry of Defense"],
  ])("takes %s and %s for one", (a, b) => {
    const resolution = resolveReports([
      new Report("first").add("Agency", a, IRAQ),
      new Report("second").add("Agency", b, IRAQ),
    ]);
    expect(ids(resolution, "Agency")).toHaveLength(1);
  });

  it("names them by state and field, whatever the word order", () => {
    const resolution = resolveReports([
      new Report("first").add("Agency", "Iraqi Ministry of Interior", IRAQ),
      new Report("second").add("Agency", "Iraqi National Security Service", IRAQ),
    ]);
    expect(ids(resolution, "Agency")).toEqual([
      "agency:iq:interior-ministry",
      "agency:iq:national-security-service",
    ]);
  });

  it("keeps the security service and the intelligence service apart, and says why", () => {
    const resolution = resolveReports([
      new Report("first").add("Agency", "Iraqi National Security Service", {
        ...IRAQ,
        acronym: "INSS",
      }),
      new Report("second").add("Agency", "Iraqi National Intelligence Service", {
        ...IRAQ,
        acronym: "INIS",
      }),
    ]);
    expect(ids(resolution, "Agency")).toHaveLength(2);
    expect(resolution.decisions).toMatchObject([
      {
        outcome: "apart",
        reasons: expect.arrayContaining(["different words: intelligence / security"]),
      },
    ]);
  });

  it("takes a court for the one whose seat is named, unless two seats are", () => {
    const court = (document: string, name: string) =>
      new Report(document).add("Agency", name, IRAQ);
    const bare = court("first", "State Security Court");
    const seated = court("second", "State Security Court in Basra");
    const other = court("third", "State Security Court in Erbil");
    expect(ids(resolveReports([bare, seated]), "Agency")).toHaveLength(1);
    expect(ids(resolveReports([bare, seated, other]), "Agency")).toHaveLength(3);
  });

  it("keeps bodies of one name in two states apart", () => {
    const resolution = resolveReports([
      new Report("first").add("Agency", "Anti-Narcotics Department", { country: "jo" }),
      new Report("second").add("Agency", "Anti-Narcotics Department", EGYPT),
    ]);
    expect(ids(resolution, "Agency")).toHaveLength(2);
  });

  it("asks where one report does not tell the state", () => {
    const resolution = resolveReports([
      new Report("first").add("Agency", "Ministry of Interior", IRAQ),
      new Report("second").add("Agency", "Ministry of Interior"),
    ]);
    expect(resolution.decisions).toMatchObject([{ outcome: "review" }]);
  });

  it("leaves a short name open when two bodies answer to it", () => {
    const resolution = resolveReports([
      new Report("first").add("Agency", "National Security Service", IRAQ),
      new Report("second").add("Agency", "General Security Directorate", IRAQ),
      new Report("third").add("Agency", "Security Service", IRAQ),
    ]);
    expect(ids(resolution, "Agency")).toHaveLength(3);
  });
});

describe("people across reports", () => {
  it("takes three spellings of one post for one man", () => {
    const resolution = resolveReports([
      withOfficial("first", "Nasser al-Shammari", "Iraqi Ministry of Interior"),
      withOfficial("second", "Nasser Al Shamari", "Interior Ministry"),
      withOfficial("third", "Nasir Al-Shammari", "Ministry of Interior"),
    ]);
    expect(ids(resolution, "Official")).toHaveLength(1);
  });

  const convict = () =>
    new Report("basra")
      .add("Network", "Palm Gate network")
      .add("Person", "Ahmed Hassan", IRAQ)
      .tell("Ahmed Hassan", "age", 54)
      .relate("Ahmed Hassan", "AFFILIATED_WITH", "Palm Gate network");
  const colonel = () =>
    withOfficial("cairo", "Ahmed Hassan", "Egyptian Anti-Narcotics Administration", EGYPT).tell(
      "Ahmed Hassan",
      "age",
      31,
    );
  const bare = () => new Report("short").add("Person", "Ahmed Hassan");

  it("keeps a convict, a colonel and a bare mention of one name three people", () => {
    const resolution = resolveReports([convict(), colonel(), bare()]);
    const people = resolution.entities.filter((entity) => entity.name === "Ahmed Hassan");
    expect(people.map((person) => person.documents.length)).toEqual([1, 1, 1]);
    expect(people.map((person) => person.id)).toEqual([
      expect.stringMatching(/^person:ahmed-hassan:[0-9a-f]{8}$/),
      expect.stringMatching(/^person:ahmed-hassan:[0-9a-f]{8}$/),
      expect.stringMatching(/^person:ahmed-hassan:[0-9a-f]{8}$/),
    ]);
  });

  it("offers each pair for review with what speaks for and against it", () => {
    const { decisions } = resolveReports([convict(), colonel(), bare()]);
    expect(decisions.map((decision) => decision.outcome)).toEqual(["review", "review", "review"]);
    expect(decisions.map((decision) => decision.reasons)).toContainEqual([
      "same name",
      "different country: eg, iq",
      "different age: 31, 54",
      "a post in one report, a network in the other",
    ]);
  });

  it("does not take a bare mention for the only man of that name", () => {
    const resolution = resolveReports([convict(), bare()]);
    expect(ids(resolution, "Person")).toHaveLength(2);
    expect(resolution.decisions).toMatchObject([{ outcome: "review" }]);
  });

  it("joins a bare mention by judgement and lets go of it when the last one says different", () => {
    const reports = [convict(), colonel(), bare()];
    const open = resolveReports(reports);
    const idIn = (document: string): string =>
      open.entities.find(
        (entity) => entity.documents.includes(document) && entity.name === "Ahmed Hassan",
      )?.id ?? "";
    const same = judge("same", idIn("doc:basra"), idIn("doc:short"));
    expect(ids(resolveReports(reports, [same]), "Person")).toHaveLength(1);
    const undone = resolveReports(reports, [same, { ...same, verdict: "different" }]);
    expect(undone.entities).toEqual(open.entities);
    expect(undone.decisions.filter((decision) => decision.outcome === "review")).toHaveLength(2);
  });

  it("never joins through a third what a judgement holds apart", () => {
    const spelled = (name: string, document: string) =>
      withOfficial(document, name, "Interior Ministry");
    const reports = [
      spelled("Nasser al-Shammari", "first"),
      spelled("Nasser al Shamari", "second"),
      spelled("Nasir Shammari", "third"),
    ];
    const apart = judge("different", "person:nasser-al-shammari", "person:nasser-al-shamari");
    const resolution = resolveReports(reports, [apart]);
    expect(resolution.entities.filter((entity) => entity.type === "Official")).toHaveLength(2);
  });

  it("keeps apart what a chain of judgements contradicts, and names the chain", () => {
    const reports = [convict(), colonel(), bare()];
    const [a = "", b = "", c = ""] = resolveReports(reports)
      .entities.filter((entity) => entity.name === "Ahmed Hassan")
      .map((entity) => entity.id);
    const judgements = [judge("same", a, b), judge("same", b, c), judge("different", a, c)];
    const { entities, judged = [] } = resolveReports(reports, judgements);
    expect(entities.filter((entity) => entity.name === "Ahmed Hassan")).toHaveLength(3);
    expect(judged.map(({ status }) => status)).toEqual(["disputed", "disputed", "disputed"]);
    expect(judged.at(-1)?.says).toContain("archivist says same");
  });

  it("tells of judgements whose ids stand for nothing", () => {
    const lost = judge("same", "person:nobody", "person:no-one");
    expect(resolveReports([bare()], [lost]).judged).toMatchObject([
      { status: "waits", says: "nothing in the reports has the id `person:nobody` or its name" },
    ]);
  });
});
