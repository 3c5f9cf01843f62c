import * as v from "valibot";
import { parse } from "yaml";
import { INTEGRATIONS } from "../../alertmanager/alertmanager-form";
import type {
  AlertmanagerConfig,
  Route,
} from "../../alertmanager/alertmanager-form";
import { InputError, fitsIn } from "../../input/json";
import type { Schema } from "../../input/json";

/** The part of a running configuration that is looked at. */
export type RunningConfiguration = Pick<
  AlertmanagerConfig,
  "receivers" | "route"
>;

/** A route of a running configuration: fields left out are inherited from the parent route. */
interface StatedRoute extends Omit<Partial<Route>, "routes"> {
  readonly routes?: readonly StatedRoute[];
}

const ROUTE: Schema<StatedRoute> = v.object({
  receiver: v.exactOptional(v.string()),
  matchers: v.exactOptional(v.array(v.string())),
  group_by: v.exactOptional(v.array(v.string())),
  group_wait: v.exactOptional(v.string()),
  group_interval: v.exactOptional(v.string()),
  repeat_interval: v.exactOptional(v.string()),
  mute_time_intervals: v.exactOptional(v.array(v.string())),
  active_time_intervals: v.exactOptional(v.array(v.string())),
  routes: v.exactOptional(v.array(v.lazy(() => ROUTE))),
});

const INTEGRATION = v.record(v.string(), v.unknown());

const CONFIGURATION = v.object({
  receivers: v.array(
    // Integrations of kinds that this project does not write count too: they notify somebody.
    v.looseObject({
      name: v.string(),
      ...v.entriesFromList(INTEGRATIONS, v.exactOptional(v.array(INTEGRATION))),
    }),
  ),
  route: ROUTE,
});

/**
 * Parses the configuration that an Alertmanager reports.
 * @throws InputError where that has no routes or receivers
 */
export function readRunning(original: string): RunningConfiguration {
  const source = "the configuration that this Alertmanager runs";
  const { receivers, route } = fitsIn(CONFIGURATION, parse(original), source);
  const { receiver } = route;
  if (receiver === undefined) {
    throw new InputError(`${source}: route.receiver is missing`);
  }
  return { receivers, route: whole(route, receiver) };
}

/** A route with its inherited receiver. */
const whole = (
  route: StatedRoute,
  above: string,
): Route & { readonly routes: readonly Route[] } => {
  const receiver = route.receiver ?? above;
  return {
    ...route,
    receiver,
    matchers: route.matchers ?? [],
    routes: (route.routes ?? []).map((inner) => whole(inner, receiver)),
  };
};

/**
 * Why a running configuration is not the rendered one, or undefined. Two environments have
 * receivers of the same names, so their destinations are compared as well: a test alert for one
 * environment must never page the other's people.
 */
export function whyForeign(
  running: RunningConfiguration,
  rendered: RunningConfiguration,
  environment: string,
): string | undefined {
  const notified = new Map(
    running.receivers.map((receiver) => [receiver.name, notifies(receiver)]),
  );
  const missing = rendered.receivers
    .map(({ name }) => name)
    .filter((name) => !notified.has(name));
  const others = rendered.receivers.flatMap((receiver) => {
    const actual = notified.get(receiver.name);
    const wanted = notifies(receiver);
    return actual === undefined || actual === wanted
      ? []
      : [`its receiver ${receiver.name} notifies ${actual}, not ${wanted}`];
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

/** How many differences are written out. */
const MOST = 1;

const more = ({ length }: readonly unknown[]): string =>
  length > MOST ? ` and ${String(length - MOST)} more` : "";

/**
 * Destinations of a receiver, sorted: `pagerduty alertmanager-pagerduty/shop, slack #shop-alerts`.
 */
const notifies = (receiver: object): string =>
  Object.entries(receiver)
    .flatMap(([list, integrations]) =>
      list.endsWith("_configs")
        ? fitsIn(v.array(INTEGRATION), integrations, list).map(
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
