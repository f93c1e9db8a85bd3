import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { AskedDocument, ExtractorPrompt } from "@redthread/core/build";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clock } from "./clock.js";
import { limitsOf } from "./door.js";
import { openOpenAiDoor } from "./openai-door.js";

const DOCUMENT: AskedDocument = {
  document: "doc:1",
  title: null,
  publisher: null,
  date: null,
  language: "en",
  text: "A report.",
  sentences: ["A report."],
  entities: [],
};
const PROMPT: ExtractorPrompt = {
  system: "list links",
  version: "1",
  user: (_, piece) => piece,
  pieces: ({ sentences }) => sentences,
};
const never: Clock = { after: () => () => undefined };
const atOnce: Clock = {
  after(_, run) {
    setImmediate(run);
    return () => undefined;
  },
};

let status = 200;
let headers: Record<string, string> = {};
let body = "";
let isSilent = false;
let questions = 0;
const server = createServer((request, response) => {
  questions += 1;
  request.resume();
  request.on("end", () => {
    if (!isSilent) response.writeHead(status, headers).end(body);
  });
});
beforeAll(() => new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function ask(key: string | null, clock: Clock) {
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/v1/`);
  const door = openOpenAiDoor(
    { kind: "openai", name: "m", url, model: "m" },
    { key, prompt: PROMPT, clock, limits: limitsOf(90) },
  );
  return door.ask(DOCUMENT);
}

describe("the door to an endpoint", () => {
  it("gives up when the time is over", async () => {
    isSilent = true;
    const answered = await ask(null, atOnce);
    isSilent = false;
    expect(answered).toEqual({ kind: "unread", reason: "gave no answer within 90 s" });
  });

  it("waits as long as it is asked to, by its clock alone, and asks three times at most", async () => {
    const waits: number[] = [];
    const waiting: Clock = {
      after(milliseconds, run) {
        if (milliseconds === 90_000) return () => undefined;
        waits.push(milliseconds);
        setImmediate(run);
        return () => undefined;
      },
    };
    [status, headers, body, questions] = [429, { "retry-after": "7" }, "", 0];
    await ask(null, waiting);
    [status, headers] = [503, {}];
    await ask(null, waiting);
    [status, headers] = [200, {}];
    expect(waits).toEqual([7000, 7000, 1000, 2000]);
    expect(questions).toBe(6);
  });

  it("never lets the key through, wherever the other side puts it", async () => {
    const key = fc.stringMatching(/^[\x21-\x7e]{8,40}$/);
    const place = fc.constantFrom(...Object.keys(PLACES));
    await fc.assert(
      fc.asyncProperty(key, place, fc.string(), async (secret, where, around) => {
        const [code, text] = PLACES[where]?.(`${around}${secret}${around}`) ?? [200, ""];
        [status, body] = [code, text];
        expect(textsIn(await ask(secret, never)).filter((one) => one.includes(secret))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    status = 200;
  });
});

type Place = (told: string) => readonly [status: number, body: string];

const chat = (content: string): string => JSON.stringify({ choices: [{ message: { content } }] });
const escaped = (text: string): string =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

/** Where a key may come back. */
const PLACES: Readonly<Record<string, Place>> = {
  body: (told) => [200, told],
  content: (told) => [200, chat(told)],
  claims: (told) => [200, chat(JSON.stringify({ claims: [{ quote: told }, told] }))],
  names: (told) => [200, chat(JSON.stringify({ claims: [{ [told]: 1 }] }))],
  escaped: (told) => [200, chat(`{"claims":["${escaped(told)}"]}`)],
  refusal: (told) => [401, JSON.stringify({ error: { message: told } })],
  plainRefusal: (told) => [400, JSON.stringify({ error: told })],
};

/** Every text in a value, names among them. */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(value, (name, one) => {
    texts.push(name, ...(typeof one === "string" ? [one] : []));
    return one;
  });
  return texts;
}
