import { posix } from "node:path";
import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import type { EnvironmentConfig } from "../../model/environment";
import { grafanaUrl } from "../../model/environment-urls";
import { everyAlert } from "../../model/every-alert";
import type { Service } from "../../model/service";
import { runbookPath } from "../runbooks/runbook-link";
import { alertName } from "./addresses";
import { pathIn } from "./coverage";

/** Where things are found: folders as paths from the root. */
export interface LinkSources {
  readonly services: readonly Service[];
  readonly environment: EnvironmentConfig;
  /** Folder of the page that holds the links. */
  readonly from: string;
  readonly serviceFolder: string;
  readonly runbookFolder: string;
}

/** Section of a system's page for each kind of thing. */
const SECTION: Readonly<Record<string, string>> = {
  metric: "metrics",
  rule: "metrics",
  slo: "slos",
  target: "targets",
  probe: "targets",
  exporter: "targets",
  "collection-job": "jobs-that-push",
  "container-probe": "kubernetes-probes",
  "traced-workload": "traces",
  "log-query": "dashboards",
  "trace-query": "dashboards",
  report: "reports",
  "report-query": "reports",
  task: "recurring-tasks",
};

/**
 * What meets a requirement, as a link: an alert to its runbook page, a panel to its dashboard, a
 * file to itself, and everything else to the section of its system's page.
 */
export function addressLink(address: string, sources: LinkSources): string {
  const path = pathIn(address);
  if (path !== undefined) {
    return `[${path}](${posix.relative(sources.from, path)})`;
  }
  const [key = "", kind = "", name = ""] = partsOf(address);
  const service = sources.services.find((one) => one.key === key);
  if (key === "text" || service === undefined) {
    return address.replace(/^text /, "");
  }
  return `[${kind} \`${name}\`](${hrefOf(service, kind, name, sources)})`;
}

/** `shop panel shop/orders` → system, kind, name; a name may have blanks. */
const partsOf = (address: string): readonly string[] =>
  /^(\S+) (\S+) (.*)$/s.exec(address)?.slice(1) ?? [address];

function hrefOf(
  service: Service,
  kind: string,
  name: string,
  { environment, from, serviceFolder, runbookFolder }: LinkSources,
): string {
  if (kind === "dashboard" || kind === "panel") {
    return `${grafanaUrl(environment)}/d/${name.replace(/\/.*/, "")}`;
  }
  const page = `${posix.relative(from, serviceFolder)}/${service.key}.md`;
  if (kind === "log-query" || kind === "trace-query") {
    const uid = withGeneratedDashboards(service).dashboards.find(({ panels }) =>
      panels.some(({ id }) => id === name),
    )?.uid;
    return uid === undefined
      ? `${page}#dashboards`
      : `${grafanaUrl(environment)}/d/${uid}`;
  }
  if (kind === "alert" || kind === "log-alert") {
    const alert = everyAlert(service).find(
      (one) => alertName(one, service.alerts) === name || one.name === name,
    );
    return alert === undefined
      ? `${page}#alerts`
      : `${posix.relative(from, runbookFolder)}/${runbookPath(alert.runbook)}`;
  }
  return `${page}#${SECTION[kind] ?? "targets"}`;
}
