// `measured.yaml` of a field: how often its rules, families of rules and bands were right when last
// measured. Written by the scorer, never by hand; a field without it has measured nothing.

import { z } from "zod";
import {
  BAND_FROM,
  CONFIDENCE_BANDS,
  type ConfidenceBand,
  type MeasuredBands,
} from "../model/confidence.js";
import { compareText } from "../text/compare.js";
import { RULES } from "./engine-rules.js";
import type { PackYaml } from "./pack-yaml.js";
import { type Predicate, predicateRule } from "./predicate-schemas.js";
import type { RelationSection } from "./rule-schemas.js";

/** How many were judged, and how many of them were right. */
export interface Tally {
  readonly n: number;
  readonly right: number;
}

/** What was last measured of a field's rules. */
export interface Measured {
  /** What it was measured on, in words, or null where nothing was. */
  readonly set: string | null;
  /** By rule id; every rule of the engine and of the field has an entry. */
  readonly rules: ReadonlyMap<string, Tally & { readonly family: string }>;
  readonly families: ReadonlyMap<string, Tally>;
  readonly bands: ReadonlyMap<ConfidenceBand, Tally>;
}

const tally = z
  .strictObject({ n: z.number().int().min(0), right: z.number().int().min(0) })
  .refine(({ n, right }) => right <= n, "more are right than were judged");

/** The form of `measured.yaml`. */
export const measuredSchema = z.strictObject({
  set: z.string().min(1),
  rules: z.record(z.string(), tally),
  families: z.record(z.string(), tally),
  bands: z.record(
    z.enum(CONFIDENCE_BANDS),
    z.strictObject({
      from: z.number().min(0).max(1),
      n: z.number().int().min(0),
      right: z.number().int().min(0),
    }),
  ),
});

type MeasuredSection = z.infer<typeof measuredSchema>;

/** Fewer cases than these say too little of a single rule: its family speaks for it. */
export const ENOUGH = 20;

/**
 * The figure that stands for a tally: Laplace's rule of succession, (right + 1) / (n + 2). Few cases
 * prove little, so they stay near a half, and none at all is a half.
 */
export const precisionOf = ({ n, right }: Tally): number =>
  Math.round(((right + 1) / (n + 2)) * 1e4) / 1e4;

/** The figure of what nobody measured: as often right as wrong. */
export const UNMEASURED = precisionOf({ n: 0, right: 0 });

/**
 * The precision of a rule: its own figure from {@link ENOUGH} cases on, else that of its family.
 * @throws TypeError for a rule that nobody declared.
 */
export function rulePrecision({ rules, families }: Measured, rule: string): number {
  const own = rules.get(rule);
  const family = families.get(own?.family ?? "");
  if (own === undefined || family === undefined)
    throw new TypeError(`rule ${rule} is none of the engine and none of the pack`);
  return precisionOf(own.n >= ENOUGH ? own : family);
}

/** What the rules of a field have in common: a name, a cue, a name. */
const PATTERN = "pattern";

/** What the predicates of a field have in common: a verb or a role noun and its phrases. */
const PREDICATE = "predicate";

/** The rules that a field declares in data. */
export interface FieldRules {
  readonly patterns: RelationSection["rules"];
  readonly predicates: readonly Pick<Predicate, "id" | "links">[];
}

/** Family of every rule that may make a claim: those of the engine and the patterns of a field. */
export function ruleFamilies({ patterns, predicates }: FieldRules): ReadonlyMap<string, string> {
  const engine = Object.entries(RULES).map(([id, { family }]) => [id, family] as const);
  const own = patterns.map(({ id }) => [id, PATTERN] as const);
  const said = predicates.flatMap(({ id, links }) =>
    links.map(({ type }) => [predicateRule(id, type), PREDICATE] as const),
  );
  return new Map([...own, ...said, ...engine].sort(([a], [b]) => compareText(a, b)));
}

/** What a case keeps of it, for whoever reads a link's band; nothing where nothing was measured. */
export function measuredBands({ set, bands }: Measured): { readonly measured?: MeasuredBands } {
  if (set === null) return {};
  const tallyOf = (band: ConfidenceBand): Tally => {
    const { n, right } = bands.get(band) ?? NOTHING;
    return { n, right };
  };
  return {
    measured: {
      set,
      bands: {
        confirmed: tallyOf("confirmed"),
        likely: tallyOf("likely"),
        candidate: tallyOf("candidate"),
      },
    },
  };
}

const NOTHING: Tally = { n: 0, right: 0 };

/**
 * What was measured, checked against the rules there are. Without a file every rule has 0 cases.
 * @throws RedthreadError `PACK_INVALID` naming file and line: a rule or family that is none, one
 * without an entry, a band that starts elsewhere than it did when it was measured.
 */
export function compileMeasured(
  file: PackYaml<MeasuredSection | null>,
  declared: FieldRules,
): Measured {
  const families = ruleFamilies(declared);
  const names = new Set([...families.values(), PATTERN, PREDICATE].sort());
  const { value, fault } = file;
  if (value !== null) checkMeasured({ value, fault }, families, names);
  const { rules = {}, families: told = {}, bands = null, set = null } = value ?? {};
  return {
    set,
    rules: new Map(
      [...families].map(([id, family]) => [id, { ...(rules[id] ?? NOTHING), family }]),
    ),
    families: new Map([...names].map((name) => [name, told[name] ?? NOTHING])),
    bands: new Map(CONFIDENCE_BANDS.map((band) => [band, bands?.[band] ?? NOTHING])),
  };
}

function checkMeasured(
  { value, fault }: PackYaml<MeasuredSection>,
  families: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): void {
  const again =
    "measure again with `npm run score -- --rules --write`, or enter what nobody measured as `{ n: 0, right: 0 }`";
  for (const [section, known] of [
    ["rules", new Set(families.keys())],
    ["families", names],
  ] as const) {
    const told = Object.keys(value[section]);
    const unknown = told.find((id) => !known.has(id));
    if (unknown !== undefined)
      throw fault(
        [section, unknown],
        `measures \`${unknown}\`, which is none of the ${section}; ${again}`,
      );
    const missing = [...known].find((id) => value[section][id] === undefined);
    if (missing !== undefined)
      throw fault([section], `does not measure \`${missing}\` among the ${section}; ${again}`);
  }
  for (const band of CONFIDENCE_BANDS)
    if (value.bands[band].from !== BAND_FROM[band])
      throw fault(
        ["bands", band, "from"],
        `was measured with \`${band}\` from ${value.bands[band].from}; it starts at ${BAND_FROM[band]} now; ${again}`,
      );
}
