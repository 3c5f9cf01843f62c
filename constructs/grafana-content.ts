import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { dataSources } from "../dashboards/data-sources";
import { GRAFANA_TEAMS } from "../model/folder-teams";
import { serviceUrls } from "../helm/parts/service-urls";
import { GrafanaDataSources } from "./grafana-data-sources";
import { GrafanaReady } from "./grafana-ready/grafana-ready";
import { GrafanaTeams } from "./grafana-teams";
import type { HelmRelease } from "./helm-release";
import type { StackContext } from "./stack-context";

/** Grafana's release, and Grafana's URL from where Terraform runs. */
export interface GrafanaContentProps extends StackContext {
  readonly url: string;
  readonly release: HelmRelease;
}

/** What every dashboard in Grafana depends on: its readiness, data sources and teams. */
export class GrafanaContent extends Construct {
  /** Whatever lives in Grafana depends on these. */
  readonly ready: readonly ITerraformDependable[];
  /** What asks a data source depends on these. */
  readonly dataSources: readonly ITerraformDependable[];
  readonly teams: GrafanaTeams;

  constructor(scope: Construct, id: string, props: GrafanaContentProps) {
    super(scope, id);
    const { release } = props.release;
    const ready = new GrafanaReady(this, "ready", {
      url: props.url,
      restartsOn: {
        version: release.version,
        values: `\${sha256(${props.release.valuesExpression})}`,
      },
      dependsOn: [release],
    });
    this.ready = [ready.gate];
    const sources = new GrafanaDataSources(this, "data-sources", {
      dataSources: dataSources(
        props.environment,
        serviceUrls(props.environment),
      ),
      dependsOn: this.ready,
    });
    this.dataSources = sources.resources;
    this.teams = new GrafanaTeams(this, "teams", {
      teams: GRAFANA_TEAMS,
      dependsOn: this.ready,
    });
  }
}
