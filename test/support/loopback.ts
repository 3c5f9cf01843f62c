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

/**
 * A port of this machine at which nothing listens. It lies below those that systems hand out by
 * themselves, so that no connection and no server on port 0 takes it before its user does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 22_000);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(false);
    });
    server.listen(port, "127.0.0.1", () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
