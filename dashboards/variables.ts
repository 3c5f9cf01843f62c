import {
  VariableRefresh,
  VariableSort,
  VariableType,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { VariableModel } from "@grafana/grafana-foundation-sdk/dashboard";
import { assertNever } from "../model/assert-never";
import type {
  DashboardVariable,
  LabelChoice,
  LogLabelChoice,
  TypedInput,
} from "../model/dashboard";
import { LOKI, PROMETHEUS } from "../model/signal-sources";

/** The variables at the top of a dashboard. */
export function variable(declared: DashboardVariable): VariableModel {
  switch (declared.kind) {
    case "typed":
      return typedInput(declared);
    case "log-label":
      return logLabelChoice(declared);
    case undefined:
    case "label":
      return labelChoice(declared);
    default:
      return assertNever(declared);
  }
}

/** A field, empty at first. */
const typedInput = ({ name, label }: TypedInput): VariableModel => ({
  type: VariableType.Textbox,
  name,
  label,
  query: "",
  current: { text: "", value: "" },
  options: [],
});

/**
 * A choice of any number of values that a data source lists, all of them at first. A query reads it
 * with `=~`.
 */
const choice = (
  asked: Pick<VariableModel, "name" | "label" | "datasource" | "query"> & {
    readonly definition?: string;
  },
): VariableModel => ({
  type: VariableType.Query,
  ...asked,
  refresh: VariableRefresh.OnTimeRangeChanged,
  sort: VariableSort.AlphabeticalAsc,
  multi: true,
  includeAll: true,
  // Short whatever the number of values, and it keeps series without the label.
  allValue: ".*",
  current: { text: ["All"], value: ["$__all"] },
  options: [],
});

/**
 * Values of a label of log streams.
 * @see https://grafana.com/docs/grafana/latest/datasources/loki/template-variables/
 */
const logLabelChoice = ({
  name,
  label,
  streams = "",
  values,
}: LogLabelChoice): VariableModel =>
  choice({
    name,
    label,
    datasource: LOKI,
    // The form in which Grafana's editor keeps it; 1 is "label values".
    query: {
      label: values,
      refId: "LokiVariableQueryEditor-VariableQuery",
      stream: streams,
      type: 1,
    },
  });

/**
 * Values of a label of series.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
function labelChoice({
  name,
  label,
  metric,
  values,
}: LabelChoice): VariableModel {
  const definition = `label_values(${metric}, ${values})`;
  return choice({
    name,
    label,
    datasource: PROMETHEUS,
    definition,
    // The form in which Grafana's editor keeps a typed query; 1 is "label values".
    query: {
      qryType: 1,
      query: definition,
      refId: "PrometheusVariableQueryEditor-VariableQuery",
    },
  });
}

/** Names of variables that a query reads, without those that Grafana sets itself (`$__range`). */
export const variablesIn = (expr: string): readonly string[] =>
  [...expr.matchAll(/\$\{?([A-Za-z_]\w*)/g)]
    .map(([, name]) => name ?? "")
    .filter((name) => !name.startsWith("__"));
