import type { SendMailOptions } from 'nodemailer';

/** A mail as it was recorded when it began to leave. */
export interface Leaving {
  mailId: string;
  messageId: string;
  address: string;
  line: string;
  text: string;
  html: string;
  /** The instant at which it began to leave. */
  at: Date;
}

/** Who sends: of MAIL_FROM, `Name <address>` or an address alone. */
export interface Sender {
  name: string;
  address: string;
}

export function senderOf(from: string): Sender {
  const [name, address] = from.includes('<') ? from.replace(/>\s*$/, '').split(/<(?=[^<]*$)/) : ['', from];
  return { name: name!.trim(), address: address!.trim() };
}

export const domainOf = ({ address }: Sender): string => address.slice(address.lastIndexOf('@') + 1);

/** Its own, of its id: a second try carries the same one. */
export const messageIdOf = (mailId: string, sender: Sender): string => `<${mailId}@${domainOf(sender)}>`;

/** The address that a bounce comes back to: it says of which mail. */
export const envelopeSender = (mailId: string, sender: Sender): string =>
  `bounce+${mailId}@${domainOf(sender)}`;

/**
 * What nodemailer is given: addresses as objects, never as text that it would take for a list; the envelope said; the same bytes
 * each time.
 */
export function messageOf(
  { mailId, messageId, address, line, text, html, at }: Leaving,
  sender: Sender,
): SendMailOptions {
  return {
    from: sender,
    to: { name: '', address },
    envelope: { from: envelopeSender(mailId, sender), to: [address] },
    ...{ messageId, date: at, subject: line, text, html, baseBoundary: mailId },
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

/** The mail as it travels. */
export async function sourceOf(leaving: Leaving, sender: Sender): Promise<Buffer> {
  const { createTransport } = await import('nodemailer');
  const { message } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail(messageOf(leaving, sender));
  return message as Buffer;
}
