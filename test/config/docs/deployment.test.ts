import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MIRRORED_SCORE } from "../../../config/services/cqvr/mirrored-score";

it("writes the mirrored score as its owner is notified of it", () => {
  const page = readFileSync(
    join(__dirname, "../../../docs/deployment.md"),
    "utf8",
  );
  const { namespace, metric, unit, dimension } = MIRRORED_SCORE;
  expect(page).toContain(
    `aws cloudwatch put-metric-data --namespace ${namespace} --metric-name ${metric} --unit ${unit} \\\n  --dimensions ${dimension}=production `,
  );
});
