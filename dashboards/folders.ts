import type { AccessClass } from "../model/dashboard";
import type { Service } from "../model/service";

/**
 * A folder of Grafana. Access is given to folders, so a service has one for each class that its
 * dashboards name.
 */
export interface Folder {
  /** Never changes: a new one would be a new folder. */
  readonly uid: string;
  readonly title: string;
  readonly access: AccessClass;
}

/** Every access class, in the order in which folders are listed. */
export const ACCESS_CLASSES: readonly AccessClass[] = [
  "engineering",
  "public",
  "product",
  "business",
  "product-business",
];

/** The folder that holds a service's dashboards of one access class. */
export const folderOf = (service: Service, access: AccessClass): Folder => ({
  uid: `${service.key}-${access}`,
  title:
    access === "engineering"
      ? service.displayName
      : `${service.displayName} (${access})`,
  access,
});

/** The folders of a service: one for each access class in use. */
export const foldersOf = (service: Service): readonly Folder[] =>
  ACCESS_CLASSES.filter((access) =>
    service.dashboards.some((dashboard) => dashboard.access === access),
  ).map((access) => folderOf(service, access));
