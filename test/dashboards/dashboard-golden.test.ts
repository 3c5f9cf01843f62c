import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import { dashboardJson } from "../../dashboards/dashboard-json";
import { production } from "../support/environments/production";
import { goodService } from "../support/services";
import { everyVisualisation } from "./every-visualisation";

const GOLDEN = path.join(__dirname, "../golden/every-visualisation.json");

it("draws every visualisation as a person agreed to it", async () => {
  const json = dashboardJson(everyVisualisation, goodService, production);
  // A query on one line, so that a person can read the whole.
  const readable = await format(JSON.stringify(JSON.parse(json)), {
    parser: "json",
    plugins: [babel, estree],
    printWidth: 190,
  });
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(GOLDEN, readable);
  expect(readable).toBe(readFileSync(GOLDEN, "utf8"));
});
