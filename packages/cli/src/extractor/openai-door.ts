// A chat endpoint. Each piece of a document is one question; the document is data between two lines
// that it cannot contain, and whatever it talks the model into, only what stands in it passes the gate.
import type { AskedDocument, ExtractorPrompt } from "@redthread/core/build";
import type { Clock } from "./clock.js";
import {
  type Answered,
  type Door,
  type DoorLimits,
  isFields,
  parseJson,
  readClaims,
  unread,
} from "./door.js";
import type { OpenAiSpec } from "./extractor-spec.js";
import { type Posted, postJson } from "./post-json.js";
import { createRedactor, type Redactor } from "./redact-key.js";

/** By what an endpoint is asked. */
export interface OpenAiSetting {
  readonly key: string | null;
  readonly prompt: ExtractorPrompt;
  readonly clock: Clock;
  readonly limits: DoorLimits;
}

const MOST_TRIES = 3;
const LONGEST_WAIT_SECONDS = 60;
const SHOWN_CHARACTERS = 200;

/** Opens the door to an endpoint; nothing is sent before the first question. */
export function openOpenAiDoor({ url, model }: OpenAiSpec, ground: OpenAiSetting): Door {
  const redactor = createRedactor(ground.key);
  const endpoint = new URL("chat/completions", url);
  const askPiece = async (document: AskedDocument, piece: string): Promise<Answered> => {
    const body = {
      model,
      temperature: 0,
      stream: false,
      response_format: { type: "json_object" },
      messages: [
        { role: "system", content: ground.prompt.system },
        { role: "user", content: ground.prompt.user(document.document, piece) },
      ],
    };
    const posted = await postPatiently({ url: endpoint, key: ground.key, body }, ground);
    return readPosted(posted, redactor, ground.limits);
  };
  return {
    async ask(document) {
      const claims: unknown[] = [];
      for (const piece of ground.prompt.pieces(document)) {
        const answered = await askPiece(document, piece);
        if (answered.kind === "unread") return answered;
        claims.push(...answered.claims);
      }
      return { kind: "answered", claims };
    },
    close: async () => undefined,
  };
}

/** Asks again where the other side is busy or has stumbled, as long as it asks to wait at most a minute. */
async function postPatiently(
  post: Parameters<typeof postJson>[0],
  ground: OpenAiSetting,
): Promise<Posted> {
  for (let tried = 1; ; tried += 1) {
    const posted = await postJson(post, ground);
    if (posted.kind === "failed" || !isPassing(posted.status)) return posted;
    const seconds = posted.retryAfter ?? tried;
    if (tried === MOST_TRIES || seconds > LONGEST_WAIT_SECONDS) return posted;
    await new Promise<void>((go) => void ground.clock.after(seconds * 1000, go));
  }
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;

function readPosted(posted: Posted, redactor: Redactor, limits: DoorLimits): Answered {
  if (posted.kind === "failed") return unread(posted.reason);
  const { status, body, retryAfter } = posted;
  const value = redactor.value(parseJson(body));
  if (status !== 200) return unread(`refused with status ${status}${saidOf(value, retryAfter)}`);
  const content = contentOf(value);
  if (content === null) return unread("sent no answer of a chat");
  if (content.isCut) return unread("stopped in the middle of its answer");
  const answer = redactor.value(parseJson(withoutFence(content.text)));
  return answer === undefined
    ? unread("wrote an answer that is no JSON")
    : readClaims(answer, limits);
}

/** What an endpoint says of its refusal, shortened. */
function saidOf(value: unknown, retryAfter: number | null): string {
  const error = isFields(value) ? value["error"] : null;
  const message = isFields(error) ? error["message"] : error;
  const wait = retryAfter === null ? "" : `, and asks to wait ${retryAfter} s`;
  if (typeof message !== "string" || message.trim() === "") return wait;
  return `${wait}; it said “${message.trim().slice(0, SHOWN_CHARACTERS)}”`;
}

interface Content {
  readonly text: string;
  readonly isCut: boolean;
}

function contentOf(value: unknown): Content | null {
  const choices = isFields(value) ? value["choices"] : null;
  const first: unknown = Array.isArray(choices) ? choices[0] : null;
  const message = isFields(first) ? first["message"] : null;
  const text = isFields(message) ? message["content"] : null;
  if (typeof text !== "string" || !isFields(first)) return null;
  return { text, isCut: first["finish_reason"] === "length" };
}

/** The inside of a Markdown fence, for models that put their JSON in one. */
const withoutFence = (text: string): string =>
  /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text;
