import { environments } from "../../../config/environments";
import {
  forgottenSecrets,
  readSecrets,
} from "../../kubernetes/required-secrets-judgement";
import { services } from "../support/declared";

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)("every key that %s reads of a Secret is listed", (_, environment) => {
  const read = readSecrets(environment, services);
  expect(read.alertmanagerFiles.length).toBeGreaterThan(0);
  expect(read.grafanaVariables.length).toBeGreaterThan(2);
  expect(read.grafanaFiles).toHaveLength(3);
  expect(forgottenSecrets(environment, services)).toEqual([]);
});
