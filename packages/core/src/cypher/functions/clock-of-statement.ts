import type { Clock } from "../values/temporal/build-temporal.js";
import { NANOS_PER_SECOND, SECONDS_PER_DAY } from "../values/temporal/units.js";
import { defaultZone } from "../values/temporal/zone.js";
import type { FunctionContext } from "./cypher-function.js";

/** The statement's moment as a day and a time of day in UTC. */
export function clockOfStatement({ nowMs, zone }: FunctionContext): Clock {
  const dayMs = SECONDS_PER_DAY * 1000;
  const utcDay = Math.floor(nowMs / dayMs);
  const utcNanos = Math.floor((nowMs - utcDay * dayMs) * (NANOS_PER_SECOND / 1000));
  return { utcDay, utcNanos, zone: defaultZone(zone) };
}
