import { commentServer } from "./comment-server";
import type { Comment, CommentServer } from "./comment-server";
import { trialCheckout } from "./trial-checkout";
import type { Outcome } from "../support/run-script";
import type { TrialCheckout } from "./trial-checkout";

const LIST = "/repos/example/monitoring/issues/7/comments?per_page=100&page=";
const MARKER = "<!-- monitoring-stack: plan -->";

let checkout: TrialCheckout;
let server: CommentServer | undefined;
beforeEach(() => {
  checkout = trialCheckout();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  checkout.remove();
});

function writePlan(environment: string, result: string, text: string): void {
  checkout.write(`plans/${environment}.result`, `${result}\n`);
  checkout.write(`plans/${environment}.txt`, text);
}

async function comment(
  present: readonly Comment[] = [],
  mayWrite = true,
): Promise<Outcome & { readonly server: CommentServer }> {
  await server?.close();
  server = await commentServer(present, mayWrite);
  const outcome = await checkout.run("comment-plan.sh", ["7"], {
    GITHUB_API_URL: server.url,
    GITHUB_REPOSITORY: "example/monitoring",
    GITHUB_TOKEN: "very-secret",
    GITHUB_RUN_ID: "42",
    PLAN_ORDER: "staging production",
    GITHUB_STEP_SUMMARY: `${checkout.root}/summary.md`,
    no_proxy: "127.0.0.1",
  });
  return { ...outcome, server };
}

const by = (login: string, id: number, body: string): Comment => ({
  id,
  user: { login },
  body,
});

describe("comment-plan.sh", () => {
  it("posts both environments as one comment", async () => {
    writePlan("production", "no-changes", "No changes.\n");
    writePlan(
      "staging",
      "changes",
      "  + alert\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n",
    );
    const outcome = await comment();
    expect(outcome.stderr).toBe("plan posted on pull request 7\n");
    expect(outcome.code).toBe(0);
    expect(outcome.server.comments.map(({ body }) => body)).toEqual([
      `${MARKER}
## What this changes

### staging: Plan: 1 to add, 0 to change, 0 to destroy.

<details><summary>Plan</summary>

\`\`\`
  + alert

Plan: 1 to add, 0 to change, 0 to destroy.
\`\`\`

</details>

### production: no changes

<details><summary>Plan</summary>

\`\`\`
No changes.
\`\`\`

</details>

`,
    ]);
    expect([...outcome.server.authorizations]).toEqual(["Bearer very-secret"]);
  });

  it("takes up environments that the order does not name, by name, after those that it does", async () => {
    for (const name of ["dr", "a-trial", "production", "staging"]) {
      writePlan(name, "no-changes", "No changes.\n");
    }
    const { server: api } = await comment();
    expect(api.comments[0]?.body.match(/^### .*(?=:)/gm)).toEqual([
      "### staging",
      "### production",
      "### a-trial",
      "### dr",
    ]);
  });

  it("updates the comment it posted before, further back than one page", async () => {
    writePlan("staging", "changes", "new\n");
    const present = [
      by("mallory", 1, `${MARKER} mine`),
      ...Array.from({ length: 120 }, (_, index) =>
        by("alice", index + 2, "looks good"),
      ),
      by("github-actions[bot]", 500, `${MARKER}\nold`),
    ];
    const { server: api } = await comment(present);
    expect(api.requests).toEqual([
      `GET ${LIST}1`,
      `GET ${LIST}2`,
      "PATCH /repos/example/monitoring/issues/comments/500",
    ]);
    expect(api.comments).toHaveLength(present.length);
    expect(api.comments[0]?.body).toBe(`${MARKER} mine`);
    expect(api.comments.at(-1)?.body).toContain("### staging: changes\n");
  });

  it("cuts a long plan at a line's end, within GitHub's limit, and says where the whole is", async () => {
    const lines = Array.from({ length: 5_000 }, () => `  + ${"é".repeat(20)}`);
    writePlan("staging", "changes", `${lines.join("\n")}\n`);
    writePlan("production", "changes", `${lines.join("\n")}\n`);
    const { server: api } = await comment();
    const [posted] = api.comments;
    expect(posted?.body.match(/^Cut after .*$/gm)).toEqual(
      ["staging", "production"].map(
        (environment) =>
          `Cut after 688 of 5000 lines. The whole is in the artifact **plan-${environment}** of [this run](https://github.com/example/monitoring/actions/runs/42).`,
      ),
    );
  });

  it("says that a plan failed, with what terraform said", async () => {
    writePlan("staging", "failed", "Error: no such bucket\n");
    const { server: api } = await comment();
    expect(api.comments[0]?.body).toContain(
      "### staging: no plan, it failed\n\n<details><summary>Plan</summary>\n\n```\nError: no such bucket\n```\n",
    );
  });

  it("lets no text in a plan end its block early", async () => {
    writePlan("staging", "changes", "  ```\n  ````\n# hello @everyone\n");
    const { server: api } = await comment();
    expect(api.comments[0]?.body).toContain(
      "\n`````\n  ```\n  ````\n# hello @everyone\n`````\n",
    );
  });

  it("shows the plan in the job summary where the token may not comment, as for a fork", async () => {
    writePlan("staging", "changes", "new\n");
    const outcome = await comment([], false);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toBe(
      "::warning::the token may not write comments here; the plan is in the job summary\n",
    );
    expect(checkout.read("summary.md")).toContain("### staging: changes\n");
  });

  it("posts nothing when nothing was planned", async () => {
    const outcome = await comment();
    expect(outcome).toMatchObject({
      code: 0,
      stderr: "no plan in plans; nothing to post\n",
    });
    expect(outcome.server.requests).toEqual([]);
  });

  it("fails with GitHub's words when there is no such pull request", async () => {
    writePlan("staging", "changes", "new\n");
    server = await commentServer([]);
    const outcome = await checkout.run("comment-plan.sh", ["8"], {
      GITHUB_API_URL: server.url,
      GITHUB_REPOSITORY: "example/monitoring",
      GITHUB_TOKEN: "very-secret",
      no_proxy: "127.0.0.1",
    });
    expect(outcome).toMatchObject({
      code: 1,
      stderr:
        "reading the comments of pull request 8: GitHub answered with HTTP 404: Not Found\n",
    });
  });
});
