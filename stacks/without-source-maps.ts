/**
 * Runs work that takes many stack traces and shows none: cdktf takes one for each reference, and
 * taking them and translating them to the sources is a third of the time to build a large tree.
 * Traces of errors are as ever; one that leaves the work is translated when it is shown.
 */
export function withoutSourceMaps(work: () => void): void {
  const before = Object.getOwnPropertyDescriptor(Error, "captureStackTrace");
  process.setSourceMapsEnabled(false);
  Error.captureStackTrace = () => undefined;
  try {
    work();
  } finally {
    Object.defineProperty(Error, "captureStackTrace", { ...before });
    process.setSourceMapsEnabled(true);
  }
}
