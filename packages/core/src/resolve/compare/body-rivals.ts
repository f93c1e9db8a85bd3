// Which other bodies a name could mean: others of the state with the same telling words, others that say
// where they sit, bodies of the name in other states.
import { sortedWords } from "../identify/name-words.js";
import type { NamedFacts } from "../identify/named-facts.js";
import type { Profile } from "../identify/profile.js";
import type { AgencyContext } from "./agency-context.js";
import { type Evidence, evidence } from "./evidence.js";

/** `state security court in amman`: where it sits tells it from others only where there are others. */
const SEAT = / in [^ ].*$/;

/** The bodies of a case by what their names could be short for. */
export class BodyRivals {
  readonly #context: AgencyContext;
  readonly #named = new Map<string, Set<string>>();
  readonly #seats = new Map<string, Set<string>>();
  readonly #states = new Map<string, Set<string>>();

  constructor(context: AgencyContext) {
    this.#context = context;
    for (const profile of context.profiles) {
      const facts = context.factsOf(profile);
      const [form] = facts.forms;
      if (form === undefined) continue;
      add(this.#named, `${facts.state} ${form.telling}`, form.meaning);
      const seat = seatOf(facts);
      if (seat !== null) add(this.#seats, seatKey(facts), seat);
      if (facts.state !== null) add(this.#states, form.meaning, facts.state);
    }
  }

  /** What names of one state leave open. */
  ofOneState({ state, forms }: NamedFacts, relation: Evidence | null): readonly Evidence[] {
    if (relation?.feature !== "ranks") return [];
    const bodies = this.#named.get(`${state} ${forms[0]?.telling}`)?.size ?? 0;
    return bodies > 2
      ? [evidence("rivals", `${bodies} bodies answer to it`)]
      : [evidence("alone", "no other body answers to it")];
  }

  /** Whether the report of the body without a state names the other's state, and no other with such a body. */
  beside(a: Profile, b: Profile): readonly Evidence[] {
    const [stateless, known] = a.country === null ? [a, b] : [b, a];
    const { state, forms } = this.#context.factsOf(known);
    if (state === null) return [];
    const bodies = this.#states.get(forms[0]?.meaning ?? "") ?? new Set();
    const named = this.#statesBeside(stateless);
    const possible = [...bodies].filter((one) => named.has(one));
    return possible.length === 1 && possible[0] === state
      ? [evidence("state-beside", "no other state with such a body is named beside it")]
      : [];
  }

  /** The states that the reports of a body name, as one text. */
  signStates(profile: Profile): string {
    return [...this.#statesBeside(profile)].sort().join(" ");
  }

  #statesBeside(profile: Profile): ReadonlySet<string> {
    const states = profile.members.flatMap(({ document }) => [...this.#context.statesOf(document)]);
    return new Set(states);
  }

  /**
   * Bodies of one name of which one says where it sits: courts, mostly. Nothing where two seats or other
   * names stand against each other, null where no seat is told or both are one.
   */
  betweenSeats(a: NamedFacts, b: NamedFacts): readonly Evidence[] | null {
    const [one, other] = [seatOf(a), seatOf(b)];
    if (one === other) return null;
    if ((one !== null && other !== null) || seatKey(a) !== seatKey(b)) return [];
    const seats = this.#seats.get(seatKey(a))?.size ?? 0;
    const said = evidence("seat", "one name says where the body sits");
    return seats > 1
      ? [said, evidence("rivals", `${seats} seats are named`)]
      : [said, evidence("alone", "no other seat is named")];
  }
}

const seatOf = (facts: NamedFacts): string | null =>
  SEAT.exec(facts.forms[0]?.text ?? "")?.[0] ?? null;

const seatKey = (facts: NamedFacts): string =>
  `${facts.state} ${sortedWords((facts.forms[0]?.text ?? "").replace(SEAT, ""))}`;

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}
