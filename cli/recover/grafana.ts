import * as v from "valibot";
import { fits, listOrNone } from "../../input/json";
import type { Schema } from "../../input/json";
import type { Server } from "../verify/server";
import type { DeclaredContent } from "./declared";
import type { Existing } from "./existing";

const FOLDERS = listOrNone(v.object({ uid: v.string(), title: v.string() }));
const TEAMS = v.object({
  teams: listOrNone(v.object({ id: v.number(), name: v.string() })),
});
const DATA_SOURCES = listOrNone(
  v.object({
    uid: v.string(),
    type: v.string(),
    url: v.optional(v.string(), ""),
  }),
);
const RULES = listOrNone(
  v.object({ folderUID: v.string(), ruleGroup: v.string() }),
);

/**
 * Declared content that Grafana holds; Grafana is only read.
 *
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/
 * @throws NoAnswer
 */
export async function contentOf(
  grafana: Server,
  declared: readonly DeclaredContent[],
): Promise<readonly Existing[]> {
  const read = <T>(path: string, schema: Schema<T>): Promise<T> =>
    grafana.read(path, (body) => fits(schema, body));
  const folders = await read(
    "/api/search?type=dash-folder&limit=5000",
    FOLDERS,
  );
  const { teams } = await read("/api/teams/search?perpage=1000", TEAMS);
  const sources = await read("/api/datasources", DATA_SOURCES);
  const rules = await read("/api/v1/provisioning/alert-rules", RULES);
  return declared.flatMap((one): readonly Existing[] => {
    const { address, kind } = one;
    switch (one.kind) {
      case "folder":
        return folders
          .filter(({ uid }) => uid === one.uid)
          .map(({ title }) => ({
            address,
            kind,
            id: one.uid,
            differences: difference("title", title, one.title),
          }));
      case "team":
        return teams
          .filter(({ name }) => name === one.name)
          .map(({ id }) => ({
            address,
            kind,
            id: String(id),
            differences: [],
          }));
      case "data source":
        return sources
          .filter(({ uid }) => uid === one.uid)
          .map(({ type, url }) => ({
            address,
            kind,
            id: one.uid,
            differences: [
              ...difference("type", type, one.type),
              ...difference("address", url, one.url),
            ],
          }));
      case "rule group":
        return rules.some(
          ({ folderUID, ruleGroup }) =>
            folderUID === one.folderUid && ruleGroup === one.name,
        )
          ? [
              {
                address,
                kind,
                id: `${one.folderUid}:${one.name}`,
                differences: [],
              },
            ]
          : [];
    }
  });
}

const difference = (
  what: string,
  found: string,
  declared: string,
): readonly string[] =>
  found === declared
    ? []
    : [`its ${what} is ${found}, declared is ${declared}`];
