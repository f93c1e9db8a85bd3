// A small invented world of reports with people and groups of few names, judgements about them by three
// people, and edits of the reports: what the laws of judgements are held against.
import {
  encodeJudgement,
  encodeUndo,
  judgementId,
  linesInForce,
  type ResolutionPack,
  readJudgements,
  resolve,
} from "@redthread/core/build";
import type {
  DocumentEntity,
  Extraction,
  Judgement,
  JudgementOutcome,
  PairJudgement,
  Resolution,
  SeenThing,
} from "@redthread/core/model";
import { compareText } from "@redthread/core/text";
import { narcoticsPack } from "../support/narcotics-pack.js";

const PACK: ResolutionPack = {
  countries: new Map(),
  entries: new Map(),
  schema: narcoticsPack.schema,
  words: narcoticsPack.words,
};

/** One sentence of a report: who stands in it and how it goes on. */
interface Told {
  readonly type: "Person" | "Network" | "Organization";
  readonly name: string;
  readonly rest: string;
}

/** A report before it is read. */
export interface InventedReport {
  readonly path: string;
  readonly told: readonly Told[];
}

const PEOPLE = ["Omar Haddad", "Omar Hadad", "Rana Sabbagh", "Salim Aziz"];
const GROUPS = ["Blue Heron", "Night Harvest"];
const RESTS = [
  "was seen in the harbour",
  "paid for the boats",
  "left by the north gate",
  "met a lawyer",
];
const WHERE = ["on Monday", "at dawn", "with two others", "after the fire"];

export type Random = () => number;

const pick = <T>(random: Random, all: readonly T[]): T => {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new TypeError("nothing to pick from");
  return one;
};

export function drawReports(random: Random): readonly InventedReport[] {
  const count = 2 + Math.floor(random() * 4);
  return Array.from({ length: count }, (_, index) => drawReport(random, `r${index}.txt`));
}

export function drawReport(random: Random, path: string): InventedReport {
  const told = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, at): Told => {
    const isPerson = random() < 0.8;
    const type = isPerson ? "Person" : pick(random, ["Network", "Organization"] as const);
    const name = pick(random, isPerson ? PEOPLE : GROUPS);
    return {
      type,
      name,
      rest: `${pick(random, RESTS)} ${pick(random, WHERE)} of week ${at} ${path}`,
    };
  });
  return { path, told };
}

/** A comma more in each sentence: other texts, other ids of documents. */
export const withCommas = ({ path, told }: InventedReport): InventedReport => ({
  path,
  told: told.map((one) => ({ ...one, rest: one.rest.replace(" of week", ", of week") })),
});

/** The report as an extractor would have read it: things of one type and name are one. */
function read({ path, told }: InventedReport): Extraction {
  const sentences = told.map(({ name, rest }) => `${name} ${rest}.`);
  const text = sentences.join(" ");
  const id = `doc:${[...text].reduce((hash, one) => (hash * 31 + one.charCodeAt(0)) >>> 0, 7)}`;
  const spans = sentences.map((sentence, index) => {
    const start = sentences.slice(0, index).join(" ").length + (index === 0 ? 0 : 1);
    return { index, block: 0, start, end: start + sentence.length };
  });
  const entities = new Map<string, DocumentEntity>();
  for (const [index, { type, name }] of told.entries()) {
    const key = `${id}#${type}:${name}`;
    const start = spans[index]?.start ?? 0;
    const end = start + name.length;
    const role = narcoticsPack.schema.roleOf(type) ?? "organization";
    const mention = {
      ...{ id: `${id}:${start}-${end}:${type}`, type, role, sentence: index, name, key: null },
      ...{ country: null, rule: "by-hand", score: 0.9, form: "name" as const, start, end },
    };
    const known = entities.get(key);
    const mentions = [...(known?.mentions ?? []), mention];
    const plain = {
      id: key,
      document: id,
      type,
      role,
      name,
      aliases: [],
      key: null,
      attributes: {},
    };
    entities.set(key, { ...plain, mentions });
  }
  return {
    document: {
      ...{ id, sha256: id, path, title: null, publisher: null, date: null, language: "en", text },
      ...{ blocks: [], sentences: spans, dateOrder: null, notices: [] },
    },
    entities: [...entities.values()].sort((a, b) => compareText(a.id, b.id)),
    claims: [],
  };
}

/** A thing as somebody who reads the report sees it. */
function seen(extraction: Extraction, entity: DocumentEntity): SeenThing {
  const { id: document, path, text, sentences } = extraction.document;
  const [mention] = entity.mentions;
  const sentence = sentences[mention?.sentence ?? 0];
  const { start = 0, end = 0 } = sentence ?? {};
  const sighting = { document, path, quote: text.slice(start, end), start, end, at: 0 };
  return { type: entity.type, name: entity.name, seen: [sighting] };
}

/** Judgements on things of the reports, no two of one moment. */
export function drawJudgements(
  random: Random,
  reports: readonly InventedReport[],
): readonly PairJudgement[] {
  const things = reports.flatMap((report) => {
    const extraction = read(report);
    return extraction.entities.map((entity) => seen(extraction, entity));
  });
  const count = Math.floor(random() * 7);
  return Array.from({ length: count }, (_, index): PairJudgement[] => {
    const [a, b] = [pick(random, things), pick(random, things)];
    if (a === b) return [];
    const verdict = pick(random, ["same", "same", "different", "unsure"] as const);
    const at = `2026-03-0${1 + Math.floor(random() * 9)}T10:00:0${index}Z`;
    return [{ verdict, a, b, by: pick(random, ["ada", "ben", "cem"]), at, why: "" }];
  }).flat();
}

/** What a set of lines makes of some reports. */
export interface JudgedWorld {
  readonly resolution: Resolution;
  /** Every line with what became of it. */
  readonly outcomes: readonly JudgementOutcome[];
  readonly extractions: readonly Extraction[];
}

export function judgeWorld(
  reports: readonly InventedReport[],
  lines: readonly string[],
): JudgedWorld {
  const extractions = reports.map(read);
  const file = { file: "judgements/all.jsonl", content: lines.map((line) => `${line}\n`).join("") };
  const { judgements, others } = linesInForce(readJudgements([file]));
  const resolution = resolve(extractions, judgements, PACK);
  return { resolution, outcomes: [...(resolution.judged ?? []), ...others], extractions };
}

export const lineOf = (judgement: Judgement): string => encodeJudgement(judgement);

export const undoOf = (judgement: Judgement): string =>
  encodeUndo({ of: judgementId(judgement), by: judgement.by, at: "2026-04-01" });

/** The same bytes for the same entities, claims and decisions. */
export const bytesOf = ({ resolution: { entities, claims, decisions } }: JudgedWorld): string =>
  JSON.stringify({ entities, claims, decisions });
