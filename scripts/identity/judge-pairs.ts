// A pair as two short reports through the whole pipeline, or as two bare names: merged, put before a
// person, or apart. Also what the comparison saw, for those who fit weights.
import { type Extractor, readDocument, resolve } from "@redthread/core/build";
import type { Extraction, Resolution, ResolutionDecision } from "@redthread/core/model";
import type { DomainPack } from "@redthread/core/packs";
import { foldName } from "@redthread/core/text";
import { type LabelledPair, PAIR_KINDS } from "./pair-table.js";

/** What became of a pair. */
export interface JudgedPair {
  readonly pair: LabelledPair;
  readonly outcome: "merged" | "review" | "apart" | "not found";
  /** What was decided between the two, where they were compared. */
  readonly decision: ResolutionDecision | undefined;
}

const DATES = ["3 March 2025", "11 March 2025"];

/** The two reports of a pair. */
function reportsOf({ a, b, textA, textB }: LabelledPair): readonly [string, string] {
  const told = (name: string, text: string, day: string): string => {
    const sentence = text.includes(name)
      ? text
      : `${name}, ${text || "as before"}, was named on Monday.`;
    return `Note\n\n${day}\n\n${sentence}\n`;
  };
  return [told(a, textA, DATES[0] ?? ""), told(b, textB, DATES[1] ?? "")];
}

/** Judges a pair by two reports. */
export function judgeReports(pair: LabelledPair, extract: Extractor, pack: DomainPack): JudgedPair {
  const extractions = reportsOf(pair).map((text, at) => {
    const bytes = new TextEncoder().encode(text);
    return extract(readDocument({ path: `${at}.txt`, bytes }, { pack }));
  });
  return judge(pair, extractions, pack);
}

/** Judges a pair by its names alone. */
export function judgeNames(pair: LabelledPair, pack: DomainPack): JudgedPair {
  const type = PAIR_KINDS[pair.kind] ?? "Organization";
  const extractions = [pair.a, pair.b].map((name, at): Extraction => {
    const bytes = new TextEncoder().encode(`Note ${at}.\n`);
    const document = readDocument({ path: `${at}.txt`, bytes }, { pack });
    const role = pack.schema.roleOf(type) ?? "organization";
    const entity = { id: `${document.id}#${type}:0`, document: document.id, type, role, name };
    return {
      document,
      entities: [{ ...entity, aliases: [], mentions: [], key: null, attributes: {} }],
      claims: [],
    };
  });
  return judge(pair, extractions, pack);
}

function judge(
  pair: LabelledPair,
  extractions: readonly Extraction[],
  pack: DomainPack,
): JudgedPair {
  const resolution = resolve(extractions, [], pack);
  const [left, right] = [pair.a, pair.b].map((name, at) =>
    find(resolution, extractions[at], name, pair.kind, pack),
  );
  if (left === undefined || right === undefined)
    return { pair, outcome: "not found", decision: undefined };
  const ends = [left, right].map(({ id, otherIds = [] }) => [id, ...otherIds]);
  const decision = resolution.decisions.find((one) => isBetween(one, ends));
  const outcome = left === right ? "merged" : decision?.outcome === "review" ? "review" : "apart";
  return { pair, outcome, decision };
}

const stem = (id: string): string => id.replace(/:[0-9a-f]{8}$/, "");

function isBetween({ a, b }: ResolutionDecision, ends: readonly (readonly string[])[]): boolean {
  const [one = [], other = []] = ends.map((ids) => [...ids, ...ids.map(stem)]);
  const has = (ids: readonly string[], id: string): boolean =>
    ids.includes(id) || ids.includes(stem(id));
  return (has(one, a) && has(other, b)) || (has(one, b) && has(other, a));
}

/** The entity of one report that bears a name, the one whose name is most like it. */
function find(
  { entities }: Resolution,
  extraction: Extraction | undefined,
  name: string,
  kind: string,
  { schema }: DomainPack,
) {
  const wanted = foldName(name);
  const members = (extraction?.entities ?? []).filter(
    (one) =>
      one.role !== "country" &&
      (kind !== "person" || schema.entity(one.type)?.identity === "person"),
  );
  const names = (one: (typeof members)[number]) => [one.name, ...one.aliases].map(foldName);
  const found =
    members.find((one) => names(one).includes(wanted)) ??
    members.find((one) => names(one).some((told) => ` ${told} `.includes(` ${wanted} `))) ??
    members.find((one) =>
      names(one).some((told) => told !== "" && ` ${wanted} `.includes(` ${told} `)),
    );
  return found && entities.find((entity) => entity.members.includes(found.id));
}
