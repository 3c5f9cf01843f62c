import { PRIORITIES, matrixOf } from "../../model/notification-path";
import type { Service } from "../../model/service";

/**
 * Text that says within which time people act, where that is known.
 *
 * @param alert how a template names it: `$alert`
 * @param around what stands around the time, which is given to it
 */
export type ResponseTime = (
  alert: string,
  around: (time: string) => string,
) => string;

/**
 * An alert about any system has no response time itself: the system in its labels sets it by
 * priority.
 */
export function responseTime(services: readonly Service[]): ResponseTime {
  const concerned = new Map<string, string[]>();
  for (const service of services) {
    for (const priority of PRIORITIES) {
      const time = matrixOf(service)[priority].response.toString();
      concerned.set(time, [
        ...(concerned.get(time) ?? []),
        `"${service.key} ${priority}"`,
      ]);
    }
  }
  return (alert, around) => {
    const key = `(printf "%s %s" ${alert}.Labels.system ${alert}.Labels.priority)`;
    const [first, ...others] = [...concerned].map(
      ([time, whose]) => `if eq ${key} ${whose.join(" ")} }}${around(time)}`,
    );
    const looked =
      first === undefined
        ? ""
        : `{{ else }}{{ ${[first, ...others.map((other) => `{{ else ${other}`)].join("")}{{ end }}`;
    return `{{ with ${alert}.Annotations.response_time }}${around("{{ . }}")}${looked}{{ end }}`;
  };
}
