import { folderOf } from "../../../dashboards/folders";
import { grafanaInterval } from "../../../dashboards/grafana-interval";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import type { Dashboard } from "../../../model/dashboard";
import type { Service } from "../../../model/service";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { dashboardOf } from "../grafana";
import type { KeptDashboard } from "../grafana";
import { writtenIn } from "../panel-query";
import { each, looked } from "../running";
import type { Running } from "../running";
import { checkPanels } from "./panels";
import type { PanelSettings } from "./panels";

const DEPLOY = "deploy: what Grafana shows is not what is declared";

/**
 * Every page of each system, declared or generated, loads as declared, and every query of it is
 * answered.
 */
export const checkDashboards = async (
  running: Running,
  settings: PanelSettings,
): Promise<readonly Finding[]> =>
  (
    await each(
      running.chosen.flatMap((service) =>
        withGeneratedDashboards(service).dashboards.map((dashboard) => ({
          service,
          dashboard,
        })),
      ),
      ({ service, dashboard }) =>
        checkDashboard(running, service, dashboard, settings),
    )
  ).flat();

function checkDashboard(
  running: Running,
  service: Service,
  dashboard: Dashboard,
  settings: PanelSettings,
): Promise<readonly Finding[]> {
  const { uid, title } = dashboard;
  const subject: Subject = {
    check: "dashboards",
    system: service.key,
    subject: `${title} (${uid})`,
    about: { dashboard: uid },
  };
  return looked(subject, "it loads", async () => {
    const kept = await dashboardOf(running.grafana, uid);
    if (kept === undefined) {
      return [
        open(subject, {
          found: "Grafana has no such dashboard, or does not show it to you",
          expected: `a dashboard at /d/${uid}`,
          next: "deploy; where it is deployed, ask as somebody who may read its folder",
        }),
      ];
    }
    return [
      dashboardFinding(subject, service, dashboard, kept),
      refreshFinding(subject, dashboard, kept),
      ...(await checkPanels(running, subject, kept, settings)),
    ];
  });
}

function dashboardFinding(
  subject: Subject,
  service: Service,
  dashboard: Dashboard,
  kept: KeptDashboard,
): Finding {
  const folder = folderOf(service, dashboard.access);
  const declared = dashboard.panels.map(({ title }) => title);
  const shown = kept.panels.map(({ title }) => title);
  const missing = declared.filter((title) => !shown.includes(title));
  const added = shown.filter((title) => !declared.includes(title));
  const expected = `folder ${folder.uid}, ${String(declared.length)} panels`;
  if (kept.folderUid !== folder.uid) {
    return open(subject, {
      found: `it is in the folder ${kept.folderUid === "" ? "of nobody" : kept.folderUid}`,
      expected,
      next: DEPLOY,
    });
  }
  const differences = [
    ...missing.map((title) => `lacks the panel "${title}"`),
    ...added.map((title) => `has a panel "${title}"`),
    ...differentQueries(dashboard, kept),
  ];
  return differences.length === 0
    ? passed(subject, `loads, ${String(shown.length)} panels`)
    : open(subject, {
        found: `it ${differences.slice(0, MOST).join(", ")}${differences.length > MOST ? ", …" : ""}`,
        expected,
        next: DEPLOY,
      });
}

/** How many of several differences are written out. */
const MOST = 3;

/** Panels that ask something else than what is declared. */
const differentQueries = (
  { panels }: Dashboard,
  kept: KeptDashboard,
): readonly string[] =>
  panels.flatMap((panel) => {
    // A service map query has a form of its own.
    if (panel.queries.some(({ kind }) => kind === "service-map")) return [];
    const shown = kept.panels.find(({ title }) => title === panel.title);
    if (shown === undefined) return [];
    const texts = shown.targets.map(
      (target) => writtenIn(target, "expr") || writtenIn(target, "query"),
    );
    return texts.join("\n") === panel.queries.map(({ expr }) => expr).join("\n")
      ? []
      : [`asks something else in "${panel.title}"`];
  });

function refreshFinding(
  { system, subject, about }: Subject,
  { refresh }: Dashboard,
  kept: KeptDashboard,
): Finding {
  const expected = grafanaInterval(refresh);
  const of: Subject = {
    check: "refresh",
    subject,
    ...(system === undefined ? {} : { system }),
    ...(about === undefined ? {} : { about }),
  };
  return kept.refresh === expected
    ? passed(of, `every ${expected}`)
    : open(of, {
        found:
          kept.refresh === "" ? "it is not refreshed" : `every ${kept.refresh}`,
        expected: `every ${expected}`,
        next: DEPLOY,
      });
}
