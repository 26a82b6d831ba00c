// How a mail leaves, for whoever sends one: the same sender, Message-ID and outcomes.
export { isOneAddress } from './address.references.js';
export { messageIdOf, senderOf } from './sending/message.js';
export { type Postman, toFolder, toServer } from './sending/postman.js';
export { tablesHaveAll } from './sending/tables-have-all.js';
