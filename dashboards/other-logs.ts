import type { EnvironmentConfig } from "../model/environment";
import type { DataSource } from "./data-sources";

/**
 * Data source for logs in another store, for searches by hand. Alerts, links and saved queries read
 * Loki only.
 * @see https://grafana.com/docs/grafana/latest/datasources/elasticsearch/configure/
 */
export const otherLogs = ({
  grafana: { elasticsearch },
}: EnvironmentConfig): readonly DataSource[] =>
  elasticsearch === undefined
    ? []
    : [
        {
          uid: "elasticsearch",
          name: "Elasticsearch",
          type: "elasticsearch",
          url: elasticsearch.url,
          isDefault: false,
          jsonData: {
            index: elasticsearch.index,
            timeField: elasticsearch.timeField ?? "@timestamp",
          },
        },
      ];
