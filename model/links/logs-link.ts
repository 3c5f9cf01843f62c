import { LOKI } from "../signal-sources";
import { exploreUrl } from "./explore-url";
import type { TimeRange } from "./explore-url";
import type { LinkSubject } from "./link-subject";

/** A link to the log lines of a system, namespace or environment for a time range. */
export const logsLink = (
  grafana: string,
  { kind, name }: LinkSubject,
  range: TimeRange,
): string =>
  exploreUrl(
    grafana,
    {
      source: LOKI,
      fields: { expr: `{${kind}="${name}"}`, queryType: "range" },
    },
    range,
  );
