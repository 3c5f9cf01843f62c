import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../../config/environments";
import { MIRRORED_SCORE } from "../../../config/services/cqvr/mirrored-score";
import { requiredSecrets } from "../../../kubernetes/required-secrets";
import { services } from "../support/declared";

const page = readFileSync(
  join(__dirname, "../../../docs/deployment.md"),
  "utf8",
);

it("writes the mirrored score as its owner is notified of it", () => {
  const { namespace, metric, unit, dimension } = MIRRORED_SCORE;
  expect(page).toContain(
    `aws cloudwatch put-metric-data --namespace ${namespace} --metric-name ${metric} --unit ${unit} \\\n  --dimensions ${dimension}=production `,
  );
});

it("lists every Secret that must exist before the first apply", () => {
  const rows = page
    .split("| Secret ", 2)[1]
    ?.split("\n\n", 1)[0]
    ?.split("\n")
    .map((row) => row.split("|")[1] ?? "");
  const listed = rows?.flatMap(
    (names) => names.match(/[a-z0-9-]+(?=`)/g) ?? [],
  );
  const needed = environments.flatMap((environment) =>
    requiredSecrets(environment, services).map(({ name }) => name),
  );
  expect(
    [...new Set(needed)].filter((name) => listed?.includes(name) !== true),
  ).toEqual([]);
});
