import { besideEachOther } from "../../../cli/check/beside";

/** A step that a test ends. */
function step(name: string, log: string[]) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    end: () => {
      end();
    },
    run: async () => {
      log.push(name);
      await ended;
      return name;
    },
  };
}

it("begins every lane at once, and each step after the one before it", async () => {
  const log: string[] = [];
  const [types, lint, delivery] = ["types", "lint", "delivery"].map((name) =>
    step(name, log),
  );
  if (!types || !lint || !delivery) throw new Error("unreachable");
  const all = besideEachOther([[types.run, lint.run], [delivery.run]]);
  expect(log).toEqual(["types", "delivery"]);
  types.end();
  await new Promise(setImmediate);
  expect(log).toEqual(["types", "delivery", "lint"]);
  lint.end();
  delivery.end();
  expect(await all).toEqual(["types", "lint", "delivery"]);
});
