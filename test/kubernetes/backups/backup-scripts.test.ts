import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  BACKUP_SCRIPTS,
  backupScripts,
} from "../../../kubernetes/backups/backup-scripts";
import { trial } from "./trial";
import type { Trial } from "./trial";

let own: Trial;
beforeEach(() => {
  own = trial();
});
afterEach(() => {
  own.remove();
});

/** Says what it was asked, and keeps what it was sent. */
const PUSHGATEWAY = `echo "curl $*" >>"$CALLS"; cat >"$WORK/pushed"`;
/** A bucket that keeps \`$ARRIVED\` bytes of whatever it is given. */
const BUCKET = `echo "aws $*" >>"$CALLS"
case "$1 $2" in
  "s3 cp") cp "$4" "$WORK/uploaded" ;;
  "s3api head-object") echo "\${ARRIVED:-$(wc -c <"$WORK/uploaded" | tr -d ' ')}" ;;
esac`;

it("are all of the folder, and nothing else", () => {
  expect(
    readdirSync(join(__dirname, "../../../kubernetes/backups/scripts")).sort(),
  ).toEqual([...BACKUP_SCRIPTS].sort());
  expect(Object.values(backupScripts()).every((text) => text !== "")).toBe(
    true,
  );
});

describe("push-success.sh", () => {
  const variables = {
    BACKUP: "grafana",
    PUSHGATEWAY_URL: "http://pushgateway:9091",
  };

  it("pushes the time, replacing the earlier one", async () => {
    own.stub("curl", PUSHGATEWAY);
    own.stub("date", "echo 1700000000");
    expect(await own.run("push-success.sh", variables)).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(own.calls()).toEqual([
      "curl --fail --silent --show-error --max-time 30 --request PUT --data-binary @- http://pushgateway:9091/metrics/job/monitoring-backup/backup/grafana",
    ]);
    expect(own.read("pushed")).toBe(
      "# TYPE monitoring_backup_last_success_timestamp_seconds gauge\nmonitoring_backup_last_success_timestamp_seconds 1700000000\n",
    );
  });

  it("fails when the Pushgateway does not answer", async () => {
    own.stub("curl", "exit 22");
    expect((await own.run("push-success.sh", variables)).code).toBe(22);
  });
});

describe("upload.sh", () => {
  const variables = {
    BACKUP: "grafana",
    FILE: "grafana.dump",
    BUCKET: "backups",
    PUSHGATEWAY_URL: "http://pushgateway:9091",
  };
  beforeEach(() => {
    own.stub("aws", BUCKET);
    own.stub("curl", PUSHGATEWAY);
    own.stub(
      "date",
      `case "$*" in "+%s") echo 1700000000 ;; *) echo 2026/01/31/021000 ;; esac`,
    );
  });

  it("uploads a file under its date, checks its size, and then reports success", async () => {
    own.write("grafana.dump", "a dump");
    const key = "grafana/2026/01/31/021000-grafana.dump";
    expect(await own.run("upload.sh", variables)).toEqual({
      code: 0,
      stdout: `s3://backups/${key}: 6 bytes\n`,
      stderr: "",
    });
    expect(own.read("uploaded")).toBe("a dump");
    expect(own.calls().map((call) => call.split(" ").slice(0, 3))).toEqual([
      ["aws", "s3", "cp"],
      ["aws", "s3api", "head-object"],
      ["curl", "--fail", "--silent"],
    ]);
    expect(own.calls()[0]).toContain(`s3://backups/${key}`);
    expect(own.calls()[1]).toContain(`--bucket backups --key ${key}`);
  });

  it("reports nothing for an empty file", async () => {
    own.write("grafana.dump", "");
    expect(await own.run("upload.sh", variables)).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "grafana.dump is empty or was never written; nothing is uploaded\n",
    });
    expect(own.calls()).toEqual([]);
  });

  it("reports nothing for a missing file", async () => {
    const { code } = await own.run("upload.sh", variables);
    expect(code).not.toBe(0);
    expect(own.calls()).toEqual([]);
  });

  it("reports nothing for a truncated file", async () => {
    own.write("grafana.dump", "a dump");
    const { code, stderr } = await own.run("upload.sh", {
      ...variables,
      ARRIVED: "3",
    });
    expect([code, stderr]).toEqual([
      1,
      "s3://backups/grafana/2026/01/31/021000-grafana.dump has 3 bytes of 6\n",
    ]);
    expect(own.calls()).toHaveLength(2);
  });

  it("reports nothing when the bucket refuses", async () => {
    own.write("grafana.dump", "a dump");
    own.stub("aws", `echo "aws $*" >>"$CALLS"; exit 254`);
    expect((await own.run("upload.sh", variables)).code).toBe(254);
    expect(own.calls()).toHaveLength(1);
  });

  it("fails when success could not be reported, so that the job is retried", async () => {
    own.write("grafana.dump", "a dump");
    own.stub("curl", "exit 7");
    expect((await own.run("upload.sh", variables)).code).toBe(7);
  });
});

describe("dump-grafana.sh", () => {
  const variables = {
    FILE: "grafana.dump",
    PGHOST: "postgres.databases.svc",
    PGDATABASE: "grafana",
  };
  const DUMP = `echo "pg_dump $*" >>"$CALLS"
for argument in "$@"; do
  case "$argument" in --file=*) echo archive >"\${argument#--file=}" ;; esac
done`;

  it("writes an archive and reads it back", async () => {
    own.stub("pg_dump", DUMP);
    own.stub(
      "pg_restore",
      `echo "pg_restore $*" >>"$CALLS"; echo "3456; 0 16390 TABLE DATA public migration_log grafana"`,
    );
    expect(await own.run("dump-grafana.sh", variables)).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(own.calls()).toEqual([
      `pg_dump --format=custom --no-owner --no-privileges --file=${own.work}/grafana.dump`,
      `pg_restore --list ${own.work}/grafana.dump`,
    ]);
  });

  it("refuses the archive of a database that is not Grafana's", async () => {
    own.stub("pg_dump", DUMP);
    own.stub(
      "pg_restore",
      `echo "3456; 0 16390 TABLE public migration_log grafana"; echo "1; 0 2 TABLE DATA public orders shop"`,
    );
    const { code, stderr } = await own.run("dump-grafana.sh", variables);
    expect([code, stderr]).toEqual([
      1,
      "the archive of grafana on postgres.databases.svc holds no table migration_log, so it is not Grafana's; see which database the environment names\n",
    ]);
  });

  it.each(["pg_dump", "pg_restore"])("fails when %s does", async (program) => {
    own.stub("pg_dump", DUMP);
    own.stub("pg_restore", `echo "1; 0 2 TABLE DATA public migration_log g"`);
    own.stub(program, "exit 3");
    expect((await own.run("dump-grafana.sh", variables)).code).toBe(3);
  });
});

describe("export-silences.sh", () => {
  const variables = {
    FILE: "silences.json",
    ALERTMANAGER_URL: "http://alertmanager:9093",
  };
  const answering = (answer: string): string => `echo "curl $*" >>"$CALLS"
while [ "$1" != "--output" ]; do shift; done
printf '%s' '${answer}' >"$2"`;

  it.each(["[]", '[{"id":"a"}]'])("keeps %s", async (answer) => {
    own.stub("curl", answering(answer));
    expect((await own.run("export-silences.sh", variables)).code).toBe(0);
    expect(own.read("silences.json")).toBe(answer);
    expect(own.calls()[0]).toMatch(
      /http:\/\/alertmanager:9093\/api\/v2\/silences$/,
    );
  });

  it.each(["", "{}", "<html>"])("refuses the answer %j", async (answer) => {
    own.stub("curl", answering(answer));
    const { code, stderr } = await own.run("export-silences.sh", variables);
    expect([code, stderr]).toEqual([
      1,
      "http://alertmanager:9093/api/v2/silences did not answer with a list\n",
    ]);
  });

  it("fails when Alertmanager does not answer", async () => {
    own.stub("curl", "exit 7");
    expect((await own.run("export-silences.sh", variables)).code).toBe(7);
  });
});

describe("check-bucket-versions.sh", () => {
  const variables = {
    BACKUP: "bucket-versions",
    BUCKETS: "backups logs traces",
    PUSHGATEWAY_URL: "http://pushgateway:9091",
  };
  const versioning = (without: string): string => `echo "aws $*" >>"$CALLS"
case "$*" in *"--bucket ${without} "*) echo None ;; *) echo Enabled ;; esac`;

  it("checks every bucket and then reports", async () => {
    own.stub("aws", versioning("nobody"));
    own.stub("curl", PUSHGATEWAY);
    expect((await own.run("check-bucket-versions.sh", variables)).code).toBe(0);
    expect(own.calls().map((call) => call.split(" --query")[0])).toEqual([
      "aws s3api get-bucket-versioning --bucket backups",
      "aws s3api get-bucket-versioning --bucket logs",
      "aws s3api get-bucket-versioning --bucket traces",
      expect.stringContaining("/backup/bucket-versions"),
    ]);
  });

  it("names each bucket without versions, and reports nothing", async () => {
    own.stub("aws", versioning("logs"));
    own.stub("curl", PUSHGATEWAY);
    const { code, stderr } = await own.run(
      "check-bucket-versions.sh",
      variables,
    );
    expect([code, stderr]).toEqual([
      1,
      "logs keeps no versions: its versioning is None\n",
    ]);
    expect(own.calls()).toHaveLength(3);
  });

  it("fails when a bucket may not be asked", async () => {
    own.stub("aws", "exit 254");
    own.stub("curl", PUSHGATEWAY);
    expect((await own.run("check-bucket-versions.sh", variables)).code).toBe(
      254,
    );
    expect(own.calls()).toEqual([]);
  });
});

it.each([
  ["push-success.sh", "BACKUP"],
  ["upload.sh", "FILE"],
  ["dump-grafana.sh", "FILE"],
  ["export-silences.sh", "FILE"],
  ["check-bucket-versions.sh", "BUCKETS"],
])("%s does nothing without %s", async (script, variable) => {
  const { code, stderr } = await own.run(script, {});
  expect(code).not.toBe(0);
  expect(stderr).toContain(variable);
});
