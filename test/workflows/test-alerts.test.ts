import { createServer } from "node:net";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../support/loopback";
import { FORWARD, trialCheckout } from "./trial-checkout";
import type { Outcome } from "../support/run-script";
import type { TrialCheckout } from "./trial-checkout";

const SET = "statefulset/alertmanager-kps-alertmanager";
const IN_STAGING = "--context staging --namespace monitoring";

let checkout: TrialCheckout;
let port: number;
beforeEach(async () => {
  checkout = trialCheckout();
  port = await freePort();
  stubTrial(0);
});
afterEach(() => {
  checkout.remove();
});

/** A cluster with that many members of Alertmanager; a forward to one is a server on its port. */
function stubCluster(members: string, forward = FORWARD): void {
  checkout.stub(
    "kubectl",
    `echo "$*" >> "$ROOT/kubectl"
     case "$5" in
       rollout) echo "rolled out" ;;
       get) echo -n "${members}" ;;
       port-forward) ${forward} ;;
     esac`,
  );
}

/** A test-alert command that exits with a code; it fails unless each forward is open. */
function stubTrial(code: number): void {
  checkout.stub(
    "npm",
    `echo "$*" >> "$ROOT/npm"
     while read -r pid; do kill -0 "$pid" || exit 99; done < "$ROOT/forward-pids"
     echo "[ ] #alerts shows TEST"
     exit ${String(code)}`,
  );
}

const trying = (
  args: readonly string[] = ["staging"],
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome> =>
  checkout.run("test-alerts.sh", args, {
    ALERTMANAGER_LOCAL_PORT: String(port),
    ...variables,
  });

const lines = (file: string): readonly string[] =>
  checkout.read(file).trim().split("\n");

/** The local ports of the forwards, by pod. */
const forwards = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines("kubectl").flatMap((call) => {
      const [, pod = "", local = ""] =
        /port-forward pod\/(\S+) (\d+):9093 --address 127\.0\.0\.1$/.exec(
          call,
        ) ?? [];
      return pod === "" ? [] : [[pod, local]];
    }),
  );

function expectNothingLeft(): void {
  for (const pid of lines("forward-pids")) {
    expect(() => process.kill(Number(pid), 0)).toThrow("kill ESRCH");
  }
  expect(readdirSync(join(checkout.root, "temporary"))).toEqual([]);
}

describe("test-alerts.sh", () => {
  it("waits for Alertmanager, sends everything through its own forward, and ends it", async () => {
    stubCluster("1");
    const outcome = await trying();
    expect(outcome).toEqual({
      code: 0,
      stdout: "[ ] #alerts shows TEST\n",
      stderr: "rolled out\n",
    });
    expect(lines("kubectl")).toEqual([
      `${IN_STAGING} rollout status ${SET} --timeout=10m`,
      `${IN_STAGING} get ${SET} -o jsonpath={.spec.replicas}`,
      `${IN_STAGING} port-forward pod/alertmanager-kps-alertmanager-0 ${String(port)}:9093 --address 127.0.0.1`,
    ]);
    expect(lines("npm")).toEqual([
      `run --silent test-alert -- --environment staging --all --patience 330 --url http://127.0.0.1:${String(port)}`,
    ]);
    expectNothingLeft();
  });

  it("names every member of a cluster", async () => {
    stubCluster("3");
    expect(await trying(["production"])).toMatchObject({ code: 0 });
    expect(Object.keys(forwards()).sort()).toEqual(
      [0, 1, 2].map(
        (member) => `alertmanager-kps-alertmanager-${String(member)}`,
      ),
    );
    const urls = [0, 1, 2].map(
      (member) =>
        `http://127.0.0.1:${forwards()[`alertmanager-kps-alertmanager-${String(member)}`] ?? ""}`,
    );
    expect(new Set(urls).size).toBe(3);
    expect(lines("npm")).toEqual([
      `run --silent test-alert -- --environment production --all --patience 330 --url ${urls.join(" ")}`,
    ]);
    expect(lines("forward-pids")).toHaveLength(3);
    expectNothingLeft();
  });

  it.each([1, 2])(
    "exits with the command's code %i, and ends the forward",
    async (code) => {
      stubCluster("2");
      stubTrial(code);
      expect(await trying()).toMatchObject({ code });
      expectNothingLeft();
    },
  );

  it("takes another port than one at which somebody listens, who may be another environment's Alertmanager", async () => {
    stubCluster("1");
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => {
      other.listen(port, "127.0.0.1", resolve);
    });
    const outcome = await trying();
    await new Promise((resolve) => other.close(resolve));
    expect(outcome.code).toBe(0);
    const [taken] = Object.values(forwards());
    expect(Number(taken)).toBeGreaterThan(port);
    expect(checkout.read("npm")).toContain(
      `--url http://127.0.0.1:${taken ?? ""}\n`,
    );
  });

  it("takes another port when somebody takes it between the look and kubectl's try", async () => {
    stubCluster(
      "2",
      `if [ ! -e "$ROOT/taken" ] && [ "\${7%%:*}" = "${String(port)}" ]; then
         touch "$ROOT/taken"
         ${FORWARD.replace("exec node", "node")} > "$ROOT/other" &
         until grep -q Forwarding "$ROOT/other"; do sleep 0.1; done
         : > "$ROOT/forward-pids"; echo $! > "$ROOT/other-pid"
       fi
       ${FORWARD}`,
    );
    const outcome = await trying();
    process.kill(Number(checkout.read("other-pid")));
    expect(outcome.code).toBe(0);
    expect(lines("npm")).toEqual([
      expect.stringMatching(
        `--url http://127.0.0.1:${String(port + 1)} http://127.0.0.1:${String(port + 2)}$`,
      ),
    ]);
    expectNothingLeft();
  });

  it("prints kubectl's reason without a forward, and sends nothing", async () => {
    stubCluster(
      "1",
      `echo $$ >> "$ROOT/forward-pids"; echo "error: pod is Pending" >&2; exec sleep 60`,
    );
    const outcome = await trying(["staging"], {
      ALERTMANAGER_PORT_FORWARD_TRIES: "3",
    });
    expect(outcome.stderr).toContain(
      "no way to alertmanager-kps-alertmanager-0 in monitoring of staging: error: pod is Pending\n",
    );
    expect(outcome.code).toBe(1);
    expect(checkout.exists("npm")).toBe(false);
    expectNothingLeft();
  });

  it("sends nothing while Alertmanager is not rolled out", async () => {
    checkout.stub("kubectl", `echo "timed out" >&2; exit 1`);
    expect(await trying()).toEqual({
      code: 1,
      stdout: "",
      stderr: "timed out\n",
    });
    expect(checkout.exists("npm")).toBe(false);
  });

  it.each(["", "0"])(
    "does not take %j for a number of members",
    async (members) => {
      stubCluster(members);
      expect(await trying()).toMatchObject({
        code: 1,
        stderr: `rolled out\nalertmanager-kps-alertmanager in monitoring of staging must have at least one member, got "${members}"\n`,
      });
      expect(checkout.exists("npm")).toBe(false);
    },
  );

  it("in a pipeline names it as the sender and writes where to look to the job summary, failed or not", async () => {
    stubCluster("1");
    stubTrial(1);
    checkout.write("summary.md", "before\n");
    await trying(["staging"], {
      GITHUB_WORKFLOW: "Test alerts",
      GITHUB_STEP_SUMMARY: `${checkout.root}/summary.md`,
    });
    expect(checkout.read("npm")).toContain(
      " --sender The pipeline Test alerts --url ",
    );
    expect(checkout.read("summary.md")).toBe(
      "before\n## Test alerts of staging\n\n```\n[ ] #alerts shows TEST\n```\n",
    );
  });

  it("uses the pipeline's kubeconfig and leaves no copy of it", async () => {
    stubCluster("1", `cat "$KUBECONFIG" > "$ROOT/seen"; ${FORWARD}`);
    const { stdout, stderr } = await trying(["staging"], {
      KUBECONFIG_B64: Buffer.from("token: very-secret\n").toString("base64"),
    });
    expect(checkout.read("seen")).toBe("token: very-secret\n");
    expect(stdout + stderr).not.toContain("very-secret");
    expectNothingLeft();
  });

  it.each([[[]], [["a; id"]], [["production", "staging"]]])(
    "shows its usage for %j",
    async (args) => {
      stubCluster("1");
      const { code, stderr } = await trying(args);
      expect(code).toBe(2);
      expect(stderr).toContain("usage: scripts/test-alerts.sh <environment>");
      expect(checkout.exists("kubectl")).toBe(false);
    },
  );
});
