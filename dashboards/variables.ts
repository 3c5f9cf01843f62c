import {
  VariableRefresh,
  VariableSort,
  VariableType,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { VariableModel } from "@grafana/grafana-foundation-sdk/dashboard";
import type {
  DashboardVariable,
  LabelChoice,
  TypedInput,
} from "../model/dashboard";
import { PROMETHEUS } from "../model/signal-sources";

/** The variables at the top of a dashboard. */
export const variable = (declared: DashboardVariable): VariableModel =>
  declared.kind === "typed" ? typedInput(declared) : labelChoice(declared);

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
 * A choice of any number of a label's values, all of them at first. A query reads it with `=~`.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
function labelChoice({
  name,
  label,
  metric,
  values,
}: LabelChoice): VariableModel {
  const definition = `label_values(${metric}, ${values})`;
  return {
    type: VariableType.Query,
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
    refresh: VariableRefresh.OnTimeRangeChanged,
    sort: VariableSort.AlphabeticalAsc,
    multi: true,
    includeAll: true,
    // Short whatever the number of values, and it keeps series without the label.
    allValue: ".*",
    current: { text: ["All"], value: ["$__all"] },
    options: [],
  };
}

/** Names of variables that a query reads, without those that Grafana sets itself (`$__range`). */
export const variablesIn = (expr: string): readonly string[] =>
  [...expr.matchAll(/\$\{?([A-Za-z_]\w*)/g)]
    .map(([, name]) => name ?? "")
    .filter((name) => !name.startsWith("__"));
