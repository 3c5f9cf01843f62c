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
          ...settings(source),
          dependsOn: [...props.dependsOn],
        }),
    );
  }
}

/**
 * Settings of a data source. Grafana numbers headers, keeps their names with what is shown and
 * their values with what is not.
 */
function settings({ jsonData, headers = {} }: DataSourceFacts) {
  const encoded = (value: object): string =>
    escapeTemplate(JSON.stringify(value));
  const numbered = Object.entries(headers).map(
    ([name, value], index) => [String(index + 1), name, value] as const,
  );
  const names = Object.fromEntries(
    numbered.map(([number, name]) => [`httpHeaderName${number}`, name]),
  );
  const values = Object.fromEntries(
    numbered.map(([number, , value]) => [`httpHeaderValue${number}`, value]),
  );
  return {
    jsonDataEncoded: encoded({ ...jsonData, ...names }),
    ...(numbered.length === 0
      ? {}
      : { secureJsonDataEncoded: encoded(values) }),
  };
}
