import { dataSources } from "../../dashboards/data-sources";
import { exemplarToTrace } from "../../dashboards/links/exemplar-to-trace";
import { logLineToTrace } from "../../dashboards/links/log-line-to-trace";
import { serviceMap } from "../../dashboards/links/service-map";
import { traceToLogs } from "../../dashboards/links/trace-to-logs";
import { traceToMetrics } from "../../dashboards/links/trace-to-metrics";
import { environments, production } from "../support/organisation/environments";
import { serviceUrls } from "../../helm/parts/service-urls";
import { stackOf } from "../stacks/output";
import { logqlErrors, promqlErrors } from "../support/follow-link";
import { synthesised } from "../support/synthesise";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const SPAN = {
  "service.name": "market-api",
  system: "market",
  "k8s.namespace.name": "market",
  "k8s.pod.name": "market-api-7c9d-x2x1",
  "http.route": "/analyses",
} as const;

const typeOf = (uid: string): string | undefined =>
  dataSources(production, serviceUrls(production)).find(
    (source) => source.uid === uid,
  )?.type;

/** Puts values in the places of Grafana's variables, as it does when the link is clicked. */
const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(
    /\$(?:\{([\w.]+)\}|(\w+))/g,
    (whole, long: string | undefined, short: string | undefined) =>
      values[long ?? short ?? ""] ?? whole,
  );

/** Labels for a query that a span's attributes become. */
const tagsOf = (
  tags: readonly { readonly key: string; readonly value: string }[],
): string =>
  tags
    .flatMap(({ key, value }) => {
      const attribute = (SPAN as Readonly<Record<string, string>>)[key];
      return attribute === undefined ? [] : [`${value}="${attribute}"`];
    })
    .join(", ");

describe("an exemplar", () => {
  it.each(["trace_id", "traceID", "traceId"])(
    "leads to its trace when its label is %s",
    (label) => {
      const found = exemplarToTrace().exemplarTraceIdDestinations.filter(
        ({ name }) => name === label,
      );
      expect(found).toHaveLength(1);
      expect(typeOf(found[0]?.datasourceUid ?? "")).toBe("tempo");
    },
  );
});

describe("a line of log", () => {
  const { derivedFields } = logLineToTrace();
  /** The queries that a click on one of its links asks, as Grafana derives them. */
  const queries = (
    line: string,
    labels: Readonly<Record<string, string>> = {},
  ): readonly string[] =>
    derivedFields.flatMap(({ matcherType, matcherRegex, url }) => {
      const pattern = new RegExp(matcherRegex);
      const value =
        matcherType === "label"
          ? Object.entries(labels).find(([name]) => pattern.test(name))?.[1]
          : pattern.exec(line)?.[1];
      return value === undefined ? [] : [filled(url, { "__value.raw": value })];
    });

  it.each(["trace_id", "traceId", "traceID", "traceid"])(
    "leads to the trace that its structured metadata names as %s",
    (label) => {
      expect(queries("text", { app: "api", [label]: TRACE })).toEqual([TRACE]);
    },
  );

  it.each([
    `{"level":"error","trace_id":"${TRACE}","message":"no"}`,
    `{"traceId": "${TRACE}"}`,
    `level=error trace_id=${TRACE} msg="no"`,
    `level=error traceID="${TRACE}"`,
    `ERROR trace_id: ${TRACE}`,
    '{"trace_id":"8448eb211c80319c"}',
  ])("leads to the trace that its text names: %s", (line) => {
    expect(queries(line)).toHaveLength(1);
    expect(line).toContain(queries(line)[0]);
    expect(queries(line)[0]).toMatch(/^[0-9a-f]+$/);
  });

  it.each([
    `{"span_id":"${TRACE}"}`,
    '{"trace_id":""}',
    '{"trace_id":null}',
    `{"backtrace_id":"${TRACE}"}`,
    "Traceback (most recent call last):",
  ])("leads nowhere without a trace: %s", (line) => {
    expect(
      queries(line, { app: "api", span_id: "1", parent_trace_id: TRACE }),
    ).toEqual([]);
  });

  it("asks Tempo", () => {
    for (const { datasourceUid } of derivedFields) {
      expect(typeOf(datasourceUid)).toBe("tempo");
    }
  });
});

describe("a span", () => {
  const logs = traceToLogs().tracesToLogsV2;
  const metrics = traceToMetrics().tracesToMetrics;

  it("leads to the lines of its trace, of its system, namespace and pod", () => {
    const expr = filled(logs.query, {
      __tags: tagsOf(logs.tags),
      "__span.traceId": TRACE,
    });
    expect(expr).toBe(
      `{system="market", namespace="market", pod="market-api-7c9d-x2x1"} | label_format in_line=\`{{ contains "${TRACE}" __line__ }}\` | in_line="true" or trace_id="${TRACE}" | drop in_line`,
    );
    expect(logqlErrors(expr)).toEqual([]);
    expect(typeOf(logs.datasourceUid)).toBe("loki");
    // Without it Grafana takes a query of its own.
    expect(logs.customQuery).toBe(true);
  });

  it.each(metrics.queries.map(({ name, query }) => [name, query] as const))(
    "leads to metrics of its service: %s",
    (_, query) => {
      const expr = filled(query, {
        __tags: tagsOf(metrics.tags),
        __rate_interval: "2m",
      });
      expect(expr).toContain('service="market-api"');
      expect(expr).not.toContain("$");
      expect(promqlErrors(expr)).toEqual([]);
      expect(typeOf(metrics.datasourceUid)).toBe("prometheus");
    },
  );

  it.each([
    ["logs", logs],
    ["metrics", metrics],
  ])("opens %s from before it began until after it ended", (_, shifts) => {
    // Grafana adds both to the times of the span.
    expect(shifts).toMatchObject({
      spanStartTimeShift: "-1h",
      spanEndTimeShift: "1h",
    });
  });
});

it("draws the service map from the metrics in Prometheus", () => {
  expect(typeOf(serviceMap().serviceMap.datasourceUid)).toBe("prometheus");
  expect(serviceMap().nodeGraph.enabled).toBe(true);
});

describe("Terraform", () => {
  const written = synthesised({}, (outdir) =>
    environments.map((environment) => ({
      environment,
      resources: Object.values(
        stackOf(outdir, environment.name).resource["grafana_data_source"] ?? {},
      ),
    })),
  );

  it.each(
    written.map(
      ({ environment, resources }) =>
        [environment.name, environment, resources] as const,
    ),
  )("hands every link of %s on unread", (_, environment, resources) => {
    const settings = resources.map(({ uid, json_data_encoded: encoded }) => {
      const text = String(encoded);
      // What it would fill in itself: an opening that no second dollar or percent sign escapes.
      expect(text.replace(/\$\$\{|%%\{/g, "")).not.toMatch(/[$%]\{/);
      return [
        uid,
        JSON.parse(text.split("$${").join("${").split("%%{").join("%{")),
      ] as const;
    });
    expect(Object.fromEntries(settings)).toEqual(
      Object.fromEntries(
        dataSources(environment, serviceUrls(environment)).map(
          ({ uid, jsonData }) => [uid, jsonData],
        ),
      ),
    );
  });
});
