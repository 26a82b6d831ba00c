import { type FactOf, factsOf, wrong } from '@quittance/kernel';
import type { ErasureFacts } from './erasure.events.js';

const fact = factsOf<ErasureFacts>();

type Subject = Pick<ErasureFacts['PersonalDataErased'], 'customerId' | 'personId' | 'paymentId'>;

/**
 * The fact that erases a subject, by the stream whose key is theirs. Its reason stays readable for ever: it must not
 * hold what is being erased (422, rule `names-nobody`).
 */
export function erasing(
  who: Subject,
  reason: string,
  { stream, today }: { stream: string; today: string },
  personal: readonly (string | undefined)[] = [],
): FactOf<ErasureFacts>[] {
  const said = reason.toLowerCase();
  if (personal.some((text) => text && said.includes(text.toLowerCase()))) {
    // The value is not repeated: an answer may be kept where the erasure does not come.
    throw wrong(
      '/reason',
      'names-nobody',
      undefined,
      'words without the name, mail or phone: they stay for ever',
    );
  }
  return [fact('PersonalDataErased', { subject: stream, ...who, erasedOn: today, reason })];
}
