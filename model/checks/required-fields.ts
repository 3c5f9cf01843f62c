import type { AlertDeclaration } from "../alert";
import type { AlertProof } from "../alert-proof";
import type { DashboardDeclaration, PanelDeclaration } from "../dashboard";
import type { LogAlertDeclaration } from "../log-alert";
import type {
  RecordingGroupDeclaration,
  RecordingRule,
} from "../recording-rule";
import type { ServiceDeclaration } from "../service";
import type { RequestSloDeclaration, ZeroToleranceSlo } from "../slo";
import type { Exporter, ProbeDeclaration, TargetDeclaration } from "../target";

/** The type of a required field. */
export type FieldKind = "text" | "number" | "list" | "object" | "duration";

/** The type of each required field, and what to do if it is missing. */
export type RequiredFields = Readonly<
  Record<string, readonly [kind: FieldKind, next: string]>
>;

/** The compiler requires every required field of a type here, and no other. */
type RequiredOf<Declared> = Readonly<
  Record<RequiredKey<Declared>, readonly [kind: FieldKind, next: string]>
>;
type RequiredKey<Declared> = {
  [Key in keyof Declared]-?: object extends Pick<Declared, Key> ? never : Key;
}[keyof Declared];

export const SERVICE: RequiredOf<ServiceDeclaration> = {
  key: ["text", "name the system in kebab case: it becomes the label system"],
  about: ["text", "write in a sentence what the system does"],
  team: ["object", "import the team of config/teams/ that answers for it"],
};

const CONDITION = {
  name: ["text", "name it in UpperCamelCase"],
  expr: ["text", "write the query that returns a sample while it holds"],
  for: ["duration", "state how long the condition must hold: minutes(5)"],
  priority: ["text", "choose P0, P1, P2 or P3"],
  summary: ["text", "write in one line what is wrong"],
  runbook: ["text", "name its page in the folder of runbooks, without .md"],
} as const;

export const ALERT: RequiredOf<AlertDeclaration> = {
  ...CONDITION,
  proof: [
    "object",
    "add { fires, quiet } with series that make it fire and a near miss, or use a pattern of patterns/alerts/, which includes its proof",
  ],
};

export const LOG_ALERT: RequiredOf<LogAlertDeclaration> = {
  ...CONDITION,
  proof: [
    "object",
    "add { fires, quiet } with lines that make it fire and a near miss",
  ],
};

export const PROOF: RequiredOf<AlertProof> = {
  fires: ["list", "add a case that fires: { series, at }"],
  quiet: ["list", "add a near miss: { series, at }"],
};

export const TARGET: RequiredOf<TargetDeclaration> = {
  app: ["text", "name the app: its samples carry the name as the label app"],
  port: ["text", "name the port of the Service that shows metrics"],
  containerPort: ["number", "state the number of that port in the pod"],
  expectedTargets: ["number", "state the maximum number of pods"],
  authentication: [
    "object",
    'say { kind: "bearer", credentials } or { kind: "none", reason }',
  ],
};

/** A fixed address, or the name of one of the environment's. */
export const probeFields = (url: unknown): RequiredOf<ProbeDeclaration> => ({
  url: [
    typeof url === "object" ? "object" : "text",
    "state the address that answers 2xx while it serves",
  ],
});

export const EXPORTER: RequiredOf<Pick<Exporter, "kind" | "name">> = {
  kind: ["text", 'choose "redis" or "postgres"'],
  name: ["text", "name the release"],
};

export const RECORDING_GROUP: RequiredOf<RecordingGroupDeclaration> = {
  name: ["text", "name the group in kebab case"],
  rules: ["list", "add its rules: { record, expr }"],
};

export const RECORDING_RULE: RequiredOf<RecordingRule> = {
  record: ["text", "name it as level:metric:operation"],
  expr: ["text", "write the query whose result is recorded"],
};

export const ZERO_TOLERANCE_SLO: RequiredOf<Omit<ZeroToleranceSlo, "period">> =
  {
    kind: ["text", 'choose "request", "value" or "zero-tolerance"'],
    name: ["text", "name it in kebab case: it becomes the label slo"],
    description: ["text", "write the objective in a sentence"],
    bad: ["text", "write the query of what goes wrong"],
    page: ["text", "choose the priority of its alerts: P0 to P3"],
    examples: [
      "object",
      "add { good, bad }: the series of a good and of a bad event",
    ],
  };

export const BUDGETED_SLO: RequiredOf<RequestSloDeclaration> = {
  ...ZERO_TOLERANCE_SLO,
  objective: ["object", "state the share that must be good: percent(99.9)"],
  total: ["text", "write the query of everything that happens"],
};

export const DASHBOARD: RequiredOf<DashboardDeclaration> = {
  uid: ["text", "choose its uid: 1 to 40 of a-z 0-9 - _"],
  title: ["text", "give it a title"],
  description: ["text", "write in a sentence what it shows"],
  panels: ["list", "add its panels"],
};

export const PANEL: RequiredOf<PanelDeclaration> = {
  id: ["text", "name it in kebab case"],
  title: ["text", "give it a title"],
  unit: ["text", "choose one of UNITS of model/dashboard.ts"],
  queries: ["list", "add what it shows: { expr }"],
  description: ["text", "write in a sentence what it shows"],
};
