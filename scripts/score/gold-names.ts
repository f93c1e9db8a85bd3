// When a name in a graph and a name in a gold file mean one thing. A name has several keys; two names
// meet when they share one: spelling, accents and word order aside, and for a body without its state.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SHARED } from "./sets.js";

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘'`ʼʻ.]/g, "")
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const SMALL = new Set("the of for and in on al el ul a s".split(" "));
const BODIES = new Set(["Agency", "Organization"]);
const PEOPLE = new Set(["Official", "Person"]);

/** Other names of goods, by the name that stands for them; what a gold file may call them too. */
const GOODS: Readonly<Record<string, string>> = {
  methamphetamine: "crystal meth|crystal|meth|crystal methamphetamine",
  captagon: "fenethylline|fenethyline|captagon pills",
  hashish: "hash|cannabis resin",
  cannabis: "marijuana|marihuana",
  mdma: "ecstasy",
  cocaine: "cocaine hydrochloride",
  narcotics: "drugs|narcotic substances|illegal drugs|illicit drugs",
};
const GOODS_OF = new Map(
  Object.entries(GOODS).flatMap(([name, others]) =>
    others.split("|").map((other) => [other, name] as const),
  ),
);

/** States by every name and adjective of theirs. */
function readStates(): ReadonlyMap<string, string> {
  const table = JSON.parse(readFileSync(join(SHARED, "eval/countries.json"), "utf8")) as Readonly<
    Record<string, readonly string[]>
  >;
  return new Map(
    Object.entries(table).flatMap(([name, others]) =>
      [name, ...others]
        .filter((one) => one.length > 1)
        .map((one) => [fold(one), fold(name)] as const),
    ),
  );
}

let states: ReadonlyMap<string, string> | null = null;

/** The keys of a thing by its names; an empty type gives those that every type has. */
export function nameKeys(type: string, names: readonly string[]): ReadonlySet<string> {
  states ??= readStates();
  const known = states;
  const spellings = names.flatMap((name) => [name, name.replace(/\([^)]*\)/g, " ")]).map(fold);
  return new Set(
    spellings.filter((name) => name !== "").flatMap((name) => keysOfOne(type, name, known)),
  );
}

function keysOfOne(
  type: string,
  name: string,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const words = name.split(" ").filter((word) => !SMALL.has(word));
  const keys = [name, wordsKey(words)];
  if (type === "Drug") keys.push(GOODS_OF.get(name) ?? name);
  if (type === "Country") keys.push(known.get(name) ?? name);
  if (PEOPLE.has(type)) keys.push(`joined ${words.join("")}`);
  // Within one report "Iraqi Interior Ministry" and "interior ministry" are one body.
  const stateless = words.filter((word) => !known.has(word));
  const isTelling =
    stateless.length >= 2 || (words.length > 0 && stateless.length === words.length);
  if (BODIES.has(type) && isTelling) keys.push(wordsKey(stateless));
  return keys;
}

const wordsKey = (words: readonly string[]): string => `words ${[...words].sort().join(" ")}`;

export const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const key of a) if (b.has(key)) return true;
  return false;
};
