import { sendsTraces } from "../../model/service-traces";
import type { ServiceDeclaration } from "../../model/service";
import { declaredIn } from "./declared-in";
import { lastChangeLine } from "./last-change";
import type { ServicePageSources } from "./service-page";

/** What the system is, how old the page is, and where the system lives. */
export const aboutSection = ({
  service,
  lastChange,
}: ServicePageSources): readonly string[] => [
  service.document.about,
  [
    ...standing(service),
    `- **Document**: version ${service.document.version} of ${service.document.since}, next review on ${service.document.nextReview} at the latest`,
    lastChangeLine(service.key, lastChange),
    `- **Declared in** [${declaredIn(service.key)}](../../${declaredIn(service.key)}); its series have the label \`system="${service.key}"\``,
    `- **Runs in** the namespace \`${service.namespace}\``,
    service.publicHealth.kind === "url"
      ? `- **Health, seen from outside**: <${service.publicHealth.url}>`
      : `- **Health, seen from outside**: none; ${service.publicHealth.reason}`,
    `- **When it is silent**: ${whenSilent(service)}`,
    `- **Traces**: ${traces(service)}`,
  ].join("\n"),
];

const standing = ({
  document: { standing: found },
}: ServiceDeclaration): readonly string[] =>
  found === undefined
    ? []
    : [
        `- **Status**: ${found.status}`,
        `- **Authority**: ${found.authority}`,
        `- **Next phase**: ${found.nextPhase}`,
      ];

const whenSilent = ({ noData }: ServiceDeclaration): string =>
  noData.kind === "alert"
    ? `\`${noData.alert}\` speaks`
    : `no alert of its own; ${noData.reason}`;

const traces = (service: ServiceDeclaration): string =>
  sendsTraces(service)
    ? "taken, where its application [sends them](../sending-traces.md)"
    : `none; ${service.traces?.kind === "none" ? service.traces.reason : ""}`;
