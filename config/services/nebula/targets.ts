import { httpPods } from "../../../patterns/targets";

/**
 * The API, which also exposes metrics of the infrastructure and its cost. Its health covers its
 * dependencies.
 */
export const pods = httpPods({ key: "nebula", app: "nebula-api", most: 3 });
