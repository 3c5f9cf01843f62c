import { readdirSync } from "node:fs";
import { join } from "node:path";
import { trialCheckout } from "./trial-checkout";
import type { TrialCheckout } from "./trial-checkout";

let checkout: TrialCheckout;
beforeEach(() => {
  checkout = trialCheckout();
  checkout.stub(
    "npx",
    `echo "npx $*" >> "$ROOT/calls"
     mkdir -p cdktf.out/stacks/staging && echo '{}' > cdktf.out/stacks/staging/cdk.tf.json`,
  );
});
afterEach(() => {
  checkout.remove();
});

/** A terraform whose plan ends with a code. */
function stubTerraform(code: number): void {
  checkout.stub(
    "terraform",
    `echo "terraform $*" | sed "s#-out=.*#-out=<saved>#; s#$ROOT/temporary/.*#<saved>#" >> "$ROOT/calls"
     case "$2" in
       plan)
         [ -f "\${KUBE_CONFIG_PATH:-}" ] && cp "$KUBE_CONFIG_PATH" "$ROOT/kubeconfig-seen"
         echo "Refreshing state..."; echo "Error: no" >&2; exit ${String(code)} ;;
       show) echo "Plan: 1 to add, 0 to change, 0 to destroy." ;;
     esac`,
  );
}

describe("plan.sh", () => {
  it("synthesises, then plans without a lock and shows the saved plan", async () => {
    stubTerraform(2);
    await checkout.run("plan.sh", ["staging"]);
    expect(checkout.read("calls")).toBe(
      [
        "npx cdktf synth",
        "terraform -chdir=cdktf.out/stacks/staging init -input=false -no-color",
        "terraform -chdir=cdktf.out/stacks/staging plan -detailed-exitcode -no-color -lock=false -input=false -out=<saved>",
        "terraform -chdir=cdktf.out/stacks/staging show -no-color <saved>",
        "",
      ].join("\n"),
    );
  });

  it.each<readonly [string, number, number, string, string]>([
    [
      "succeeds when nothing changes",
      0,
      0,
      "no-changes\n",
      "Plan: 1 to add, 0 to change, 0 to destroy.\n",
    ],
    [
      "succeeds when something changes",
      2,
      0,
      "changes\n",
      "Plan: 1 to add, 0 to change, 0 to destroy.\n",
    ],
    [
      "fails when there is no plan, and keeps what terraform said",
      1,
      1,
      "failed\n",
      "Refreshing state...\nError: no\n",
    ],
  ])("%s", async (_, terraform, code, result, text) => {
    stubTerraform(terraform);
    const outcome = await checkout.run("plan.sh", ["staging"]);
    expect(outcome.code).toBe(code);
    expect(checkout.read("plans/staging.result")).toBe(result);
    expect(checkout.read("plans/staging.txt")).toBe(text);
  });

  it("uses the pipeline's kubeconfig, leaves no copy of it and never prints it", async () => {
    stubTerraform(1);
    const kubeconfig = "token: very-secret\n";
    const outcome = await checkout.run("plan.sh", ["staging"], {
      KUBECONFIG_B64: Buffer.from(kubeconfig).toString("base64"),
    });
    expect(checkout.read("kubeconfig-seen")).toBe(kubeconfig);
    expect(outcome.stdout + outcome.stderr).not.toContain("very-secret");
    expect(readdirSync(join(checkout.root, "temporary"))).toEqual([]);
  });

  it.each([
    ["one file, as it is", "/a", "/a is unreadable"],
    ["a list of files, merged into one", "/a:/b", "merged"],
  ])(
    "hands a person's own KUBECONFIG to Terraform: %s",
    async (_, value, expected) => {
      checkout.stub(
        "terraform",
        `if [ "$2" = plan ]; then cat "$TF_VAR_kubeconfig" > "$ROOT/seen" 2>/dev/null || echo "$TF_VAR_kubeconfig is unreadable" > "$ROOT/seen"; fi`,
      );
      checkout.stub("kubectl", "echo merged");
      await checkout.run("plan.sh", ["staging"], { KUBECONFIG: value });
      expect(checkout.read("seen")).toBe(`${expected}\n`);
    },
  );

  it("names an environment that does not exist", async () => {
    stubTerraform(0);
    expect(await checkout.run("plan.sh", ["nowhere"])).toMatchObject({
      code: 1,
      stderr:
        'there is no environment "nowhere": no cdktf.out/stacks/nowhere/cdk.tf.json after synthesis\n',
    });
    expect(checkout.read("plans/nowhere.result")).toBe("failed\n");
  });

  it("shows its usage for what is no name", async () => {
    const { code, stderr } = await checkout.run("plan.sh", ["a; id"]);
    expect(code).toBe(2);
    expect(stderr).toContain("usage: scripts/plan.sh <environment>");
    expect(checkout.exists("calls")).toBe(false);
  });
});
