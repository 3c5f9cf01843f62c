import { chartName } from "../../inventory/chart-name";

it.each([
  ["loki", "18.11.0", "loki"],
  ["./assets/kps_release/0A1B/loki-18.11.0.tgz", "18.11.0", "loki"],
  [
    "./assets/x/0A1B/prometheus-operator-crds-31.0.1.tgz",
    "31.0.1",
    "prometheus-operator-crds",
  ],
  ["./assets/raw_objects_chart/0A1B", "1.0.0", "raw-objects"],
])("knows the chart of %s at %s", (chart, version, name) => {
  expect(chartName(chart, version)).toBe(name);
});
