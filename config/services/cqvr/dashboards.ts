import type { Dashboard } from "../../../model/dashboard";
import { quality } from "./dashboards/quality";

/** The page about CQVR. */
export const dashboards: readonly Dashboard[] = [quality];
