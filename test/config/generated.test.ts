import { listRunbooks } from "../../checks/list-runbooks";
import { staleDocuments } from "../../cli/generate/generate";
import {
  missingLines,
  missingRunbooks,
} from "../../cli/generate/missing-runbooks";
import { generatedDocuments } from "../../cli/generate/generated-documents";
import { FOLDERS, SOURCES, workingTree } from "../../cli/generate/repository";
import { UNFILLED } from "../../cli/runbooks/scaffold";
import { RUNBOOKS, everyRunbook, textOf } from "./support/runbook-pages";

const place = {
  sources: SOURCES,
  folders: FOLDERS,
  repository: workingTree(new Date()),
};

it("has a page for each alert; npm run generate -- --scaffold writes those that are missing", () => {
  expect(
    missingLines(
      missingRunbooks(SOURCES.services, listRunbooks(RUNBOOKS)),
      FOLDERS.runbooks,
    ),
  ).toEqual([]);
});

it("has pages whose every text was written", () => {
  expect(
    everyRunbook
      .filter((page) => textOf(page).includes(UNFILLED))
      .map(
        (page) =>
          `${FOLDERS.runbooks}/${page}.md still has text to be written: search for ${UNFILLED}`,
      ),
  ).toEqual([]);
});

it("has documents that are as npm run generate writes them", () => {
  expect(staleDocuments(place)).toEqual([]);
});

it("names the file that is stale, and what to do", () => {
  const { repository } = place;
  const [page = ""] = generatedDocuments(
    place.sources,
    place.folders,
    repository,
  ).keys();
  expect(
    staleDocuments({
      ...place,
      repository: {
        ...repository,
        read: (path) =>
          path === page
            ? repository.read(path)?.replace("## Alerts", "## Alarms")
            : repository.read(path),
      },
    }),
  ).toEqual([`${page} is stale: npm run generate writes it`]);
});
