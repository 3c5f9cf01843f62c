import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mayBeAbout } from "../../../cli/service-pages/alerts-section";
import {
  lastChangeOf,
  withoutLastChange,
} from "../../../cli/service-pages/last-change";
import { withPageIndex } from "../../../cli/service-pages/page-index";
import {
  newServicePage,
  withServicePage,
} from "../../../cli/service-pages/service-page";
import { NOT_YET_WRITTEN } from "../../../cli/written-part";
import { production } from "../../../config/environments/production";
import { everyAlert } from "../../../model/every-alert";
import type { Service } from "../../../model/service";
import { wholeService } from "../../../model/whole-service";
import { services } from "../../support/declared";
import { goodDocument, goodService, goodTeam } from "../../support/services";

const FOLDER = join(__dirname, "../../../docs/services");

const textOf = (name: string): string =>
  readFileSync(join(FOLDER, `${name}.md`), "utf8");

const written = (
  page: string,
  service: Service,
  lastChange = "2026-11-21",
): string =>
  withServicePage(page, {
    service,
    services,
    environment: production,
    runbooks: "../runbooks",
    lastChange,
  });

it("has a page for each system and a system for each page", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    ["README.md", ...services.map(({ key }) => `${key}.md`)].sort(),
  );
});

describe.each(services)("the page of $displayName", (service) => {
  const page = textOf(service.key);

  it("states the day of the last change of the declaration", () => {
    expect(lastChangeOf(page)).toMatch(/^2\d{3}-\d\d-\d\d$/);
  });

  it("leads to files that there are", () => {
    const missing = [...page.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !target.startsWith("https://"))
      .filter(
        (target) =>
          !existsSync(join(dirname(join(FOLDER, `${service.key}.md`)), target)),
      );
    expect(missing).toEqual([]);
  });

  it("has every alert in its table, with its priority and how long it waits", () => {
    const rows = [
      ...page.matchAll(/^\| (P\d) +\| `(\w+)`[^|]*\| (\S+) +\|/gm),
    ].map(([, priority = "", name = "", wait = ""]) =>
      [name, priority, wait].join(" "),
    );
    expect(rows).toEqual(
      expect.arrayContaining(
        everyAlert(service).map((alert) =>
          [alert.name, alert.priority, alert.for.toString()].join(" "),
        ),
      ),
    );
    expect(rows.map((row) => row.replace(/.* (P\d) .*/, "$1"))).toEqual(
      rows.map((row) => row.replace(/.* (P\d) .*/, "$1")).sort(),
    );
  });
});

it("keeps what people write before and after its part", () => {
  const page = `${newServicePage(goodService)}\n## History\n\nBuilt in spring.\n`;
  const once = written(page, goodService);
  expect(once.startsWith("# Shop\n\n")).toBe(true);
  expect(once.endsWith("\n## History\n\nBuilt in spring.\n")).toBe(true);
  expect(written(once, goodService)).toBe(once);
});

it("says what is particular about a system", () => {
  const page = written(newServicePage(goodService), {
    ...goodService,
    publicHealth: { kind: "none", reason: "it is a test" },
    document: {
      ...goodDocument,
      standing: {
        status: "waiting",
        authority: "the lead",
        nextPhase: "the launch",
      },
    },
    recurringTasks: [
      {
        cadence: "weekly",
        task: "Count the orders",
        how: "By hand.",
      },
    ],
  });
  for (const line of [
    "Takes orders.",
    "- **Status**: waiting",
    "- **Authority**: the lead",
    "- **Next phase**: the launch",
    "- **Document**: version 1.0.0 of 2026-11-21, next review on 2027-02-21 at the latest",
    "- **Health, seen from outside**: none; it is a test",
    "- **Owner**: Shop team (team `shop`), on call `shop-on-call`",
    "- **By pager**: pager shop",
    "- [weekly](../operations/weekly.md): Count the orders",
  ]) {
    expect(page).toContain(`${line}\n`);
  }
});

it("lists alerts about any system only for the systems that they can be about", () => {
  expect(mayBeAbout("up == 0", "cqvr")).toBe(true);
  expect(mayBeAbout('up{system=~"nebula|titan"} == 0', "cqvr")).toBe(false);
  expect(mayBeAbout('up{system=~"nebula|titan"} == 0', "titan")).toBe(true);
  expect(textOf("nebula")).toContain("`ErrorLogSpike` ([Meta-repositories]");
  expect(textOf("cqvr")).not.toContain("ErrorLogSpike");
});

it("compares pages without the day of the last change, and with everything else", () => {
  const empty = newServicePage(goodService);
  const [one, other] = [
    written(empty, goodService, "2026-01-01"),
    written(empty, goodService, "2026-02-02"),
  ];
  expect(one).not.toBe(other);
  expect(withoutLastChange(one)).toBe(withoutLastChange(other));
  expect(lastChangeOf(one)).toBe("2026-01-01");
  expect(lastChangeOf(written(empty, goodService, "not known here"))).toBe(
    undefined,
  );
  expect(
    withoutLastChange(written(empty, { ...goodService, namespace: "market" })),
  ).not.toBe(withoutLastChange(one));
});

it("says nothing of a version and a review where none are declared", () => {
  const service = wholeService({
    key: "shop",
    about: "Takes orders.",
    team: goodTeam,
  });
  const page = written(newServicePage(service), service);
  expect(page).toContain("Takes orders.\n");
  expect(page).not.toContain("**Document**");
  const index = withPageIndex(NOT_YET_WRITTEN, [service]);
  expect(index).toMatch(/\| \[shop\]\(shop\.md\) \| Shop team \|\s+\|\s+\| 0 /);
});
