import { nothingNamed } from "../../../cli/proof/nothing-named";
import { services } from "../../support/organisation/services";

const environments = [{ name: "staging" }, { name: "production" }];

it("says that nothing has the name", () => {
  expect(nothingNamed(environments, services, "Nobody")).toBe(
    'staging and production: no alert or recorded series has "Nobody" in its name',
  );
});

it("says who proves an alert on logs", () => {
  const [alert] = services.flatMap(({ logAlerts = [] }) => logAlerts);
  expect(nothingNamed(environments, services, alert?.name ?? "")).toContain(
    "an alert on logs is proved by Loki: npx jest test/config/proof/log-alerts",
  );
});
