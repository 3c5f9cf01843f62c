import * as barchart from "@grafana/grafana-foundation-sdk/barchart";
import {
  StackingMode,
  VisibilityMode,
} from "@grafana/grafana-foundation-sdk/common";
import type { Panel, Visualisation } from "../model/dashboard";
import { metricQueries } from "../model/dashboard";
import { legend, tooltip } from "./legend-and-tooltip";
import type { PanelBuilder } from "./panel-builder";

/** Name of the column in which Grafana keeps the numbers of a table. */
const NUMBERS = "Value";

/**
 * A bar for each value of a label. Grafana names the bars by the first column of text, so that is
 * all that the table may have beside its numbers.
 */
export function bars(
  { queries }: Panel,
  { of, stackedBy }: Extract<Visualisation, { readonly kind: "bars" }>,
): PanelBuilder {
  const builder = new barchart.PanelBuilder()
    .showValue(VisibilityMode.Auto)
    .legend(legend())
    .tooltip(tooltip());
  if (stackedBy !== undefined) {
    return builder.stacking(StackingMode.Normal).withTransformation({
      id: "groupingToMatrix",
      options: { columnField: stackedBy, rowField: of, valueField: NUMBERS },
    });
  }
  const [query] = metricQueries(queries);
  return builder.withTransformation({
    id: "organize",
    options: {
      excludeByName: { Time: true },
      renameByName: { [NUMBERS]: query?.legend ?? NUMBERS },
    },
  });
}
