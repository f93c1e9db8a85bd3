import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

const bodies = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role, form }) => role === "body" && form === "name")
    .map(({ name }) => name);

describe("bodies without a head noun in their name", () => {
  it.each([
    ["Investigators of the Zorvanka held two men.", ["Zorvanka"]],
    ["Agents from Zorvanka held two men.", ["Zorvanka"]],
    ["He ran the anti-drug unit Zorvanka.", ["Zorvanka"]],
    ["On Monday ZRVK's officers searched a barn.", ["ZRVK"]],
    ["On Monday ZRVK officers searched a barn.", ["ZRVK"]],
  ])("told by who works there in %j", (text, expected) => {
    expect(bodies(text)).toEqual(expected);
  });

  it.each([
    ["Tins were opened by customs at Quimmer on Monday.", ["customs at Quimmer"]],
    ["He faced an appeals court in Quimmer.", ["appeals court in Quimmer"]],
  ])("told by their seat in %j", (text, expected) => {
    expect(bodies(text)).toEqual(expected);
  });

  it.each([
    ["Officers of the Sunday school sang."],
    ["Friends of Zorvanka held a feast."],
    ["The unit Zorvanka hit was a flat."],
    ["Customs at weddings differ."],
    ["Agents of Rosa Harbour sold the house."],
    ["ZRVK shares fell on Monday."],
  ])("none in %j", (text) => {
    expect(bodies(text)).toEqual([]);
  });
});
