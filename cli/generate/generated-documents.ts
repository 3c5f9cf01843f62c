import { posix } from "node:path";
import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import { networkPage } from "../../kubernetes/network/network-page";
import type { AddedPage } from "../../model/added-page";
import type { EnvironmentConfig } from "../../model/environment";
import type { IncidentException } from "../../model/incident-exception";
import type { IncidentPolicy } from "../../model/incident-policy";
import type { Service } from "../../model/service";
import { allLints } from "../../query/promql/lints/all-lints";
import { askedPage } from "../coverage/asked-page";
import type { AskedPageSources } from "../coverage/asked-page";
import { withRequirements } from "../coverage/requirements-page";
import type { PageSources } from "../coverage/requirements-page";
import { incidentsPage } from "../incident/incidents-page";
import { operationsFiles } from "../operations/operations-files";
import { queryChecksPage } from "../query-checks/query-checks-page";
import { alertsByPage } from "../runbooks/alerts-by-page";
import { factsTable } from "../runbooks/facts-table";
import { withRunbookIndex } from "../runbooks/runbook-index";
import { withFacts } from "../runbooks/with-facts";
import { declaredIn } from "../service-pages/declared-in";
import { withPageIndex } from "../service-pages/page-index";
import { servicePageFile } from "../service-pages/service-page-file";
import type { Folders } from "./folders";

/** What is declared, as far as a document says it. */
export interface DocumentSources {
  readonly services: readonly Service[];
  readonly environments: readonly EnvironmentConfig[];
  /** The environment that people rely on: pages say its addresses. */
  readonly reliedUpon: EnvironmentConfig;
  /** @default not stated */
  readonly incidentPolicy?: IncidentPolicy;
  /** @default none */
  readonly incidentExceptions?: readonly IncidentException[];
  /** @default none */
  readonly addedPages?: readonly AddedPage[];
  /**
   * What was asked for; `undefined` where nothing was by ID, and then there is no page about it.
   */
  readonly requirements:
    (PageSources & Omit<AskedPageSources, "links">) | undefined;
}

/** What is read from the repository. */
export interface Repository {
  /** Text of a file, if there is one: what people wrote in it stays. */
  readonly read: (path: string) => string | undefined;
  /** Writes a file, and the folders above it where there are none. */
  readonly write: (path: string, text: string) => void;
  /** Day of a folder's last change, if the history has it: `2026-11-21`. */
  readonly lastChange: (folder: string) => string | undefined;
}

/**
 * Every document that the declarations make, by its path. Pages of alerts that do not exist are
 * left out: a person writes them.
 * @throws Error when a page lacks the lines between which it is written
 */
export const generatedDocuments = (
  sources: DocumentSources,
  folders: Folders,
  repository: Repository,
): ReadonlyMap<string, string> =>
  new Map(
    [
      ...servicePages(sources, folders, repository),
      ...runbookPages(sources, folders, repository),
      ...operations(sources, folders, repository),
      ...singlePages(sources, folders, repository),
      ...askedPages(sources, folders, repository),
    ].map(({ path, text }) => [path, madeOf(path, text)]),
  );

interface Document {
  readonly path: string;
  readonly text: () => string;
}

type Part = (
  sources: DocumentSources,
  folders: Folders,
  repository: Repository,
) => readonly Document[];

function madeOf(path: string, text: () => string): string {
  try {
    return text();
  } catch (error) {
    throw new Error(
      `${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const servicePages: Part = (
  { services, reliedUpon },
  folders,
  { read, lastChange },
) =>
  services.map((service) => {
    const path = `${folders.services}/${service.key}.md`;
    return {
      path,
      text: () =>
        servicePageFile(
          read(path),
          {
            service,
            services,
            environment: reliedUpon,
            runbooks: posix.relative(folders.services, folders.runbooks),
          },
          () => lastChange(declaredIn(service.key)),
        ),
    };
  });

const runbookPages: Part = (
  { services, environments },
  { runbooks },
  { read },
) => {
  const dashboards = services.flatMap(
    (service) => withGeneratedDashboards(service).dashboards,
  );
  return [...alertsByPage(services)].flatMap(([page, alerts]) => {
    const path = `${runbooks}/${page}.md`;
    const text = read(path);
    return text === undefined
      ? []
      : [
          {
            path,
            text: () =>
              withFacts(text, factsTable(alerts, { environments, dashboards })),
          },
        ];
  });
};

const operations: Part = (
  { services, incidentPolicy, reliedUpon },
  folders,
  { read },
) =>
  operationsFiles(
    services,
    incidentPolicy,
    reliedUpon.urls.runbooks.replace(/runbooks\/?$/, "operations"),
  ).map(({ name, text }) => {
    const path = `${folders.operations}/${name}`;
    return { path, text: () => text(read(path)) };
  });

/** A page for each document in which something was asked. */
const askedPages: Part = ({ services, reliedUpon, requirements }, folders) => {
  const from = folders.requirements.replace(/\.md$/, "");
  if (requirements === undefined) return [];
  return requirements.asked.documents.map((document) => ({
    path: `${from}/${document.name}.md`,
    text: () =>
      askedPage(document, {
        ...requirements,
        links: {
          services,
          environment: reliedUpon,
          from,
          serviceFolder: folders.services,
          runbookFolder: folders.runbooks,
        },
      }),
  }));
};

const singlePages: Part = (
  {
    services,
    environments,
    requirements,
    incidentExceptions = [],
    addedPages = [],
  },
  folders,
  { read },
) => {
  const page = (path: string, text: (written: string) => string): Document => ({
    path,
    text: () => text(read(path) ?? ""),
  });
  return [
    page(`${folders.services}/README.md`, (index) =>
      withPageIndex(index, services),
    ),
    page(`${folders.runbooks}/README.md`, (index) =>
      withRunbookIndex(index, services),
    ),
    page(folders.queryChecks, () => queryChecksPage(allLints)),
    page(folders.incidents, () =>
      incidentsPage(incidentExceptions, addedPages, services),
    ),
    page(folders.network, () => networkPage(environments, services)),
    ...(requirements === undefined
      ? []
      : [
          page(folders.requirements, (written) =>
            withRequirements(written, requirements),
          ),
        ]),
  ];
};
