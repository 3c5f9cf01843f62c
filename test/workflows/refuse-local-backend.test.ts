import { trialCheckout } from "./trial-checkout";
import type { TrialCheckout } from "./trial-checkout";

let checkout: TrialCheckout;
beforeEach(() => {
  checkout = trialCheckout();
});
afterEach(() => {
  checkout.remove();
});

const LOCAL =
  "environments/production backend: must not be local where a pipeline deploys, got local; allowed: s3, gcs, azurerm, kubernetes\n";

describe("refuse-local-backend.sh", () => {
  it.each<readonly [string, unknown, number, string]>([
    [
      "accepts a bucket",
      { terraform: { backend: { s3: { bucket: "state" } } } },
      0,
      "production keeps its state in s3\n",
    ],
    [
      "accepts HCP Terraform",
      { terraform: { cloud: { organization: "example" } } },
      0,
      "production keeps its state in cloud\n",
    ],
    [
      "refuses a local file",
      { terraform: { backend: { local: { path: "a.tfstate" } } } },
      1,
      LOCAL,
    ],
    [
      "refuses a stack without a backend, which means a local file",
      { terraform: { required_providers: {} } },
      1,
      LOCAL,
    ],
  ])("%s", async (_, stack, code, stderr) => {
    checkout.write(
      "cdktf.out/stacks/production/cdk.tf.json",
      JSON.stringify(stack),
    );
    expect(
      await checkout.run("refuse-local-backend.sh", ["production"]),
    ).toEqual({ code, stdout: "", stderr });
  });

  it("says what to run when nothing is synthesised", async () => {
    expect(
      await checkout.run("refuse-local-backend.sh", ["production"]),
    ).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "no cdktf.out/stacks/production/cdk.tf.json; run: npx cdktf synth\n",
    });
  });

  it.each([[[]], [["../production"]], [["production", "staging"]]])(
    "shows its usage for %j",
    async (args) => {
      const { code, stderr } = await checkout.run(
        "refuse-local-backend.sh",
        args,
      );
      expect(code).toBe(2);
      expect(stderr).toContain(
        "usage: scripts/refuse-local-backend.sh <environment>",
      );
    },
  );
});
