import { pageReaders, ruleReaders } from "../../../checks/series-readers";
import { environments } from "../../../config/environments";
import { allChartMetrics } from "../../../helm/all-chart-metrics";
import {
  typicalPlatform,
  typicalWorld,
} from "../../../proof/typical/typical-world";
import { services } from "../support/declared";

const stretch = { minutes: 0, traffic: 1 };

it.each(environments.map((environment) => [environment.name, environment]))(
  "%s has in its healthy world every metric of a chart that a rule or a page reads",
  (_, environment) => {
    const systems = new Set(services.map(({ key }) => key));
    const read = new Set(
      services
        .flatMap((service) => [
          ...ruleReaders(service, environment),
          ...pageReaders(service, systems),
        ])
        .flatMap(({ reads }) => reads),
    );
    const ofCharts = new Set(
      allChartMetrics.flatMap(({ metrics }) =>
        metrics.flatMap(({ name }) => [
          name,
          `${name}_bucket`,
          `${name}_count`,
          `${name}_sum`,
        ]),
      ),
    );
    const there = new Set(
      [
        typicalPlatform(environment, stretch),
        ...services.map((service) => typicalWorld(service, stretch)),
      ]
        .flatMap((world) => Object.keys(world))
        .map((series) => series.replace(/\{.*$/, "")),
    );
    expect(
      [...read].filter((name) => ofCharts.has(name)).length,
    ).toBeGreaterThan(15);
    expect(
      [...read].filter((name) => ofCharts.has(name) && !there.has(name)),
    ).toEqual([]);
  },
);
