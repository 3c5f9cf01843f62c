import { ACCESS_CLASSES, folderOf, foldersOf } from "../../dashboards/folders";
import { folderReaders } from "../../dashboards/permissions";
import { GRAFANA_TEAMS } from "../../model/folder-teams";
import type { AccessClass } from "../../model/dashboard";
import { goodService } from "../support/services";
import { everyVisualisation } from "./every-visualisation";

it("gives a service one folder for each access class that its dashboards name", () => {
  const service = {
    ...goodService,
    dashboards: (["business", "engineering", "business"] as const).map(
      (access) => ({ ...everyVisualisation, access }),
    ),
  };
  expect(foldersOf(service)).toEqual([
    { uid: "shop-engineering", title: "Shop", access: "engineering" },
    { uid: "shop-business", title: "Shop (business)", access: "business" },
  ]);
});

it("puts a dashboard into a folder of the list", () => {
  expect(foldersOf(goodService)).toContainEqual(
    folderOf(goodService, "engineering"),
  );
});

it.each<[AccessClass, readonly string[]]>([
  ["public", ["role Viewer", "role Editor"]],
  ["engineering", ["team engineering", "role Editor"]],
  ["product", ["team product"]],
  ["business", ["team business", "team executives"]],
  ["product-business", ["team product", "team business", "team executives"]],
])("lets in to %s", (access, readers) => {
  expect(
    folderReaders(access).map((reader) =>
      reader.kind === "role" ? `role ${reader.role}` : `team ${reader.team}`,
    ),
  ).toEqual(readers);
});

it("names no team that is not created", () => {
  const named = ACCESS_CLASSES.flatMap(folderReaders).flatMap((reader) =>
    reader.kind === "team" ? [reader.team] : [],
  );
  expect(named.filter((team) => !GRAFANA_TEAMS.includes(team))).toEqual([]);
});
