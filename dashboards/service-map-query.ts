import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/tempo";
import type { ServiceMapQuery } from "../model/dashboard";
import { serviceMapSelectors } from "../model/links/service-map-selectors";
import { TEMPO } from "../model/signal-sources";

/**
 * A map of calls. Grafana asks Tempo's data source, which reads the metrics of its generator where
 * the data source says.
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/service-graph/
 */
export const serviceMapQuery = ({ expr }: ServiceMapQuery): DataqueryBuilder =>
  new DataqueryBuilder()
    .datasource(TEMPO)
    .queryType("serviceMap")
    .serviceMapQuery([...serviceMapSelectors(expr)])
    // The SDK asks for a list here and makes an empty one of nothing; Grafana keeps it.
    .filters([]);
