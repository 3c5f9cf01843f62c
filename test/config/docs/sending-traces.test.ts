import { readFileSync } from "node:fs";
import { join } from "node:path";
import { production } from "../../../config/environments/production";
import { tracingSettings } from "../../../kubernetes/tracing-settings";
import { codeverify } from "../support/declared";

it("are documented, every variable with its value", () => {
  const page = readFileSync(
    join(__dirname, "../../../docs/sending-traces.md"),
    "utf8",
  );
  const rows = [...page.matchAll(/^\| `(OTEL_\w+)` +\| `([^`]*)` /gm)].map(
    ([, name, value]) => [name, value],
  );
  expect(Object.fromEntries(rows)).toEqual(
    tracingSettings(codeverify, production)[0]?.configMap.data,
  );
});
