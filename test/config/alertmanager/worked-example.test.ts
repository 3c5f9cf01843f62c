import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LINKS } from "../../../alertmanager/templates/names";
import { production } from "../../../config/environments/production";
import { dataLinks } from "../../../dashboards/data-links";
import { logLineToTrace } from "../../../dashboards/links/log-line-to-trace";
import { traceToLogs } from "../../../dashboards/links/trace-to-logs";
import { traceToMetrics } from "../../../dashboards/links/trace-to-metrics";
import { findEngine } from "../../../engines/find-engine";
import { declaredAlert } from "../../alertmanager/declared-alert";
import { rendered } from "../../alertmanager/rendered";
import { codeverify } from "../support/declared";
import { logqlErrors, promqlErrors } from "../../support/follow-link";

const PAGE = readFileSync(
  join(__dirname, "../../../docs/from-alert-to-trace.md"),
  "utf8",
);
const TRACE = "0af7651916cd43dd8448eb211c80319c";

let amtool = "";
beforeAll(
  async () => {
    amtool = await findEngine("amtool");
  },
  20 * 60 * 1000,
);

/** The address of a link of the page, by its words. */
const linkOf = (words: string): string =>
  new RegExp(`\\[${words}\\]\\(([^)]+)\\)`).exec(PAGE)?.[1] ?? "";

/** Code of the page in a language, each on one line. */
const code = (language: string): readonly string[] =>
  [
    ...PAGE.matchAll(
      new RegExp(`^ *\`\`\`${language}\\n([^]*?)\\n *\`\`\`$`, "gm"),
    ),
  ].map(([, text]) => (text ?? "").replace(/\s+/g, " ").trim());

it.each([
  ["Dashboard", LINKS.dashboard],
  ["Logs", LINKS.logs],
  ["Traces", LINKS.traces],
])("shows the link of the message: %s", (words, field) => {
  expect(linkOf(words)).toBe(
    rendered(
      amtool,
      production,
      field,
      [declaredAlert("HighErrorRate", codeverify, production)],
      "text",
      [codeverify],
    ),
  );
});

it("shows the link of the panel", () => {
  const [panel] = codeverify.dashboards.flatMap(({ panels }) => panels);
  if (panel === undefined) throw new Error("no panel");
  const titles = dataLinks(panel, codeverify, production).map(
    ({ title }) => title,
  );
  for (const title of titles.slice(-1)) {
    expect(PAGE).toContain(`_${title}_`);
  }
});

it.each([
  "Error breakdown",
  "Endpoint heatmap",
  "Database queries (rate and P95)",
])("names a panel of the dashboard: %s", (title) => {
  expect(PAGE).toContain(`_${title}_`);
  expect(
    codeverify.dashboards
      .find(({ uid }) => uid === "codeverify-api")
      ?.panels.map((panel) => panel.title),
  ).toContain(title);
});

it("shows a line that leads to the trace", () => {
  const line = code("json").join(" ");
  const inText = logLineToTrace().derivedFields.find(
    ({ matcherType }) => matcherType === "regex",
  );
  expect(new RegExp(inText?.matcherRegex ?? "^$").exec(line)?.[1]).toBe(TRACE);
});

it("shows what a span asks for", () => {
  const [logs = ""] = code("logql").filter((text) => text.includes("in_line"));
  expect(logs).toBe(
    traceToLogs()
      .tracesToLogsV2.query.replace(
        "${__tags}",
        'system="codeverify", namespace="codeverify", pod="codeverify-api-7c9d8-x2k4p"',
      )
      .replaceAll("${__span.traceId}", TRACE),
  );
  expect(code("logql").flatMap(logqlErrors)).toEqual([]);

  const [share = ""] = code("promql");
  expect(share).toBe(
    (traceToMetrics().tracesToMetrics.queries[1]?.query ?? "").replaceAll(
      "$__tags",
      'service="codeverify-api"',
    ),
  );
  expect(code("promql").flatMap(promqlErrors)).toEqual([]);
});
