/** What a message says about a mail that came back. */
export interface Bounce {
  mailId: string;
  code: string;
  permanent: boolean;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const OWN_ADDRESS = new RegExp(`bounce\\+(${UUID})@`, 'i');
const OWN_ID = new RegExp(`<(${UUID})@[^>\\s]+>`, 'i');

/** Fields of a delivery status (RFC 3464), group by group. */
const groupsOf = (text: string): Map<string, string>[] =>
  text
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map(
      (group) =>
        new Map(
          group.split('\n').flatMap((line): [string, string][] => {
            const at = line.indexOf(':');
            return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]] : [];
          }),
        ),
    );

/** Codes of RFC 3463 that people know by a name. */
const NAMES: Readonly<Record<string, string>> = {
  ...{
    '1': 'unknown-address',
    '2': 'mailbox-unavailable',
    '3': 'mail-system',
    '4': 'network',
    '7': 'not-allowed',
  },
};

/**
 * Reads a message of the bounces' folder. By the address it came to first, then the Message-ID that it returns; a delay is no bounce.
 * The library is loaded here, where a message is there to be read.
 */
export async function bounceOf(message: Buffer): Promise<Bounce | undefined> {
  const { simpleParser } = await import('mailparser');
  const { headers, attachments, text = '' } = await simpleParser(message, { keepDeliveryStatus: true });
  const status = attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (!status) return undefined;
  const groups = groupsOf(status.content.toString('utf8'));
  const of = groups.find((group) => group.has('action'));
  const action = of?.get('action')?.toLowerCase();
  if (action !== 'failed' && action !== 'delayed') return undefined;
  if (action === 'delayed') return undefined;
  const returned = attachments
    .filter(({ contentType }) => /rfc822/.test(contentType))
    .map(({ content }) => content.toString('utf8'))
    .join('\n');
  const to = ['to', 'delivered-to', 'x-original-to']
    .map((name) => JSON.stringify(headers.get(name) ?? ''))
    .join(' ');
  const envelope = groups[0]?.get('original-envelope-id') ?? '';
  const mailId =
    OWN_ADDRESS.exec(to)?.[1] ?? OWN_ADDRESS.exec(envelope)?.[1] ?? OWN_ID.exec(`${returned}\n${text}`)?.[1];
  if (mailId === undefined) return undefined;
  const [, kind = '5', subject = ''] = /^([245])\.(\d+)\.\d+/.exec(of?.get('status') ?? '') ?? [];
  return { mailId: mailId.toLowerCase(), code: NAMES[subject] ?? 'undeliverable', permanent: kind === '5' };
}
