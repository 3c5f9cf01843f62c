/**
 * Folder of a system's declaration, from the root of the repository: the monitoring itself comes
 * with the engine.
 */
export const declaredIn = (key: string): string =>
  key === "platform" ? key : `config/services/${key}`;
