import type { Service } from "../../model/service";
import { sendsTraces } from "../../model/service-traces";

/**
 * Text that stands in a message only where an alert is about something that can have traces.
 *
 * @param alert how a template names it: `$alert`, or nothing where the alert is the dot
 * @param otherwise text for the other alerts
 */
export type WhereTraced = (
  alert: string,
  text: string,
  otherwise?: string,
) => string;

/**
 * A system that sends no traces has none. A chart's alert names no system, so there the namespace
 * decides: one in which no system sends traces has none. Undeclared systems may have traces.
 */
export function whereTraced(services: readonly Service[]): WhereTraced {
  const traced = services.filter(sendsTraces);
  const untraced = services.filter((service) => !sendsTraces(service));
  const namespaces = new Set(traced.map(({ namespace }) => namespace));
  const without = {
    systems: untraced.map(({ key }) => key),
    namespaces: untraced
      .map(({ namespace }) => namespace)
      .filter((namespace) => !namespaces.has(namespace)),
  };
  return (alert, text, otherwise) => {
    const { system, namespace } = {
      system: `${alert}.Labels.system`,
      namespace: `${alert}.Labels.namespace`,
    };
    const conditions = [
      ...without.systems.map((key) => `(eq ${system} "${key}")`),
      ...without.namespaces.map(
        (name) => `(and (not ${system}) (eq ${namespace} "${name}"))`,
      ),
    ];
    if (conditions.length === 0) return text;
    const other = otherwise === undefined ? "" : `{{ else }}${otherwise}`;
    return `{{ if not (or ${conditions.join(" ")}) }}${text}${other}{{ end }}`;
  };
}
