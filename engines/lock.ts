import {
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { types } from "node:util";

const RETRY_MS = 250;

/**
 * Runs one task at a time among processes that share a folder. It only saves work: the task must
 * stay correct when a lock is taken over. That is done when its holder was a process of this
 * machine that has ended, or when it has not been refreshed for `staleMs`.
 *
 * @param file the lock; exists while it is held
 * @param staleMs above 0
 * @param waiting called once, when another process holds the lock
 */
export async function withLock<T>(
  file: string,
  staleMs: number,
  waiting: () => void,
  run: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  let notified = false;
  while (!take(file)) {
    if (isGone(file) || isStale(file, staleMs)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!notified) waiting();
    notified = true;
    await delay(RETRY_MS);
  }
  const heartbeat = setInterval(() => {
    touch(file);
  }, staleMs / 5);
  try {
    return await run();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, `${hostname()} ${String(process.pid)}\n`, {
      flag: "wx",
    });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Whether the holder ran on this machine and does no more. One that was killed leaves its lock. */
function isGone(file: string): boolean {
  const [host, pid] = contentOf(file).trim().split(" ");
  if (host !== hostname() || pid === undefined) return false;
  try {
    // Signal 0 is not sent: it only asks whether there is such a process.
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

/** Content of a lock; nothing while it is being written or released. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const codeOf = (error: unknown): unknown =>
  types.isNativeError(error) && "code" in error ? error.code : undefined;

function isStale(file: string, staleMs: number): boolean {
  const status = statSync(file, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs > staleMs;
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Taken over by another process, which is allowed.
  }
}
