import { Release } from "@cdktf/provider-helm/lib/release";
import type { ReleaseConfig } from "@cdktf/provider-helm/lib/release";
import { AssetType, TerraformAsset } from "cdktf";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ChartReference } from "../helm/parts/chart";
import type { StackContext } from "./stack-context";

/** Enough for the slowest first install: images are pulled, volumes bound, hooks run. */
const TIMEOUT_SECONDS = 900;
/** Each revision is a Secret of up to 1 MiB. */
const MAX_HISTORY = 5;

/** A chart that is part of the stack already. */
export interface LocalChart {
  /** Its path in the stack's folder, `./…`. */
  readonly path: string;
  readonly version: string;
}

/** What a release installs. */
export interface HelmReleaseProps extends StackContext {
  /** Name of the release, and of the file that holds its values. */
  readonly name: string;
  readonly chart: ChartReference | LocalChart;
  /** Values of the chart, made when the stack is written. */
  readonly values: () => unknown;
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * A chart at a pinned version. Atomic: a failed install is purged and a failed upgrade rolled back,
 * so that the next apply can try again; the provider would otherwise lose a failed first install
 * from its state.
 * @see https://registry.terraform.io/providers/hashicorp/helm/3.1.1/docs/resources/release
 */
export class HelmRelease extends Construct {
  readonly release: Release;
  /** Terraform expression of the values' text, without its `${}`. */
  readonly valuesExpression: string;

  constructor(scope: Construct, id: string, props: HelmReleaseProps) {
    super(scope, id);
    const { chart } = props;
    const values = props.files.add(`values/${props.name}.json`, () =>
      JSON.stringify(props.values(), null, 2),
    );
    this.valuesExpression = values.slice(2, -1);
    this.release = new Release(this, "release", {
      name: props.name,
      namespace: props.environment.namespace,
      ...this.source(chart),
      version: chart.version,
      values: [values],
      atomic: true,
      cleanupOnFail: true,
      maxHistory: MAX_HISTORY,
      timeout: TIMEOUT_SECONDS,
      dependsOn: [...props.dependsOn],
    });
  }

  /**
   * A path holds a hash of the chart's content, so that another content shows in the plan: the
   * provider compares a local chart by its path only.
   */
  private source(
    chart: ChartReference | LocalChart,
  ): Pick<ReleaseConfig, "chart" | "repository"> {
    if ("path" in chart) return { chart: chart.path };
    if (!("archive" in chart)) {
      return { chart: chart.chart, repository: chart.repository };
    }
    const { path } = new TerraformAsset(this, "chart", {
      path: chart.archive,
      type: AssetType.FILE,
    });
    return { chart: `./${path}` };
  }
}
