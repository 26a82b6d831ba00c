import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  answerOf,
  type CsvColumn,
  csvColumnsOf,
  Listing,
  listParameters,
  pageOf,
  readListQuestion,
  ReadRoute,
} from '@quittance/reading';
import {
  REMINDER_COLUMNS,
  REMINDER_PARAMETERS,
  REMINDER_SHOWN,
  type ReminderItem,
  ReminderQueries,
} from './reminder.queries.js';

const CSV = csvColumnsOf(REMINDER_SHOWN) as CsvColumn<ReminderItem>[];

@ApiTags('Dunning')
@Controller('v1/reminders')
export class ReminderQueriesController {
  constructor(private readonly reminders: ReminderQueries) {}

  @Get()
  @ReadRoute({
    summary: 'Reminders that were planned or skipped, and escalations',
    description:
      'Newest first, with what was open and not disputed and who owned the invoice on that day. Each step of an invoice ' +
      'and agreed due date comes once. A planned reminder is in a mail (`mailId`); it is `approved` when that mail may leave, as a person approved it or none need to; `/v1/mails` says whether it left.',
    parameters: { ...listParameters(REMINDER_COLUMNS), ...REMINDER_PARAMETERS },
    ...pageOf(answerOf(REMINDER_SHOWN)),
    csv: true,
  })
  list(@Query() query: Record<string, unknown>): Listing<ReminderItem> {
    const question = readListQuestion('reminders', REMINDER_COLUMNS, query, REMINDER_PARAMETERS);
    const { status } = question.more;
    return new Listing({
      name: 'reminders',
      columns: CSV,
      limited: question.limited,
      every: () => this.reminders.every(question, status),
      page: async () => {
        const page = await this.reminders.page(question, status);
        return { ...page, body: page };
      },
    });
  }
}
