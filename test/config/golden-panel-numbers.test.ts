import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { numbered } from "../../dashboards/panel-ids";
import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import { services } from "../support/declared";

const GOLDEN = join(__dirname, "../golden/panel-numbers.txt");

/** A number stands in links that people share, so one that changes leads them to another panel. */
it("gives each panel the number that was agreed to; npm run golden writes them anew", () => {
  const text = services
    .map(withGeneratedDashboards)
    .flatMap(({ dashboards }) =>
      dashboards.flatMap(({ uid, panels }) =>
        numbered(panels).map(
          ({ panel, number }) => `${uid} ${String(number)} ${panel.id}\n`,
        ),
      ),
    )
    .join("");
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(GOLDEN, text);
  expect(existsSync(GOLDEN) ? readFileSync(GOLDEN, "utf8") : "").toBe(text);
});
