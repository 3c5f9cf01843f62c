import type { Priority } from "../../model/alert";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { addresses } from "../alertmanager/addresses";
import type { Provocation } from "./checks/provoked-fault";
import { deployedExporters } from "../../helm/deployed-exporters";
import { confirmable } from "./gate";
import { grafanaAccess } from "./grafana-access";
import { Server } from "./server";
import type { Verification } from "./verify";

/** What a person typed. */
export interface Options {
  readonly environment?: string;
  readonly system?: string;
  readonly prometheus: string;
  readonly alertmanager: readonly string[] | string;
  readonly grafana: string;
  readonly loki: string;
  readonly testAlert?: readonly Priority[];
  readonly provoke?: string;
  readonly onCall?: readonly string[];
  readonly confirm?: readonly string[];
  readonly rightlyEmpty?: readonly string[];
  readonly operator?: string;
  readonly report?: string;
  readonly format: "markdown" | "json";
  /** Seconds. */
  readonly patience: number;
}

/** What is known besides the options. */
export interface Surroundings {
  readonly environments: readonly EnvironmentConfig[];
  readonly services: readonly Service[];
  /** For Grafana: `user:password`, or the token of a service account. */
  readonly credentials: string | undefined;
}

/** What to verify, or why that is impossible. */
export type Chosen =
  | {
      readonly kind: "chosen";
      readonly facts: Pick<
        Verification,
        "running" | "gate" | "onCall" | "confirmed" | "rightlyEmpty"
      >;
      readonly priorities: readonly Priority[];
      readonly provocation?: Pick<
        Provocation,
        "service" | "fault" | "application" | "grace"
      >;
    }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** How long each step of a provoked fault may take beside what is declared, in milliseconds. */
const GRACE = 90_000;

/** Finds what was asked for among what is declared; all that is wrong at once. */
export function chosen(
  options: Options,
  { environments, services, credentials }: Surroundings,
): Chosen {
  const environment = environments.find(
    ({ name }) => name === options.environment,
  );
  const service = services.find(({ key }) => key === options.system);
  const watched = environments.find(
    ({ name }) => name === environment?.watches?.environment,
  );
  const urls = Object.entries({
    "--prometheus": [options.prometheus],
    "--alertmanager": [options.alertmanager]
      .flat()
      .flatMap((text) => text.split(/[\s,]+/)),
    "--grafana": [options.grafana],
    "--loki": [options.loki],
    ...(options.provoke === undefined
      ? {}
      : { "--provoke": [options.provoke] }),
  }).map(([option, given]) => ({ option, ...addresses(given) }));
  const reasons = [
    ...(environment === undefined
      ? [
          refusal(
            "--environment",
            options.environment,
            environments.map(({ name }) => name),
          ),
        ]
      : []),
    ...(options.system !== undefined && service === undefined
      ? [
          refusal(
            "--system",
            options.system,
            services.map(({ key }) => key),
          ),
        ]
      : []),
    ...urls.flatMap((one) =>
      one.kind === "refused" ? one.reason.replace("--url", one.option) : [],
    ),
    ...wrongWords(options, service),
    ...wrongProvocation(options, environment, service),
    ...(credentials === undefined || credentials === ""
      ? [
          "GRAFANA_AUTH is missing; allowed: user:password, or the token of a service account with the role Admin",
        ]
      : []),
  ];
  if (
    reasons.length > 0 ||
    environment === undefined ||
    credentials === undefined
  ) {
    return { kind: "refused", reasons };
  }
  const urlsOf = (option: string): readonly string[] =>
    urls.flatMap((one) =>
      one.option === option && one.kind === "read" ? [...one.urls] : [],
    );
  const server = (option: string, name: string, forward: string): Server =>
    new Server({
      name,
      url: urlsOf(option)[0] ?? "",
      access: forwarding(environment, forward),
      ...(name === "Grafana" ? grafanaAccess(credentials) : {}),
    });
  const gate = service?.releaseGate;
  const fault = gate?.provokedFault;
  const [application] = urlsOf("--provoke");
  return {
    kind: "chosen",
    facts: {
      running: {
        environment,
        ...(watched === undefined ? {} : { watched }),
        services,
        chosen: service === undefined ? services : [service],
        charts: deployedExporters(services),
        rendered: alertmanagerConfig(environment, services),
        prometheus: server(
          "--prometheus",
          "Prometheus",
          "svc/kps-prometheus 9090",
        ),
        loki: server("--loki", "Loki", "svc/loki-gateway 3100:80"),
        grafana: server("--grafana", "Grafana", "svc/grafana 3000:80"),
        alertmanagers: urlsOf("--alertmanager").map(
          (url) =>
            new Server({
              name: "Alertmanager",
              url,
              access: forwarding(environment, "svc/kps-alertmanager 9093"),
            }),
        ),
      },
      ...(gate === undefined ? {} : { gate }),
      onCall: options.onCall ?? [],
      confirmed: new Set(options.confirm),
      rightlyEmpty: new Set(options.rightlyEmpty),
    },
    priorities: options.testAlert ?? [],
    ...(application === undefined ||
    fault === undefined ||
    service === undefined
      ? {}
      : {
          provocation: {
            service,
            fault,
            application: new Server({
              name: service.displayName,
              url: application,
              access: `open a way to ${service.displayName}: kubectl -n ${service.namespace} port-forward`,
            }),
            grace: GRACE,
          },
        }),
  };
}

const forwarding = ({ namespace }: EnvironmentConfig, what: string): string =>
  `kubectl -n ${namespace} port-forward ${what}`;

/** A confirmation that no item asks for is an error. */
function wrongWords(
  { confirm = [] }: Options,
  service: Service | undefined,
): readonly string[] {
  const gate = service?.releaseGate;
  const allowed = gate === undefined ? [] : confirmable(gate);
  return confirm
    .filter((word) => !allowed.includes(word))
    .map((word) => refusal("--confirm", word, allowed));
}

function wrongProvocation(
  { provoke }: Options,
  environment: EnvironmentConfig | undefined,
  service: Service | undefined,
): readonly string[] {
  if (provoke === undefined) return [];
  return [
    ...(environment?.kind === "production"
      ? [
          `--provoke cannot be used in ${environment.name}, which is production: nobody may provoke faults there; use --test-alert, which sends an alert and harms nothing`,
        ]
      : []),
    ...(service?.releaseGate?.provokedFault === undefined
      ? [
          "--provoke needs --system with a system whose release gate names a fault that its application makes to order",
        ]
      : []),
  ];
}

const refusal = (
  option: string,
  given: string | undefined,
  allowed: readonly string[],
): string =>
  `${option} ${given === undefined ? "is missing" : `cannot be "${given}"`}; allowed: ${allowed.join(", ") || "none, leave it out"}`;
