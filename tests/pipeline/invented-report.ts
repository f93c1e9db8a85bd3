import { type ResolutionPack, resolve } from "@redthread/core/build";
import {
  type Claim,
  type ClaimQualifiers,
  type ClaimValue,
  type DocumentEntity,
  type EntityAttributes,
  type EntityType,
  type Extraction,
  type Judgement,
  type Modality,
  type PairJudgement,
  quoteEvidence,
  type RelationType,
  type ReportDocument,
  type Resolution,
} from "@redthread/core/model";
import { narcoticsPack } from "../support/narcotics-pack.js";

const state = (
  iso2: string,
  name: string,
  demonyms: readonly string[],
  aliases: readonly string[] = [],
) =>
  [
    iso2,
    {
      ...{ iso2, iso3: `${iso2}x`, name, aliases, demonyms },
      ...{ capitals: [], territories: [], latitude: 0, longitude: 0 },
    },
  ] as const;

const PACK: ResolutionPack = {
  countries: new Map([
    state("iq", "Iraq", ["Iraqi"]),
    state("eg", "Egypt", ["Egyptian"]),
    state("jo", "Jordan", ["Jordanian"]),
    state("sa", "Saudi Arabia", ["Saudi"]),
  ]),
  entries: new Map(),
  schema: narcoticsPack.schema,
  words: narcoticsPack.words,
};

/** One invented report: things are added by name, claims by the names of their ends. */
export class Report {
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
    type: EntityType,
    name: string,
    attributes: EntityAttributes = {},
    key: string | null = null,
  ): this {
    const id = `${this.document.id}#${type}:${name}`;
    this.#entities.set(name, {
      id,
      document: this.document.id,
      type,
      role: narcoticsPack.schema.roleOf(type) ?? "organization",
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
      extractor: "by-hand",
      rule: "test.rule",
      confidence: 0.9,
      confidenceRule: 0.9,
      confidenceWording: 1,
      evidence: [quoteEvidence(document, 0, span)] as const,
    };
  }

  #idOf(name: string): string {
    const entity = this.#entities.get(name);
    if (entity === undefined) throw new TypeError(`${name} is not in the report`);
    return entity.id;
  }
}

export const IRAQ = { country: "iq" };
export const EGYPT = { country: "eg" };

export const resolveReports = (
  reports: readonly Report[],
  judgements: readonly Judgement[] = [],
): Resolution =>
  resolve(
    reports.map((report) => report.extraction),
    judgements,
    PACK,
  );

export const ids = (resolution: Resolution, type: EntityType): readonly string[] =>
  resolution.entities.filter((entity) => entity.type === type).map((entity) => entity.id);

export const judge = (
  verdict: PairJudgement["verdict"],
  a: string,
  b: string,
): PairJudgement & { readonly a: string; readonly b: string } => ({
  verdict,
  a,
  b,
  by: "archivist",
  at: "2026-03-09",
  why: "read both reports",
});

export const withOfficial = (
  name: string,
  person: string,
  agency: string,
  country = IRAQ,
): Report =>
  new Report(name)
    .add("Agency", agency, country)
    .add("Official", person, country)
    .relate(person, "HOLDS_POSITION", agency, { title: "spokesman" });
