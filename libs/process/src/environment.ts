// The door for what reads the settings and reaches no store: the command line answers at once, `npm start` is up sooner (decision 0027).
export * from './settings-error.js';
export * from './settings.js';
export * from './http-server-settings.js';
export * from './must-exist.js';
export * from './version.js';
