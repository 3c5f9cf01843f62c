import { join } from "node:path";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import type { LocalChart } from "../helm-release";

/** Version in the chart's own `Chart.yaml`. */
const VERSION = "1.0.0";

/**
 * The small chart that sends objects to the cluster as they are, copied once into the stack. Its
 * path holds a hash of its content, so that a change of the chart shows in the plan: the provider
 * compares a local chart by its path only.
 */
export class RawObjectsChart extends Construct {
  readonly reference: LocalChart;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const asset = new TerraformAsset(this, "chart", {
      path: join(__dirname, "chart"),
      type: AssetType.DIRECTORY,
    });
    this.reference = { path: `./${asset.path}`, version: VERSION };
  }
}
