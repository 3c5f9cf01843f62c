import { clusterAddress } from "../../model/cluster-address";
import { grafanaUrl } from "../../model/environment-urls";
import type { EnvironmentConfig, Reports } from "../../model/environment";
import { writtenReports } from "../../model/written-report";
import type { ReportQuery, SummaryName } from "../../model/report";
import type { Service } from "../../model/service";
import type { SecretKey } from "../../model/target";
import { FORMAT } from "../../reports/definitions";
import type {
  ReportDefinition,
  ReportDefinitions,
  SectionDefinition,
} from "../../reports/definitions";
import { SMTP_PORT } from "../../helm/parts/smtp-port";
import { serviceUrls } from "../../helm/parts/service-urls";

/** Path of a written report in the pod that sends it. */
export const ARTIFACTS = "/artifacts";

/** Folder of a Secret in the pods of reports; each of its keys is a file. */
export const secretFolder = (secret: string): string =>
  `/etc/secrets/${secret}`;

const secretFile = ({ secret, key }: SecretKey): string =>
  `${secretFolder(secret)}/${key}`;

/**
 * The configuration that is mounted into the report program; `undefined` where no reports are sent.
 */
export function reportDefinitions(
  environment: EnvironmentConfig,
  services: readonly Service[],
): ReportDefinitions | undefined {
  const { reports, smtp } = environment;
  if (reports.kind === "off") return undefined;
  const { chat } = reports;
  const [host = ""] = smtp.host.split(":");
  return {
    format: FORMAT,
    environment: environment.name,
    timeZone: reports.timeZone,
    prometheusUrl: serviceUrls(environment).prometheus,
    grafanaUrl: grafanaUrl(environment),
    mail: {
      host,
      port: clusterAddress(smtp.host, environment.namespace, SMTP_PORT).port,
      tls: "required",
      from: smtp.from,
      user: smtp.user,
      passwordFile: secretFile(smtp.password),
    },
    ...(chat.kind === "off"
      ? {}
      : {
          slack: {
            channel: chat.channel.channel,
            webhookFile: secretFile(chat.channel.webhook),
          },
        }),
    reports: definitionsOf(reports, services),
  };
}

function definitionsOf(
  reports: Reports,
  services: readonly Service[],
): Readonly<Record<string, ReportDefinition>> {
  const { recipients } = reports;
  return {
    weekly: {
      kind: "summary",
      title: "Weekly summary",
      days: 7,
      onFirstWorkingDay: false,
      recipients,
      sections: sectionsOf("weekly", services),
    },
    monthly: {
      kind: "summary",
      title: "Monthly executive summary",
      days: 30,
      onFirstWorkingDay: true,
      recipients,
      sections: sectionsOf("monthly", services),
    },
    ...Object.fromEntries(
      writtenReports(reports).map(([name, written]) => [
        name,
        {
          kind: "file",
          title: written.title,
          file: `${ARTIFACTS}/${written.file}`,
          recipients: written.recipients,
        } satisfies ReportDefinition,
      ]),
    ),
  };
}

/** Sections of a report in the order of their declarations, of systems that are declared. */
const sectionsOf = (
  report: SummaryName,
  services: readonly Service[],
): readonly SectionDefinition[] =>
  services
    .flatMap(({ reports = [] }) => reports)
    .filter(
      ({ reports, system }) =>
        reports.includes(report) && services.some(({ key }) => key === system),
    )
    .map(({ title, queries, notes = [] }) => ({
      title,
      queries: queries.map(asked),
      notes,
    }));

const asked = ({
  title,
  expr,
  unit,
  decimals,
  signed,
  by,
  first,
}: ReportQuery): SectionDefinition["queries"][number] => ({
  title,
  expr,
  unit,
  ...(decimals === undefined ? {} : { decimals }),
  ...(signed === undefined ? {} : { signed }),
  ...(by === undefined ? {} : { by }),
  ...(first === undefined ? {} : { first }),
});
