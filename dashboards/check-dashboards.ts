import type { Dashboard } from "../model/dashboard";
import { checkPanelKeys } from "../model/checks/check-panel-keys";
import { repeated } from "../model/checks/names";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { checkAdvice } from "./check-advice";
import { checkPanel } from "./check-panel";
import { checkScale } from "./check-scale";
import { checkSteps } from "./check-steps";
import { dashboardJson } from "./dashboard-json";
import { foldersOf } from "./folders";
import { sections } from "./layout";

/**
 * What Grafana accepts as the uid of a dashboard or folder, without capitals: addresses are
 * compared by case.
 */
const UID = /^[a-z0-9_-]{1,40}$/;

/** Grafana's `min_refresh_interval` here, in seconds; it refuses to save less. */
const SHORTEST_REFRESH = 5;

/** A larger page is slow to open, and each of Grafana's versions of it is stored. */
const LARGEST_BYTES = 1024 ** 2;

/**
 * Every mistake in the dashboards of all services, alone, together, and with the limits of each
 * environment.
 */
export const checkDashboards = (
  services: readonly Service[],
  environments: readonly EnvironmentConfig[],
): readonly Problem[] => [
  ...checkUids(services),
  ...services.flatMap(checkFolders),
  ...services.flatMap((service) =>
    service.dashboards.flatMap((dashboard) =>
      checkDashboard(dashboard, service, environments),
    ),
  ),
];

function checkDashboard(
  dashboard: Dashboard,
  service: Service,
  environments: readonly EnvironmentConfig[],
): readonly Problem[] {
  const path = dashboardPath(dashboard, service);
  const problems = [
    ...checkHead(path, dashboard),
    ...checkPanelKeys(path, "panel", dashboard.panels),
    ...checkHeadings(path, dashboard),
    ...repeated((dashboard.variables ?? []).map(({ name }) => name)).map(
      (name) => ({
        path: `${path} variable "${name}"`,
        message: "the name is used twice",
        next: "rename one: queries read the last of them",
      }),
    ),
    ...dashboard.panels.flatMap((panel) => {
      const panelPath = `${path} panel "${panel.id}"`;
      return [
        ...checkPanel(panelPath, panel, dashboard),
        ...checkSteps(panelPath, panel, service, environments),
        ...checkScale(panelPath, panel, service, environments),
        ...checkAdvice(panelPath, panel, service),
      ];
    }),
  ];
  // A dashboard with problems cannot be rendered, so its size is checked last.
  return problems.length > 0
    ? problems
    : checkSize(path, dashboard, service, environments);
}

/** Panels under one heading must be adjacent. */
const checkHeadings = (
  path: string,
  { panels }: Dashboard,
): readonly Problem[] =>
  repeated(sections(panels).flatMap(({ heading }) => heading?.title ?? [])).map(
    (title) => ({
      path,
      message: "panels of one heading are not adjacent",
      got: title,
      next: "put them one after the other",
    }),
  );

const dashboardPath = ({ uid }: Dashboard, { key }: Service): string =>
  `services/${key} dashboard "${uid}"`;

function checkUids(services: readonly Service[]): readonly Problem[] {
  const owned = services.flatMap((service) =>
    service.dashboards.map(
      (dashboard) =>
        [dashboard.uid, dashboardPath(dashboard, service)] as const,
    ),
  );
  return repeated(owned.map(([uid]) => uid)).map((uid) => ({
    path: owned
      .filter(([other]) => other === uid)
      .map(([, path]) => path)
      .join(" and "),
    message: "the uid is used twice",
    next: "rename one: the last to be applied would replace the other",
  }));
}

const checkFolders = (service: Service): readonly Problem[] =>
  foldersOf(service)
    .filter(({ uid }) => !UID.test(uid))
    .map(({ uid }) => ({
      path: `services/${service.key}`,
      message: "the key is too long for the uid of its folder",
      got: uid,
      allowed: "1 to 40 of a-z, 0-9, - and _",
      next: "shorten the key",
    }));

function checkHead(
  path: string,
  { uid, title, description, refresh, panels }: Dashboard,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (!UID.test(uid)) {
    problems.push({
      path,
      message: "the uid is not valid",
      got: `${String(uid.length)} characters`,
      allowed: "1 to 40 of a-z, 0-9, - and _",
      next: "correct it; the title may have any characters",
    });
  }
  for (const [field, text] of Object.entries({ title, description })) {
    if (text.trim() === "") {
      problems.push({
        path,
        message: `${field} must not be empty`,
        next: "say what the page shows",
      });
    }
  }
  if (
    refresh.seconds < SHORTEST_REFRESH ||
    !Number.isInteger(refresh.seconds)
  ) {
    problems.push({
      path,
      message: "refresh out of range",
      got: refresh.toString(),
      allowed: `whole seconds, ${String(SHORTEST_REFRESH)}s or more`,
      next: "raise it; faster than the scrape interval shows nothing newer",
    });
  }
  if (panels.length === 0) {
    problems.push({
      path,
      message: "the dashboard has no panel",
      next: "add one, or drop the dashboard",
    });
  }
  return problems;
}

function checkSize(
  path: string,
  dashboard: Dashboard,
  service: Service,
  environments: readonly EnvironmentConfig[],
): readonly Problem[] {
  if (sizeAtMost(dashboard) <= LARGEST_BYTES) return [];
  // Environments differ by a few digits, and rendering takes longer than all other checks together.
  const [environment] = environments;
  if (environment === undefined) return [];
  const bytes = Buffer.byteLength(
    dashboardJson(dashboard, service, environment),
  );
  return bytes <= LARGEST_BYTES
    ? []
    : [
        {
          path,
          message: "the dashboard is too large",
          got: `${String(bytes)} bytes`,
          allowed: `${String(LARGEST_BYTES)} bytes or less`,
          next: "split it: nobody reads so many panels",
        },
      ];
}

/** Bytes of a rendered panel besides its declared text, rounded up. */
const BYTES_PER_PANEL = 20 * 1024;
/**
 * How often a declared text appears in the rendered dashboard, rounded up, times its growth by
 * escaping.
 */
const COPIES = 12;

/** Upper bound of the dashboard's size, without rendering it. */
const sizeAtMost = (dashboard: Dashboard): number =>
  Buffer.byteLength(JSON.stringify(dashboard)) * COPIES +
  (dashboard.panels.length + 1) * BYTES_PER_PANEL;
