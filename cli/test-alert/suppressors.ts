import type { Alertmanager } from "../alertmanager/alertmanager";
import type { Outcome } from "./outcome";

/** Describes what suppresses an alert. */
export async function suppressors(
  { inhibitedBy, silencedBy, mutedBy }: Outcome & { kind: "suppressed" },
  alertmanager: Pick<Alertmanager, "alerts" | "silence">,
): Promise<readonly string[]> {
  const alerts = inhibitedBy.length === 0 ? [] : await alertmanager.alerts();
  return [
    ...inhibitedBy.map((fingerprint) => {
      const labels = alerts.find(
        (alert) => alert.fingerprint === fingerprint,
      )?.labels;
      return labels === undefined
        ? `inhibited by an alert that has ended since (${fingerprint})`
        : `inhibited by ${["alertname", "priority", "system"].flatMap((name) => labels[name] ?? []).join(" ")}`;
    }),
    ...(await Promise.all(
      silencedBy.map(async (id) => {
        const { createdBy, comment, endsAt } = await alertmanager.silence(id);
        return `silenced by ${createdBy} until ${endsAt}: ${comment} (${id})`;
      }),
    )),
    ...mutedBy.map((name) => `muted at this time by ${name}: try again later`),
  ];
}
