// Names that no table and no grammar knows, or that a grammar cut or took for another kind: every run of capitals is
// weighed by what its words and its surroundings show, with weights fitted to texts whose names are known.
import type { EntityRole } from "../../model/schema.js";
import {
  type NameReadings,
  READING_KINDS,
  type ReadingKind,
  readingChances,
} from "../../packs/readings.js";
import { is } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { describeSpan } from "./describe-span.js";
import { inList, type MentionContext } from "./mention-context.js";
import { capitalSpans } from "./name-spans.js";
import { calmed } from "./person-grammar.js";
import type { SentenceTokens } from "./sentence-tokens.js";

/** A run of capitals with what it shows, for whoever fits the weights. */
export interface DescribedSpan {
  readonly start: number;
  readonly end: number;
  /** Index of the document's sentence, and the tokens of it. */
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly features: ReadonlySet<string>;
}

/** Every run of capitals of some sentences, described. */
export const describeSpans = (
  context: MentionContext,
  views: readonly SentenceTokens[],
): readonly DescribedSpan[] =>
  views.flatMap((view) =>
    capitalSpans(view).map((span) => ({
      start: view.tokens[span.from]?.start ?? 0,
      end: view.tokens[span.to - 1]?.end ?? 0,
      sentence: view.sentence.index,
      from: span.from,
      to: span.to,
      features: describeSpan(context, view, span),
    })),
  );

type NamedKind = Exclude<ReadingKind, "none"> & EntityRole;

/** What a run of capitals most likely is. */
interface Reading {
  readonly from: number;
  readonly to: number;
  readonly kind: NamedKind;
  readonly chance: number;
}

/** The readings of a sentence that do not overlap, the likeliest first. */
function likeliest(
  context: MentionContext,
  view: SentenceTokens,
  readings: NameReadings,
): readonly Reading[] {
  const sure = capitalSpans(view)
    .flatMap((span) => {
      const chances = readingChances(readings, describeSpan(context, view, span));
      const best = chances.indexOf(Math.max(...chances));
      const chance = chances[best] ?? 0;
      const kind = READING_KINDS[best] ?? "none";
      return kind === "none" || chance < (readings.least[best] ?? 1)
        ? []
        : [{ from: afterArticle(view, span), to: span.to, kind, chance }];
    })
    .sort((a, b) => b.chance - a.chance || a.from - b.from || a.to - b.to);
  const kept: Reading[] = [];
  for (const one of sure) if (!kept.some((other) => overlap(one, other))) kept.push(one);
  return kept;
}

/** "The" in front of a name that opens a sentence is none of the name's. */
const afterArticle = ({ tokens }: SentenceTokens, { from, to }: Range): number =>
  to - from > 1 && is(tokens[from], "definite_article") ? from + 1 : from;

type Range = Pick<Reading, "from" | "to">;

const overlap = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to;
const holds = (a: Range, b: Range): boolean => a.from <= b.from && b.to <= a.to;

/** What learnt readings add to the names of a sentence, and what they take away. */
export interface LearntNames {
  readonly names: readonly Candidate[];
  readonly without: ReadonlySet<Candidate>;
}

/** Learnt readings beside the candidates that grammars and tables chose. */
export function learntNames(
  context: MentionContext,
  view: SentenceTokens,
  chosen: readonly Candidate[],
): LearntNames {
  const without = new Set<Candidate>();
  const { readings } = context.pack;
  if (readings === null || view.titled) return { names: [], without };
  const names = likeliest(context, view, readings).flatMap((reading) => {
    const beside = chosen.filter((one) => overlap(one, reading));
    if (isDoubtful(context, view, reading) || beside.filter(isOwnThing).length > 1) return [];
    if (!beside.every((one) => yields(context, view, one, reading))) return [];
    for (const one of beside) without.add(one);
    return [toCandidate(context, view, reading)];
  });
  return { names, without };
}

/** Two things that grammars tell apart ("the Port Police of the Interior Ministry") are not one name; a place may be part of one. */
const isOwnThing = ({ role }: Candidate): boolean => role !== "place" && role !== "country";

/** From this chance on a reading takes the words of a grammar that reads them otherwise. */
const SURE = 0.9;

/** Whether a name that a grammar or table found gives way to a learnt reading. */
function yields(
  context: MentionContext,
  view: SentenceTokens,
  one: Candidate,
  reading: Reading,
): boolean {
  if (!holds(reading, one)) return false;
  // "minister of Lebanon Hadi Nasr": the state is no part of the person's name.
  if (reading.kind === "person" && one.role === "country") return false;
  if (one.role === "person" && reading.kind === "person" && isFronted(context, view, reading, one))
    return false;
  const same = one.from === reading.from && one.to === reading.to;
  if (same)
    return one.key === null && one.role !== reading.kind && reading.chance >= SURE && isOpen(one);
  // A name of a table inside a longer name of its own kind is another thing ("Barrio 18", "Barrio 18 Sureños").
  return one.key === null || one.to - one.from === 1 || one.role === reading.kind;
}

/** "Brigadier General Hamad Saleh": a grammar has taken rank and title off the name. */
const isFronted = (
  context: MentionContext,
  { tokens }: SentenceTokens,
  { from }: Range,
  name: Range,
): boolean =>
  tokens
    .slice(from, name.from)
    .some(
      (token) =>
        inList(context, "ranks", token) ||
        inList(context, "posts", token) ||
        is(token, "stopped_titles"),
    );

/** One word is a person's or a place's name only where the reading is sure, and a people's name is neither. */
function isDoubtful(
  context: MentionContext,
  { tokens }: SentenceTokens,
  { from, to, kind, chance }: Reading,
): boolean {
  const [word] = tokens.slice(from, to);
  if (to - from > 1 || word === undefined) return false;
  if (kind === "person") return chance < SURE || /\P{L}/u.test(word.text);
  const { words } = context.pack;
  return (
    kind === "place" && words.entries("demonym_endings").some((end) => word.folded.endsWith(end))
  );
}

/** Roles that grammars give by shape alone. */
const isOpen = ({ role }: Candidate): boolean =>
  role === "organization" || role === "place" || role === "person" || role === "group";

const RULES: Readonly<Record<NamedKind, string>> = {
  person: "person.learnt",
  body: "agency.learnt",
  group: "network.learnt",
  organization: "organization.learnt",
  vessel: "vessel.learnt",
  place: "place.learnt",
};

function toCandidate(
  context: MentionContext,
  view: SentenceTokens,
  { from, to, kind, chance }: Reading,
): Candidate {
  const text = tokenText(context.document.text, view.tokens, from, to);
  const name = kind === "person" ? calmed(text) : text;
  return {
    from,
    to,
    role: kind,
    rule: RULES[kind],
    score: Math.min(0.95, chance),
    key: null,
    country: null,
    form: "name",
    ...(name === text ? {} : { name }),
  };
}
