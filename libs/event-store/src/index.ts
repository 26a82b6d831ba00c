export * from './event-store.js';
export * from './fact.js';
export * from './command.js';
