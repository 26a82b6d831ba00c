export * from './business-date.js';
export * from './clock.js';
export * from './currency.js';
export * from './decider.js';
export * from './field-rules.js';
export * from './money.js';
export * from './rejection.js';
export * from './settings.js';
