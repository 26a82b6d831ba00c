/** A backup that must not be restored, in one line. */
export class DamagedBackup extends Error {
  override name = 'DamagedBackup';
}
