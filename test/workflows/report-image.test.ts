import { trialCheckout } from "./trial-checkout";
import type { TrialCheckout } from "./trial-checkout";

const IMAGE = "ghcr.io/example/monitoring-stack-report";

let checkout: TrialCheckout;
beforeEach(() => {
  checkout = trialCheckout();
});
afterEach(() => {
  checkout.remove();
});

/** A Docker that records its arguments, with given answers of the registry. */
const docker = (registry: string, more = ""): void => {
  checkout.stub(
    "docker",
    `echo "$*" >>"$ROOT/calls"
if [[ "$1" == manifest ]]; then ${registry}; fi
${more}`,
  );
};
const ABSENT = "echo 'manifest unknown' >&2; exit 1";

const run = (...args: readonly string[]) =>
  checkout.run("report-image.sh", args);

it("builds, tries as the cluster runs it, and publishes", async () => {
  docker(ABSENT);
  expect(await run(IMAGE, "0.2.0")).toMatchObject({
    code: 0,
    stdout: `published ${IMAGE}:0.2.0; name it in reports.image of the environment\n`,
  });
  expect(checkout.read("calls").split("\n")).toEqual([
    `manifest inspect ${IMAGE}:0.2.0`,
    `build --file cli/report/Dockerfile --tag ${IMAGE}:0.2.0 .`,
    `run --rm --read-only --cap-drop ALL --user 1000:1000 ${IMAGE}:0.2.0 --help`,
    `push ${IMAGE}:0.2.0`,
    "",
  ]);
});

it.each([
  ["is published already", "exit 0", "is published already; raise the version"],
  [
    "cannot be asked for",
    "echo 'denied' >&2; exit 1",
    `cannot ask the registry for ${IMAGE}:0.2.0: denied`,
  ],
])("replaces nothing where the version %s", async (_, registry, message) => {
  docker(registry);
  const { code, stderr } = await run(IMAGE, "0.2.0");
  expect(code).toBe(1);
  expect(stderr).toContain(message);
  expect(checkout.read("calls")).not.toMatch(/build|push/);
});

it("publishes nothing that does not run", async () => {
  docker(ABSENT, '[[ "$1" != run ]]');
  expect(await run(IMAGE, "0.2.0")).toMatchObject({ code: 1 });
  expect(checkout.read("calls")).not.toContain("push");
});

it.each([
  [[IMAGE]],
  [[IMAGE, "latest"]],
  [[IMAGE, "1.0"]],
  [["Example/Report", "1.0.0"]],
  [[IMAGE, "1.0.0; true"]],
])("asks for an image and a version: %j", async (args) => {
  docker(ABSENT);
  const { code, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stderr).toContain("usage: scripts/report-image.sh <image> <version>");
  expect(checkout.exists("calls")).toBe(false);
});
