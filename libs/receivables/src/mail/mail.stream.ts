import { stream } from '@quittance/kernel';
import { mail } from './mail.decider.js';

/** `mail-<uuid>`. What a person wrote is looked at: personal data is opened. */
export const mails = stream('mail', [mail], { opened: true });
