import type { DeclaredMetric } from "../../../../cli/verify/contract/declared-metric";
import { undeclaredMetrics } from "../../../../cli/verify/contract/undeclared-metrics";

const declared = (name: string): DeclaredMetric => ({
  name,
  type: "counter",
  path: name,
  labels: {},
  targetLabels: new Set(),
  matchers: {},
});

it.each<[string, readonly string[], readonly string[]]>([
  ["what is declared", ["orders_total", "wait_seconds_bucket"], []],
  ["the birth of a counter", ["orders_created"], []],
  ["the birth of a histogram", ["wait_seconds_created"], []],
  ["what Prometheus adds", ["up", "scrape_samples_scraped", "ALERTS"], []],
  ["a recorded series", ["shop:orders:rate5m"], []],
  ["a process of Go", ["go_goroutines", "process_open_fds"], []],
  [
    "a family, once",
    ["size_bytes_sum", "size_bytes_count", "size_bytes"],
    ["size_bytes"],
  ],
  ["a name that only looks like one", ["wool_sum"], ["wool_sum"]],
])("of %s", (_, exposed, undeclared) => {
  expect(
    undeclaredMetrics(
      new Set(exposed),
      [declared("orders_total"), declared("wait_seconds")],
      new Map([["size_bytes", ["summary"]]]),
    ),
  ).toEqual(undeclared);
});
