// Pairs of people: kind, way, verdict, count a half.
import { FAMILY, GIVEN, GROUPS, NEAR_FAMILY, NEAR_GIVEN, type Part } from "./name-parts.js";
import { type Draw, type Made, made, type State, state, twoStates, type Way } from "./way.js";

export const spellings = (draw: Draw, part: Part): readonly [string, string] => {
  const at = Math.floor(draw.random() * part.length);
  return [part[at] ?? "", part[(at + 1) % part.length] ?? ""];
};

/** A full name in two spellings. */
function spelled(draw: Draw): readonly [string, string] {
  const [given, otherGiven] = spellings(draw, draw.pick(GIVEN));
  const [family, otherFamily] = spellings(draw, draw.pick(FAMILY));
  return [`${given} ${family}`, `${otherGiven} ${otherFamily}`];
}

const fullName = (draw: Draw): string => spelled(draw)[0];

const POSTS = ["spokesman", "director", "spokesman", "head"];
const OFFICES = [
  "Interior Ministry",
  "Justice Ministry",
  "Border Guard",
  "Coast Guard",
  "Customs Service",
  "Defence Ministry",
];

/** What a report says of an official. */
const asOfficial = (draw: Draw, name: string, { demonym }: State, post: string, office: string) =>
  draw.random() < 0.5
    ? `${name}, ${post} of the ${demonym} ${office}, said on Monday that the search went on.`
    : `The ${demonym} ${office}'s ${post}, ${name}, spoke to reporters on Friday.`;

const asSuspect = (draw: Draw, name: string, town: string, age: number) =>
  draw.random() < 0.5
    ? `Police arrested ${name}, ${age}, in ${town} on Tuesday.`
    : `${name}, a ${age}-year-old driver, was held in ${town} last week.`;

const asMember = (name: string, group: string) =>
  `${name} leads the ${group} network, the court heard.`;

const age = (draw: Draw): number => 22 + Math.floor(draw.random() * 40);

function officials(draw: Draw, [a, b]: readonly [string, string]): Made {
  const own = state(draw);
  const [post, office] = [draw.pick(POSTS), draw.pick(OFFICES)];
  return made(a, b, asOfficial(draw, a, own, post, office), asOfficial(draw, b, own, post, office));
}

function members(draw: Draw, [a, b]: readonly [string, string]): Made {
  const [group = ""] = draw.pick(GROUPS);
  return made(a, b, asMember(a, group), `Police named ${b} as a member of the ${group} network.`);
}

function strangers(draw: Draw, a: string, b: string): Made {
  const [one, two] = twoStates(draw);
  return draw.random() < 0.5
    ? made(a, b, asSuspect(draw, a, one.town, age(draw)), asSuspect(draw, b, two.town, age(draw)))
    : made(
        a,
        b,
        asOfficial(draw, a, one, draw.pick(POSTS), draw.pick(OFFICES)),
        asSuspect(draw, b, two.other, age(draw)),
      );
}

const father = (draw: Draw): string => draw.pick(GIVEN)[0] ?? "";

export const PEOPLE: readonly Way[] = [
  {
    kind: "person",
    how: "spelling-post",
    same: true,
    count: 30,
    make: (draw) => officials(draw, spelled(draw)),
  },
  {
    kind: "person",
    how: "spelling-group",
    same: true,
    count: 20,
    make: (draw) => members(draw, spelled(draw)),
  },
  {
    kind: "person",
    how: "father-left-out",
    same: true,
    count: 12,
    make: (draw) => {
      const [given = ""] = draw.pick(GIVEN);
      const [family = ""] = draw.pick(FAMILY);
      return officials(draw, [`${given} ${father(draw)} ${family}`, `${given} ${family}`]);
    },
  },
  {
    kind: "person",
    how: "initial",
    same: true,
    count: 8,
    make: (draw) => {
      const [given = ""] = draw.pick(GIVEN);
      const [family = ""] = draw.pick(FAMILY);
      const middle = father(draw);
      return officials(draw, [
        `${given} ${middle} ${family}`,
        `${given} ${middle.charAt(0)}. ${family}`,
      ]);
    },
  },
  {
    kind: "person",
    how: "same-name-suspect",
    same: true,
    count: 10,
    make: (draw) => {
      const name = fullName(draw);
      const own = state(draw);
      const years = age(draw);
      return made(
        name,
        name,
        asSuspect(draw, name, own.town, years),
        asSuspect(draw, name, own.town, years),
      );
    },
  },
  {
    kind: "person",
    how: "near-given",
    same: false,
    count: 25,
    make: (draw) => {
      const [one = "", two = ""] = draw.pick(NEAR_GIVEN);
      const [family = ""] = draw.pick(FAMILY);
      return strangers(draw, `${one} ${family}`, `${two} ${family}`);
    },
  },
  {
    kind: "person",
    how: "near-family",
    same: false,
    count: 20,
    make: (draw) => {
      const [one = "", two = ""] = draw.pick(NEAR_FAMILY);
      const [given = ""] = draw.pick(GIVEN);
      return strangers(draw, `${given} ${one}`, `${given} ${two}`);
    },
  },
  {
    kind: "person",
    how: "near-one-group",
    same: false,
    count: 15,
    make: (draw) => {
      const [one = "", two = ""] = draw.pick(NEAR_GIVEN);
      const [family = ""] = draw.pick(FAMILY);
      return members(draw, [`${one} ${family}`, `${two} ${family}`]);
    },
  },
  {
    kind: "person",
    how: "namesake",
    same: false,
    count: 25,
    make: (draw) => {
      const name = fullName(draw);
      return strangers(draw, name, name);
    },
  },
  {
    kind: "person",
    how: "other-father",
    same: false,
    count: 12,
    make: (draw) => {
      const [given = ""] = draw.pick(GIVEN);
      const [family = ""] = draw.pick(FAMILY);
      let [one, two] = [father(draw), father(draw)];
      while (one === two) [one, two] = [father(draw), father(draw)];
      return members(draw, [`${given} bin ${one} ${family}`, `${given} bin ${two} ${family}`]);
    },
  },
  {
    kind: "person",
    how: "junior",
    same: false,
    count: 8,
    make: (draw) => {
      const name = fullName(draw);
      return members(draw, [name, `${name} Jr`]);
    },
  },
];
