/**
 * Runs work that creates many stack traces but shows none. cdktf creates one for each reference,
 * and mapping them to sources takes a third of the time to build a large tree. Stack traces of
 * errors are unaffected: one that leaves the work is mapped when it is shown.
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
