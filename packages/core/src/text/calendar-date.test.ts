import { describe, expect, it } from "vitest";
import { findCalendarDates, isoDate } from "./calendar-date.js";

describe("findCalendarDates", () => {
  it.each([
    ["The ferry sailed on 3 June 2023.", "2023-06-03"],
    ["Opened Sept. 2, 2019 by the mayor", "2019-09-02"],
    ["Friday, 31st of March 2023", "2023-03-31"],
    ["2024-02-29", "2024-02-29"],
    ["posted 17.09.2024 at noon", "2024-09-17"],
    ["December 30 2021", "2021-12-30"],
    ["in May 2022 the pier", "2022-05"],
    ["12/25/2024", "2024-12-25"],
  ])("reads %j", (text, value) => {
    expect(findCalendarDates(text).map((date) => date.value)).toEqual([value]);
  });

  it("leaves day and month open where either may be first", () => {
    expect(findCalendarDates("04/05/2024")).toEqual([
      { start: 0, end: 10, value: null, numeric: { first: 4, second: 5, year: 2024 } },
    ]);
  });

  it.each(["31 February 2023", "99/99/2024", "in 2023", "3 June", "version 1.2.3"])(
    "finds no date in %j",
    (text) => {
      expect(findCalendarDates(text)).toEqual([]);
    },
  );
});

describe("isoDate", () => {
  it("knows leap years", () => {
    expect(isoDate(2024, 2, 29)).toBe("2024-02-29");
    expect(isoDate(2023, 2, 29)).toBeNull();
  });
});
