import { NANOS_PER_HOUR, NANOS_PER_MINUTE, NANOS_PER_SECOND } from "./units.js";

/** A component of a time of day, undefined when times have no such component. */
export function timeComponent(nanoOfDay: number, key: string): number | undefined {
  const nanos = nanoOfDay % NANOS_PER_SECOND;
  switch (key) {
    case "hour":
      return Math.floor(nanoOfDay / NANOS_PER_HOUR);
    case "minute":
      return Math.floor(nanoOfDay / NANOS_PER_MINUTE) % 60;
    case "second":
      return Math.floor(nanoOfDay / NANOS_PER_SECOND) % 60;
    case "millisecond":
      return Math.floor(nanos / 1_000_000);
    case "microsecond":
      return Math.floor(nanos / 1000);
    case "nanosecond":
      return nanos;
    default:
      return undefined;
  }
}
