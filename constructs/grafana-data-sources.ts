import { DataSource } from "@cdktf/provider-grafana/lib/data-source";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { DataSource as DataSourceFacts } from "../dashboards/data-sources";
import { escapeTemplate } from "./terraform-text";

/** What Grafana reads from. */
export interface GrafanaDataSourcesProps {
  readonly dataSources: readonly DataSourceFacts[];
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Data sources with fixed uids, which dashboards name. */
export class GrafanaDataSources extends Construct {
  /** What names a data source depends on these. */
  readonly resources: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: GrafanaDataSourcesProps) {
    super(scope, id);
    this.resources = props.dataSources.map(
      (source) =>
        new DataSource(this, source.uid, {
          uid: source.uid,
          name: source.name,
          type: source.type,
          url: source.url,
          // Unset rather than false: Grafana cannot take it back.
          ...(source.isDefault ? { isDefault: true } : {}),
          jsonDataEncoded: escapeTemplate(JSON.stringify(source.jsonData)),
          dependsOn: [...props.dependsOn],
        }),
    );
  }
}
