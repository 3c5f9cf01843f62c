import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { open, pattern, values } from "../../../model/label-values";
import { counter, gauge } from "../../../model/metric";
import { wholeService } from "../../../model/whole-service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkExpression } from "../../../query/promql/check-expression";
import { alternativesOf } from "../../../query/promql/matcher-values";
import { goodService } from "../../support/services";

const shop = wholeService({
  ...goodService,
  metrics: {
    shop_orders_total: counter({
      help: "Orders",
      labels: {
        status: values("taken", "failed"),
        country: open({ upTo: 40, examples: ["ch", "de"] }),
        code: pattern("[1-5][0-9]{2}", {
          upTo: 12,
          examples: ["200", "404", "500"],
        }),
      },
    }),
    shop_queue_length: gauge({
      help: "Jobs",
      labels: { queue: values("", "mail", "print") },
    }),
  },
  recording: [
    {
      name: "shop",
      rules: [
        {
          record: "shop:orders:rate5m",
          expr: "sum by (status, country) (rate(shop_orders_total[5m]))",
        },
      ],
    },
  ],
});
const other = wholeService({
  ...goodService,
  key: "other",
  namespace: "other",
  metrics: {},
  probes: [{ probe: "login", url: "https://other.example.com" }],
});
const catalogue = buildCatalogue([shop, other], allChartMetrics);
const found = (expr: string): readonly (readonly [string, string])[] =>
  checkExpression(expr, {
    catalogue: catalogue.of("shop"),
    system: "shop",
    namespace: "shop",
    readsAllSystems: false,
  }).map(({ message, next }) => [message, next]);

it.each([
  [
    "a value that the contract does not have",
    'shop_orders_total{status="Failed "}',
    'no value of "status" is "Failed ", so the matcher selects nothing',
    'did you mean "failed"? "status" takes "taken", "failed"; correct the matcher, or what declares the values',
  ],
  [
    "an exclusion of what there is not",
    'shop_orders_total{status!="passed"}',
    'no value of "status" is "passed", so the matcher excludes nothing',
    'did you mean "failed"? "status" takes "taken", "failed"; correct the matcher, or what declares the values',
  ],
  [
    "one dead alternative of two",
    'shop_orders_total{status=~"failed|lost"}',
    'no value of "status" is like "lost", so this alternative selects nothing',
    '"status" takes "taken", "failed"; correct the matcher, or what declares the values',
  ],
  [
    "an exclusion of every value",
    'shop_orders_total{status!~"taken|failed"}',
    'every value of "status" is excluded, so the selector reads nothing',
    '"status" takes "taken", "failed"; correct the matcher, or what declares the values',
  ],
  [
    "a value of another shape",
    'shop_orders_total{code="999x"}',
    'no value of "code" is "999x", so the matcher selects nothing',
    'values of "code" have the shape [1-5][0-9]{2}, among them "200", "404", "500"; correct the matcher, or add an example that it selects',
  ],
  [
    "a pattern that no value has",
    'shop_orders_total{code=~"6.."}',
    'no value of "code" is like "6..", so the matcher selects nothing',
    'values of "code" have the shape [1-5][0-9]{2}, among them "200", "404", "500"; correct the matcher, or add an example that it selects',
  ],
  [
    "a job that nobody scrapes",
    'up{system="shop", job="myservice"}',
    'no value of "job" is "myservice", so the matcher selects nothing',
    '"job" takes "shop-api", "shop-health"; correct the matcher, or what declares the values',
  ],
  [
    "a namespace of nobody",
    'shop_orders_total{namespace="default"}',
    'no value of "namespace" is "default", so the matcher selects nothing',
    '"namespace" takes "shop"; correct the matcher, or what declares the values',
  ],
  [
    "an app that is not scraped",
    'shop_orders_total{app="nginx"}',
    'no value of "app" is "nginx", so the matcher selects nothing',
    '"app" takes "shop-api"; correct the matcher, or what declares the values',
  ],
  [
    "a probe that the system does not have",
    'probe_success{system="shop", probe="login"}',
    'no value of "probe" is "login", so the matcher selects nothing',
    '"probe" takes "health"; correct the matcher, or what declares the values',
  ],
  [
    "a phase that Kubernetes does not know",
    'kube_pod_status_phase{namespace="shop", phase="Crashed"}',
    'no value of "phase" is "Crashed", so the matcher selects nothing',
    '"phase" takes "Pending", "Running", "Succeeded", "Failed", "Unknown"; correct the matcher, or what declares the values',
  ],
  [
    "a value of a recorded series",
    'shop:orders:rate5m{status="faild"}',
    'no value of "status" is "faild", so the matcher selects nothing',
    'did you mean "failed"? "status" takes "taken", "failed"; correct the matcher, or what declares the values',
  ],
])("finds %s", (_, expr, message, next) => {
  expect(found(expr)).toEqual([[message, next]]);
});

it.each([
  'shop_orders_total{status="taken"}',
  'shop_orders_total{status=~"taken|failed"}',
  'shop_orders_total{status!="failed", code=~"5..|429", country="fr"}',
  'shop_orders_total{code=~"(4..|5..)"}',
  'shop_orders_total{status=~".+", code!=""}',
  'shop_orders_total{status=~"(?i)FAILED"}',
  // A series that lacks the label has the value "".
  'shop_orders_total{status=~"failed|"}',
  'shop_queue_length{queue=""}',
  'shop_queue_length{queue!~"mail|print"}',
  'up{system="shop", job="shop-api"}',
  'shop:orders:rate5m{country="at", status!="failed"}',
  // A dashboard fills it in.
  'shop_orders_total{status=~"$status"}',
])("takes %s", (expr) => {
  expect(found(expr)).toEqual([]);
});

it("reads alternatives as a regular expression has them", () => {
  expect(alternativesOf("a|b")).toEqual(["a", "b"]);
  expect(alternativesOf("(?:a|(b))")).toEqual(["a", "(b)"]);
  expect(alternativesOf("[|]|\\|")).toEqual(["[|]", "\\|"]);
  expect(alternativesOf("(a|b)c")).toEqual(["(a|b)c"]);
  expect(alternativesOf("(?i)a|b")).toEqual(["(?i)a", "(?i)b"]);
  // Only RE2 reads it.
  expect(alternativesOf("(?P<x>a)|b")).toEqual(["(?P<x>a)|b"]);
});
