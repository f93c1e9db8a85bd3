/** Months by folded name or abbreviation, 1 for January. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sept", "sep"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, at) => names.map((name): [string, number] => [name, at + 1])),
);

/** Days of the week by folded name or abbreviation, 0 for Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ["sunday", "sun"],
    ["monday", "mon"],
    ["tuesday", "tue", "tues"],
    ["wednesday", "wed"],
    ["thursday", "thu", "thur", "thurs"],
    ["friday", "fri"],
    ["saturday", "sat"],
  ].flatMap((names, at) => names.map((name): [string, number] => [name, at])),
);

/** Units of time that offsets count, by folded word. */
export const OFFSET_UNITS: ReadonlyMap<string, "day" | "week" | "month" | "year"> = new Map([
  ["day", "day"],
  ["days", "day"],
  ["night", "day"],
  ["nights", "day"],
  ["week", "week"],
  ["weeks", "week"],
  ["month", "month"],
  ["months", "month"],
  ["year", "year"],
  ["years", "year"],
]);
