import { environments } from "../../../config/environments";
import { releaseSizeFaults } from "../../checks/release-size-judgement";
import { services } from "../support/declared";

it("the bound of every system is above its size, and low enough to skip rendering", () => {
  expect(services.length).toBeGreaterThan(5);
  expect(releaseSizeFaults(services, environments)).toEqual([]);
});
