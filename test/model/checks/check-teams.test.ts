import { checkServices } from "../../../model/checks/check-services";
import { formatProblem } from "../../../model/problem";
import { depot, kiosk } from "../../support/organisation/services";

it("refuses two teams of one key", () => {
  const others = { ...kiosk, team: { ...kiosk.team, key: depot.team.key } };
  expect(checkServices([depot, others]).map(formatProblem)).toEqual([
    'services/depot and services/kiosk team "depot": two teams have this key; give one of them another key, or declare the team once',
  ]);
});

it("takes several systems of one team", () => {
  const same = { ...kiosk, team: { ...depot.team } };
  expect(checkServices([depot, same]).map(formatProblem)).toEqual([]);
});
