import {
  missingLines,
  missingRunbooks,
} from "../../../cli/generate/missing-runbooks";
import { goodAlert, goodService } from "../../support/services";

const shop = {
  ...goodService,
  slos: [],
  alerts: [
    goodAlert,
    { ...goodAlert, name: "ShopSlow", runbook: "shop/slow#shopslow" },
  ],
};

it("names each page once, with its alerts and the remedy, in the folder that is given", () => {
  expect(
    missingLines(missingRunbooks([shop], new Set(["shop/slow"])), "pages"),
  ).toEqual([
    `pages/${goodAlert.runbook}.md: missing for services/shop ShopErrors; npm run generate -- --scaffold writes it, then fill in its text`,
    "pages/shop/slow.md: missing for services/shop ShopSlow (#shopslow); npm run generate -- --scaffold writes it, then fill in its text",
  ]);
});

it("misses nothing where every page has its headings", () => {
  expect(
    missingRunbooks([shop], new Set([goodAlert.runbook, "shop/slow#shopslow"])),
  ).toEqual([]);
});
