import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { NOT_YET_WRITTEN, withWritten } from "../written-part";
import { aboutSection } from "./about-section";
import { alertsSection } from "./alerts-section";
import { dashboardsSection } from "./dashboards-section";
import { ownerSection } from "./owner/owner-section";
import { reportsSection } from "./reports-section";
import { peopleSection } from "./people-section";
import { slosSection } from "./slos-section";
import { signalsSection } from "./signals-section";

/** What the page of a system is written from. */
export interface ServicePageSources {
  readonly service: Service;
  /** All systems: reports about one may be declared by another. */
  readonly services: readonly Service[];
  /** The environment that people rely on: its addresses, and who is notified in it. */
  readonly environment: EnvironmentConfig;
  /** Folder of the pages of alerts, as a path from the folder of this page. */
  readonly runbooks: string;
  /** Day on which the declaration changed last. */
  readonly lastChange: string;
}

/** A page without anything written yet. Whatever people write before and after the marks stays. */
export const newServicePage = ({ displayName }: Service): string =>
  `# ${displayName}\n\n${NOT_YET_WRITTEN}\n`;

/**
 * The page of a system as its declaration has it. @throws Error when the page has no place for it.
 */
export const withServicePage = (
  page: string,
  sources: ServicePageSources,
): string =>
  withWritten(
    page,
    [
      ...aboutSection(sources),
      ...peopleSection(sources),
      ...dashboardsSection(sources),
      ...alertsSection(sources),
      ...slosSection(sources),
      ...signalsSection(sources),
      ...ownerSection(sources),
      ...reportsSection(sources),
    ].join("\n\n"),
  );
