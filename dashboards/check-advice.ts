import type { Panel } from "../model/dashboard";
import { everyAlert } from "../model/every-alert";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";

/**
 * Problems of an advice panel: it has no text, or names an alert that its service does not have.
 */
export function checkAdvice(
  path: string,
  { visualisation }: Panel,
  service: Service,
): readonly Problem[] {
  if (visualisation.kind !== "text") return [];
  const { advice } = visualisation;
  if (advice.length === 0 || advice.some(({ text }) => text.trim() === "")) {
    return [
      {
        path,
        message: "the panel has no text, or an empty one",
        next: "say what to do, or drop the panel",
      },
    ];
  }
  const names = everyAlert(service).map(({ name }) => name);
  return advice
    .flatMap(({ alert }) => alert ?? [])
    .filter((alert) => !names.includes(alert))
    .map((alert) => ({
      path,
      message: "a text names an alert that the service does not have",
      got: alert,
      allowed: names.join(", ") || "none",
      next: "correct the name, or leave it out",
    }));
}
