import { createServer } from "node:net";

/** Polls until a condition holds. @throws Error after a minute, or after the given seconds. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<void> {
  const limit = Date.now() + seconds * 1000;
  while (Date.now() < limit) {
    try {
      if (await condition()) return;
    } catch {
      // Not yet.
    }
    await pause(100);
  }
  throw new Error(`not within ${String(seconds)} s: ${what}`);
}

/** Waits for a time in milliseconds. */
export const pause = (durationInMilliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationInMilliseconds));

/** A port of this machine at which nothing listens. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() => {
        if (bound === null || typeof bound === "string") {
          reject(new Error("no port"));
        } else resolve(bound.port);
      });
    });
  });
