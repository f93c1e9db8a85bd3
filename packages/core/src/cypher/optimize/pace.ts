/** Counts the steps of planning, which is part of a run and ends with it. */
export interface Pace {
  /** So many steps at once, 1 where no number is given. @throws RedthreadError `QUERY_LIMIT` at a limit of the run */
  stepWithoutPause(count?: number): void;
}
