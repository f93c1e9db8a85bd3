// Pairs of people that are two because they were made so, with names that are near: another given name,
// another father, another family. What is told of them is as alike as two people's lives can be.
import { createExtractor, type Extractor, readDocument, resolve } from "@redthread/core/build";
import type { Entity } from "@redthread/core/model";
import type { DomainPack } from "@redthread/core/packs";
import { foldName } from "@redthread/core/text";
import { NEAR_FAMILY, NEAR_GIVEN, TWIN_GIVEN } from "./near-name-parts.js";

type Random = () => number;

/** Two people with the reports that name them, one or two. */
export interface NearPair {
  readonly a: string;
  readonly b: string;
  /** How the names differ, what the two have in common, and in how many reports they stand. */
  readonly how: string;
  readonly reports: readonly string[];
}

/** What became of a pair. */
export type NearOutcome = "two" | "one" | "not read";

const pick = <T>(items: readonly T[], random: Random): T =>
  items[Math.floor(random() * items.length)] as T;

const NAMES: Readonly<Record<string, (random: Random) => readonly [string, string]>> = {
  "other given name": (random) => {
    const [one, other] = pick(NEAR_GIVEN, random);
    const family = pick(pick(NEAR_FAMILY, random), random);
    return [`${one} ${family}`, `${other} ${family}`];
  },
  "other given name of three words": (random) => {
    const [one, other] = pick(NEAR_GIVEN, random);
    const [father, family] = [pick(pick(NEAR_GIVEN, random), random), pick(NEAR_FAMILY, random)[0]];
    return [`${one} ${father} ${family}`, `${other} ${father} ${family}`];
  },
  "other family": (random) => {
    const given = pick(pick(NEAR_GIVEN, random), random);
    const [one, other] = pick(NEAR_FAMILY, random);
    return [`${given} ${one}`, `${given} ${other}`];
  },
  "other family of three words": (random) => {
    const [given, father] = [pick(NEAR_GIVEN, random)[0], pick(pick(NEAR_GIVEN, random), random)];
    const [one, other] = pick(NEAR_FAMILY, random);
    return [`${given} ${father} ${one}`, `${given} ${father} ${other}`];
  },
  "other vowel": (random) => {
    const [one, other] = pick(TWIN_GIVEN, random);
    const family = pick(pick(NEAR_FAMILY, random), random);
    return [`${one} ${family}`, `${other} ${family}`];
  },
  "other vowel of three words": (random) => {
    const [one, other] = pick(TWIN_GIVEN, random);
    const [father, family] = [pick(pick(NEAR_GIVEN, random), random), pick(NEAR_FAMILY, random)[0]];
    return [`${one} ${father} ${family}`, `${other} ${father} ${family}`];
  },
  "other vowel of the father": (random) => {
    const given = pick(pick(NEAR_GIVEN, random), random);
    const [one, other] = pick(TWIN_GIVEN, random);
    const [family] = pick(NEAR_FAMILY, random);
    return [`${given} ${one} ${family}`, `${given} ${other} ${family}`];
  },
  "other father": (random) => {
    const given = pick(pick(NEAR_GIVEN, random), random);
    const [one, other] = pick(NEAR_GIVEN, random);
    const [family] = pick(NEAR_FAMILY, random);
    const word = pick([" ", " bin ", " ibn "], random);
    return [`${given}${word}${one} ${family}`, `${given}${word}${other} ${family}`];
  },
};

const TOWNS = ["Basra", "Erbil", "Homs", "Aleppo", "Mersin", "Izmir", "Cali", "Seville", "Tirana"];
const GROUPS = ["Amber Quarry", "Salt Lantern", "Grey Ferry", "Iron Orchard", "Winter Bridge"];
const BODIES = ["Iraqi Interior Ministry", "Syrian Coast Guard", "Turkish Customs Service"];
const POSTS = ["spokesman", "director", "head"];
const DAYS = ["Monday", "Tuesday", "Friday"];

/** What is told of one of the two. */
type Telling = (name: string) => string;

const arrested = (town: string, random: Random): Telling => {
  const age = 20 + Math.floor(random() * 40);
  const day = pick(DAYS, random);
  return pick<Telling>(
    [
      (name) => `Police arrested ${name}, ${age}, in ${town} on ${day}.`,
      (name) => `${name} was arrested in ${town} on ${day}.`,
      (name) => `A court in ${town} sentenced ${name} to six years in prison.`,
    ],
    random,
  );
};

const memberOf = (group: string, random: Random): Telling =>
  pick<Telling>(
    [
      (name) => `${name} leads the ${group} network, the court heard.`,
      (name) => `Police named ${name} as a member of the ${group} network.`,
      (name) => `${name} belonged to the ${group} network, officers said.`,
    ],
    random,
  );

const holderOf = (post: string, body: string, random: Random): Telling =>
  pick<Telling>(
    [
      (name) => `${name}, ${post} of the ${body}, said that the search went on.`,
      (name) => `The ${body}'s ${post}, ${name}, spoke to reporters on Friday.`,
    ],
    random,
  );

const IN_COMMON: Readonly<Record<string, (random: Random) => readonly [Telling, Telling]>> = {
  "towns of their own": (random) => [
    arrested(pick(TOWNS, random), random),
    arrested(pick(TOWNS, random), random),
  ],
  "one town": (random) => {
    const town = pick(TOWNS, random);
    return [arrested(town, random), arrested(town, random)];
  },
  "one network": (random) => {
    const group = pick(GROUPS, random);
    return [memberOf(group, random), memberOf(group, random)];
  },
  "one body": (random) => {
    const body = pick(BODIES, random);
    return [
      holderOf(pick(POSTS, random), body, random),
      holderOf(pick(POSTS, random), body, random),
    ];
  },
  "one post": (random) => {
    const [post, body] = [pick(POSTS, random), pick(BODIES, random)];
    return [holderOf(post, body, random), holderOf(post, body, random)];
  },
};

/** One pair, the same for the same numbers. */
export function drawNearPair(random: Random): NearPair {
  const [names, drawNames] = pick(Object.entries(NAMES), random);
  const [common, drawTellings] = pick(Object.entries(IN_COMMON), random);
  const [a, b] = drawNames(random);
  const [one, other] = drawTellings(random);
  const [first, second] = [one(a), other(b)];
  const isOneReport = random() < 0.5;
  return {
    a,
    b,
    how: `${names}, ${common}, ${isOneReport ? "one report" : "two reports"}`,
    reports: isOneReport
      ? [`Note\n\n3 March 2025\n\n${first} ${second}\n`]
      : [`Note\n\n3 March 2025\n\n${first}\n`, `Note\n\n11 March 2025\n\n${second}\n`],
  };
}

/** Judges pairs through the whole pipeline. */
export function createNearJudge(pack: DomainPack): (pair: NearPair) => NearOutcome {
  const extract = createExtractor(pack);
  return (pair) => judge(pair, extract, pack);
}

function judge({ a, b, reports }: NearPair, extract: Extractor, pack: DomainPack): NearOutcome {
  const extractions = reports.map((text, at) =>
    extract(readDocument({ path: `${at}.txt`, bytes: new TextEncoder().encode(text) }, { pack })),
  );
  const { entities } = resolve(extractions, [], pack);
  const people = entities.filter(({ type }) => pack.schema.entity(type)?.identity === "person");
  const [left, right] = [bearers(people, a), bearers(people, b)];
  if (left.some((one) => right.includes(one))) return "one";
  return left.length > 0 && right.length > 0 ? "two" : "not read";
}

const bearers = (people: readonly Entity[], name: string): readonly Entity[] =>
  people.filter((one) => [one.name, ...one.aliases].map(foldName).includes(foldName(name)));
