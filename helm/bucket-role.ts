import type { ObjectStorage } from "../model/environment";
import type { Values } from "./values";

/**
 * Annotations of a service account whose pods assume the role of their bucket; no key is kept anywhere.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export const bucketRole = (storage: ObjectStorage): Values =>
  storage.kind === "s3"
    ? { "eks.amazonaws.com/role-arn": storage.roleArn }
    : {};
