/**
 * Runs work that takes many stack traces and shows none: cdktf takes one for each reference, and translating them to
 * the sources is a third of the time to build a large tree. A trace that leaves the work is translated when it is shown.
 */
export function withoutSourceMaps(work: () => void): void {
  process.setSourceMapsEnabled(false);
  try {
    work();
  } finally {
    process.setSourceMapsEnabled(true);
  }
}
