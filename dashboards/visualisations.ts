import * as barchart from "@grafana/grafana-foundation-sdk/barchart";
import * as bargauge from "@grafana/grafana-foundation-sdk/bargauge";
import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  LogsDedupStrategy,
  LogsSortOrder,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  TableSortByFieldStateBuilder,
  TooltipDisplayMode,
  VisibilityMode,
  VizOrientation,
  BigValueGraphMode,
} from "@grafana/grafana-foundation-sdk/common";
import * as gauge from "@grafana/grafana-foundation-sdk/gauge";
import * as heatmap from "@grafana/grafana-foundation-sdk/heatmap";
import * as logs from "@grafana/grafana-foundation-sdk/logs";
import * as nodegraph from "@grafana/grafana-foundation-sdk/nodegraph";
import * as piechart from "@grafana/grafana-foundation-sdk/piechart";
import * as stat from "@grafana/grafana-foundation-sdk/stat";
import * as statetimeline from "@grafana/grafana-foundation-sdk/statetimeline";
import * as table from "@grafana/grafana-foundation-sdk/table";
import * as text from "@grafana/grafana-foundation-sdk/text";
import * as timeseries from "@grafana/grafana-foundation-sdk/timeseries";
import { assertNever } from "../model/assert-never";
import { metricQueries } from "../model/dashboard";
import type { Panel } from "../model/dashboard";
import { adviceText } from "./advice-text";
import type { DataLink } from "./data-links";
import { bars } from "./bars";
import type { PanelBuilder } from "./panel-builder";
import { refId } from "./ref-id";
import { scaleOf } from "./scale";
import { limitsOf } from "./thresholds";
import { legend, tooltip } from "./legend-and-tooltip";

/**
 * The part of a panel that depends on its visualisation.
 *
 * @param linksOf links of an alert's name: its state and its runbook
 */
export function visualisation(
  panel: Panel,
  linksOf: (alert: string) => readonly DataLink[],
): PanelBuilder {
  const visualisation = panel.visualisation;
  switch (visualisation.kind) {
    case "timeseries":
      return graph(
        panel,
        visualisation.stacked ?? false,
        visualisation.axisFrom ?? "zero",
      );
    case "stat":
      return (
        new stat.PanelBuilder()
          // An instant query has no graph to draw behind the number.
          .graphMode(BigValueGraphMode.None)
          .reduceOptions(presentValue())
      );
    case "gauge":
      return scaled(panel, new gauge.PanelBuilder()).reduceOptions(
        presentValue(),
      );
    case "bargauge":
      return scaled(panel, new bargauge.PanelBuilder())
        .orientation(VizOrientation.Horizontal)
        .reduceOptions(presentValue());
    case "piechart":
      return new piechart.PanelBuilder()
        .reduceOptions(presentValue())
        .tooltip(tooltip())
        .legend(
          new piechart.PieChartLegendOptionsBuilder()
            .displayMode(LegendDisplayMode.Table)
            .placement(LegendPlacement.Right)
            .showLegend(true)
            .values([
              piechart.PieChartLegendValues.Value,
              piechart.PieChartLegendValues.Percent,
            ]),
        );
    case "table":
      return valueTable(panel);
    case "heatmap":
      return (
        new heatmap.PanelBuilder()
          .yAxis(new heatmap.YAxisConfigBuilder().unit(panel.unit))
          // The axis has the panel's unit; a cell counts events.
          .cellValues(new heatmap.CellValuesBuilder().unit("short"))
          .color(
            new heatmap.HeatmapColorOptionsBuilder()
              .mode(heatmap.HeatmapColorMode.Scheme)
              .scheme("Oranges")
              // Grafana's own values; the SDK's builder starts from zero, with which Grafana draws
              // nothing.
              .fill("dark-orange")
              .exponent(0.5)
              .steps(64),
          )
          .tooltip(
            new heatmap.HeatmapTooltipBuilder()
              .mode(TooltipDisplayMode.Single)
              .yHistogram(true),
          )
      );
    case "state-timeline":
      return new statetimeline.PanelBuilder()
        .legend(legend())
        .tooltip(tooltip());
    case "barchart":
      return (
        new barchart.PanelBuilder()
          .legend(legend())
          .tooltip(tooltip())
          .thresholdsStyle(thresholdLines(panel))
          // Days that do not fit are left out of the axis instead of covering each other.
          .xTickLabelSpacing(100)
          .stacking(
            visualisation.stacked === true
              ? StackingMode.Normal
              : StackingMode.None,
          )
          .showValue(VisibilityMode.Never)
      );
    case "bars":
      return bars(panel, visualisation);
    case "logs":
      return new logs.PanelBuilder()
        .showTime(true)
        .wrapLogMessage(true)
        .prettifyLogMessage(false)
        .enableLogDetails(true)
        .sortOrder(LogsSortOrder.Descending)
        .dedupStrategy(LogsDedupStrategy.None);
    case "traces":
      // Tempo's own columns, among them the trace ID with its link.
      return new table.PanelBuilder();
    case "node-graph":
      return new nodegraph.PanelBuilder();
    case "text":
      return new text.PanelBuilder()
        .mode(text.TextMode.Markdown)
        .content(adviceText(visualisation.advice, linksOf));
    default:
      return assertNever(visualisation);
  }
}

/** @throws Error where nothing says where it begins and ends, which the checks report before. */
function scaled<B extends gauge.PanelBuilder | bargauge.PanelBuilder>(
  panel: Panel,
  builder: B,
): B {
  const scale = scaleOf(panel);
  if (scale === undefined) {
    throw new Error(`panel "${panel.id}": no scale`);
  }
  builder.min(scale.min).max(scale.max);
  return builder;
}

function graph(
  panel: Panel,
  stacked: boolean,
  axisFrom: "zero" | "lowest",
): PanelBuilder {
  const builder = new timeseries.PanelBuilder()
    .lineWidth(1)
    .fillOpacity(stacked ? 40 : 10);
  if (axisFrom === "zero") builder.axisSoftMin(0);
  builder
    .legend(legend())
    .tooltip(tooltip())
    .thresholdsStyle(thresholdLines(panel));
  if (stacked) {
    builder.stacking(
      new StackingConfigBuilder().mode(StackingMode.Normal).group("A"),
    );
  }
  for (const [index, { rightAxis }] of metricQueries(panel.queries).entries()) {
    if (rightAxis === undefined) continue;
    builder.overrideByQuery(refId(index), [
      { id: "unit", value: rightAxis.unit },
      { id: "custom.axisPlacement", value: "right" },
    ]);
  }
  return builder;
}

const thresholdLines = (panel: Panel): GraphThresholdsStyleConfigBuilder =>
  new GraphThresholdsStyleConfigBuilder().mode(
    limitsOf(panel).every(({ thresholds }) => thresholds.kind === "none")
      ? GraphThresholdsStyleMode.Off
      : GraphThresholdsStyleMode.Line,
  );

/** One row for each series, the highest value first; the value's column is named by the legend. */
function valueTable({ queries, thresholds }: Panel): PanelBuilder {
  const columns = metricQueries(queries).map(({ legend }, index) => ({
    // Grafana numbers the values once there is more than one query.
    from: queries.length === 1 ? "Value" : `Value #${refId(index)}`,
    to: legend ?? "Value",
  }));
  const builder = new table.PanelBuilder();
  if (queries.length > 1) {
    builder.withTransformation({ id: "merge", options: {} });
  }
  builder.withTransformation({
    id: "organize",
    options: {
      excludeByName: { Time: true },
      renameByName: Object.fromEntries(
        columns.map(({ from, to }) => [from, to]),
      ),
    },
  });
  const first = columns[0];
  if (first !== undefined) {
    builder.sortBy([
      new TableSortByFieldStateBuilder().displayName(first.to).desc(true),
    ]);
  }
  if (thresholds.kind === "steps") {
    for (const { to } of columns) {
      builder.overrideByName(to, [
        { id: "custom.cellOptions", value: { type: "color-text" } },
      ]);
    }
  }
  return builder;
}

const presentValue = (): ReduceDataOptionsBuilder =>
  new ReduceDataOptionsBuilder().calcs(["lastNotNull"]).values(false);
