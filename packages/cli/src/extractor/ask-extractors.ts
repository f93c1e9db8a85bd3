import {
  type AskedDocument,
  askedDocument,
  createReading,
  type ExtractorPrompt,
  type MachineReading,
} from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import type { Extraction } from "@redthread/core/model";
import type { Io } from "../io.js";
import { machineClock } from "./clock.js";
import { openCommandDoor } from "./command-door.js";
import { costLine } from "./cost-line.js";
import { type Door, limitsOf } from "./door.js";
import { type ExtractorSpec, isLoopback } from "./extractor-spec.js";
import { versionOf } from "./extractor-version.js";
import { openOpenAiDoor } from "./openai-door.js";

/** Whom to ask, and on which terms. */
export interface AskRequest {
  readonly extractors: readonly ExtractorSpec[];
  /** Hosts beside this machine that documents may be sent to. */
  readonly sendTo: readonly string[];
  /** Seconds that one document may take. */
  readonly seconds: number;
}

/** A document that an extractor did not read. */
export interface UnaskedDocument {
  readonly extractor: string;
  readonly document: string;
  /** Goes on with "it …"; text from outside. */
  readonly reason: string;
  /** True where its answer from before stays in the case. */
  readonly isKept: boolean;
}

/** What asking gave. */
export interface AskedExtractors {
  /** Those from before that still count, and the new ones in their place. */
  readonly readings: readonly MachineReading[];
  readonly unasked: readonly UnaskedDocument[];
}

/** What is asked about, and what was answered before. */
export interface AskMatter {
  readonly extractions: readonly Extraction[];
  readonly before: readonly MachineReading[];
  readonly prompt: ExtractorPrompt;
  readonly onProgress: (extractor: string, done: number, total: number) => void;
}

const KEY = "REDTHREAD_API_KEY";

/** So many documents in a row may fail before an extractor is given up. */
const MOST_FAILURES = 5;

/**
 * Asks extractors about the documents that they have not answered about as they are now. What each is
 * about to be sent, and where, is said first.
 * @throws RedthreadError `USAGE` for a host that nobody allowed and for a key that cannot be sent
 *   safely; nothing was sent then.
 */
export async function askExtractors(
  request: AskRequest,
  matter: AskMatter,
  io: Io,
): Promise<AskedExtractors> {
  const key = readKey(io);
  const plans = request.extractors.map((spec) => plan(spec, matter, io));
  for (const { line } of plans) io.stderr.write(`${line}\n`);
  assertAllowed(request, key);
  const readings = new Map(matter.before.map((one) => [keyOf(one), one]));
  const unasked: UnaskedDocument[] = [];
  for (const one of plans) {
    const found = await askOne(one, openDoor(one.spec, { request, key, matter, io }), matter);
    for (const reading of found.readings) readings.set(keyOf(reading), reading);
    unasked.push(
      ...found.unasked.map((missed) => ({ ...missed, isKept: readings.has(keyOf(missed)) })),
    );
  }
  return { readings: [...readings.values()], unasked };
}

const keyOf = ({ document, extractor }: Pick<MachineReading, "document" | "extractor">): string =>
  `${document} ${extractor}`;

/** One extractor with what it is to be asked. */
interface Plan {
  readonly spec: ExtractorSpec;
  readonly version: string;
  readonly waiting: readonly AskedDocument[];
  readonly line: string;
}

function plan(spec: ExtractorSpec, { extractions, before, prompt }: AskMatter, { cwd }: Io): Plan {
  const version = versionOf(spec, prompt, cwd);
  const known = new Set(
    before
      .filter((one) => one.extractor === spec.name && one.version === version)
      .map(({ document }) => document),
  );
  const waiting = extractions.filter(({ document }) => !known.has(document.id)).map(askedDocument);
  const line = costLine(spec, waiting, extractions.length - waiting.length, prompt);
  return { spec, version, waiting, line };
}

function readKey({ env }: Io): string | null {
  const key = (env[KEY] ?? "").trim();
  if (key === "") return null;
  if (/^[\x21-\x7e]{8,}$/.test(key)) return key;
  throw new RedthreadError(
    "USAGE",
    `${KEY} holds what no key looks like: a key has eight or more letters, digits and signs, and no blank. Nothing was sent. Set it anew, or unset it.`,
  );
}

/** Holds every address against what the user allowed, before anything is sent to any. */
function assertAllowed({ extractors, sendTo }: AskRequest, key: string | null): void {
  const addresses = extractors.flatMap((spec) => (spec.kind === "openai" ? [spec.url] : []));
  const foreign = addresses.filter((url) => !isLoopback(url));
  const refused = foreign.find(
    ({ host, hostname }) => ![host, hostname].some((one) => sendTo.includes(one)),
  );
  if (refused !== undefined) {
    throw new RedthreadError(
      "USAGE",
      `Documents would leave this machine for \`${refused.host}\`, and nobody allowed it. Nothing was sent. If they may, add \`--send-to ${refused.host}\`.`,
    );
  }
  if (key === null) return;
  const plain = foreign.find(({ protocol }) => protocol === "http:");
  if (plain !== undefined) {
    throw new RedthreadError(
      "USAGE",
      `${KEY} would travel to \`${plain.host}\` where everybody on the way can read it. Nothing was sent. Use an https address, or unset the key.`,
    );
  }
  const origins = new Set(addresses.map(({ origin }) => origin));
  if (origins.size > 1) {
    throw new RedthreadError(
      "USAGE",
      `${KEY} is one key, and there are ${origins.size} addresses: ${[...origins].join(", ")}. Nothing was sent. Ask them in builds of their own; answers from before are kept.`,
    );
  }
}

interface DoorMeans {
  readonly request: AskRequest;
  readonly key: string | null;
  readonly matter: AskMatter;
  readonly io: Io;
}

function openDoor(spec: ExtractorSpec, { request, key, matter, io }: DoorMeans): Door {
  const means = { clock: machineClock, limits: limitsOf(request.seconds) };
  return spec.kind === "command"
    ? openCommandDoor(spec, { ...means, cwd: io.cwd, env: io.env })
    : openOpenAiDoor(spec, { ...means, key, prompt: matter.prompt });
}

interface Asked {
  readonly readings: readonly MachineReading[];
  readonly unasked: readonly Omit<UnaskedDocument, "isKept">[];
}

/** Asks one extractor about its documents, one after the other; gives it up after failures in a row. */
async function askOne(
  { spec: { name }, version, waiting }: Plan,
  door: Door,
  { onProgress }: AskMatter,
): Promise<Asked> {
  const readings: MachineReading[] = [];
  const unasked: Asked["unasked"][number][] = [];
  let failures = 0;
  try {
    for (const [index, asked] of waiting.entries()) {
      onProgress(name, index, waiting.length);
      const { document } = asked;
      const answered =
        failures < MOST_FAILURES
          ? await door.ask(asked)
          : ({ kind: "unread", reason: GIVEN_UP } as const);
      if (answered.kind === "answered") {
        failures = 0;
        readings.push(createReading({ document, extractor: name, version }, answered.claims));
      } else {
        failures += 1;
        unasked.push({ extractor: name, document, reason: answered.reason });
      }
    }
  } finally {
    await door.close();
  }
  return { readings, unasked };
}

const GIVEN_UP = `was not asked any more after ${MOST_FAILURES} failures in a row`;
