import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ChartDigests } from "../../helm/chart-digests";
import { archiveName } from "../../helm/parts/chart";
import type { Chart, PinnedChart } from "../../helm/parts/chart";
import { ProgramFailure } from "../recover/programs";
import type { FetchedChart } from "./fetch-charts";
import { pull, render } from "./helm";
import type { Helm } from "./helm";
import { renderedChanges } from "./rendered-changes";
import type { ObjectChange } from "./rendered-changes";

/** A release whose chart has another version than the digests know. */
export interface ReleaseChange {
  readonly environment: string;
  readonly release: string;
  /** Archive of the version before: `loki-18.11.0.tgz`. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly ObjectChange[];
  /** Why nothing could be compared: the version before refuses the values of today. */
  readonly refused?: string;
}

/** A release as an environment installs it. */
export interface InstalledRelease {
  readonly environment: string;
  readonly namespace: string;
  readonly name: string;
  /** Name of its chart in the repository. */
  readonly chart: string;
  readonly version: string;
  /** Path of its values. */
  readonly values: string;
}

/** The version of a chart that the digests know and nobody uses any more. */
export function versionBefore(
  chart: Pick<Chart, "chart" | "version">,
  digests: ChartDigests,
  used: ReadonlySet<string>,
): string | undefined {
  const known = new RegExp(`^${chart.chart}-(\\d+\\.\\d+\\.\\d+\\S*)\\.tgz$`);
  return Object.keys(digests)
    .filter((archive) => !used.has(archive))
    .flatMap((archive) => known.exec(archive)?.[1] ?? [])
    .at(-1);
}

/**
 * Renders each release whose chart has another version, with the values of today by the version
 * before and by the new one.
 *
 * @param folder where the versions before are fetched to
 * @throws ProgramFailure where a chart cannot be fetched, or the new one refuses its values
 */
export function changesOf(
  helm: Helm,
  charts: readonly FetchedChart[],
  releases: readonly InstalledRelease[],
  {
    digests,
    folder,
    repository,
  }: {
    readonly digests: ChartDigests;
    readonly folder: string;
    readonly repository?: string;
  },
): readonly ReleaseChange[] {
  const used = new Set(charts.map(({ chart }) => archiveName(chart)));
  const from = repository === undefined ? {} : { repository };
  return charts.flatMap(({ chart, archive }) => {
    const version = versionBefore(chart, digests, used);
    const installed = releases.filter(
      (release) =>
        release.chart === chart.chart && release.version === chart.version,
    );
    if (version === undefined || installed.length === 0) return [];
    const before: PinnedChart = { ...chart, version };
    const old = join(folder, archiveName(before));
    if (!existsSync(old)) pull(helm, before, { to: folder, ...from });
    return installed.map((release) => ({
      environment: release.environment,
      release: release.name,
      before: archiveName(before),
      after: archiveName(chart),
      ...compared(helm, release, old, archive),
    }));
  });
}

function compared(
  helm: Helm,
  release: InstalledRelease,
  before: string,
  after: string,
): Pick<ReleaseChange, "changes" | "refused"> {
  const now = render(helm, release, after, release.values);
  try {
    const old = render(helm, release, before, release.values);
    return { changes: renderedChanges(old, now) };
  } catch (error) {
    if (!(error instanceof ProgramFailure)) throw error;
    return { changes: [], refused: error.message };
  }
}
