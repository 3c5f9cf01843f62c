import { rmSync } from "node:fs";
import { join } from "node:path";
import { listRunbooks } from "../../checks/list-runbooks";
import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import type { IdentifierList } from "../../inventory/identifiers/identifier-lists";
import { newRunbook, withSections } from "../runbooks/scaffold";
import { refusalOf } from "./accepted";
import type { Folders } from "./folders";
import { generatedDocuments } from "./generated-documents";
import type { DocumentSources, Repository } from "./generated-documents";
import { readGivenUp, textOfGivenUp, withGone } from "./given-up";
import { agreedLists, staleLists } from "./identifier-files";
import { fileOf, goneOf, textOfList } from "./identifier-names";
import { missingLines, missingRunbooks } from "./missing-runbooks";

/** What is generated from, and where it goes. */
export interface Place {
  readonly sources: DocumentSources;
  readonly folders: Folders;
  readonly repository: Repository;
  /** Names read back from the synthesised output. */
  readonly identifiers: () => readonly IdentifierList[];
}

/**
 * Output and exit code of the command: 1 where something is stale or refused, 2 for wrong
 * arguments.
 */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/** Name of the file with the names that were given up, beside the lists. */
const GIVEN_UP = "given-up.json";

/** Names what is stale, and writes nothing. @throws Error with the problems of the declarations */
export function check({
  sources,
  folders,
  repository,
  identifiers,
}: Place): Outcome {
  const missing = missingLines(missingIn(sources, folders), folders.runbooks);
  const lines = [
    ...missing,
    ...staleDocuments({ sources, folders, repository }),
    // Synthesis needs the runbook pages.
    ...(missing.length > 0
      ? []
      : staleLists(agreedLists(folders.identifiers), identifiers()).map(
          (file) => stale(join(folders.identifiers, file)),
        )),
  ];
  return lines.length === 0
    ? { exitCode: 0, lines: ["everything generated is up to date"] }
    : { exitCode: 1, lines };
}

/** One line for each document that is not as the declarations make it. */
export const staleDocuments = ({
  sources,
  folders,
  repository,
}: Omit<Place, "identifiers">): readonly string[] =>
  [...generatedDocuments(sources, folders, repository)]
    .filter(([path, text]) => repository.read(path) !== text)
    .map(([path]) => stale(path));

/** What a test says of a file, too. */
export const stale = (path: string): string =>
  `${path} is stale: npm run generate writes it`;

/**
 * Writes everything. New names are added to the lists; where a missing name was not accepted, no
 * list is written.
 * @throws Error with the problems of the declarations
 */
export function generate(
  place: Place,
  options: { readonly scaffold: boolean; readonly accept: readonly string[] },
): Outcome {
  const { sources, folders, repository } = place;
  const missing = missingIn(sources, folders);
  if (missing.length > 0 && !options.scaffold) {
    return { exitCode: 1, lines: missingLines(missing, folders.runbooks) };
  }
  const written = [
    ...writeAll(scaffolds(place), repository),
    ...writeAll(generatedDocuments(sources, folders, repository), repository),
  ];
  const lists = writeLists(place, options.accept);
  const lines = [
    ...[...new Set(written)].map((path) => `${path} written`),
    ...lists.lines,
  ];
  return {
    exitCode: lists.exitCode,
    lines: lines.length === 0 ? ["everything was up to date"] : lines,
  };
}

const missingIn = (
  { services }: DocumentSources,
  { runbooks }: Folders,
): ReturnType<typeof missingRunbooks> =>
  missingRunbooks(services, listRunbooks(runbooks));

/** Pages for alerts that have none, and pages with the headings that they lacked. */
function scaffolds({
  sources,
  folders,
  repository,
}: Place): ReadonlyMap<string, string> {
  const dashboards = new Map(
    sources.services
      .flatMap((service) => withGeneratedDashboards(service).dashboards)
      .map(({ uid, title }) => [uid, title]),
  );
  return new Map(
    missingIn(sources, folders).map(({ page, alerts }) => {
      const path = `${folders.runbooks}/${page}.md`;
      const text = repository.read(path);
      const named = [
        ...new Map(alerts.map(({ alert }) => [alert.name, alert])).values(),
      ];
      return [
        path,
        text === undefined
          ? newRunbook(named, dashboards)
          : withSections(text, named),
      ];
    }),
  );
}

/** Writes the files that differ, and says which. */
const writeAll = (
  files: ReadonlyMap<string, string>,
  { read, write }: Repository,
): readonly string[] =>
  [...files].flatMap(([path, text]) => {
    if (read(path) === text) return [];
    write(path, text);
    return path;
  });

function writeLists(
  { folders, repository, identifiers: synthesisedNames }: Place,
  accept: readonly string[],
): Outcome {
  const { identifiers } = folders;
  const agreed = agreedLists(identifiers);
  const now = synthesisedNames();
  const gone = goneOf(agreed, now);
  const refusal = refusalOf(gone, accept);
  if (refusal !== undefined) {
    return {
      exitCode: refusal.kind === "not-gone" ? 2 : 1,
      lines: [refusal.message],
    };
  }
  const givenUp = `${identifiers}/${GIVEN_UP}`;
  const kept = new Set(now.map(fileOf));
  const left = agreed.map(fileOf).filter((file) => !kept.has(file));
  for (const file of left) rmSync(join(identifiers, file));
  const files = new Map([
    ...now.map(
      (list) => [`${identifiers}/${fileOf(list)}`, textOfList(list)] as const,
    ),
    [
      givenUp,
      textOfGivenUp(withGone(readGivenUp(repository.read(givenUp)), gone)),
    ] as const,
  ]);
  return {
    exitCode: 0,
    lines: [
      ...writeAll(files, repository).map((path) => `${path} written`),
      ...left.map((file) => `${identifiers}/${file} removed`),
    ],
  };
}
