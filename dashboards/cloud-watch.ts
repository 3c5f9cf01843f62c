import type { EnvironmentConfig } from "../model/environment";
import type { DataSource } from "./data-sources";

/**
 * Metrics that are kept in Amazon CloudWatch, for a person who compares. No alert, no panel and no
 * recorded series reads it.
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
          // Where its metrics are asked for; the plugin finds it by the region.
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
