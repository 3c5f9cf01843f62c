import { chosen, signalsLink } from "../../model/links/signals-link";
import { filledLater } from "../../model/links/filled-later";
import type { TimeRange } from "../../model/links/dashboard-link";
import type { EnvironmentConfig } from "../../model/environment";
import { grafanaUrl } from "../../model/environment-urls";
import type { Service } from "../../model/service";
import { hasSignalsPage, showsEverySystem } from "../../model/signals-page";

/** What a template knows where it writes such a link. */
interface Place {
  readonly range: TimeRange;
  /** The pod that the message is about, as a template names it; empty where there are several. */
  readonly pod: string;
  /** What stands there if no system of the organisation shows every system. */
  readonly otherwise: string;
}

/**
 * Writes a link to the logs and traces of what an alert is about, which is the dot of its place: to
 * the page of its system, else to that of every system with the narrowest label that the alert has
 * filled in. A chart's alert has no system, and a node's alert no namespace.
 */
export function linkToSignals(
  environment: EnvironmentConfig,
  services: readonly Service[],
): (place: Place) => string {
  const grafana = grafanaUrl(environment);
  const every = services.find(showsEverySystem);
  const own = services
    .filter((service) => hasSignalsPage(service) && !showsEverySystem(service))
    .map(({ key }) => key);
  return ({ range, pod, otherwise }) => {
    const ofPod = `{{ with ${pod} }}${chosen({ pod: ENCODED })}{{ end }}`;
    // Exporters have a pod of the platform, whose lines are not on the page of the system.
    const ofOwnPod = `{{ if ne .Labels.namespace "${environment.namespace}" }}${ofPod}{{ end }}`;
    const narrowed =
      every === undefined
        ? otherwise
        : `${signalsLink(grafana, every.key, range)}{{ if .Labels.system }}${given("system")}{{ else if .Labels.namespace }}${given("namespace")}{{ end }}${ofPod}`;
    return own.length === 0
      ? narrowed
      : `{{ if match "^(${own.join("|")})$" .Labels.system }}${signalsLink(grafana, "{{ .Labels.system }}", range)}${ofOwnPod}{{ else }}${narrowed}{{ end }}`;
  };
}

const ENCODED = filledLater("{{ . | urlquery }}");

/** A label of the alert, as a choice of the page. */
const given = (label: "system" | "namespace"): string =>
  chosen({ [label]: filledLater(`{{ .Labels.${label} | urlquery }}`) });
