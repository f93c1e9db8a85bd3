// Reports that nobody wrote: 2.5 kB of press prose each, with names drawn from the pack by seed. They
// measure how long reading takes; what is read of them proves nothing.
import type { DomainPack, LexiconEntry } from "@redthread/core/packs";
import { seededRandom } from "./seeded-random.js";

/** One draw of a name or figure each time it is called. */
type Draw = () => string;

/** What a sentence may be filled with. */
export interface Names {
  readonly agency: Draw;
  readonly goods: Draw;
  readonly group: Draw;
  readonly place: Draw;
  readonly state: Draw;
  readonly person: Draw;
  readonly figure: Draw;
  readonly day: Draw;
}

const FAMILY_NAMES =
  "Obaidan Haddad Marchetti Kovacs Okafor Lindqvist Quimí Zepeda Sandoval Petrov Rahimi Castellanos Nguyen Mbeki Ferrara Oduya Novak Aydin Salazar Thapa Morales Bekele Ivanova Dulaimi".split(
    " ",
  );
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** How many names of the gazetteer are drawn from; the rest is there to be passed over. */
const PLACES = 400;

const SENTENCES: readonly ((of: Names) => string)[] = [
  (of) =>
    `${of.agency()} seized ${of.figure()} kilograms of ${of.goods()} in ${of.place()} on ${of.day()}, and arrested ${of.figure()} suspects.`,
  (of) => `${of.agency()} said the load had been hidden in a lorry bound for ${of.state()}.`,
  (of) =>
    `The ${of.goods()} was smuggled from ${of.state()} through ${of.place()} to ${of.state()}, where ${of.group()} sells it.`,
  (of) =>
    `Colonel ${of.person()}, spokesman of ${of.agency()}, said that ${of.group()} moves ${of.goods()} between ${of.place()} and ${of.place()}.`,
  (of) =>
    `Officers acted in coordination with ${of.agency()} after a tip from ${of.agency()} and police in ${of.state()}.`,
  (of) =>
    `"We are following the money," ${of.person()} told reporters in ${of.place()}, adding that no one else is wanted.`,
  (of) =>
    `Between January and ${of.day()}, more than ${of.figure()} kg of ${of.goods()} and ${of.figure()} pills were impounded in ${of.state()}.`,
  (of) =>
    `${of.person()}, a leader of ${of.group()}, was detained at the airport of ${of.place()} with a forged passport.`,
  (of) =>
    `The network, which works with ${of.group()}, had bought its boats from a company in ${of.place()}, court papers show.`,
  (of) => `Nobody was hurt. The three men are being questioned in ${of.place()}.`,
  (of) =>
    `A court in ${of.place()} sentenced ${of.person()} to ${of.figure()} years in prison for trafficking ${of.goods()}.`,
  (of) =>
    `Analysts doubt that ${of.state()} can stop the trade as long as ${of.group()} and ${of.group()} fight over the road to ${of.place()}.`,
  (of) =>
    `In a separate case, ${of.agency()} searched two warehouses near ${of.place()} and found ${of.figure()} tonnes of ${of.goods()} behind a false wall.`,
  (of) =>
    `The department has not said who will be charged, but prices in ${of.state()} have risen.`,
];

/** Reports of about `characters` each, the same ones for the same seed and pack. */
export function inventedReports(
  pack: DomainPack,
  { seed, count, characters = 2_500 }: { seed: number; count: number; characters?: number },
): string[] {
  const random = seededRandom(seed);
  const names = namesOf(pack, random);
  return Array.from({ length: count }, () => inventReport(names, random, characters));
}

function inventReport(names: Names, random: () => number, characters: number): string {
  const place = names.place();
  const head = `${names.agency()} seizes ${names.goods()} near ${place}`;
  const paragraphs = [head, `${place.toUpperCase()}, ${names.day()} 2025 (Levant Wire) -`];
  let length = head.length;
  while (length < characters) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
      pick(SENTENCES, random)(names),
    );
    const text = sentences.join(" ");
    if (paragraphs.length === 2 && length === head.length) paragraphs[1] += ` ${text}`;
    else paragraphs.push(text);
    length += text.length;
  }
  return `${paragraphs.join("\n\n")}\n`;
}

/** Names of a pack to fill sentences with. */
export function namesOf(pack: DomainPack, random: () => number): Names {
  const entries = [...pack.entries.values()];
  const of = (keep: (entry: LexiconEntry) => boolean): Draw => {
    const names = entries.filter(keep).map(({ name }) => name);
    return () => pick(names, random);
  };
  const places = townNames(pack);
  const given = pack.words.entries("given_names");
  const figure = (): string => Math.ceil(random() ** 4 * 20_000).toLocaleString("en");
  return {
    agency: of(({ role }) => role === "body"),
    goods: of(({ role }) => role === "goods"),
    group: of(({ role }) => role === "group"),
    state: of(({ role }) => role === "country"),
    place: () => pick(places, random),
    person: () => `${capitalized(pick(given, random))} ${pick(FAMILY_NAMES, random)}`,
    figure,
    day: () => `${1 + Math.floor(random() * 28)} ${pick(MONTHS, random)}`,
  };
}

/** Towns the gazetteer knows: capitals of states and other places of the pack. */
function townNames(pack: DomainPack): readonly string[] {
  const capitals = [...pack.countries.values()].flatMap((country) => country.capitals);
  return capitals.filter((name) => pack.gazetteer.find(name).length > 0).slice(0, PLACES);
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function pick<T>(list: readonly T[], random: () => number): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError("There is nothing to draw from.");
  return item;
}
