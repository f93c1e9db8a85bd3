import { describe, expect, it } from "vitest";
import { EGYPT, IRAQ, ids, resolveReports, withOfficial } from "./invented-report.js";

const MINISTRY = "Ministry of Interior";

describe("spokesmen of one ministry in two reports", () => {
  it.each([
    ["Khaled Rashid", "Khalid Rasheed", "two spellings", 1],
    ["Jamal Rashid", "Jalal Rashad", "alike by .825 and other names", 2],
    ["Jamal Rashid", "Jalil Rushdi", "not alike", 2],
    // The blocks of both hold the last two words, so the shorter name's last meets the other's last but one.
    ["Karim Nassif", "Karim Nassif Hadi", "one within the other", 1],
  ])("%s and %s, %s, are %d", (a, b, _why, people) => {
    const resolution = resolveReports([
      withOfficial("first", a, MINISTRY),
      withOfficial("second", b, MINISTRY),
    ]);
    expect(ids(resolution, "Official")).toHaveLength(people);
  });
});

describe("officials of two states", () => {
  it.each([
    ["Yusuf Haddad", "Youssef Haddad", ".942", 1],
    ["Ali Hassan", "Ali Hassani", ".929", 0],
  ])("%s and %s, alike by %s, make %d pair to look at", (a, b, _score, pairs) => {
    const { decisions } = resolveReports([
      withOfficial("first", a, MINISTRY, IRAQ),
      withOfficial("second", b, MINISTRY, EGYPT),
    ]);
    const onPeople = decisions.filter((one) => /haddad|hassan/i.test(`${one.a} ${one.b}`));
    expect(onPeople).toHaveLength(pairs);
  });
});
