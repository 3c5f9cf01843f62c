import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressLink } from "../../../cli/coverage/address-link";
import { askedPage } from "../../../cli/coverage/asked-page";
import { readAsked } from "../../../cli/coverage/read-asked";
import { production } from "../../support/environments/production";
import { goodService } from "../../support/services";

const links = {
  services: [goodService],
  environment: production,
  from: "docs/requirements",
  serviceFolder: "docs/services",
  runbookFolder: "handbook/alerts",
};

it.each([
  ["shop alert ShopErrors", "(../../handbook/alerts/shop/errors.md)"],
  ["shop panel shop/errors", `(https://grafana.${production.domain}/d/shop)`],
  ["shop dashboard shop", `(https://grafana.${production.domain}/d/shop)`],
  ["shop metric shop_requests_total", "(../services/shop.md#metrics)"],
  ["shop probe shop-health", "(../services/shop.md#targets)"],
  ["shop task Count the orders", "`Count the orders`"],
  ["file docs/shop.md: errors", "[docs/shop.md](../shop.md)"],
  ["text done by hand", "done by hand"],
])("links %s", (address, link) => {
  expect(addressLink(address, links)).toContain(link);
});

it("says what was asked, where it is, what it waits for and what was changed", () => {
  const page = askedPage(
    { name: "shop", title: "Shop", prefixes: ["S"] },
    {
      asked: {
        documents: [],
        decisions: [
          { id: "D-1", text: "a|b", documents: [], requirements: ["S-1"] },
          { id: "D-2", text: "other", documents: ["till"], requirements: [] },
        ],
        corrections: [
          {
            id: "E-1",
            document: "shop",
            asked: "x",
            because: "y",
            instead: "z",
          },
          {
            id: "E-2",
            document: "till",
            asked: "x",
            because: "y",
            instead: "z",
          },
        ],
        renamed: [
          { requirement: "S-1", was: "orders.count", is: "orders_total" },
          { requirement: "T-1", was: "other", is: "others" },
        ],
      },
      catalogue: [
        { id: "S-1", origin: "seed", text: "Orders" },
        { id: "S-2", origin: "derived", text: "Refunds" },
        { id: "T-1", origin: "seed", text: "Tills" },
      ],
      met: [{ id: "S-1", address: "text by hand" }],
      awaited: [{ ids: ["S-2"], waitsFor: "people" }],
      links,
    },
  );
  expect(page).toMatch(/\| S-1 +\| Orders +\| asked +\| by hand +\|/);
  expect(page).toMatch(
    /\| S-2 +\| Refunds +\| derived +\| waits for people +\|/,
  );
  expect(page).toMatch(/\| D-1 +\| a\\\|b +\| S-1 +\|/);
  expect(page).toMatch(/\| `orders\.count` +\| `orders_total` +\| S-1 +\|/);
  expect(page).toContain("E-1");
  expect(page).not.toMatch(/D-2|E-2|T-1/);
});

it("needs none of its files", () => {
  const root = mkdtempSync(join(tmpdir(), "asked-"));
  expect(readAsked(root)).toEqual({
    documents: [],
    decisions: [],
    corrections: [],
    renamed: [],
  });
  rmSync(root, { recursive: true });
});
