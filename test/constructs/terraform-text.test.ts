import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { escapeTemplate } from "../../constructs/terraform-text";
import { itNeeding } from "../support/describe-needing";
import { sayNotChecked } from "../support/not-checked";

const TEXTS: readonly (readonly [string, string])[] = [
  ["nothing to escape", "nothing to escape"],
  ["${a} and %{b}", "$${a} and %%{b}"],
  ["$${__value.raw}", "$$${__value.raw}"],
  ["%%{b}", "%%%{b}"],
  ["{{ $labels.pod }} ${", "{{ $labels.pod }} $${"],
  ["$__rate_interval, $1, 50 %", "$__rate_interval, $1, 50 %"],
  ['"${oops}" \\ %{x}\nGröße 監視', '"$${oops}" \\ %%{x}\nGröße 監視'],
];

it.each(TEXTS)("escapes %p", (text, escaped) => {
  expect(escapeTemplate(text)).toBe(escaped);
});

const hasTerraform =
  spawnSync("terraform", ["version"], {
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  }).status === 0;
if (!hasTerraform) {
  sayNotChecked(
    "how Terraform reads escaped text, because there is no terraform on PATH",
  );
}

itNeeding("Terraform", hasTerraform)(
  "is read back by Terraform as it was written",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "terraform-text-"));
    try {
      const texts = TEXTS.map(([text]) => text);
      writeFileSync(
        join(folder, "main.tf.json"),
        JSON.stringify({ locals: { texts: texts.map(escapeTemplate) } }),
      );
      const { stdout } = spawnSync("terraform", ["console"], {
        cwd: folder,
        input: "base64encode(jsonencode(local.texts))\n",
        encoding: "utf8",
        env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      });
      const [, encoded = ""] = /^"([A-Za-z0-9+/=]+)"$/m.exec(stdout) ?? [];
      expect(JSON.parse(Buffer.from(encoded, "base64").toString())).toEqual(
        texts,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
