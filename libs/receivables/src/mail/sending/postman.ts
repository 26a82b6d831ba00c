import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Leaving, messageOf, type Sender, sourceOf } from './message.js';

/** What became of a try. */
export type Outcome =
  | { outcome: 'accepted'; response: string }
  | { outcome: 'failed'; code: string; final: boolean; response: string }
  | { outcome: 'unknown'; response: string };

/** Takes a mail to where it goes. */
export type Postman = (leaving: Leaving) => Promise<Outcome>;

/** Into a folder, as `.eml`: nothing leaves the machine. */
export const toFolder =
  (folder: string, sender: Sender): Postman =>
  async (leaving) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `${leaving.mailId}.eml`);
    await writeFile(`${path}.part`, await sourceOf(leaving, sender), { mode: 0o600 });
    await rename(`${path}.part`, path);
    return { outcome: 'accepted', response: 'in the local outbox' };
  };

/** What nodemailer calls an answer to the addresses, and one to the mail itself. */
const OF_THE_MAIL: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

interface SmtpError extends Error {
  responseCode?: number;
  code?: string;
}

/** To a mail server. 4xx is tried again, 5xx is final. A connection that broke is tried again, unless the mail was on its way. */
export const toServer =
  (url: string, sender: Sender): Postman =>
  async (leaving) => {
    const { createTransport } = await import('nodemailer');
    // Errors of a connection do not say how far it had come: its lines do.
    let onItsWay = false;
    const heard = ({ tnx }: { tnx?: string }, line: unknown): void => {
      onItsWay ||= tnx === 'client' && line === 'DATA';
    };
    const logger = {
      level: () => undefined,
      trace: heard,
      debug: heard,
      info: heard,
      warn: heard,
      error: heard,
      fatal: heard,
    };
    const limits = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };
    const transport = createTransport({ url, ...limits, logger, debug: true });
    try {
      const { response } = await transport.sendMail(messageOf(leaving, sender));
      return { outcome: 'accepted', response };
    } catch (error) {
      const { responseCode, code = 'error', message } = error as SmtpError;
      if (responseCode === undefined && onItsWay) return { outcome: 'unknown', response: message };
      return {
        outcome: 'failed',
        code: responseCode === undefined ? code.toLowerCase() : String(responseCode),
        // Of the mail alone: a login that is refused, or a server that greets with 554, says nothing of it.
        final: OF_THE_MAIL.has(code) && responseCode !== undefined && responseCode >= 500,
        response: message,
      };
    } finally {
      transport.close();
    }
  };
