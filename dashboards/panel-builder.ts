import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import type {
  DataSourceRef,
  DynamicConfigValue,
  FieldColor,
  GridPos,
  Panel,
  ThresholdsConfig,
  ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { DataLink } from "./data-links";

/** What the SDK's panel builders have in common, one class for each visualisation. */
export interface PanelBuilder extends Builder<Panel> {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  datasource(datasource: DataSourceRef): this;
  gridPos(gridPos: GridPos): this;
  targets(targets: Builder<Dataquery>[]): this;
  unit(unit: string): this;
  decimals(decimals: number): this;
  noValue(noValue: string): this;
  timeFrom(timeFrom: string): this;
  mappings(mappings: ValueMapping[]): this;
  overrideByQuery(refId: string, properties: DynamicConfigValue[]): this;
  thresholds(thresholds: Builder<ThresholdsConfig>): this;
  colorScheme(color: Builder<FieldColor>): this;
  dataLinks(links: Builder<DataLink>[]): this;
}
