/**
 * Runs work that takes many stack traces and shows none: cdktf takes one for each reference, and writing them out with the lines of
 * the sources is a third of the time to build a large tree. A trace that leaves the work is written when it is shown.
 */
export function withoutSourceMaps(work: () => void): void {
  const { prepareStackTrace } = Error;
  process.setSourceMapsEnabled(false);
  Error.prepareStackTrace = () => "";
  try {
    work();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    process.setSourceMapsEnabled(true);
  }
}
