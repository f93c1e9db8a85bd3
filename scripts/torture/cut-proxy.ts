import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A door to a server through which so many bytes go in; then every connection is torn. */
export interface CutProxy {
  readonly uri: string;
  readonly close: () => Promise<void>;
}

/** Opens a door to `uri` that shuts after `bytes` bytes sent to the server, in the middle of whatever it is. */
export async function openCutProxy(uri: string, bytes: number): Promise<CutProxy> {
  const target = new URL(uri.replace(/^[a-z+0-9]+:/, "http:"));
  const sockets = new Set<Socket>();
  let left = bytes;
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    const tear = () => {
      client.destroy();
      upstream.destroy();
    };
    if (left <= 0) {
      tear();
      return;
    }
    client.on("data", (chunk: Buffer) => {
      upstream.write(chunk.subarray(0, Math.max(0, left)));
      left -= chunk.length;
      if (left <= 0) upstream.end(tear);
    });
    upstream.on("data", (chunk: Buffer) => client.write(chunk));
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    uri: `bolt://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
