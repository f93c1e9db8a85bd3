import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Clock } from "./clock.js";
import type { DoorLimits } from "./door.js";

/** A response, whatever its status, or why there is none. */
export type Posted =
  | {
      readonly kind: "response";
      readonly status: number;
      readonly body: string;
      /** Seconds that the other side asks to wait, or null. */
      readonly retryAfter: number | null;
    }
  | { readonly kind: "failed"; readonly reason: string };

/** A question to an address. */
export interface JsonPost {
  readonly url: URL;
  readonly key: string | null;
  readonly body: unknown;
}

/**
 * Posts JSON and reads the answer, up to a time and a size. No proxy, no redirection: what is sent goes
 * to this address or nowhere. Never throws.
 */
export function postJson(
  { url, key, body }: JsonPost,
  { clock, limits }: { readonly clock: Clock; readonly limits: DoorLimits },
): Promise<Posted> {
  return new Promise((settle) => {
    const text = JSON.stringify(body);
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = send(url, {
      method: "POST",
      agent: false,
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text),
        accept: "application/json",
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
    });
    const ring = clock.after(limits.milliseconds, () =>
      finish(failed(`gave no answer within ${limits.milliseconds / 1000} s`)),
    );
    const finish = (posted: Posted): void => {
      ring();
      settle(posted);
      request.destroy();
    };
    request.on("error", (error) => finish(failed(faultOf(error, url))));
    request.on("response", (response) => {
      const { statusCode = 0, headers } = response;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.bytes) {
          finish(failed(`answered more than ${limits.bytes / 1_000_000} MB about one document`));
        } else chunks.push(chunk);
      });
      response.on("error", () => finish(failed(BROKEN)));
      response.on("aborted", () => finish(failed(BROKEN)));
      response.on("end", () => {
        const whole = Buffer.concat(chunks).toString("utf8");
        const retryAfter = secondsOf(headers["retry-after"]);
        finish({ kind: "response", status: statusCode, body: whole, retryAfter });
      });
    });
    request.end(text);
  });
}

const BROKEN = "broke off in the middle of its answer";

const failed = (reason: string): Posted => ({ kind: "failed", reason });

const secondsOf = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;

function faultOf(error: Error, { host }: URL): string {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return `does not answer: nothing listens at ${host}`;
  if (code === "ENOTFOUND") return `does not answer: there is no host ${host}`;
  if (code === "ECONNRESET" || code === "EPIPE") return BROKEN;
  return `does not answer: ${code || "the connection failed"}`;
}
