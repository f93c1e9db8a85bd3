import { nameSkeleton } from "../../text/name-skeleton.js";
import { nameTokens, personNameSimilarity } from "../../text/person-name-similarity.js";
import type { Profile } from "../identify/profile.js";
import type { Comparer, Comparison } from "./comparison.js";
import type { PersonContext } from "./person-context.js";

/** How alike two names are. */
interface NameMatch {
  /** 0–1. */
  readonly score: number;
  /** Words of the shorter name, particles not counted. */
  readonly tokens: number;
}

/** What the comparison of two people needs beside their names. */
export interface PeopleContext {
  readonly profiles: readonly Profile[];
  readonly contextOf: (profile: Profile) => PersonContext;
  /** Indexes of the sentences of a document that name an entity, by canonical id. */
  readonly sentencesOf: (document: string, canonical: string) => readonly number[];
}

const LIKE = 0.8;
const EQUAL = 0.93;

/**
 * Human beings. A like name makes two people candidates and never more: they are one when a body,
 * group or post is shared as well, or when a full name that nobody else bears meets the same state
 * in the same role. A bare mention has no context, so it is left to a person to decide.
 */
export function createPeopleComparer(context: PeopleContext): Comparer {
  const signatures = new Map(
    context.profiles.map((one) => [one, signPerson(one, context.contextOf(one))]),
  );
  const disputed = findDisputed(context, signatures);
  return {
    mergeAt: 0.92,
    isOnceADocument: true,
    signatureOf: (profile) => signatures.get(profile) ?? profile.id,
    blocksOf: personBlocks,
    contradiction: (a, b) => contradictions(context.contextOf(a), context.contextOf(b))[0] ?? null,
    compare: (a, b) => comparePeople(a, b, compareProfileNames(a, b), context, disputed),
  };
}

/** All that a comparison reads of a person, as one text. */
function signPerson(profile: Profile, context: PersonContext): string {
  const { anchors, countries, titles, isOfficial, age } = context;
  const lists = [fullNames(profile), [...anchors], [...countries], [...titles]];
  return JSON.stringify([...lists.map((list) => [...list].sort()), isOfficial, age]);
}

/** Skeletons of the last tokens: a surname alone and a full name meet in one block. */
function personBlocks(profile: Profile): readonly string[] {
  return [...new Set(nameTokens(profile.comparable).slice(-2).map(nameSkeleton))];
}

/** The best match among the full names of both; a lone surname counts only where it is all there is. */
function compareProfileNames(a: Profile, b: Profile): NameMatch {
  let best: NameMatch = { score: 0, tokens: 0 };
  for (const one of fullNames(a)) {
    for (const other of fullNames(b)) {
      const tokens = Math.min(nameTokens(one).length, nameTokens(other).length);
      const score = one === other ? 1 : personNameSimilarity(one, other);
      const next = { score, tokens };
      if (next.score > best.score) best = next;
    }
  }
  return best;
}

function fullNames(profile: Profile): readonly string[] {
  const all = profile.members.flatMap((member) => [member.name, ...member.aliases]);
  const full = [...new Set(all)].filter((name) => nameTokens(name).length > 1);
  return full.length === 0 ? [profile.comparable] : full;
}

function comparePeople(
  a: Profile,
  b: Profile,
  names: NameMatch,
  people: PeopleContext,
  disputed: ReadonlySet<Profile>,
): Comparison | null {
  if (names.score < LIKE) return null;
  const left = people.contextOf(a);
  const right = people.contextOf(b);
  const against = contradictions(left, right);
  const reasons = [names.score === 1 ? "same name" : `like names: ${names.score.toFixed(2)}`];
  if (against.length > 0) {
    return names.score >= EQUAL ? { score: 0.7, reasons: [...reasons, ...against] } : null;
  }
  const anchor = shared(left.anchors, right.anchors);
  const title = shared(left.titles, right.titles);
  if (title !== undefined) reasons.push(`same post: ${title}`);
  if (anchor !== undefined) {
    return { score: withAnchor(names, title), reasons: [...reasons, `both of \`${anchor}\``] };
  }
  const country = shared(left.countries, right.countries);
  if (country !== undefined) reasons.push(`same country: ${country}`);
  const score = withoutAnchor(a, b, names, people, disputed);
  if (score === null) return null;
  return { score: score.score, reasons: [...reasons, ...score.reasons, ...toldOfOne(left, right)] };
}

/** Two people who share no body or group: a full name that nobody else bears, and some context. */
function withoutAnchor(
  a: Profile,
  b: Profile,
  names: NameMatch,
  people: PeopleContext,
  disputed: ReadonlySet<Profile>,
): Comparison | null {
  const left = people.contextOf(a);
  const right = people.contextOf(b);
  const country = shared(left.countries, right.countries);
  const isFull = names.tokens > 1 && names.score >= EQUAL;
  if (!isFull) return names.score >= EQUAL ? { score: 0.72, reasons: [] } : null;
  if (disputed.has(a) || disputed.has(b)) return { score: 0.74, reasons: ["others bear the name"] };
  const told = namedBeside(a, b, people);
  if (told !== undefined) {
    return { score: 0.92, reasons: [`nobody else of that name, both told of with \`${told}\``] };
  }
  const title = shared(left.titles, right.titles);
  if (country !== undefined && title !== undefined) return { score: 0.93, reasons: [] };
  if (country !== undefined && left.isOfficial === right.isOfficial && names.tokens > 2) {
    return { score: 0.92, reasons: ["nobody else of that full name"] };
  }
  return { score: country === undefined ? 0.76 : 0.86, reasons: ["nothing else shared"] };
}

/** What only one of the reports tells, for the person who has to decide. */
function toldOfOne(a: PersonContext, b: PersonContext): readonly string[] {
  const told = (what: string, left: readonly string[], right: readonly string[]): string[] =>
    (left.length === 0) === (right.length === 0)
      ? []
      : [`${what} told of one only: ${[...left, ...right].sort().join(", ")}`];
  const age = (of: PersonContext): string[] => (of.age === null ? [] : [String(of.age)]);
  return [
    ...told("country", [...a.countries], [...b.countries]),
    ...told("age", age(a), age(b)),
    ...told("post", [...a.titles], [...b.titles]),
    ...told("membership", [...a.anchors], [...b.anchors]),
  ];
}

function withAnchor(names: NameMatch, title: string | undefined): number {
  if (names.tokens > 1 && names.score >= 0.9) return 0.97;
  if (title === undefined) return 0.8;
  return names.score >= EQUAL * 0.85 ? 0.93 : 0.85;
}

/** What cannot be true of one human being, in words, most telling first. */
function contradictions(a: PersonContext, b: PersonContext): readonly string[] {
  const found: string[] = [];
  if (
    a.countries.size > 0 &&
    b.countries.size > 0 &&
    shared(a.countries, b.countries) === undefined
  ) {
    found.push(`different country: ${[...a.countries, ...b.countries].sort().join(", ")}`);
  }
  if (a.age !== null && b.age !== null && Math.abs(a.age - b.age) > 2) {
    found.push(`different age: ${[a.age, b.age].sort((x, y) => x - y).join(", ")}`);
  }
  if (
    (a.isOfficial && !b.isOfficial && b.networks.size > 0) ||
    (b.isOfficial && !a.isOfficial && a.networks.size > 0)
  ) {
    found.push("a post in one report, a network in the other");
  }
  return found;
}

/** People whose full name also belongs to someone they cannot be. */
function findDisputed(
  people: PeopleContext,
  signatures: ReadonlyMap<Profile, string>,
): ReadonlySet<Profile> {
  const blocks = new Map<string, Map<string, Profile[]>>();
  for (const profile of people.profiles) {
    const key = nameTokens(profile.comparable).map(nameSkeleton).join(" ");
    const block = blocks.get(key) ?? new Map<string, Profile[]>();
    const signature = signatures.get(profile) ?? profile.id;
    blocks.set(key, addTo(block, signature, profile));
  }
  const disputed = new Set<Profile>();
  for (const block of blocks.values()) {
    const different = [...block.values()].flatMap(([first]) => first ?? []);
    if (
      !different.some((a, index) => different.slice(index + 1).some((b) => areTwo(a, b, people)))
    ) {
      continue;
    }
    for (const profile of [...block.values()].flat()) disputed.add(profile);
  }
  return disputed;
}

function addTo(
  lists: Map<string, Profile[]>,
  key: string,
  profile: Profile,
): Map<string, Profile[]> {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [profile]);
  else list.push(profile);
  return lists;
}

const areTwo = (a: Profile, b: Profile, people: PeopleContext): boolean =>
  contradictions(people.contextOf(a), people.contextOf(b)).length > 0 &&
  compareProfileNames(a, b).score >= EQUAL;

/** A network one of them belongs to and the other's report names close by. */
function namedBeside(a: Profile, b: Profile, people: PeopleContext): string | undefined {
  const found = [
    ...[...people.contextOf(a).networks].filter((id) => told(b, id, people)),
    ...[...people.contextOf(b).networks].filter((id) => told(a, id, people)),
  ];
  return found.sort()[0];
}

/** Sentences between two names that still speak of one matter. */
const CLOSE = 2;

const told = (profile: Profile, id: string, people: PeopleContext): boolean =>
  profile.members.some((member) => {
    const sentences = people.sentencesOf(member.document, id);
    return member.mentions.some((mention) =>
      sentences.some((sentence) => Math.abs(sentence - mention.sentence) <= CLOSE),
    );
  });

const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T | undefined =>
  [...a].filter((value) => b.has(value)).sort()[0];
