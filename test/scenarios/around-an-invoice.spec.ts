import { addDays } from '@quittance/kernel';
import { useInvoices } from '../support/around-invoices.js';
import { story } from '../support/story.js';

// What happens around an invoice beside its money: notes, how it was sent, that it was void.

const its = useInvoices();
const { customer, invoice, of, refused } = its;

story('life', 'C1', 'What was said on the phone stays with its invoice or customer', async (show) => {
  const customerId = await customer();
  const { id } = await invoice({ customerId });
  const text = 'Called Mr Neri: the invoice is with their site office.';
  const followUpOn = addDays(its.today, 7);
  const { noteId } = await its.clerk.done<{ noteId: string }>(`/v1/invoices/${id}/notes`, {
    text,
    followUpOn,
  });
  await its.clerk.done(`/v1/customers/${customerId}/notes`, { text: 'They move in May.' });
  const { items } = await of<{ items: Record<string, unknown>[] }>(`/v1/notes?customerId=${customerId}`);
  const { items: told } = await of<{ items: Record<string, unknown>[] }>(`/v1/invoices/${id}/history`);
  show({
    input:
      'a note on an invoice, to come back to in a week, one on its customer; one to come back to yesterday',
    right: {
      notes: [
        [null, 'They move in May.', null, 'carla'],
        [id, text, followUpOn, 'carla'],
      ],
      noteId: items.find((one) => one.invoiceId === id)?.id,
      told: text,
      yesterday: [422, 'invalid'],
    },
    got: {
      notes: items
        .map((one) => [one.invoiceId, one.text, one.followUpOn, one.actor])
        .sort(([one]) => (one === null ? -1 : 1)),
      noteId,
      told: told.at(-1)?.reason,
      yesterday: await refused(its.clerk, `/v1/invoices/${id}/notes`, {
        text,
        followUpOn: addDays(its.today, -1),
      }),
    },
  });
});
