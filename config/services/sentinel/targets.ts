import { httpPods } from "../../../patterns/targets";

/**
 * The inference pods, which also expose metrics of the models. They are healthy while the models
 * are loaded and answer.
 */
export const pods = httpPods({ key: "sentinel", app: "sentinel-api", most: 3 });
