import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { production } from "../../config/environments/production";
import { dayOf } from "../../model/day";
import { services } from "../services";
import { runCommand } from "../run-command";
import { UNKNOWN, lastChangeIn, lastChangeOf } from "./last-change";
import { withPageIndex } from "./page-index";
import { overdueLines, overdueReviews, reviewTable } from "./reviews";
import { newServicePage, withServicePage } from "./service-page";

const FOLDER = "docs/services";

const program = new Command("service-pages")
  .description(
    `Writes a page for each system anew, and their index: ${FOLDER}/<system>.md`,
  )
  .option(
    "--reviews",
    "list when each page is read again instead; ends with 1 when one is overdue",
  )
  .action(({ reviews = false }: { readonly reviews?: boolean }) => {
    const now = new Date();
    const today = dayOf(now.getTime());
    if (reviews) {
      console.log(reviewTable(services, today));
      if (overdueReviews(services, today).length > 0) process.exitCode = 1;
      return;
    }
    for (const service of services) writePage(service, now);
    const index = `${FOLDER}/README.md`;
    writeFileSync(index, withPageIndex(readFileSync(index, "utf8"), services));
    console.log(`${String(services.length)} pages and ${index} written`);
    for (const line of overdueLines(services, today)) console.error(line);
  });

function writePage(service: (typeof services)[number], now: Date): void {
  const file = `${FOLDER}/${service.key}.md`;
  const page = existsSync(file)
    ? readFileSync(file, "utf8")
    : newServicePage(service);
  const lastChange =
    lastChangeIn(`config/services/${service.key}`, now) ??
    lastChangeOf(page) ??
    UNKNOWN;
  writeFileSync(
    file,
    withServicePage(page, {
      service,
      services,
      environment: production,
      lastChange,
    }),
  );
}

runCommand(program);
