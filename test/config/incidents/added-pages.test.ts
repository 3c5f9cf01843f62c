import { addedPages } from "../../../config/added-pages";
import { everyAlert } from "../../../model/every-alert";
import { asked, idsAt } from "../requirements/asked";
import { services } from "../support/declared";

/** Requirements that are an owner's own words about an alert, on metrics or on logs. */
const owners = new Set(
  asked.catalogue
    .filter(({ id, origin }) => origin === "seed" && /-[AL]\d+$/.test(id))
    .map(({ id }) => id),
);

const askedFor = (system: string, alert: string): boolean =>
  ["alert", "log-alert"]
    .flatMap((kind) => idsAt(`${system} ${kind} ${alert}`))
    .some((id) => owners.has(id));

const named = ({ system, alert }: { system: string; alert: string }): string =>
  `${system} ${alert}`;

it("says why each alert of P0 pages that its owner did not ask for, and of no other", () => {
  const added = services.flatMap((service) =>
    everyAlert(service)
      .filter(
        ({ name, priority }) =>
          priority === "P0" && !askedFor(service.key, name),
      )
      .map(({ name }) => `${service.key} ${name}`),
  );
  expect(owners.size).toBeGreaterThan(20);
  expect(addedPages.map(named).sort()).toEqual([...new Set(added)].sort());
});

it("gives each a reason", () => {
  for (const { reason } of addedPages) expect(reason).toMatch(/\S.{20,}/u);
});
