import './session.codes.js';

export { isOfOtherSite, otherSite } from './same-site.js';
export { type SessionKey, sessionKey } from './session-key.js';
export { MOST_SESSION, type SignedIn } from './session.js';
export { type EndedSessions, isSecure, Sessions } from './sessions.js';
