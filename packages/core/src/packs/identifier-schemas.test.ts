import { describe, expect, it } from "vitest";
import { identifiersSchema } from "./identifier-schemas.js";

const withForm = (form: string) => ({
  between: [],
  joining: [],
  kinds: [{ kind: "lot", label: "Lot", form, length: [1, 30], of: [] }],
});

describe("the form of an identifier", () => {
  it.each([
    "[0-9]{7}",
    "(?:HR[AB] ?)?[0-9]{4,10}",
    "[A-Z]{2}[0-9]{2}[A-Z0-9]{0,30}(?: [A-Z0-9]{1,4}){0,8}",
    "[0-9]{1,9}(?:[ ./-][0-9]{1,6}|[(][0-9]{1,6}[)]){0,7}",
  ])("may be %s", (form) => {
    expect(identifiersSchema.safeParse(withForm(form)).success).toBe(true);
  });

  it.each([
    ["[0-9]+", "bounds"],
    ["[0-9]{7,}", "bounds"],
    ["[0-9]{7,99}", "60 at most"],
    ["[0-9]{1,4}(?: ?[0-9]{1,4}){3,8}", "start with a mark"],
    ["(?:[0-9]{1,4}){3,8}", "start with a mark"],
    ["(?:[ -]?[0-9]{1,4}|x){3}", "start with a mark"],
    ["(?:[ -](?:[0-9]{1,4}){1,4}){3,8}", "no group within a group"],
    ["[0-9]{7", "regular expression"],
  ])("may not be %s", (form, told) => {
    const { error } = identifiersSchema.safeParse(withForm(form));
    expect(error?.message).toContain(told);
  });
});
