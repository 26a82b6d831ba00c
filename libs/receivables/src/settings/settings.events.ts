import type { DutyPair } from '@quittance/kernel';
import type { LimitChanges, Limits } from './limit.kinds.js';

/** Facts of `settings-<entity>`. */
export interface SettingsFacts {
  /** Limits of the entity were set or lifted: only those that are named. */
  LimitsSet: {
    /** By name: days, or amounts by currency; null lifts. */
    limits: LimitChanges;
    /** The same limits as they stood before; one that is not there did not limit. */
    before: Limits;
    setOn: string;
  };
  /** What one person may not combine on one document, from now on: these pairs and no other. */
  DutiesSet: { pairs: readonly DutyPair[]; before: readonly DutyPair[]; setOn: string };
}
