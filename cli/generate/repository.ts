import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { AWAITED } from "../../config/requirements/awaited";
import catalogue from "../../config/requirements/catalogue.json";
import { coverageOf } from "../../config/requirements/coverage";
import { EXPECTED, TOGETHER } from "../../config/requirements/expected-counts";
import { MET_ELSEWHERE } from "../../config/requirements/met-elsewhere";
import { documentedEnvironment } from "../../model/documented-environment";
import { organisation } from "../organisation";
import { lastChangeIn } from "../service-pages/last-change";
import type { Folders } from "./folders";
import type { DocumentSources, Repository } from "./generated-documents";

const { environments, services, incidentPolicy, runbooksFolder } = organisation;

/** Where this organisation keeps what is generated. */
export const FOLDERS: Folders = {
  runbooks: runbooksFolder,
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
  ...(incidentPolicy === undefined ? {} : { incidentPolicy }),
  requirements: {
    catalogue,
    coverage: coverageOf(services, MET_ELSEWHERE),
    awaited: AWAITED,
    expected: EXPECTED,
    together: TOGETHER,
  },
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
