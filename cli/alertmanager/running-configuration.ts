import { parse } from "yaml";
import type {
  AlertmanagerConfig,
  RootRoute,
} from "../../alertmanager/alertmanager-form";

/** The part of a running configuration that is looked at. */
export type RunningConfiguration = Pick<
  AlertmanagerConfig,
  "receivers" | "route"
>;

/** The same as somebody else may have written it. */
interface Stated {
  readonly receivers?: RunningConfiguration["receivers"];
  readonly route?: Omit<RootRoute, "routes"> &
    Partial<Pick<RootRoute, "routes">>;
}

type Named = Readonly<Record<string, unknown>> & { readonly name: string };

/**
 * Reads what an Alertmanager says that it runs.
 * @throws Error where that has no routes or receivers
 */
export function readRunning(original: string): RunningConfiguration {
  const running = parse(original) as Stated | null;
  const { receivers, route } = running ?? {};
  if (receivers === undefined || route === undefined) {
    throw new Error("this Alertmanager says nothing of what it runs");
  }
  return { receivers, route: { ...route, routes: route.routes ?? [] } };
}

/**
 * Why a running configuration is not the rendered one, or undefined. Two environments have receivers of the same names, so what each
 * of them tells is compared as well: a trial for the one must never page the people of the other.
 */
export function whyForeign(
  running: RunningConfiguration,
  rendered: RunningConfiguration,
  environment: string,
): string | undefined {
  const told = new Map(
    running.receivers.map((receiver) => [receiver.name, tells(receiver)]),
  );
  const missing = rendered.receivers
    .map(({ name }) => name)
    .filter((name) => !told.has(name));
  const others = rendered.receivers.flatMap((receiver) => {
    const actual = told.get(receiver.name);
    const wanted = tells(receiver);
    return actual === undefined || actual === wanted
      ? []
      : [`its receiver ${receiver.name} tells ${actual}, not ${wanted}`];
  });
  const reasons = [
    ...(missing.length === 0
      ? []
      : [
          `it lacks receiver ${missing.slice(0, MOST).join(", ")}${more(missing)}`,
        ]),
    ...others.slice(0, MOST).map((other) => `${other}${more(others)}`),
  ];
  return reasons.length === 0
    ? undefined
    : `this Alertmanager does not run the configuration of ${environment}: ${reasons.join("; ")}`;
}

/** How many of several differences are written out: the first ones say enough. */
const MOST = 1;

const more = ({ length }: readonly unknown[]): string =>
  length > MOST ? ` and ${String(length - MOST)} more` : "";

/** What a receiver tells, in an order of its own: `pagerduty alertmanager-pagerduty/shop, slack #shop-alerts`. */
const tells = (receiver: object): string =>
  Object.entries(receiver as Named)
    .flatMap(([list, integrations]) =>
      list.endsWith("_configs")
        ? (integrations as readonly Named[]).map(
            (integration) =>
              `${integrationName(list)} ${addressee(integration)}`,
          )
        : [],
    )
    .sort()
    .join(", ") || "nobody";

/** The name by which Alertmanager counts what a list sends: `slack` for `slack_configs`. */
export const integrationName = (list: string): string =>
  list.replace(/_configs$/, "");

/** The channel or mailbox, or else the Secret and key that hold the address. */
function addressee(integration: Readonly<Record<string, unknown>>): string {
  const { channel, to } = integration;
  if (typeof channel === "string") return channel;
  if (typeof to === "string") return to;
  const [file] = ADDRESS_FILES.flatMap((key) => integration[key] ?? []);
  return typeof file === "string" ? file.split("/").slice(-2).join("/") : "?";
}

const ADDRESS_FILES = ["webhook_url_file", "routing_key_file", "url_file"];
