import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { readTokens } from "../words/read-tokens.js";
import type { DateGround } from "./resolve-date.js";
import { scanDates } from "./scan-dates.js";

const { words } = smallPack();

const GROUND: DateGround = {
  report: { value: "2025-06-18", basis: "header" },
  order: null,
  told: null,
};
const dates = (text: string, ground: DateGround = GROUND) =>
  scanDates(readTokens(words, text), ground).map((item) =>
    item.kind === "period" ? "period" : (item.date?.value ?? null),
  );

describe("scanDates", () => {
  it.each([
    ["The museum opened on Sunday.", ["2025-06-15"]],
    ["It closed on Wednesday night.", ["2025-06-18"]],
    ["It closed last Wednesday.", ["2025-06-11"]],
    ["The fair ran on 14 December 2024.", ["2024-12-14"]],
    ["On December 14 the pier froze.", ["2024-12-14"]],
    ["On 3 June the pier reopened.", ["2025-06-03"]],
    ["In late March the crane fell.", ["2025-03"]],
    ["In mid-July it stood again.", ["2024-07"]],
    ["It was built in 1998.", ["1998"]],
    ["It may open soon.", []],
    ["It opens in May.", ["2025-05"]],
    ["They had met the 14 april.", ["2025-04-14"]],
    ["Between September 3 and 13 it was shut.", ["2024-09-03"]],
    ["From Friday to Sunday it was shut.", ["2025-06-13"]],
    ["over the past three years", ["period"]],
    ["since 2019", ["period"]],
    ["from January to May", ["period"]],
    ["in the first six months of 2024", ["period"]],
    ["Two days ago it rained.", ["2025-06-16"]],
    ["On 3 June it rained; a day later it snowed.", ["2025-06-03", "2025-06-04"]],
    ["On 2025-06-01 and 17.05.2025", ["2025-06-01", "2025-05-17"]],
    ["It sold 2024 tickets.", []],
    ["earlier this month", ["2025-06"]],
    ["On Saturday, 1 March, it shut.", ["2025-03-01"]],
    ["It shut on Monday (10 March 2025).", ["2025-03-10"]],
    ["It was sold in 1998; in March that year it burnt down.", ["1998", "1998-03"]],
    ["It was sold in 1998 and on 3 May of the same year rebuilt.", ["1998", "1998-05-03"]],
  ])("reads %j", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it("leaves both readings of a numeric date open unless the document proves an order", () => {
    const [open] = scanDates(readTokens(words, "on 04/05/2024"), GROUND);
    expect(open?.date).toEqual({ value: null, from: "2024-04-05", to: "2024-05-04" });
    expect(dates("on 04/05/2024", { ...GROUND, order: "day-first" })).toEqual(["2024-05-04"]);
    expect(dates("on 04/05/2024", { ...GROUND, order: "month-first" })).toEqual(["2024-04-05"]);
  });

  it("gives no date to a weekday of an undated report", () => {
    expect(dates("on Tuesday", { ...GROUND, report: null })).toEqual([null]);
  });

  it("counts a month of an undated report to the year of a day told before, not to a bare year", () => {
    const undated = { ...GROUND, report: null };
    expect(dates("It opened on 3 May 2019. In June it shut.", undated)).toEqual([
      "2019-05-03",
      "2019-06",
    ]);
    expect(dates("It opened in 2019. In June it shut.", undated)).toEqual(["2019", null]);
  });

  it("keeps the last day of a stretch", () => {
    const [item] = scanDates(readTokens(words, "in the night from Tuesday to Wednesday"), GROUND);
    expect(item?.date).toEqual({ value: "2025-06-17", from: "2025-06-17", to: "2025-06-18" });
  });
});
