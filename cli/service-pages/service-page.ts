import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { withWritten } from "../written-part";
import { aboutSection } from "./about-section";
import { alertsSection } from "./alerts-section";
import { dashboardsSection } from "./dashboards-section";
import { reportsSection } from "./reports-section";
import { peopleSection } from "./people-section";
import { promisesSection } from "./promises-section";
import { signalsSection } from "./signals-section";

/** The command that writes the pages, as their marks name it. */
export const COMMAND = "npm run service-pages";

/** What the page of a system is written from. */
export interface ServicePageSources {
  readonly service: Service;
  /** All systems: reports about one may be declared by another. */
  readonly services: readonly Service[];
  /** The environment that people rely on: its addresses, and who is told in it. */
  readonly environment: EnvironmentConfig;
  /** Day on which the declaration changed last. */
  readonly lastChange: string;
}

/** A page without anything written yet. Whatever people write before and after the marks stays. */
export const newServicePage = ({ displayName }: Service): string =>
  `# ${displayName}\n\n<!-- Written by \`${COMMAND}\`. -->\n\n<!-- End of what is written. -->\n`;

/** The page of a system as its declaration has it. @throws Error when the page has no place for it. */
export const withServicePage = (
  page: string,
  sources: ServicePageSources,
): string =>
  withWritten(
    page,
    COMMAND,
    [
      ...aboutSection(sources),
      ...peopleSection(sources),
      ...dashboardsSection(sources),
      ...alertsSection(sources),
      ...promisesSection(sources),
      ...signalsSection(sources),
      ...reportsSection(sources),
    ].join("\n\n"),
  );
