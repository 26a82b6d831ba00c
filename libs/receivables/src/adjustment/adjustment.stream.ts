export {
  type Difference,
  differencesGiven,
  differencesTaken,
  type Differing,
} from './differences.decider.js';
