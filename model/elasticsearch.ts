/** An external Elasticsearch with logs. */
export interface Elasticsearch {
  /** `http://elasticsearch.logging.svc.cluster.local:9200`. */
  readonly url: string;
  /** Index pattern: `logs-*`. */
  readonly index: string;
  /** Field with the document's time. @default "@timestamp" */
  readonly timeField?: string;
}
