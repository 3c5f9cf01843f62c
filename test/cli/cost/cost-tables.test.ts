import { size } from "../../../cli/cost/amounts";
import { costMarkdown, costText } from "../../../cli/cost/cost-tables";
import { cost } from "./cost";

const inventories = [{ environment: "production", cost }];

it("lists systems, metrics and rules, the dearest first", () => {
  expect(costText(inventories, 2)).toBe(`production
  1,234,567 series in each Prometheus, 62 % of its budget; at most 2,345,678
  41,152 samples written in a second, 1,000 read by rules
  metrics: 7.11 GB a day, 213 GB in 30d; 47 % of prometheus.volume
  logs: 500 kB a day, 15 MB in 30d; less than 1 % of logs.volume; unknown of 1 system: till
  traces: unknown, no system says how much it sends

Systems, the dearest first

system   series        of its budget  at most  samples/s  read by rules/s
shop     1,000         less than 1 %  2,000    33         1,000
till     30            50 %           90       1          0
(nodes)  about 25,000                          833

The dearest 2 of 3 metrics and recorded series

system  metric             series   at most  samples/s
shop    shop_orders_total  998      1,920    33
till    till_sales_total   unknown  90       3

The rules that read most

system  rule                samples/s
shop    shop:orders:rate5m  1,000`);
});

it("has the same tables in Markdown, with recorded series named as such", () => {
  const markdown = costMarkdown(inventories);
  expect(markdown).toContain("### production\n\n- 1,234,567 series in");
  expect(markdown).toContain("#### The dearest 3 of 3 metrics");
  expect(markdown).toContain(
    "| shop   | shop:orders:rate5m (recorded) | 2       | 80      | 0         |",
  );
});

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [999_600, "1 MB"],
  [217_314_835_200, "217 GB"],
  [5e15, "5 PB"],
  [5e18, "5,000 PB"],
])("writes %d bytes as %s", (bytes, written) => {
  expect(size(bytes)).toBe(written);
});
