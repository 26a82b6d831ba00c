// What is to be done at a cut, for those who tell people of it.
export { openWork } from './work.sql.js';
