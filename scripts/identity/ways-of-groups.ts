// Pairs of groups, companies, vessels and places: kind, way, verdict, count a half.
import { FIRMS, GROUPS, NEAR_GROUPS, VESSELS } from "./name-parts.js";
import { type Draw, made, state, twoStates, type Way } from "./way.js";
import { spellings } from "./ways-of-people.js";

const HEADS = ["network", "network", "gang"];
const groupText = (draw: Draw, name: string, town: string): string =>
  draw.random() < 0.5
    ? `Police dismantled the ${name} ${draw.pick(HEADS)} in ${town} and arrested six men.`
    : `The ${name} ${draw.pick(HEADS)} smuggled hashish through ${town}, prosecutors said.`;

export const GROUP_WAYS: readonly Way[] = [
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

export const OTHER_WAYS: readonly Way[] = [
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
