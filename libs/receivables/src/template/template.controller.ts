import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, Refusals, WriteRoute } from '@quittance/http';
import { wrong } from '@quittance/kernel';
import {
  type Answer,
  answerOf,
  answerOne,
  AXES,
  KnownAxis,
  placed,
  readQuery,
  ReadRoute,
  words,
} from '@quittance/reading';
import type { MailText } from './layout.js';
import { PreviewTemplate, VersionTemplate } from './template.commands.js';
import { TEMPLATES } from './template.list.js';
import { TemplateQueries } from './template.queries.js';
import { templateInPath } from './template.references.js';

const SHOWN = {
  subject: words('One line', 'Invoice 2026-0117: 720.00 EUR, overdue since 24 March 2026'),
  text: words('The mail as plain text', 'Good day Rossi SpA,'),
  html: words('The mail as HTML, of the same parts', '<!doctype html>'),
};
const PREVIEW = answerOf(SHOWN);

@ApiTags('Templates')
@Controller('v1/templates')
export class TemplateController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':key/:language')
  @WriteRoute({
    summary: 'Write what mails say, as a new version',
    description:
      'An ICU message; it may name customer, creditor, count, number, amount, total, held, holds, dueOn, daysLate and state. ' +
      'Drafts that are there already keep their text.',
    creates: true,
    refusals: { 404: ['template-not-found'] },
  })
  write(
    @Param('key') key: string,
    @Param('language') language: string,
    @Body() command: VersionTemplate,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, templateInPath(key, language)));
  }
}

@ApiTags('Templates')
@Controller('v1/templates')
export class PreviewController {
  constructor(
    private readonly templates: TemplateQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get(':key/:language')
  @ReadRoute({
    summary: 'A text of mails',
    example: TEMPLATES.example,
    parameters: AXES,
    schema: placed({ schema: TEMPLATES.itemSchema, example: TEMPLATES.example }).schema,
  })
  details(
    @Param('key') key: string,
    @Param('language') language: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    return answerOne(this.axis, query, async (place) =>
      this.templates.details(templateInPath(key, language), place),
    );
  }

  @Post(':key/:language/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A mail as it would be sent',
    description:
      'With what the invoice, or the customer by today, is to pay. Nothing is written, nothing is sent.',
  })
  @ApiOkResponse({ description: 'The mail.', content: { 'application/json': PREVIEW } })
  @Refusals('template-not-found', 'unknown-customer')
  preview(
    @Param('key') key: string,
    @Param('language') language: string,
    @Body() body: PreviewTemplate,
    @Query() query: Record<string, unknown>,
  ): Promise<MailText> {
    readQuery(query, {});
    if ((body.invoiceId === undefined) === (body.customerId === undefined))
      throw wrong('/invoiceId', 'either', body.invoiceId, 'invoiceId or customerId, one of them');
    return this.templates.preview(templateInPath(key, language), body);
  }
}
