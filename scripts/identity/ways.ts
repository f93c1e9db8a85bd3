// The table of how pairs are made: kind, way, verdict, count a half. 500 a half, 58 % of them different.
import {
  BODIES,
  FAMILY,
  FIRMS,
  GIVEN,
  GROUPS,
  NEAR_BODIES,
  NEAR_FAMILY,
  NEAR_GIVEN,
  NEAR_GROUPS,
  type Part,
  STATES,
  VESSELS,
} from "./name-parts.js";

/** What a way draws with. */
export interface Draw {
  /** One of the items that belong to the half at hand. */
  readonly pick: <T>(items: readonly T[]) => T;
  readonly random: () => number;
}

type Made = {
  readonly a: string;
  readonly b: string;
  readonly textA: string;
  readonly textB: string;
};

/** One way in which pairs are made. */
export interface Way {
  readonly kind: string;
  readonly how: string;
  readonly same: boolean;
  readonly count: number;
  readonly make: (draw: Draw) => Made;
}

const made = (a: string, b: string, textA: string, textB: string): Made => ({ a, b, textA, textB });

interface State {
  readonly name: string;
  readonly demonym: string;
  readonly town: string;
  readonly other: string;
}

const state = ({ pick }: Draw): State => {
  const [name = "", demonym = "", town = "", other = ""] = pick(STATES);
  return { name, demonym, town, other };
};

/** Two states that differ. */
function twoStates(draw: Draw): readonly [State, State] {
  const first = state(draw);
  let second = state(draw);
  while (second.name === first.name) second = state(draw);
  return [first, second];
}

const spellings = (draw: Draw, part: Part): readonly [string, string] => {
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

const PEOPLE: readonly Way[] = [
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

const BODY_TEXTS: readonly ((name: string, state: State) => string)[] = [
  (name, { demonym, town }) =>
    `The ${demonym} ${name} seized 40 kilograms of heroin in ${town} on Monday.`,
  (name, { name: land, town }) => `${land}'s ${name} arrested seven men in ${town} on 3 March.`,
  (name, { demonym, other }) =>
    `Officers of the ${demonym} ${name} searched a warehouse in ${other}.`,
  (name, { name: land, other }) => `A lorry was stopped near ${other} by the ${name} of ${land}.`,
];

const bodyText = (draw: Draw, name: string, own: State): string => draw.pick(BODY_TEXTS)(name, own);

const acronymOf = (name: string): string =>
  name
    .split(/[\s-]/)
    .filter((word) => word !== "of")
    .map((word) => word.charAt(0).toUpperCase())
    .join("");

const BODY_WAYS: readonly Way[] = [
  {
    kind: "body",
    how: "wording",
    same: true,
    count: 35,
    make: (draw) => {
      const [a, b] = spellings(draw, draw.pick(BODIES));
      const own = state(draw);
      return made(a, b, bodyText(draw, a, own), bodyText(draw, b, own));
    },
  },
  {
    kind: "body",
    how: "acronym",
    same: true,
    count: 12,
    make: (draw) => {
      const [name = "", other = ""] = draw.pick(BODIES);
      const own = state(draw);
      const short = acronymOf(other);
      return made(
        name,
        other,
        bodyText(draw, `${name} (${short})`, own),
        bodyText(draw, `${other} (${short})`, own),
      );
    },
  },
  {
    kind: "body",
    how: "state-told-once",
    same: true,
    count: 10,
    make: (draw) => {
      const [, name = ""] = draw.pick(BODIES);
      const own = state(draw);
      return made(
        name,
        name,
        bodyText(draw, name, own),
        `The ${name} said in ${own.town}, ${own.name}, that nobody was hurt.`,
      );
    },
  },
  {
    kind: "body",
    how: "other-state",
    same: false,
    count: 35,
    make: (draw) => {
      const [name = ""] = draw.pick(BODIES);
      const [one, two] = twoStates(draw);
      return made(name, name, bodyText(draw, name, one), bodyText(draw, name, two));
    },
  },
  {
    kind: "body",
    how: "near",
    same: false,
    count: 35,
    make: (draw) => {
      const [a = "", b = ""] = draw.pick(NEAR_BODIES);
      const own = state(draw);
      return made(a, b, bodyText(draw, a, own), bodyText(draw, b, own));
    },
  },
  {
    kind: "body",
    how: "acronym-two-states",
    same: false,
    count: 12,
    make: (draw) => {
      const [, name = ""] = draw.pick(BODIES);
      const [one, two] = twoStates(draw);
      const short = acronymOf(name);
      return made(
        short,
        short,
        bodyText(draw, `${name} (${short})`, one),
        bodyText(draw, `${name} (${short})`, two),
      );
    },
  },
  {
    kind: "body",
    how: "town",
    same: false,
    count: 12,
    make: (draw) => {
      const own = state(draw);
      const [a, b] = [`${own.town} Police Department`, `${own.other} Police Department`];
      return made(
        a,
        b,
        `The ${a} arrested two men on Sunday.`,
        `The ${b} arrested nine men on Sunday.`,
      );
    },
  },
];

const HEADS = ["network", "network", "gang"];
const groupText = (draw: Draw, name: string, town: string): string =>
  draw.random() < 0.5
    ? `Police dismantled the ${name} ${draw.pick(HEADS)} in ${town} and arrested six men.`
    : `The ${name} ${draw.pick(HEADS)} smuggled hashish through ${town}, prosecutors said.`;

const GROUP_WAYS: readonly Way[] = [
  {
    kind: "group",
    how: "spelling",
    same: true,
    count: 30,
    make: (draw) => {
      const [a, b] = spellings(draw, draw.pick(GROUPS));
      const own = state(draw);
      return made(a, b, groupText(draw, a, own.town), groupText(draw, b, own.town));
    },
  },
  {
    kind: "group",
    how: "one-name-on-the-road",
    same: true,
    count: 15,
    make: (draw) => {
      const [name = ""] = draw.pick(GROUPS);
      const [one, two] = twoStates(draw);
      return made(name, name, groupText(draw, name, one.town), groupText(draw, name, two.town));
    },
  },
  {
    kind: "group",
    how: "near",
    same: false,
    count: 35,
    make: (draw) => {
      const [a = "", b = ""] = draw.pick(NEAR_GROUPS);
      const own = state(draw);
      return made(a, b, groupText(draw, a, own.town), groupText(draw, b, own.town));
    },
  },
  {
    kind: "group",
    how: "wing",
    same: false,
    count: 15,
    make: (draw) => {
      const [name = ""] = draw.pick(GROUPS);
      const own = state(draw);
      const wing = draw.pick([
        "northern wing",
        "coastal faction",
        "southern branch",
        "breakaway faction",
      ]);
      return made(
        name,
        name,
        groupText(draw, name, own.town),
        `Police arrested nine men of the ${wing} of the ${name} network in ${own.town}.`,
      );
    },
  },
  {
    kind: "group",
    how: "splinter",
    same: false,
    count: 10,
    make: (draw) => {
      const [name = ""] = draw.pick(GROUPS);
      const own = state(draw);
      const other = `New ${name}`;
      return made(name, other, groupText(draw, name, own.town), groupText(draw, other, own.town));
    },
  },
  {
    kind: "group",
    how: "kind",
    same: false,
    count: 8,
    make: (draw) => {
      const [name = ""] = draw.pick(GROUPS);
      const own = state(draw);
      return made(
        `${name} network`,
        `${name} Brigade`,
        groupText(draw, name, own.town),
        `Fighters of the ${name} Brigade took a village near ${own.other}.`,
      );
    },
  },
];

const FIRM_FORMS = ["Ltd", "LLC", "GmbH", "SA"];
const firmText = (name: string, town: string): string =>
  `The container belonged to ${name}, a company in ${town}, customs said.`;

const OTHER_WAYS: readonly Way[] = [
  {
    kind: "company",
    how: "form",
    same: true,
    count: 12,
    make: (draw) => {
      const [name = ""] = draw.pick(FIRMS);
      const own = state(draw);
      const full = `${name} ${draw.pick(FIRM_FORMS)}`;
      return made(full, name, firmText(full, own.town), firmText(name, own.town));
    },
  },
  {
    kind: "company",
    how: "other-trade",
    same: false,
    count: 12,
    make: (draw) => {
      const [name = ""] = draw.pick(FIRMS);
      const own = state(draw);
      const other = name.replace(/\S+$/, draw.pick(["Cement", "Foods", "Motors", "Paper"]));
      return made(
        name,
        other,
        firmText(`${name} Ltd`, own.town),
        firmText(`${other} Ltd`, own.town),
      );
    },
  },
  {
    kind: "vessel",
    how: "prefix",
    same: true,
    count: 8,
    make: (draw) => {
      const [name = ""] = draw.pick(VESSELS);
      return made(
        `MV ${name}`,
        name,
        `Coast guards boarded the MV ${name} on Monday.`,
        `The vessel ${name} was escorted to port.`,
      );
    },
  },
  {
    kind: "vessel",
    how: "number",
    same: false,
    count: 8,
    make: (draw) => {
      const [name = ""] = draw.pick(VESSELS);
      return made(
        `MV ${name} 1`,
        `MV ${name} 2`,
        `Coast guards boarded the MV ${name} 1 on Monday.`,
        `Coast guards boarded the MV ${name} 2 on Friday.`,
      );
    },
  },
  {
    kind: "place",
    how: "article",
    same: true,
    count: 12,
    make: (draw) => {
      const own = state(draw);
      const name = `${draw.pick(["Rumay", "Sahla", "Tuwayr", "Qasab", "Dhiban", "Mazra", "Hadra", "Nuwayb"])}a`;
      return made(
        `Al-${name}`,
        `Al ${name}`,
        `Police searched a farm in the village of Al-${name} in ${own.name}.`,
        `Two men were arrested in Al ${name}, a village in ${own.name}.`,
      );
    },
  },
  {
    kind: "place",
    how: "two-states",
    same: false,
    count: 14,
    make: (draw) => {
      const [one, two] = twoStates(draw);
      const name = draw.pick([
        "Rumaya",
        "Sahlat",
        "Tuwayra",
        "Qasaba",
        "Dhibana",
        "Mazraa",
        "Hadrat",
        "Nuwayba",
      ]);
      return made(
        name,
        name,
        `Police searched a farm in the village of ${name} in ${one.name}.`,
        `Two men were arrested in ${name}, a village in ${two.name}.`,
      );
    },
  },
];

/** Every way, in one order. */
export const WAYS: readonly Way[] = [...PEOPLE, ...BODY_WAYS, ...GROUP_WAYS, ...OTHER_WAYS];
