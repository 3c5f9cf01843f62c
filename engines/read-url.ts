import { types } from "node:util";
import { errorMessage } from "./error-message";
import type { Machine } from "./machine";

/**
 * Content of a URL, as a stream. Redirects are followed. There is no limit on the total time, only
 * on the time without data.
 * @throws Error that begins with the URL: no answer in time, an answer other than 2xx, or a
 *   transfer that breaks off
 */
export async function* readUrl(
  url: string,
  { patience, clock }: Pick<Machine, "patience" | "clock">,
): AsyncGenerator<Uint8Array> {
  const abort = new AbortController();
  const giveUpAfter = (milliseconds: number, what: string) =>
    clock.after(milliseconds, () => {
      abort.abort(
        new Error(`${what} within ${String(milliseconds / 1_000)} s`),
      );
    });
  let keepOn = giveUpAfter(patience.answer, "no answer");
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok) {
      throw new Error(`answered with HTTP ${String(response.status)}`);
    }
    for await (const chunk of response.body ?? []) {
      keepOn();
      keepOn = giveUpAfter(patience.stall, "nothing more arrived");
      yield chunk;
    }
  } catch (error) {
    throw new Error(`${url}: ${reasonOf(error)}`, { cause: error });
  } finally {
    keepOn();
    abort.abort();
  }
}

/** `fetch` says only "fetch failed" or "terminated"; the reason is in the cause. */
function reasonOf(error: unknown): string {
  const cause = types.isNativeError(error) ? error.cause : undefined;
  return cause === undefined
    ? errorMessage(error)
    : `${errorMessage(error)} (${errorMessage(cause)})`;
}
