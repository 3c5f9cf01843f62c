import {
  UNFILLED,
  newRunbook,
  withSections,
} from "../../../cli/runbooks/scaffold";
import { withFacts } from "../../../cli/runbooks/with-facts";
import { goodAlert } from "../../support/services";

const slow = { ...goodAlert, name: "ShopSlow", runbook: "shop/slow#shopslow" };
const dashboards = new Map([[goodAlert.dashboard, "Shop"]]);

const headingsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^#+ .*$/gm)].map(([heading]) => heading);

it("has the six headings, a place for the facts, and a text to be written under each", () => {
  const page = newRunbook([goodAlert], dashboards);
  expect(headingsOf(page)).toEqual([
    "# ShopErrors",
    "## Meaning",
    "## Impact",
    "## Diagnosis",
    "## Mitigation",
    "## Escalation",
    "## Rollback",
  ]);
  expect(page.split(UNFILLED)).toHaveLength(7);
  expect(page).toContain("\n\nDashboard: _Shop_.\n\n");
  expect(withFacts(page, "| facts |")).toContain(
    "# ShopErrors\n\n<!-- Written by `npm run generate`. -->\n\n| facts |\n",
  );
});

it("has a heading for each alert that names one", () => {
  expect(headingsOf(newRunbook([slow], dashboards))).toContain("### ShopSlow");
});

it("adds an alert to a page that others have, and keeps what is written there", () => {
  const page = `# ShopErrors\n\n## Meaning\n\nIt fails.\n\n## Impact\n\nAll.\n`;
  expect(withSections(page, [slow])).toBe(
    `# ShopErrors, ShopSlow\n\n## Meaning\n\nIt fails.\n\n### ShopSlow\n\n${UNFILLED} what is wrong when ShopSlow fires.\n\n## Impact\n\nAll.\n`,
  );
});

it("puts the facts under the title of a page that has no place for them, and renews them where it has", () => {
  const once = withFacts("# ShopErrors\n\n## Meaning\n", "| 1 |");
  expect(once).toBe(
    "# ShopErrors\n\n<!-- Written by `npm run generate`. -->\n\n| 1 |\n\n<!-- End of what is written. -->\n\n## Meaning\n",
  );
  expect(withFacts(once, "| 2 |")).toBe(once.replace("1", "2"));
});
