import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim, ClaimQualifiers, ClaimValue, Modality } from "../model/claim.js";
import type { DocumentEntity, EntityAttributes } from "../model/document-entity.js";
import type { Entity, Resolution } from "../model/entity.js";
import type { NodeType, RelationType } from "../model/entity-type.js";
import { quoteEvidence } from "../model/evidence.js";
import type { Extraction } from "../model/extraction.js";
import type { Judgement } from "../model/judgement.js";
import type { ReportDocument } from "../model/report-document.js";
import { type ResolutionPack, resolve } from "./resolve.js";

const state = (
  iso2: string,
  name: string,
  demonyms: readonly string[],
  aliases: readonly string[] = [],
) =>
  [
    iso2,
    { iso2, iso3: `${iso2}x`, name, aliases, demonyms, capital: null, latitude: 0, longitude: 0 },
  ] as const;

const PACK: ResolutionPack = {
  countries: new Map([
    state("iq", "Iraq", ["Iraqi"]),
    state("eg", "Egypt", ["Egyptian"]),
    state("jo", "Jordan", ["Jordanian"]),
    state("sa", "Saudi Arabia", ["Saudi"]),
  ]),
  entries: new Map(),
};

/** One invented report: things are added by name, claims by the names of their ends. */
class Report {
  readonly document: ReportDocument;
  readonly #entities = new Map<string, DocumentEntity>();
  readonly #claims: Claim[] = [];

  constructor(name: string) {
    const text = `Report ${name}.`;
    this.document = {
      id: `doc:${name}`,
      sha256: name,
      path: `${name}.txt`,
      title: null,
      publisher: null,
      date: null,
      language: "en",
      text,
      blocks: [],
      sentences: [{ index: 0, block: 0, start: 0, end: text.length }],
      dateOrder: null,
      notices: [],
    };
  }

  add(
    type: NodeType,
    name: string,
    attributes: EntityAttributes = {},
    key: string | null = null,
  ): this {
    const id = `${this.document.id}#${type}:${name}`;
    this.#entities.set(name, {
      id,
      document: this.document.id,
      type,
      name,
      aliases: [],
      mentions: [],
      key,
      attributes,
    });
    return this;
  }

  relate(
    from: string,
    type: RelationType,
    to: string,
    qualifiers: ClaimQualifiers = {},
    modality: Modality = "asserted",
  ): this {
    this.#claims.push({
      kind: "relation",
      type,
      object: this.#idOf(to),
      qualifiers,
      ...this.#claim(from, `${from} ${type} ${to}`, modality),
    });
    return this;
  }

  tell(of: string, property: string, value: ClaimValue, qualifiers: ClaimQualifiers = {}): this {
    this.#claims.push({
      kind: "property",
      property,
      value,
      qualifiers,
      ...this.#claim(of, `${of} ${property}`, "asserted"),
    });
    return this;
  }

  get extraction(): Extraction {
    return {
      document: this.document,
      entities: [...this.#entities.values()],
      claims: this.#claims,
    };
  }

  #claim(of: string, what: string, modality: Modality) {
    const { document } = this;
    const span = { start: 0, end: document.text.length };
    return {
      id: `claim:${document.id} ${what}`,
      document: document.id,
      subject: this.#idOf(of),
      modality,
      attributedTo: null,
      rule: "test.rule",
      confidence: 0.9,
      evidence: [quoteEvidence(document, 0, span)] as const,
    };
  }

  #idOf(name: string): string {
    const entity = this.#entities.get(name);
    if (entity === undefined) throw new TypeError(`${name} is not in the report`);
    return entity.id;
  }
}

const IRAQ = { country: "iq" };
const EGYPT = { country: "eg" };

const resolveReports = (
  reports: readonly Report[],
  judgements: readonly Judgement[] = [],
): Resolution =>
  resolve(
    reports.map((report) => report.extraction),
    judgements,
    PACK,
  );

const ids = (resolution: Resolution, type: NodeType): readonly string[] =>
  resolution.entities.filter((entity) => entity.type === type).map((entity) => entity.id);

const judge = (verdict: Judgement["verdict"], a: string, b: string): Judgement => ({
  verdict,
  a,
  b,
  by: "archivist",
  at: "2026-03-09",
  why: "read both reports",
});

const withOfficial = (name: string, person: string, agency: string, country = IRAQ): Report =>
  new Report(name)
    .add("Agency", agency, country)
    .add("Official", person, country)
    .relate(person, "HOLDS_POSITION", agency, { title: "spokesman" });

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

  it("names the chain when judgements contradict each other", () => {
    const reports = [convict(), colonel(), bare()];
    const [a = "", b = "", c = ""] = resolveReports(reports)
      .entities.filter((entity) => entity.name === "Ahmed Hassan")
      .map((entity) => entity.id);
    const judgements = [judge("same", a, b), judge("same", b, c), judge("different", a, c)];
    expect(() => resolveReports(reports, judgements)).toThrow(
      /contradict each other.*yet.*Take one/,
    );
  });

  it("lists judgements whose ids stand for nothing", () => {
    const lost = judge("same", "person:nobody", "person:no-one");
    expect(resolveReports([bare()], [lost]).unusedJudgements).toEqual([lost]);
  });
});

describe("operations across reports", () => {
  const operation = (
    document: string,
    arrested: number,
    pills: number,
    day = "2026-01-14",
  ): Report =>
    new Report(document)
      .add("Country", "Jordan", { iso2: "jo" }, "country:jo")
      .add("Place", "Jaber", { country: "jo" })
      .add("Agency", "Anti-Narcotics Department", { country: "jo" })
      .add("Drug", "Captagon", {}, "drug:captagon")
      .add("Operation", "seizure")
      .add("Network", "network stopped at Jaber", { unnamed: true })
      .tell("seizure", "kind", "seizure")
      .tell("seizure", "date", day, { dateFrom: day, dateTo: day })
      .tell("seizure", "arrested", arrested, { low: null, high: null, qualifier: "eq" })
      .relate("Anti-Narcotics Department", "CONDUCTED", "seizure")
      .relate("seizure", "TARGETED", "network stopped at Jaber")
      .relate("seizure", "TOOK_PLACE_IN", "Jaber")
      .relate("seizure", "SEIZED", "Captagon", { amount: pills, unit: "pills", qualifier: "eq" });

  it("takes reports of one day, place and haul for one action, with its unnamed network", () => {
    const resolution = resolveReports([
      operation("wire", 17, 1_800_000),
      operation("paper", 19, 1_800_000),
    ]);
    expect(ids(resolution, "Operation")).toHaveLength(1);
    expect(ids(resolution, "Network")).toEqual([expect.stringMatching(/^network:unnamed:/)]);
  });

  it("keeps actions a week apart two, and their unnamed networks too", () => {
    const resolution = resolveReports([
      operation("wire", 17, 1_800_000),
      operation("paper", 17, 1_800_000, "2026-01-21"),
    ]);
    expect(ids(resolution, "Operation")).toHaveLength(2);
    expect(ids(resolution, "Network")).toHaveLength(2);
  });

  it("asks about one day and place when the hauls differ", () => {
    const resolution = resolveReports([
      operation("wire", 17, 1_800_000),
      operation("paper", 4, 90_000),
    ]);
    expect(resolution.decisions.filter((decision) => decision.outcome === "review")).toHaveLength(
      1,
    );
  });
});

describe("totals across reports", () => {
  const total = (
    document: string,
    metric: string,
    value: number,
    qualifier: string,
    period: string,
  ) =>
    new Report(document)
      .add("Statistic", metric)
      .tell(metric, "metric", metric)
      .tell(metric, "period", period)
      .tell(metric, "scope", "Iraq")
      .tell(metric, "value", value, {
        low: value,
        high: qualifier === "eq" ? value : null,
        qualifier,
      });

  it("are one where a bound and an exact figure count the same over the same time", () => {
    const resolution = resolveReports([
      total(
        "first",
        "drug trafficking networks dismantled",
        1201,
        "eq",
        "over the past three years",
      ),
      total("second", "drug networks dismantled", 1200, "gte", "in the last three years"),
    ]);
    expect(ids(resolution, "Statistic")).toHaveLength(1);
  });

  it("stay two where the period differs", () => {
    const resolution = resolveReports([
      total("first", "networks dismantled", 1201, "eq", "in 2024"),
      total("second", "networks dismantled", 1201, "eq", "in 2025"),
    ]);
    expect(ids(resolution, "Statistic")).toHaveLength(2);
  });

  it("are put before a person where wording and figure differ", () => {
    const resolution = resolveReports([
      total("first", "drug networks dismantled", 900, "eq", "in 2025"),
      total("second", "networks dismantled", 1201, "eq", "in 2025"),
    ]);
    expect(resolution.decisions).toMatchObject([{ outcome: "review" }]);
  });
});

describe("resolve", () => {
  const corpus = [
    withOfficial("r1", "Nasser al-Shammari", "Iraqi Ministry of Interior"),
    withOfficial("r2", "Nasser Al Shamari", "Interior Ministry"),
    withOfficial("r3", "Omar Haddad", "Border Guard"),
    new Report("r4").add("Person", "Omar Haddad", { country: "jo" }),
    new Report("r5").add("Network", "Red Dune network").add("Person", "Omar Haddad"),
    new Report("r6").add("Network", "Red Dune").add("Agency", "Border Guard Service", IRAQ),
    new Report("r7").add("Agency", "Ministry of Interior").add("Place", "Al-Qaim", IRAQ),
  ];
  const people = ["person:nasser-al-shammari", "person:nasser-al-shamari", "person:omar-haddad"];

  it("gives the same entities whatever the order of the reports", () => {
    const plain = resolveReports(corpus);
    fc.assert(
      fc.property(fc.shuffledSubarray(corpus, { minLength: corpus.length }), (shuffled) => {
        expect(resolveReports(shuffled)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it("obeys every set of judgements that do not contradict each other", () => {
    const judgement = fc.record({
      verdict: fc.constantFrom("same" as const, "different" as const, "unsure" as const),
      a: fc.constantFrom(...people),
      b: fc.constantFrom(...people),
    });
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 4 }), (drafts) => {
        const judgements = drafts
          .filter((draft) => draft.a !== draft.b)
          .map(({ verdict, a, b }) => judge(verdict, a, b));
        let resolution: Resolution;
        try {
          resolution = resolveReports(corpus, judgements);
        } catch {
          return;
        }
        for (const one of latest(judgements)) {
          const left = holders(resolution, one.a);
          const right = holders(resolution, one.b);
          if (one.verdict === "different")
            expect(left.filter((id) => right.includes(id))).toEqual([]);
        }
        const members = resolution.entities.flatMap((entity) => entity.members);
        expect(new Set(members).size).toBe(members.length);
      }),
      { numRuns: 200 },
    );
  });

  it("loses no claim", () => {
    const claims = corpus.flatMap((report) => report.extraction.claims.map((claim) => claim.id));
    expect(resolveReports(corpus).claims.map((claim) => claim.id)).toEqual(claims.sort());
  });
});

function latest(judgements: readonly Judgement[]): readonly Judgement[] {
  const byPair = new Map(judgements.map((one) => [[one.a, one.b].sort().join(" "), one]));
  return [...byPair.values()];
}

const holders = (resolution: Resolution, id: string): readonly string[] =>
  resolution.entities.filter((entity) => idsOf(entity).includes(id)).map((entity) => entity.id);

const idsOf = (entity: Entity): readonly string[] => [
  entity.id,
  entity.id.replace(/:[0-9a-f]{8}$/, ""),
  ...(entity.otherIds ?? []),
];
