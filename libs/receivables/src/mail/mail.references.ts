import { createHash } from 'node:crypto';
import type { ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { askedNow } from '../dunning/dunning.references.js';
import { customerStream, mailStream, templateStream } from '../streams.js';
import type { Language, Tone } from '../template/template.events.js';
import { rendered, readyMade } from '../template/template.references.js';
import { templates } from '../template/template.stream.js';
import { addressOf, bouncedAddress } from './address.references.js';
import type { BeginSending } from './mail.commands.js';
import type { ApprovalReferences, SendingReferences } from './mail.decider.js';
import { mails } from './mail.stream.js';

type OfMail = { mailId: string };
/** The way of a command about a mail: to its stream. */
export const aboutMail = { stream: ({ mailId }: OfMail): string => mailStream(mailId) };
export const mailInPath = (id: string): object => ({
  mailId: UuidInPath('id').transform(id, { type: 'param' }),
});

const mailNow = async (read: ReadStreams, mailId: string) =>
  (await read.latest(mails, mailStream(mailId)))?.mail ?? undefined;

/** Whose key seals what is said. */
export const subjectOfMail = async ({ mailId }: OfMail, read: ReadStreams, entity: string) => ({
  customerSubject: customerStream(entity, (await mailNow(read, mailId))?.customerId ?? ''),
});

/** What the mail says: the text of its step, else that of its tone; as somebody wrote it, else as it is ready-made. */
export async function textOf(
  read: ReadStreams,
  entity: string,
  { template, tone, language }: { template: string; tone: Tone; language: Language },
): Promise<{ key: string; version: number; subject: string; body: string }> {
  for (const key of [template, tone]) {
    const written = (await read.latest(templates, templateStream(entity, key, language)))?.template;
    const text = written ?? readyMade(key, language);
    if (text) return { version: 0, ...text, key };
  }
  return { ...readyMade('formal', language)!, key: 'formal', version: 0 };
}

/** What a person approves as it stands: by it can be shown later that a text, or what it asked, was another. */
export async function approvalReferences(
  of: OfMail,
  read: ReadStreams,
  entity: string,
): Promise<ApprovalReferences> {
  const { customerSubject } = await subjectOfMail(of, read, entity);
  const mail = await mailNow(read, of.mailId);
  if (!mail) return { customerSubject, template: '', templateVersion: 0, contentHash: '' };
  const { key: template, version: templateVersion, subject, body } = await textOf(read, entity, mail);
  const items = [...mail.items.values()].map(({ stepId, asked, onAccount = null, currency }) => [
    ...[stepId, asked, onAccount, currency],
  ]);
  const says = [mail.language, mail.tone, mail.subject ?? subject, mail.body ?? body, items];
  const contentHash = createHash('sha256').update(JSON.stringify(says)).digest('hex');
  return { customerSubject, template, templateVersion, contentHash };
}

/** All that a mail hangs on when it is to leave: read from the streams as they stand. */
export async function sendingReferences(
  { mailId, creditor, time, on: today }: BeginSending,
  read: ReadStreams,
  entity: string,
): Promise<SendingReferences> {
  const mail = await mailNow(read, mailId);
  if (mail?.status !== 'approved' && mail?.status !== 'sending')
    return { asked: new Map(), quiet: true, subject: '' };
  const { customerId, language } = mail;
  const bounced = await bouncedAddress(read, entity, customerId, today);
  const asked = new Map<string, { skip: string } | { asked: string; onAccount?: string } | undefined>();
  const items = [];
  let quiet = false;
  for (const item of mail.items.values()) {
    const { stepId, invoiceId } = item;
    const now = bounced
      ? { skip: 'bounced-address' }
      : await askedNow(read, { entity, invoiceId, stepId, on: today });
    // The tables are behind: nothing leaves, whatever the others are.
    if (now === undefined) return { asked, quiet: true, subject: '' };
    asked.set(stepId, now.skip === undefined ? now : { skip: now.skip });
    if (now.skip !== undefined) continue;
    items.push({ ...item, asked: now.asked, onAccount: now.onAccount });
    const { quietHours } = now;
    quiet ||= time !== undefined && quietHours !== undefined && isWithin(time, quietHours);
  }
  const subject = customerStream(entity, customerId);
  const { name, address } = await addressOf(read, entity, customerId, today);
  if (address === undefined || items.length === 0) return { asked, quiet, subject };
  const text = await textOf(read, entity, mail);
  const says = { subject: mail.subject ?? text.subject, body: mail.body ?? text.body };
  const facts = { customer: name ?? customerId, creditor, on: today, items };
  const { subject: line, text: plain, html } = rendered(language, says, facts);
  return { asked, quiet, subject, written: { address, line, text: plain, html } };
}

/** Over midnight, where `from` is later than `to`. */
const isWithin = (time: string, { from, to }: { from: string; to: string }): boolean =>
  from <= to ? from <= time && time < to : from <= time || time < to;
