import { services } from "../support/declared";

it("says in the description of each alert more than in its summary", () => {
  const repeated = services.flatMap((service) =>
    [...service.alerts, ...(service.logAlerts ?? [])]
      .filter(
        ({ name, summary, description }) =>
          // Alerts about any SLO say in their summary what they know of it.
          !name.startsWith("SloErrorBudget") &&
          name !== "SloDataMissing" &&
          (description === undefined || description === summary),
      )
      .map(({ name }) => `${service.key} ${name}`),
  );
  expect(repeated).toEqual([]);
});
