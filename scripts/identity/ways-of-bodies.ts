// Pairs of bodies: kind, way, verdict, count a half.
import { BODIES, NEAR_BODIES } from "./name-parts.js";
import { type Draw, made, type State, state, twoStates, type Way } from "./way.js";
import { spellings } from "./ways-of-people.js";

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

export const BODY_WAYS: readonly Way[] = [
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
