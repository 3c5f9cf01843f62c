/** Port of a mail server where `smtp.host` of an environment names none: that of submission. */
export const SMTP_PORT = 587;
