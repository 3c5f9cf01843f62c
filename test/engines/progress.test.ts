import { withProgress } from "../../engines/progress";
import { trialMachine } from "./trial-machine";
import type { TrialMachine } from "./trial-machine";

let trial: TrialMachine;
beforeEach(() => {
  trial = trialMachine();
});
afterEach(() => {
  trial.remove();
});

it("says each step at once, and now and then how long it has taken and how far it is", async () => {
  await withProgress(trial.with(), "promtool 3.15.0", (progress) => {
    progress.step("downloading");
    trial.clock.pass(14_999);
    progress.detail("1.5 MB");
    trial.clock.pass(1);
    progress.step("compiling");
    trial.clock.pass(60_000);
    return Promise.resolve();
  });
  expect(trial.said).toEqual([
    "promtool 3.15.0: downloading",
    "promtool 3.15.0: downloading, 1.5 MB, 15 s so far",
    "promtool 3.15.0: compiling",
    "promtool 3.15.0: compiling, 30 s so far",
    "promtool 3.15.0: compiling, 45 s so far",
    "promtool 3.15.0: compiling, 1 min 0 s so far",
    "promtool 3.15.0: compiling, 1 min 15 s so far",
  ]);
});

it("says nothing more when it is over, also when it failed", async () => {
  const failing = withProgress(trial.with(), "promtool 3.15.0", () =>
    Promise.reject(new Error("no Go")),
  );
  await expect(failing).rejects.toThrow("no Go");
  trial.clock.pass(60_000);
  expect(trial.said).toEqual([]);
});
