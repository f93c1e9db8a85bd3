import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

/** Names of every group of a text, in text order. */
const groups = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role }) => role === "group")
    .map(({ name }) => name);

describe("groups without a head noun", () => {
  it.each([
    ["Jihadists of Katiba Tarfa hid there.", ["Katiba Tarfa"]],
    ["He is the chief of the rival Gente del Faro.", ["Gente del Faro"]],
    ["Elders of the Shamsi and the Zoghbi clans met.", ["Shamsi clan", "Zoghbi clan"]],
    ["It fought the Sons of the Wadi over the road.", ["Sons of the Wadi"]],
    ["Last month the Pier Knights, who had backed him, changed sides.", ["Pier Knights"]],
    ["Police suspect the Gulls, who have lost three corners.", ["Gulls"]],
    ["It went to people he knew only as “os Vizinhos”.", ["os Vizinhos"]],
    [
      "They were supplied by the Cinder Bay chapter of the Tin Saints.",
      ["Cinder Bay chapter", "Tin Saints"],
    ],
    ["The 21K-Ho syndicate sells it.", ["21K-Ho syndicate"]],
    ["In May its southern wing, the Tarfa Column led by a cousin, left.", ["Tarfa Column"]],
    [
      "The Tin Saints, a biker gang, grew. Later the Saints sold cocaine.",
      ["Tin Saints", "Tin Saints"],
    ],
  ])("in %j", (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });

  it.each([
    ["The Quimbas, green islands, lie south."],
    ["Fighters from Basra arrived."],
    ["The rivals of the Rotterdam club won."],
    ["Rebels from Homs fought the Iraqis over cocaine."],
    ["Members of the Supreme Court met the leader."],
    ["The Dutch and the Spanish groups met."],
    ["The Harbour Times wrote of cocaine gangs."],
    ["The Red Sea has gangs."],
    ["Police chased the rival Basra team."],
    ["In the Andes smugglers move cocaine. The trade in the Alps is small."],
  ])("none in %j", (text) => {
    expect(groups(text)).toEqual([]);
  });
});
