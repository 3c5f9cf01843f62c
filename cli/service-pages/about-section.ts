import type { Service } from "../../model/service";
import { sendsTraces } from "../../model/service-traces";
import { declaredIn } from "./declared-in";
import { lastChangeLine } from "./last-change";
import type { ServicePageSources } from "./service-page";

/** What the system is, the version of the page, and where the system runs. */
export const aboutSection = ({
  service,
  lastChange,
}: ServicePageSources): readonly string[] => [
  service.about,
  [
    ...standing(service),
    ...version(service),
    lastChangeLine(service.key, lastChange),
    `- **Declared in** [${declaredIn(service.key)}](../../${declaredIn(service.key)}); its series have the label \`system="${service.key}"\``,
    `- **Runs in** the namespace \`${service.namespace}\``,
    service.publicHealth.kind === "url"
      ? `- **Health, seen from outside**: <${service.publicHealth.url}>`
      : `- **Health, seen from outside**: none; ${service.publicHealth.reason}`,
    `- **When its metrics are absent**: ${whenSilent(service)}`,
    `- **Traces**: ${traces(service)}`,
  ].join("\n"),
];

const version = ({ document }: Service): readonly string[] =>
  document === undefined
    ? []
    : [
        `- **Document**: version ${document.version} of ${document.since}, next review on ${document.nextReview} at the latest`,
      ];

const standing = ({ document }: Service): readonly string[] => {
  const found = document?.standing;
  return found === undefined
    ? []
    : [
        `- **Status**: ${found.status}`,
        `- **Authority**: ${found.authority}`,
        `- **Next phase**: ${found.nextPhase}`,
      ];
};

const whenSilent = ({ noData }: Service): string =>
  noData.kind === "alert"
    ? `\`${noData.alert}\` fires`
    : `no alert of its own; ${noData.reason}`;

const traces = (service: Service): string =>
  sendsTraces(service)
    ? "taken, where its application [sends them](../sending-traces.md)"
    : `none; ${service.traces?.kind === "none" ? service.traces.reason : ""}`;
