import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { commandContextOf, Context, given, Refusals, UuidInPath, WriteRoute } from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import { AFTER, Answer, answerOf, orNull, readQuery, ReadRoute, shownOnly, words } from '@quittance/reading';
import type { FastifyRequest } from 'fastify';
import { ApproveMail, ApproveMails, BounceMail, ChangeMail, RefuseMail } from './mail.commands.js';
import { MAILS } from './mail.list.js';
import { MailQueries } from './mail.queries.js';
import { checkMessage } from '../template/template.references.js';

const inPath = UuidInPath('id');
const TEXT = { type: 'string' };
const LINE = {
  ...{ stepId: '5d0f0c1e-6f3a-5b0e-8a9d-0a1b2c3d4e5f', invoiceId: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c' },
  ...{
    number: '2026-0117',
    currency: 'EUR',
    asked: '720.00',
    onAccount: null,
    agreedDueOn: '2026-03-24',
    code: null,
  },
};
const NULL_TEXT = { type: 'string', nullable: true };
const LINES = {
  type: 'array',
  items: {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(LINE).map(([name, value]) => [name, value === null ? NULL_TEXT : TEXT]),
    ),
  },
};
const MORE = {
  lines: shownOnly(
    'What it asks; `code`: why it was taken out',
    LINES,
    [LINE],
    (cell) => cell as (typeof LINE)[],
  ),
  subject: words('As sent, or as it would be', 'Invoice 2026-0117: 720.00 EUR'),
  text: words('The same as plain text', 'Good day Rossi SpA,'),
  html: words('The same as HTML', '<!doctype html>'),
  source: orNull(words('As it travelled; null: it did not', 'From: ...'), null),
  subjectMessage: orNull(
    words('The ICU message of the subject, to be changed; null: it left', '{total}'),
    null,
  ),
  bodyMessage: orNull(
    words('The ICU message of the body, to be changed; null: it left', 'Dear {customer}'),
    null,
  ),
};
const SHOWN = {
  summary: 'A mail with what it says and asks',
  schema: MAILS.schemaWith(MORE),
  example: { ...MAILS.example, ...answerOf(MORE).example },
};
const RESULT = {
  id: words('As it was given', '8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69'),
  status: words('approved, or refused', 'approved'),
  code: orNull(words('Why it was not', 'mail-over'), null),
  detail: orNull(words('The same in a sentence', ''), null),
};
const OVER = ['mail-over', 'person-erased'] as const;

@ApiTags('Mails')
@Controller('v1')
export class MailController {
  constructor(
    private readonly commands: CommandBus,
    private readonly mails: MailQueries,
  ) {}

  @Post('reminders/:id/approval')
  @WriteRoute({
    summary: 'Approve a mail: it leaves',
    description:
      'By the id of the mail or of a reminder in it. One that failed, or of which nobody knows whether it left, is sent again.',
    refusals: { 404: ['mail-not-found'], 409: [...OVER, 'mail-approved'] },
  })
  async approve(
    @Param('id', inPath) id: string,
    @Body() command: ApproveMail,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { mailId: await this.mails.idOf(id) }));
  }

  @Post('reminders/:id/refusal')
  @WriteRoute({
    summary: 'Refuse a mail: it does not leave',
    refusals: { 404: ['mail-not-found'], 409: [...OVER] },
  })
  async refuse(
    @Param('id', inPath) id: string,
    @Body() command: RefuseMail,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { mailId: await this.mails.idOf(id) }));
  }

  @Post('reminders/:id/changes')
  @WriteRoute({
    summary: 'Change what a mail says, before it is approved',
    refusals: { 404: ['mail-not-found'], 409: [...OVER] },
  })
  async change(
    @Param('id', inPath) id: string,
    @Body() command: ChangeMail,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    for (const field of ['subject', 'body'] as const)
      if (command[field] !== undefined) checkMessage(`/${field}`, command[field]);
    return this.commands.execute(given(command, context, { mailId: await this.mails.idOf(id) }));
  }

  @Post('mails/:id/bounce')
  @WriteRoute({
    summary: 'Record that a mail came back',
    description: '`permanent`: nothing will reach that address, and no mail is sent to it any more.',
    refusals: { 404: ['mail-not-found'], 409: ['mail-not-sent'] },
  })
  bounce(
    @Param('id', inPath) mailId: string,
    @Body() command: BounceMail,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { mailId }));
  }
}

@ApiTags('Mails')
@Controller('v1')
export class MailQueriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly mails: MailQueries,
  ) {}

  @Post('reminders/approvals')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approve several mails, with one result each',
    description: 'Up to 100 ids of mails or of reminders in them.',
  })
  @ApiOkResponse({
    description: 'What became of each, in the order of the ids.',
    content: {
      'application/json': answerOf({
        results: shownOnly(
          'One each',
          { type: 'array', items: answerOf(RESULT).schema },
          [answerOf(RESULT).example],
          (cell) => cell as object[],
        ),
      }),
    },
  })
  @Refusals('invalid')
  async approveAll(
    @Body() { ids }: ApproveMails,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<{ results: object[] }> {
    readQuery(query, {});
    const context = commandContextOf(request);
    const results = [];
    for (const id of ids) {
      try {
        const mailId = await this.mails.idOf(inPath.transform(id, { type: 'param' }));
        const own = { ...context, key: `${context.key}/${mailId}`, hash: `${context.hash}/${mailId}` };
        await this.commands.execute(Object.assign(new ApproveMail(), { mailId, context: own }));
        results.push({ id, status: 'approved', code: null, detail: null });
      } catch (error) {
        const { code, detail } = error as Partial<Rejection>;
        if (typeof code !== 'string' || detail === undefined) throw error;
        results.push({ id, status: 'refused', code, detail });
      }
    }
    return { results };
  }

  @Get('reminders/:id')
  @ReadRoute({ ...SHOWN, description: 'By the id of the mail or of a reminder in it.' })
  async reminder(@Param('id', inPath) id: string, @Query() query: Record<string, unknown>): Promise<Answer> {
    readQuery(query, AFTER);
    const mail = await this.mails.details(id);
    return new Answer(mail, { revision: String(mail.revision) });
  }

  @Get('mails/:id')
  @ReadRoute(SHOWN)
  async mail(@Param('id', inPath) id: string, @Query() query: Record<string, unknown>): Promise<Answer> {
    return this.reminder(id, query);
  }
}
