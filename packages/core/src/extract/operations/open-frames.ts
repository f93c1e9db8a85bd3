import type { DocumentEntity } from "../../model/document-entity.js";
import type { EventDate } from "./find-event-date.js";
import type { Haul } from "./haul.js";
import type { PartialFrame } from "./partial-frame.js";

/** An action while its sentences are brought together, with what they tell of it so far. */
export interface OpenFrame {
  readonly parts: PartialFrame[];
  readonly section: number;
  /** Sentence view told last of it. */
  last: number;
  readonly acts: Set<string>;
  readonly agents: Set<DocumentEntity>;
  readonly places: Set<DocumentEntity>;
  /** Its catches, one for each goods, figure and unit. */
  readonly hauls: Map<string, Haul>;
  readonly arrested: Set<number>;
  /** Who suffered or is told to have done something in it. */
  readonly people: Set<DocumentEntity>;
  /** These and the ones that the arrested are named by. */
  readonly named: Set<DocumentEntity>;
  /** True where a fate of its people is an arrest. */
  arrests: boolean;
  /** True while no sentence told when, where and by whom. */
  vague: boolean;
  /** True where a sentence of its own, not one before, gives a day. */
  dated: boolean;
  /** The day it was on, by the first that is no day of a statement, else by the first. */
  date: EventDate | null;
}

/** The actions of a report told so far, in the order in which they were opened. */
export class OpenFrames {
  readonly all: OpenFrame[] = [];
  readonly #places = new Map<OpenFrame, number>();
  readonly #byPerson = new Map<DocumentEntity, Set<OpenFrame>>();
  readonly #byAct = new Map<string, Set<OpenFrame>>();

  open(parts: readonly PartialFrame[], section: number, last: number): void {
    const frame: OpenFrame = {
      parts: [],
      section,
      last,
      acts: new Set(),
      agents: new Set(),
      places: new Set(),
      hauls: new Map(),
      arrested: new Set(),
      people: new Set(),
      named: new Set(),
      arrests: false,
      vague: true,
      dated: false,
      date: null,
    };
    this.#places.set(frame, this.all.push(frame) - 1);
    for (const part of parts) this.join(frame, part);
  }

  /** A sentence tells of an action. */
  join(frame: OpenFrame, part: PartialFrame): void {
    frame.parts.push(part);
    for (const act of part.acts) {
      frame.acts.add(act);
      this.#byAct.set(act, (this.#byAct.get(act) ?? new Set()).add(frame));
    }
    for (const { entity } of part.agents) frame.agents.add(entity);
    for (const { entity } of localPlaces(part)) frame.places.add(entity);
    for (const haul of part.hauls) frame.hauls.set(haulKey(haul), haul);
    if (part.arrested !== null) frame.arrested.add(part.arrested.value);
    for (const one of namedIn(part)) frame.named.add(one);
    frame.vague &&= isVague(part);
    frame.dated ||= part.date !== null;
    this.#joinFates(frame, part);
    const date = part.date ?? part.inherited;
    if (frame.date === null || (frame.date.announced && date?.announced === false))
      frame.date = date ?? frame.date;
  }

  #joinFates(frame: OpenFrame, { fates }: PartialFrame): void {
    for (const { word, people } of fates) {
      frame.arrests ||= word.act === "arrest";
      for (const { entity } of people) {
        frame.people.add(entity);
        this.#byPerson.set(entity, (this.#byPerson.get(entity) ?? new Set()).add(frame));
      }
    }
  }

  /** The actions that befell one of some people, the one opened last first. */
  ofPeople(people: Iterable<DocumentEntity>): readonly OpenFrame[] {
    const found = new Set<OpenFrame>();
    for (const one of people) for (const frame of this.#byPerson.get(one) ?? []) found.add(frame);
    return this.#lastFirst(found);
  }

  /** The actions that an act is part of, the one opened last first. */
  ofAct(act: string): readonly OpenFrame[] {
    return this.#lastFirst(this.#byAct.get(act) ?? []);
  }

  #lastFirst(frames: Iterable<OpenFrame>): readonly OpenFrame[] {
    return [...frames].sort((a, b) => (this.#places.get(b) ?? 0) - (this.#places.get(a) ?? 0));
  }
}

/** Nothing of when, where and by whom. */
export const isVague = ({ date, agents, places }: PartialFrame): boolean =>
  (date === null || date.announced) && agents.length === 0 && places.length === 0;

/** Towns and regions, no states. */
export const localPlaces = ({ places }: PartialFrame): PartialFrame["places"] =>
  places.filter(({ entity }) => entity.role === "place");

export const namedIn = ({ arrested, fates }: PartialFrame): readonly DocumentEntity[] => [
  ...(arrested?.named ?? []),
  ...fates.flatMap(({ people }) => people.map(({ entity }) => entity)),
];

const haulKey = ({ goods, amount }: Haul): string =>
  [goods?.id ?? "", amount?.value ?? "", amount?.unit ?? ""].join("\u0000");
