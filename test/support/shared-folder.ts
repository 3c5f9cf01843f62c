/**
 * Variable that names a folder which all files of tests of a run have in common, and which is
 * removed after it.
 */
export const SHARED_FOLDER = "MONITORING_STACK_SHARED_FOLDER";
