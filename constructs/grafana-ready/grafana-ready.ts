import { join } from "node:path";
import { AssetType, DataResource, TerraformAsset } from "cdktf";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

/** Grafana's URL, and what must exist before Grafana answers there. */
export interface GrafanaReadyProps {
  /** Address of Grafana, as a Terraform expression or text. */
  readonly url: string;
  /** Anything that restarts Grafana when it changes: chart version, values. */
  readonly restartsOn: Readonly<Record<string, string>>;
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * A gate: everything that lives inside Grafana depends on it, so a first apply waits until Grafana
 * answers instead of failing.
 */
export class GrafanaReady extends Construct {
  readonly gate: DataResource;

  constructor(scope: Construct, id: string, props: GrafanaReadyProps) {
    super(scope, id);
    const script = new TerraformAsset(this, "script", {
      path: join(__dirname, "wait-for-grafana.mjs"),
      type: AssetType.FILE,
    });
    this.gate = new DataResource(this, "gate", {
      triggersReplace: { url: props.url, ...props.restartsOn },
      dependsOn: [...props.dependsOn],
      provisioners: [
        {
          type: "local-exec",
          command: `node "\${path.module}/${script.path}"`,
          environment: { GRAFANA_URL: props.url },
        },
      ],
    });
  }
}
