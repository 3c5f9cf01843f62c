import type { Alert, AlertDeclaration, Priority, Severity } from "./alert";
import type {
  Dashboard,
  DashboardDeclaration,
  Panel,
  PanelDeclaration,
} from "./dashboard";
import { days, minutes, seconds } from "./duration";
import type { LogAlert, LogAlertDeclaration } from "./log-alert";
import type {
  RecordingGroup,
  RecordingGroupDeclaration,
} from "./recording-rule";
import { remembered } from "./remembered";
import type { NoData, Service, ServiceDeclaration } from "./service";
import type {
  BudgetedSlo,
  BudgetedSloDeclaration,
  Slo,
  SloDeclaration,
} from "./slo";
import type {
  HttpProbe,
  ProbeDeclaration,
  Target,
  TargetDeclaration,
} from "./target";

/**
 * Every declaration with its defaults. The same input gives the same list, so that results cached
 * by object are found again.
 */
export const wholeServices = remembered(
  (declared: readonly ServiceDeclaration[]): readonly Service[] =>
    declared.map(wholeService),
);

/** A declaration with every default filled in. */
export const wholeService = remembered(
  (declared: ServiceDeclaration): Service => {
    const { key, targets = [], logAlerts, provedOn, ...others } = declared;
    const dashboards = (declared.dashboards ?? []).map(wholeDashboard);
    const dashboard = dashboards[0]?.uid ?? key;
    return {
      displayName: key,
      namespace: key,
      metrics: {},
      publicHealth: { kind: "none", reason: "no address is declared" },
      exporters: [],
      alertInterval: minutes(1),
      noData: nothingSaid(targets),
      ...others,
      key,
      ...(provedOn === undefined ? {} : { provedOn: wholeServices(provedOn) }),
      targets: targets.map(wholeTarget),
      probes: (declared.probes ?? []).map((probe) => wholeProbe(key, probe)),
      recording: (declared.recording ?? []).map(wholeGroup),
      alerts: (declared.alerts ?? []).map((alert): Alert => ({
        ...alertDefaults(alert, dashboard),
        ...alert,
      })),
      ...(logAlerts === undefined
        ? {}
        : {
            logAlerts: logAlerts.map((alert): LogAlert => ({
              ...alertDefaults(alert, dashboard),
              ...alert,
            })),
          }),
      slos: (declared.slos ?? []).map(wholeSlo),
      dashboards,
    };
  },
);

/** A system that is not scraped has no metrics to lose; any other must name its alert. */
const nothingSaid = (targets: readonly unknown[]): NoData => ({
  kind: "none",
  reason: targets.length === 0 ? "nothing of it is scraped" : "",
});

const wholeTarget = (target: TargetDeclaration): Target => ({
  kind: "service-monitor",
  name: target.app,
  matchLabels: { app: target.app },
  interval: seconds(30),
  ...target,
});

const wholeProbe = (key: string, probe: ProbeDeclaration): HttpProbe => ({
  name: `${key}-${probe.probe ?? "health"}`,
  probe: "health",
  interval: seconds(30),
  ...probe,
});

const wholeGroup = (group: RecordingGroupDeclaration): RecordingGroup => ({
  interval: minutes(1),
  ...group,
});

const SEVERITY: Readonly<Record<Priority, Severity>> = {
  P0: "critical",
  P1: "critical",
  P2: "warning",
  P3: "info",
};

const alertDefaults = (
  { priority }: AlertDeclaration | LogAlertDeclaration,
  dashboard: string,
): Pick<Alert, "severity" | "dashboard"> => ({
  severity: SEVERITY[priority],
  dashboard,
});

/** An SLO with an error budget, with its defaults. */
export const wholeBudgetedSlo = (slo: BudgetedSloDeclaration): BudgetedSlo => ({
  period: days(30),
  volume: "normal",
  ...slo,
});

const wholeSlo = (slo: SloDeclaration): Slo =>
  slo.kind === "zero-tolerance"
    ? { period: days(30), ...slo }
    : wholeBudgetedSlo(slo);

const wholeDashboard = (dashboard: DashboardDeclaration): Dashboard => ({
  refresh: seconds(30),
  access: "engineering",
  ...dashboard,
  panels: dashboard.panels.map(wholePanel),
});

const wholePanel = (panel: PanelDeclaration): Panel => ({
  visualisation: { kind: "timeseries" },
  thresholds: { kind: "none" },
  ...panel,
});
