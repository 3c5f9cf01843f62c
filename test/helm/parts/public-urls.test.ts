import { production } from "../../../config/environments/production";
import { publicUrls } from "../../../helm/parts/public-urls";
import { goodService } from "../../support/services";

const replacing = {
  ...goodService,
  dashboards: goodService.dashboards.map((dashboard) => ({
    ...dashboard,
    replaces: "page",
  })),
};
const before = "https://shop.example.com/old.html";

it("lists redirects of pages that dashboards replace, where the environment had one", () => {
  const there = { ...production, systemUrls: { shop: { page: before } } };
  const page = "https://grafana.monitoring.example.com/d/shop";
  expect(publicUrls(there, [replacing])).toMatchObject({
    redirects: { [before]: page },
    dashboards: { shop: page },
  });
  expect(publicUrls(there, [goodService]).redirects).toEqual({});
  expect(
    publicUrls({ ...production, systemUrls: {} }, [replacing]).redirects,
  ).toEqual({});
});
