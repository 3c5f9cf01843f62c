import { counter } from "../../../model/metric";
import { instancesOf, podsOf } from "../../../prometheus/typical/instances";
import { market } from "../../support/organisation/services";

it("gives what a later target exposes the address that its pods have", () => {
  const [, worker] = market.targets;
  const exposedBy = [worker?.app ?? ""];
  const places = instancesOf(
    market,
    "parcels_total",
    counter({ help: "Parcels", exposedBy }),
  );
  expect(places).not.toEqual([]);
  expect(places).toEqual(
    podsOf(market).filter(({ app = "" }) => exposedBy.includes(app)),
  );
});
