import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { documentedEnvironment } from "../../model/documented-environment";
import { readCoverage } from "../coverage/read-coverage";
import { organisation } from "../organisation";
import { lastChangeIn } from "../service-pages/last-change";
import type { Folders } from "./folders";
import type { DocumentSources, Repository } from "./generated-documents";

const {
  environments,
  services,
  incidentPolicy,
  incidentExceptions = [],
  addedPages = [],
  runbooksFolder,
} = organisation;

/** Where this organisation keeps what is generated. */
export const FOLDERS: Folders = {
  runbooks: runbooksFolder,
  services: "docs/services",
  operations: "docs/operations",
  network: "docs/network.md",
  queryChecks: "docs/query-checks.md",
  incidents: "docs/incidents.md",
  requirements: "docs/requirements.md",
  identifiers: "test/golden/identifiers",
};

/** What this organisation declares. */
export const SOURCES: DocumentSources = {
  services,
  environments,
  reliedUpon: documentedEnvironment(environments),
  ...(incidentPolicy === undefined ? {} : { incidentPolicy }),
  incidentExceptions,
  addedPages,
  requirements: readCoverage(".", services),
};

/** The working tree in which the command was called. @param now the day of what is not committed */
export const workingTree = (now: Date): Repository => ({
  read: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
  write: (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  },
  lastChange: (folder) => lastChangeIn(folder, now),
});
