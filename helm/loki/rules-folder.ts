/** Name that Loki gives the one tenant where requests name none. */
export const TENANT = "fake";

/** Folder that the ruler reads: below it one folder for each tenant, with files of rule groups. */
export const RULES_FOLDER = "/rules";

/** ConfigMaps with this label hold rule groups, one file a key. */
export const RULES_LABEL = "loki_rule";
