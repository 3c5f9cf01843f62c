import {
  chartComponents,
  components,
} from "../../../kubernetes/network/components";
import { ENVIRONMENTS } from "../../helm/chart-values";

it.each(ENVIRONMENTS.map((environment) => [environment.name, environment]))(
  "has a name for every component of the charts of %s",
  (_, environment) => {
    const { certificateSolver, ...named } = components(environment);
    expect(certificateSolver.metricsPorts).toEqual([]);
    const all = chartComponents(environment).map(({ name }) => name);
    expect(Object.values(named).map(({ name }) => name)).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  },
);
