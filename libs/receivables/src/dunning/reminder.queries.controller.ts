import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CsvColumn, Listing, listParameters, readListQuestion, ReadRoute } from '@quittance/reading';
import {
  REMINDER_COLUMNS,
  REMINDER_PARAMETERS,
  type ReminderItem,
  ReminderQueries,
} from './reminder.queries.js';

const EXAMPLE: ReminderItem = {
  id: '5d0f0c1e-6f3a-5b0e-8a9d-0a1b2c3d4e5f',
  status: 'planned',
  on: '2026-03-31',
  step: 'due+7',
  invoiceId: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  number: '2026-0117',
  customerId: 'C-104',
  agreedDueOn: '2026-03-24',
  currency: 'EUR',
  open: '720.00',
  ownerId: 'maria',
  code: null,
  escalatedTo: null,
};

const column = (name: keyof ReminderItem, text = false): CsvColumn<ReminderItem> => ({
  name,
  value: (row) => row[name],
  text,
});

const CSV: CsvColumn<ReminderItem>[] = [
  ...(['on', 'status', 'step'] as const).map((name) => column(name)),
  ...(['number', 'customerId'] as const).map((name) => column(name, true)),
  ...(['agreedDueOn', 'currency', 'open'] as const).map((name) => column(name)),
  column('ownerId', true),
  column('code'),
  column('escalatedTo', true),
  ...(['invoiceId', 'id'] as const).map((name) => column(name)),
];

@ApiTags('Dunning')
@Controller('v1/reminders')
export class ReminderQueriesController {
  constructor(private readonly reminders: ReminderQueries) {}

  @Get()
  @ReadRoute({
    summary: 'Reminders that were planned or skipped, and escalations',
    description:
      'Newest first, with what was open and who owned the invoice on that day. Each step of an invoice and agreed due ' +
      'date comes once. No mail leaves in this release: a planned reminder is one that somebody is to send.',
    parameters: { ...listParameters(REMINDER_COLUMNS), ...REMINDER_PARAMETERS },
    example: { items: [EXAMPLE], next: null },
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
