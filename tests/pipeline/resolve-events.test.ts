import { describe, expect, it } from "vitest";
import { ids, Report, resolveReports } from "./invented-report.js";

describe("operations across reports", () => {
  const operation = (
    document: string,
    arrested: number,
    pills: number,
    day = "2026-01-14",
  ): Report =>
    new Report(document)
      .add("Country", "Jordan", { iso2: "jo" }, "country:jo")
      .add("Place", "Jaber", { country: "jo" })
      .add("Agency", "Anti-Narcotics Department", { country: "jo" })
      .add("Drug", "Captagon", {}, "drug:captagon")
      .add("Operation", "seizure")
      .add("Network", "network stopped at Jaber", { unnamed: true })
      .tell("seizure", "kind", "seizure")
      .tell("seizure", "date", day, { dateFrom: day, dateTo: day })
      .tell("seizure", "arrested", arrested, { low: null, high: null, qualifier: "eq" })
      .relate("Anti-Narcotics Department", "CONDUCTED", "seizure")
      .relate("seizure", "TARGETED", "network stopped at Jaber")
      .relate("seizure", "TOOK_PLACE_IN", "Jaber")
      .relate("seizure", "SEIZED", "Captagon", { amount: pills, unit: "pills", qualifier: "eq" });

  it("takes reports of one day, place and haul for one action, with its unnamed network", () => {
    const resolution = resolveReports([
      operation("wire", 17, 1_800_000),
      operation("paper", 19, 1_800_000),
    ]);
    expect(ids(resolution, "Operation")).toHaveLength(1);
    expect(ids(resolution, "Network")).toEqual([expect.stringMatching(/^network:unnamed:/)]);
  });

  it("keeps actions a week apart two, and their unnamed networks too", () => {
    const resolution = resolveReports([
      operation("wire", 17, 1_800_000),
      operation("paper", 17, 1_800_000, "2026-01-21"),
    ]);
    expect(ids(resolution, "Operation")).toHaveLength(2);
    expect(ids(resolution, "Network")).toHaveLength(2);
  });

  it("asks about one day and place when the hauls differ", () => {
    const resolution = resolveReports([
      operation("wire", 17, 1_800_000),
      operation("paper", 4, 90_000),
    ]);
    expect(resolution.decisions.filter((decision) => decision.outcome === "review")).toHaveLength(
      1,
    );
  });
});

describe("totals across reports", () => {
  const total = (
    document: string,
    metric: string,
    value: number,
    qualifier: string,
    period: string,
  ) =>
    new Report(document)
      .add("Statistic", metric)
      .tell(metric, "metric", metric)
      .tell(metric, "period", period)
      .tell(metric, "scope", "Iraq")
      .tell(metric, "value", value, {
        low: value,
        high: qualifier === "eq" ? value : null,
        qualifier,
      });

  it("are one where a bound and an exact figure count the same over the same time", () => {
    const resolution = resolveReports([
      total(
        "first",
        "drug trafficking networks dismantled",
        1201,
        "eq",
        "over the past three years",
      ),
      total("second", "drug networks dismantled", 1200, "gte", "in the last three years"),
    ]);
    expect(ids(resolution, "Statistic")).toHaveLength(1);
  });

  it("stay two where the period differs", () => {
    const resolution = resolveReports([
      total("first", "networks dismantled", 1201, "eq", "in 2024"),
      total("second", "networks dismantled", 1201, "eq", "in 2025"),
    ]);
    expect(ids(resolution, "Statistic")).toHaveLength(2);
  });

  it("are put before a person where wording and figure differ", () => {
    const resolution = resolveReports([
      total("first", "drug networks dismantled", 900, "eq", "in 2025"),
      total("second", "networks dismantled", 1201, "eq", "in 2025"),
    ]);
    expect(resolution.decisions).toMatchObject([{ outcome: "review" }]);
  });
});
