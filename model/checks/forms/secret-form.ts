import type { SecretKey } from "../../target";
import { secretForms } from "../check-secret-key";
import { object, text } from "./form";

/** A key of a Secret, whose value never enters the project. */
export const secretKey = object<SecretKey>({
  secret: text(secretForms.secret),
  key: text(secretForms.key),
});

/** A key of a Secret whose names another check reads. */
export const secretReference = object<SecretKey>({
  secret: text(),
  key: text(),
});
