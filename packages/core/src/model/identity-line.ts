/** What a report calls a thing, as far as it tells who is who. */
export interface Naming {
  /** Id of the entity that it turned out to be. */
  readonly entity: string;
  /** The name as that report has it. */
  readonly name: string;
  /** Id of the report. */
  readonly document: string;
  /** UTF-16 offset of its first mention; null for what is told without a name. */
  readonly start: number | null;
}

/** Why two namings are one thing, or why two that are alike are not. */
export interface IdentityLine {
  readonly outcome: "merged" | "apart";
  readonly a: Naming;
  readonly b: Naming;
  /** 0–1; 1 where a person made them one. */
  readonly score: number;
  /** What spoke for it and against it, in words; ids stand in backticks. */
  readonly reasons: readonly string[];
  /** Names and values (0 to 1) of the weighed features behind the score; absent where none was weighed. */
  readonly features?: Readonly<Record<string, number>>;
}
