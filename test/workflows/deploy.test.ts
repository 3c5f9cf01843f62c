import { createServer } from "node:net";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../support/loopback";
import { FORWARD, trialCheckout } from "./trial-checkout";
import type { TrialCheckout } from "./trial-checkout";

let checkout: TrialCheckout;
beforeEach(() => {
  checkout = trialCheckout();
  checkout.stub("npm", `echo "npm $*" >> "$ROOT/calls"`);
});
afterEach(() => {
  checkout.remove();
});

/** A project that synthesises a backend of a kind, and a terraform whose plan ends with a code. */
function stubProject(backend: string, planCode: number): void {
  checkout.stub(
    "npx",
    `echo "npx $*" >> "$ROOT/calls"
     mkdir -p cdktf.out/stacks/production
     echo '{"terraform":{"backend":{"${backend}":{}}}}' > cdktf.out/stacks/production/cdk.tf.json`,
  );
  checkout.stub(
    "terraform",
    `echo "terraform $2 \${TF_VAR_grafana_url:-}" >> "$ROOT/calls"
     if [ "$2" = plan ]; then exit ${String(planCode)}; fi`,
  );
}

const calls = () =>
  checkout
    .read("calls")
    .trim()
    .split("\n")
    .map((line) => line.trim());

const BEFORE = [
  "npx cdktf synth",
  "npm run preflight -- production",
  "terraform init",
  "terraform plan",
];

describe("deploy.sh", () => {
  it("applies the plan it showed, after the preflight", async () => {
    stubProject("s3", 2);
    const { code } = await checkout.run("deploy.sh", ["production"]);
    expect(code).toBe(0);
    expect(calls()).toEqual([...BEFORE, "terraform apply"]);
    expect(readdirSync(join(checkout.root, "temporary"))).toEqual([]);
  });

  it("applies nothing when nothing changes", async () => {
    stubProject("s3", 0);
    const { code, stdout } = await checkout.run("deploy.sh", ["production"]);
    expect(code).toBe(0);
    expect(stdout).toContain("production is as declared; nothing to apply\n");
    expect(calls()).toEqual(BEFORE);
  });

  it("applies nothing when there is no plan", async () => {
    stubProject("s3", 1);
    const { code, stderr } = await checkout.run("deploy.sh", ["production"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "terraform plan ended with 1; nothing was applied\n",
    );
    expect(calls()).toEqual(BEFORE);
  });

  it("stops after synthesis with a local backend", async () => {
    stubProject("local", 2);
    const { code } = await checkout.run("deploy.sh", ["production"]);
    expect(code).toBe(1);
    expect(calls()).toEqual(["npx cdktf synth"]);
  });

  it("stops after a failed preflight", async () => {
    stubProject("s3", 2);
    checkout.stub("npm", `echo "npm $*" >> "$ROOT/calls"; exit 1`);
    const { code } = await checkout.run("deploy.sh", ["production"]);
    expect(code).toBe(1);
    expect(calls()).toEqual(BEFORE.slice(0, 2));
  });

  describe("with import blocks", () => {
    const FILE = "cdktf.out/production.recovery.tf.json";
    const BLOCKS = `{ "//": { "environment": "production" }, "import": [] }`;
    const IN_STACK = "cdktf.out/stacks/production/recovery.tf.json";
    /** What lay in the stack's folder when Terraform made its plan. */
    const planned = () => checkout.read("planned");

    beforeEach(() => {
      stubProject("s3", 2);
      checkout.stub(
        "terraform",
        `[ "$2" = plan ] || exit 0
         cp "$ROOT/${IN_STACK}" "$ROOT/planned"
         exit "$PLAN_CODE"`,
      );
    });

    it.each([
      ["an apply", "2", 0],
      ["a plan that failed", "1", 1],
    ])(
      "plans with them once, and removes them after %s",
      async (_, plan, end) => {
        checkout.write(FILE, BLOCKS);
        const { code } = await checkout.run(
          "deploy.sh",
          ["production", "--recovery", `${checkout.root}/${FILE}`],
          { PLAN_CODE: plan },
        );
        expect(planned()).toBe(BLOCKS);
        expect(checkout.exists(IN_STACK)).toBe(false);
        expect(readdirSync(join(checkout.root, "temporary"))).toEqual([]);
        expect(code).toBe(end);
      },
    );

    it("refuses those of another environment before anything else", async () => {
      checkout.write(FILE, `{ "//": { "environment": "staging" } }`);
      const { code, stderr } = await checkout.run("deploy.sh", [
        "production",
        "--recovery",
        `${checkout.root}/${FILE}`,
      ]);
      expect(stderr).toContain(
        "is not of production; write it with: npm run recover -- production\n",
      );
      expect(code).toBe(1);
      expect(checkout.exists("calls")).toBe(false);
    });

    it.each([
      [["production", "--recovery"], 2],
      [["production", "--other", "file"], 2],
      [["production", "--recovery", "/nowhere"], 1],
    ])("does nothing with %j", async (args, end) => {
      const { code } = await checkout.run("deploy.sh", args);
      expect(code).toBe(end);
      expect(checkout.exists("calls")).toBe(false);
    });
  });

  it("forwards a port to Grafana, retries while there is none, and ends the forward at exit", async () => {
    stubProject("s3", 2);
    checkout.stub(
      "kubectl",
      `echo "$*" >> "$ROOT/forwards"
       [ "$(wc -l < "$ROOT/forwards")" -gt 1 ] || exit 1
       echo $$ > "$ROOT/forward-pid"; exec sleep 60`,
    );
    // The deployment lasts until the second try.
    checkout.stub(
      "terraform",
      `if [ "$2" = plan ]; then exit 2; fi
       [ "$2" = apply ] || exit 0
       echo "$TF_VAR_grafana_url" > "$ROOT/url"
       until [ -s "$ROOT/forward-pid" ]; do sleep 0.1; done`,
    );
    const { code, stderr } = await checkout.run("deploy.sh", ["production"], {
      GRAFANA_PORT_FORWARD: "1",
      GRAFANA_LOCAL_PORT: "1",
      GRAFANA_PORT_FORWARD_TRIES: "1",
    });
    expect(code).toBe(0);
    expect(checkout.read("url")).toBe("http://127.0.0.1:1\n");
    expect(stderr).toContain(
      "no Grafana yet in monitoring of production; going on, as it may be created now\n",
    );
    const forward =
      "--context production --namespace monitoring port-forward service/grafana 1:80 --address 127.0.0.1\n";
    expect(checkout.read("forwards")).toBe(forward.repeat(2));
    const pid = Number(checkout.read("forward-pid"));
    expect(() => process.kill(pid, 0)).toThrow("kill ESRCH");
  });

  it("goes on at once when Grafana answers", async () => {
    stubProject("s3", 0);
    checkout.stub("kubectl", FORWARD);
    const port = await freePort();
    const { stderr } = await checkout.run("deploy.sh", ["production"], {
      GRAFANA_PORT_FORWARD: "1",
      GRAFANA_LOCAL_PORT: String(port),
    });
    expect(stderr).toContain(
      `Grafana is reached at http://127.0.0.1:${String(port)}\n`,
    );
    expect(calls()).toContain(
      `terraform plan http://127.0.0.1:${String(port)}`,
    );
  });

  it("never takes for Grafana what else listens on its port", async () => {
    stubProject("s3", 0);
    checkout.stub("kubectl", FORWARD);
    const other = createServer((socket) => socket.destroy());
    const port = await freePort();
    await new Promise<void>((resolve) => {
      other.listen(port, "127.0.0.1", resolve);
    });
    const { stderr } = await checkout.run("deploy.sh", ["production"], {
      GRAFANA_PORT_FORWARD: "1",
      GRAFANA_LOCAL_PORT: String(port),
    });
    await new Promise((resolve) => other.close(resolve));
    const [, taken] =
      /Grafana is reached at http:\/\/127\.0\.0\.1:(\d+)\n/.exec(stderr) ?? [];
    expect(Number(taken)).toBeGreaterThan(port);
  });
});
