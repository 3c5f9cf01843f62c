import type { ObjectStorage } from "../../model/environment";
import type { Values } from "./values";

/**
 * Annotations of a service account whose pods assume a role; no key is kept anywhere.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export const assumedRole = (
  roleArn: string,
): Readonly<Record<string, string>> => ({
  "eks.amazonaws.com/role-arn": roleArn,
});

/** The same for the role of a bucket, where there is one. */
export const bucketRole = (storage: ObjectStorage): Values =>
  storage.kind === "s3" ? assumedRole(storage.roleArn) : {};
