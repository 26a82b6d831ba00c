/** A setting that cannot be used: one line for the terminal, exit 2. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}
