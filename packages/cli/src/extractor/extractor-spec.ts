import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { EXTRACTOR_NAME } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { splitCommand } from "./split-command.js";

/** A program of this machine, started with these words. */
export interface CommandSpec {
  readonly kind: "command";
  readonly name: string;
  readonly words: readonly [string, ...string[]];
}

/** A chat endpoint that speaks OpenAI's protocol. */
export interface OpenAiSpec {
  readonly kind: "openai";
  readonly name: string;
  /** The address below which `chat/completions` lies. */
  readonly url: URL;
  readonly model: string;
}

/** What `--extractor` asks for. */
export type ExtractorSpec = CommandSpec | OpenAiSpec;

const OPENAI = "openai:";

/**
 * The extractors that a command line names, in order: `[NAME=]COMMAND` or `[NAME=]openai:URL#MODEL`.
 * @throws RedthreadError `USAGE` for what is neither, and for two of one name.
 */
export function parseExtractors(texts: readonly string[], cwd: string): readonly ExtractorSpec[] {
  const specs = texts.map((text) => parseExtractor(text.trim(), cwd));
  const names = specs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return specs;
  throw new RedthreadError(
    "USAGE",
    `Two extractors are called \`${twice}\`. Give one another name: \`--extractor "NAME=…"\`.`,
  );
}

function parseExtractor(text: string, cwd: string): ExtractorSpec {
  const [, named, rest = text] = /^([a-z0-9][a-z0-9_-]*)=(.*)$/s.exec(text) ?? [];
  const spec = rest.startsWith(OPENAI)
    ? parseOpenAi(rest.slice(OPENAI.length))
    : parseCommand(rest, cwd);
  const name = named ?? nameFrom(spec.name);
  if (EXTRACTOR_NAME.test(name)) return { ...spec, name };
  throw new RedthreadError(
    "USAGE",
    `\`${name}\` is no name for an extractor: up to 40 of a–z, 0–9, \`-\` and \`_\`. Give one: \`--extractor "NAME=…"\`.`,
  );
}

function parseCommand(text: string, cwd: string): CommandSpec {
  const words = splitCommand(text);
  const script = words.find(
    (word) => basename(word).includes(".") && existsSync(resolve(cwd, word)),
  );
  const name = basename(script ?? words[0]).replace(/\.[^.]*$/, "");
  return { kind: "command", name, words };
}

function parseOpenAi(text: string): OpenAiSpec {
  const url = URL.canParse(text) ? new URL(text) : null;
  const model = url === null ? "" : decode(url.hash.slice(1));
  if (url === null || !/^https?:$/.test(url.protocol) || model === "") {
    throw badUrl("is no `openai:URL#MODEL` with an http or https address and the name of a model");
  }
  if (url.username !== "" || url.password !== "" || url.search !== "") {
    throw badUrl("has a user, password or query in its address, where other programs can see them");
  }
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { kind: "openai", name: model, url, model };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The address itself is not repeated: a key may stand in it. */
const badUrl = (what: string): RedthreadError =>
  new RedthreadError(
    "USAGE",
    `An \`--extractor openai:…\` ${what}. Write it like \`openai:http://127.0.0.1:8080/v1#llama3.1\`, and put a key in REDTHREAD_API_KEY.`,
  );

const nameFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+|-+$/g, "")
    .slice(0, 40);

/** Whether an address is this very machine. */
export function isLoopback({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
