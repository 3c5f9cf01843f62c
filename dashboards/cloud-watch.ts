import type { EnvironmentConfig } from "../model/environment";
import type { DataSource } from "./data-sources";

/**
 * Data source for Amazon CloudWatch, for comparison by hand. No alert, panel or recording rule
 * reads it.
 * @see https://grafana.com/docs/grafana/latest/datasources/aws-cloudwatch/configure/
 */
export const cloudWatchMetrics = ({
  grafana: { cloudWatch },
}: EnvironmentConfig): readonly DataSource[] =>
  cloudWatch === undefined
    ? []
    : [
        {
          uid: "cloudwatch",
          name: "CloudWatch",
          type: "cloudwatch",
          // Endpoint of its metrics; the plugin derives it from the region.
          url: `https://monitoring.${cloudWatch.region}.amazonaws.com`,
          isDefault: false,
          jsonData: {
            // By the role of the pod's account.
            authType: "default",
            defaultRegion: cloudWatch.region,
            customMetricsNamespaces: cloudWatch.namespaces.join(","),
          },
        },
      ];
