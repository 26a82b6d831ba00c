export * from './customer/customer.commands.js';
export * from './dunning/dunning.commands.js';
export * from './invoice/invoice.commands.js';
export * from './payment/payment.commands.js';
export * from './person/person.commands.js';
export * from './streams.js';
