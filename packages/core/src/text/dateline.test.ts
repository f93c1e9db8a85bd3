import { describe, expect, it } from "vitest";
import { parseDateline } from "./dateline.js";

describe("parseDateline", () => {
  it.each([
    ["ROSTOCK (Harbour Wire) – The ferry", "ROSTOCK", "Harbour Wire", "The ferry"],
    ["ERBIL, Kurdistan Region (Radio24) - The ferry", "ERBIL", "Radio24", "The ferry"],
    [
      "THE HAGUE, Nov 29, 2022 (Harbour Wire) - The ferry",
      "THE HAGUE",
      "Harbour Wire",
      "The ferry",
    ],
    ["LA PAZ, 9 October 2024. The ferry", "LA PAZ", null, "The ferry"],
    ["PARIS, 3 April 2025", "PARIS", null, ""],
    ["2024-03-01 QUITO (Harbour Wire) – The ferry", "QUITO", "Harbour Wire", "The ferry"],
    ["date 2024-03-01 LOJA, Ecuador — The ferry", "LOJA", null, "The ferry"],
    ["(Wirehub- Harbour Post) QUITO - The ferry", "QUITO", "Wirehub- Harbour Post", "The ferry"],
    ["QUITO. March 3 (Harbour Wire) - The ferry", "QUITO", "Harbour Wire", "The ferry"],
    ["SÃO PAULO — The ferry", "SÃO PAULO", null, "The ferry"],
    ["Ankara — The ferry", "Ankara", null, "The ferry"],
  ])("reads %j", (text, place, source, rest) => {
    const dateline = parseDateline(text);
    expect(dateline).toMatchObject({ place, source });
    expect(text.slice(dateline?.end)).toBe(rest);
  });

  it.each([
    "The Port Authority (PA) said on Monday that the ferry - the last one - sank.",
    "The ferry left.",
    "US-backed crews left the pier.",
    "",
  ])("finds none in %j", (text) => {
    expect(parseDateline(text)).toBeNull();
  });
});
