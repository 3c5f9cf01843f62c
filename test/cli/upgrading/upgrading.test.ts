import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSilences } from "../../../cli/upgrading/silence-report";
import { upgradingPage } from "../../../cli/upgrading/upgrading-page";
import { upgradingReports } from "../../../cli/upgrading/upgrading";
import { plain } from "../../stacks/output";
import { production } from "../../support/organisation/environments";
import { goodAlert, goodPlatform, goodService } from "../../support/services";
import { synthesised } from "../../support/synthesise";

const environments = [plain(production)];

const folder = mkdtempSync(join(tmpdir(), "silences-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("compares two outputs: what was re-prioritised, silences and links", () => {
  const path = join(folder, "silences.json");
  writeFileSync(
    path,
    JSON.stringify([
      {
        id: "7",
        comment: "repair",
        matchers: [
          { name: "priority", value: "P0|P1", isRegex: true, isEqual: true },
          { name: "alertname", value: "ShopErrors", isRegex: false },
        ],
      },
    ]),
  );
  const raised = {
    ...goodService,
    alerts: [{ ...goodAlert, priority: "P2", severity: "warning" } as const],
  };
  const [report] = synthesised(
    { environments, services: [goodService, goodPlatform] },
    (before) =>
      synthesised({ environments, services: [raised, goodPlatform] }, (after) =>
        upgradingReports(before, after, readSilences(path)),
      ),
  );
  if (report === undefined) throw new Error("nothing was compared");
  expect(
    report.alerts.map(({ name, kind, changes }) => [
      name,
      kind,
      changes.map(({ label, before, after }) => [label, before, after].join()),
    ]),
  ).toEqual([
    [
      "ShopErrors",
      "re-prioritised",
      ["priority,P1,P2", "severity,critical,warning"],
    ],
  ]);
  const page = upgradingPage(report);
  expect(page).toContain(
    '- `7` (repair; `priority=~"P0|P1"`, `alertname="ShopErrors"`) does not match `ShopErrors` any more',
  );
});

it("finds nothing between an output and itself", () => {
  const [page] = synthesised(
    { environments, services: [goodService, goodPlatform] },
    (outdir) => upgradingReports(outdir, outdir, undefined).map(upgradingPage),
  );
  expect(page).toBe(
    "# production: what this version changes\n\nNothing for alerts, incidents of the pager, silences and links.",
  );
});
