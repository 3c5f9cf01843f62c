import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { environments } from "../../config/environments";
import { services } from "../services";
import { incidentPolicy } from "../../config/policy/incident-policy";
import { documentedEnvironment } from "../../model/documented-environment";
import { readCoverage } from "../coverage/read-coverage";
import { lastChangeIn } from "../service-pages/last-change";
import type { Folders } from "./folders";
import type { DocumentSources, Repository } from "./generated-documents";

/** Where this organisation keeps what is generated. */
export const FOLDERS: Folders = {
  runbooks: "docs/runbooks",
  services: "docs/services",
  operations: "docs/operations",
  network: "docs/network.md",
  requirements: "docs/requirements.md",
  identifiers: "test/golden/identifiers",
};

/** What this organisation declares. */
export const SOURCES: DocumentSources = {
  services,
  environments,
  reliedUpon: documentedEnvironment(environments),
  incidentPolicy,
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
