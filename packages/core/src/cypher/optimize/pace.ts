/** Counts the steps of planning, which is part of a run and ends with it. */
export interface Pace {
  /** @throws RedthreadError `QUERY_LIMIT` at a limit of the run */
  stepWithoutPause(): void;
}
