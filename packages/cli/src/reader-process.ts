// The process in which foreign files are read, one after the other. It gets bytes and sends back lines;
// it has no environment, and nothing waits for it for longer than the clock of its parent allows.
import type { ReaderAnswer, ReaderRequest } from "./input/reader-messages.js";
import { answerRequest } from "./input/reader-messages.js";

process.on("message", async (request: ReaderRequest) => {
  const answer: ReaderAnswer = await answerRequest(request);
  process.send?.(answer);
});
process.on("disconnect", () => process.exit(0));
