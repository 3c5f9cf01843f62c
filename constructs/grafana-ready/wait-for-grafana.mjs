// Waits until Grafana answers at GRAFANA_URL, so that Terraform creates folders and dashboards only then.
// Terraform runs it once for each new address, chart or values of Grafana. Node only: it is on every machine that runs cdktf.
const url = process.env.GRAFANA_URL;
const timeoutSeconds = Number(process.env.TIMEOUT_SECONDS ?? "900");
const pauseMilliseconds = Number(process.env.PAUSE_MILLISECONDS ?? "5000");

if (!url) {
  console.error("GRAFANA_URL is not set");
  process.exit(2);
}

const health = `${url.replace(/\/$/, "")}/api/health`;
const deadline = Date.now() + timeoutSeconds * 1000;
let last = "no answer yet";
let said = 0;

for (;;) {
  try {
    const response = await fetch(health, {
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) {
      console.log(`Grafana answers at ${url}`);
      process.exit(0);
    }
    last = `HTTP ${response.status}`;
  } catch (error) {
    last = error.cause?.code ?? error.message;
  }
  if (Date.now() >= deadline) {
    console.error(
      `Grafana did not answer at ${health} within ${timeoutSeconds} s (last: ${last}). ` +
        "Make it reachable (ingress, or kubectl port-forward with TF_VAR_grafana_url) and apply again.",
    );
    process.exit(1);
  }
  // Often enough to see that it waits and for what, seldom enough to read the rest of the apply.
  if (Date.now() - said >= 30_000) {
    said = Date.now();
    console.log(`waiting for Grafana at ${health} (${last})`);
  }
  await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
}
