import type {
  ExtractListener,
  NameListener,
  Reading,
  RejectedName,
  Rejection,
} from "../listener.js";

/** A rejection with the extractor that made it. */
export type HeardRejection = Rejection & { readonly extractor: string };

/** What was heard of one report. */
export interface Heard {
  readonly names: readonly RejectedName[];
  readonly rejections: readonly HeardRejection[];
  /** How claims were read, by their id. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** An ear for one report: give `listener` to the rules, then read `heard`. */
export function listen(): {
  readonly listener: ExtractListener & NameListener;
  readonly heard: Heard;
} {
  const names: RejectedName[] = [];
  const rejections: HeardRejection[] = [];
  const readings = new Map<string, Reading>();
  const seen = new Set<string>();
  let extractor = "";
  const keep = (rejection: Rejection): void => {
    const key = keyOf(rejection);
    if (seen.has(key)) return;
    seen.add(key);
    rejections.push({ ...rejection, extractor });
  };
  const listener: ExtractListener & NameListener = {
    rejectedName: (one) => {
      // Two rules that read the same words as the same kind of thing agree.
      const same = one.by?.span.start === one.span.start && one.by.span.end === one.span.end;
      if (!same || one.by?.role !== one.role) names.push(one);
    },
    begin: (name) => {
      extractor = name;
    },
    rejected: keep,
    read: (reading) => void readings.set(reading.claim, reading),
    withdrawn: (claim, reason) => {
      const { sentence, span } = readings.get(claim.id) ?? claim.evidence[0];
      const ends = readings.get(claim.id)?.ends ?? [];
      const [subject, object] = ends.map(({ entity }) => [entity]);
      const type = claim.kind === "relation" ? claim.type : claim.property;
      const { rule } = claim;
      const told = { subjects: subject ?? [], objects: object ?? [], sought: [] };
      keep({ reason, sentence, span, rule, type, ...told });
    },
  };
  return { listener, heard: { names, rejections, readings } };
}

const keyOf = ({ reason, span, rule, subjects, objects }: Rejection): string =>
  [reason, span.start, span.end, rule, ...[...subjects, ...objects].map(({ id }) => id)].join("|");
