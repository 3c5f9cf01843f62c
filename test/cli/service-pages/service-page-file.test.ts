import { lastChangeOf } from "../../../cli/service-pages/last-change";
import { servicePageFile } from "../../../cli/service-pages/service-page-file";
import { production } from "../../../config/environments/production";
import { goodService } from "../../support/services";

const sources = {
  service: goodService,
  services: [goodService],
  environment: production,
  runbooks: "../../handbook/alerts",
};

const first = servicePageFile(undefined, sources, () => "2026-01-01");

it("says the day of the last change as the history has it", () => {
  expect(lastChangeOf(first)).toBe("2026-01-01");
  expect(first).toContain("](../../handbook/alerts/");
});

it("stays as it is while nothing but the day changes, so that a commit is not stale for its own date", () => {
  expect(servicePageFile(first, sources, () => "2026-02-02")).toBe(first);
});

it("renews the day with anything else", () => {
  const moved = {
    ...sources,
    service: { ...goodService, namespace: "market" },
  };
  expect(lastChangeOf(servicePageFile(first, moved, () => "2026-02-02"))).toBe(
    "2026-02-02",
  );
});

it("keeps the day that it knows where the history is not there", () => {
  const moved = {
    ...sources,
    service: { ...goodService, namespace: "market" },
  };
  expect(lastChangeOf(servicePageFile(first, moved, () => undefined))).toBe(
    "2026-01-01",
  );
});
