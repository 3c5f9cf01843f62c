import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { secondPathRuleGroup } from "../../../alertmanager/second-path/rule-group";
import { listRunbooks } from "../../../checks/list-runbooks";
import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import { readStacks } from "../../../inventory/synthesised-stack";
import { reportDefinitions } from "../../../kubernetes/reports/report-definitions";
import { grafanaUrl } from "../../../model/environment-urls";
import type { EnvironmentConfig } from "../../../model/environment";
import { watchedEnvironment } from "../../../model/watched-environment";
import { watchedTargets } from "../../../model/watched-target";
import { logRuleGroups } from "../../../prometheus/rules/log-rules";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { fileMessage, summaryMessage } from "../../../reports/build-message";
import { rendered } from "../../alertmanager/rendered";
import type { FiredAlert } from "../../alertmanager/rendered";
import { linksIn, refusal } from "../../support/follow-every-link";
import type { Places, Reader } from "../../support/follow-every-link";
import { grafanaRole, withEditors } from "../../support/grafana-role";
import { ROLES, grafanaSite } from "../../support/grafana-site";
import type { GrafanaSite } from "../../support/grafana-site";
import { services } from "../support/declared";
import { onTeams } from "../support/on-teams";
import { RUNBOOKS } from "../support/runbook-pages";
import { synthesised } from "../support/synthesise";

let amtool = "";
let sites: ReadonlyMap<string, GrafanaSite> = new Map();
beforeAll(
  async () => {
    amtool = await findEngine("amtool");
    sites = synthesised(
      {},
      (outdir) =>
        new Map(
          readStacks(outdir).map((onDisk) => [
            onDisk.environment,
            grafanaSite(onDisk),
          ]),
        ),
    );
  },
  20 * 60 * 1000,
);

const pages = listRunbooks(RUNBOOKS);

const placesOf = (environment: EnvironmentConfig): Places => {
  const grafana = sites.get(environment.name);
  if (grafana === undefined) throw new Error(environment.name);
  return { grafana, runbooks: { url: environment.urls.runbooks, pages } };
};

/** A person in groups of the identity provider. Teams of Grafana are empty until somebody acts. */
function person(
  environment: EnvironmentConfig,
  groups: readonly string[],
  teams: readonly string[] = [],
): Reader {
  const given = grafanaRole(environment, { groups: [...groups] });
  const role = ROLES.find((each) => each === given);
  if (role === undefined) throw new Error(String(given));
  return { role, teams };
}

/** Links that do not open, each with the reason. */
const closed = (
  links: readonly string[],
  reader: Reader,
  environment: EnvironmentConfig,
): readonly string[] =>
  [...new Set(links)].flatMap((link) => {
    const why = refusal(link, reader, placesOf(environment));
    return why === undefined ? [] : [`${why}: ${link}`];
  });

/** What templates of Prometheus fill in: any system where the series decides which it is. */
const fired = (
  labels: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>>,
): FiredAlert => ({
  status: "firing",
  labels,
  annotations: Object.fromEntries(
    Object.entries(annotations).map(([name, text]) => [
      name,
      text.replace(
        /\{\{ *\$labels\.(\w+) *\}\}/g,
        (_, label: string) => labels[label] ?? "",
      ),
    ]),
  ),
  startsAt: "2026-11-21T10:15:30Z",
});

/** Every alert of every system, one of a chart and of a node, and one that nobody declared. */
const alertsOf = (environment: EnvironmentConfig): readonly FiredAlert[] => {
  const outside = { environment: environment.name, cluster: "cluster" };
  const declared = services.flatMap((service) => {
    const { slos, alerts } = ruleGroups(service, environment);
    return [...slos, ...alerts, ...logRuleGroups(service, environment)]
      .flatMap(({ rules }) => rules)
      .flatMap((rule) =>
        "alert" in rule
          ? [
              fired(
                {
                  system: "titan",
                  ...outside,
                  ...rule.labels,
                  alertname: rule.alert,
                  namespace: service.namespace,
                  pod: `${service.key}-0`,
                },
                rule.annotations,
              ),
            ]
          : [],
      );
  });
  const text = { summary: "It happens", description: "It happens" };
  return [
    ...declared,
    fired(
      {
        ...outside,
        alertname: "KubePodNotReady",
        namespace: "titan",
        pod: "a",
      },
      text,
    ),
    fired({ ...outside, alertname: "NodeClockSkewDetected" }, text),
    fired({ ...outside, alertname: "Unknown", system: "unknown" }, text),
  ];
};

/** Templates that fill the fields of messages, in every kind of receiver. */
const templatesOf = (environment: EnvironmentConfig): readonly string[] => [
  ...new Set(
    textsIn(alertmanagerConfig(environment, services).receivers).filter(
      (text) => text.includes("{{ template"),
    ),
  ),
];

const textsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const message = (environment: EnvironmentConfig, alert: FiredAlert): string =>
  rendered(
    amtool,
    environment,
    templatesOf(environment).join("\n\n"),
    [alert],
    "text",
    services,
  );

const SILENCE = "/alerting/silence/new?";
const EDITORS = "engineers";

/** One of the alerts whose links lead to the same pages, but for their runbook and name. */
const oneForEachPage = (
  alerts: readonly FiredAlert[],
): readonly FiredAlert[] => [
  ...new Map(
    alerts.map((alert) => [
      `${alert.labels["system"] ?? ""} ${alert.annotations["dashboard_url"] ?? ""} ${String("runbook_url" in alert.annotations)}`,
      alert,
    ]),
  ).values(),
];

describe.each<[string, EnvironmentConfig]>([
  ...environments.map((environment): [string, EnvironmentConfig] => [
    environment.name,
    environment,
  ]),
  ["Teams", onTeams],
])("every message of %s", (_, declared) => {
  const environment = withEditors(declared, EDITORS);
  const alerts = alertsOf(environment);
  let messages: readonly string[] = [];
  beforeAll(
    () => {
      messages = oneForEachPage(alerts).map((alert) =>
        message(environment, alert),
      );
    },
    10 * 60 * 1000,
  );

  /** Links that neither open nor say who may open them. */
  const unexplained = (reader: Reader): readonly string[] =>
    messages.flatMap((text) =>
      closed(linksIn(text), reader, environment).filter((refused) => {
        const [, folder] = /^the folder is for (.*?):/.exec(refused) ?? [];
        return (
          folder === undefined || !text.includes(`Dashboard (only ${folder})`)
        );
      }),
    );

  it("has links of every kind", () => {
    const links = messages.flatMap(linksIn);
    for (const part of [
      "/d/",
      "-queries?",
      SILENCE,
      ".md",
      "/alerting/groups",
    ]) {
      expect(
        links.filter((link) => link.includes(part)).length,
      ).toBeGreaterThan(2);
    }
    expect(links.filter((link) => link.includes("/explore"))).toEqual([]);
  });

  it("opens for an engineer, whom nobody has put into a team", () => {
    const engineer = person(environment, [EDITORS]);
    expect(engineer.role).toBe("Editor");
    expect(unexplained(engineer)).toEqual([]);
  });

  it("opens for a Viewer in the team of engineering, but for the form of silences", () => {
    const viewer = person(environment, [], ["engineering"]);
    expect(viewer.role).toBe("Viewer");
    expect(
      unexplained(viewer).filter((link) => !link.includes(SILENCE)),
    ).toEqual([]);
  });

  it("says who may open a dashboard only where engineers may not", () => {
    const engineer = person(environment, [EDITORS]);
    const said = messages.filter((text) => text.includes("Dashboard (only"));
    expect(said.length).toBeGreaterThan(1);
    for (const text of said) {
      expect(closed(linksIn(text), engineer, environment)).toHaveLength(1);
    }
  });

  it("leads to the runbook of each alert, which there is", () => {
    const runbooks = alerts.flatMap(
      ({ annotations: { runbook_url = [] } }) => runbook_url,
    );
    expect(runbooks.length).toBeGreaterThan(200);
    expect(closed(runbooks, person(environment, []), environment)).toEqual([]);
  });
});

describe("without a group of Editors", () => {
  const environment = withEditors(production, undefined);
  const { adminGroup } = environment.grafana.singleSignOn;

  it("says at every link that opens for administrators only that it does", () => {
    const viewer = person(environment, [EDITORS], ["engineering"]);
    const [alert] = alertsOf(environment);
    if (alert === undefined) throw new Error("no alert");
    const text = message(environment, alert);
    const refused = closed(linksIn(text), viewer, environment);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter((link) => !link.includes(SILENCE))).toEqual([]);
    expect(
      closed(linksIn(text), person(environment, [adminGroup]), environment),
    ).toEqual([]);
    // A button, a link of the pager, and the ends of both forms of the mail.
    expect(
      text.split(`Silence (only members of ${adminGroup})`).length - 1,
    ).toBe(3);
    expect(text.replaceAll(/Silence \(only[^)]*\)/g, "")).not.toContain(
      "Silence",
    );
  });
});

describe.each(
  environments.map((environment) => [environment.name, environment] as const),
)("besides messages of Alertmanager, %s", (_, environment) => {
  const grafana = grafanaUrl(environment);
  const anybody = person(environment, []);

  it("has a second path whose links open for everybody who signs in", () => {
    const watched = watchedEnvironment(environment, environments);
    const probed =
      watched === undefined ? [] : watchedTargets(watched, services);
    const { rules } = secondPathRuleGroup(environment, watched, services);
    const links = rules.flatMap(({ uid, annotations }) => [
      // Grafana adds it to its own messages.
      `${grafana}/alerting/grafana/${uid}/view`,
      ...linksIn(Object.values(annotations).join("\n")).filter(
        (link) => !probed.some(({ url }) => url === link),
      ),
    ]);
    expect(links.length).toBeGreaterThan(10);
    expect(closed(links, anybody, environment)).toEqual([]);
  });

  it("has reports whose links open for everybody who signs in", () => {
    const definitions = reportDefinitions(environment, services);
    if (definitions === undefined) {
      expect(environment.reports.kind).toBe("off");
      return;
    }
    const texts = Object.values(definitions.reports).flatMap((definition) => {
      const { text, html, slack } =
        definition.kind === "file"
          ? fileMessage(definition, definitions, "A report", 0)
          : summaryMessage(
              { ...definition, sections: [] },
              definitions,
              new Map(),
              0,
            );
      return [text, html, slack];
    });
    const links = linksIn(texts.join("\n"));
    expect(links.length).toBeGreaterThan(1);
    expect(closed(links, anybody, environment)).toEqual([]);
  });

  it("has dashboards of engineering whose values lead to what engineers may open", () => {
    const { dashboards } = placesOf(environment).grafana;
    const refused = [...dashboards].flatMap(([uid, { readers, links }]) =>
      readers.teams.includes("engineering")
        ? closed(
            links.map((link) =>
              (link.startsWith("/") ? `${grafana}${link}` : link)
                .replace("${__from}", "1795255230000")
                .replace("${__to}", "now"),
            ),
            { role: "Viewer", teams: ["engineering"] },
            environment,
          ).map((why) => `${uid}: ${why}`)
        : [],
    );
    expect(refused).toEqual([]);
  });
});
