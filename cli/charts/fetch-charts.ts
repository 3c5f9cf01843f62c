import type { ChartDigests } from "../../helm/chart-digests";
import { archiveName } from "../../helm/parts/chart";
import type { PinnedChart } from "../../helm/parts/chart";
import { digestOf, pull } from "./helm";
import type { Helm } from "./helm";

/** A chart that was fetched. */
export interface FetchedChart {
  readonly chart: PinnedChart;
  /** Path of its archive. */
  readonly archive: string;
  readonly digest: string;
}

/** A chart of a known version whose content is another than before. */
export class OtherContent extends Error {}

/** Where archives go, where they come from, and what is known of them. */
export interface FetchOptions {
  readonly to: string;
  /** Mirror of all charts. @default each chart's own repository */
  readonly repository?: string;
  readonly digests: ChartDigests;
  /** Is given each chart once it is there. */
  readonly fetched: (chart: FetchedChart) => void;
}

/**
 * Fetches charts, each compared with the digest that is known of its version.
 *
 * @throws ProgramFailure where one cannot be fetched
 * @throws OtherContent where one is not what it was: nobody publishes a version twice
 */
export const fetchCharts = (
  helm: Helm,
  charts: readonly PinnedChart[],
  { to, repository, digests, fetched }: FetchOptions,
): readonly FetchedChart[] =>
  charts.map((chart) => {
    const archive = pull(helm, chart, {
      to,
      ...(repository === undefined ? {} : { repository }),
    });
    const digest = digestOf(archive);
    const known = digests[archiveName(chart)];
    if (known !== undefined && known !== digest) {
      throw new OtherContent(
        `${archiveName(chart)} from ${repository ?? chart.repository} is another archive than before: SHA-256 ${digest}, known ${known}. A repository does not publish a version twice: find out who replaced it before you use it`,
      );
    }
    const one = { chart, archive, digest };
    fetched(one);
    return one;
  });
