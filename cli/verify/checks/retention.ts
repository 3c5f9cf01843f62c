import type { Duration } from "../../../model/duration";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { millisecondsOf } from "../length-of-time";
import { storageRetention } from "../prometheus";
import { looked } from "../running";
import type { Running } from "../running";

/** Samples are kept as long as the environment says, and as long as a release gate asks. */
export const checkRetention = (
  { prometheus, environment }: Running,
  asked: readonly Duration[],
): Promise<readonly Finding[]> => {
  const wanted = [environment.prometheus.retention, ...asked].reduce(
    (longest, one) => (one.milliseconds > longest.milliseconds ? one : longest),
  );
  const subject: Subject = {
    check: "retention",
    subject: "samples of Prometheus",
  };
  return looked(subject, `${wanted.toString()} or more`, async () => [
    retentionFinding(subject, wanted, await storageRetention(prometheus)),
  ]);
};

/** @param said what Prometheus says: `90d`, or with a size behind it, `90d or 450GiB` */
export function retentionFinding(
  subject: Subject,
  wanted: Duration,
  said: string,
): Finding {
  const kept = millisecondsOf(said.split(" or ")[0] ?? "");
  return kept !== undefined && kept >= wanted.milliseconds
    ? passed(subject, `kept for ${said}`)
    : open(subject, {
        found: `kept for ${said}`,
        expected: `${wanted.toString()} or more`,
        next: "deploy: environments/ says how long; a size that is too small deletes earlier",
      });
}
