import { useTranslations } from 'use-intl';
import type { Problem } from '../api/problem';
import { Banner } from '../parts/banner';
import { useRefusal } from '../words/refusals';

/** Codes whose sentence says here what can be done about them. */
const CODES = ['more-than-free', 'proposal-changed', 'allocation-pending', 'cancelled'] as const;

/** Why nothing was allocated, or that it is not known yet. */
export function Refusal({ problem, isUnknown }: { problem?: Problem; isUnknown: boolean }) {
  const t = useTranslations('apply');
  const { said: refused } = useRefusal(problem);
  if (isUnknown) return <Banner kind="warning">{t('unknown')}</Banner>;
  if (!problem) return null;
  const code = CODES.find((one) => one === problem.code);
  const said =
    problem.status === 412
      ? t('elsewhere')
      : problem.status === 0
        ? t('noAnswer')
        : code
          ? t(`refused.${code}`)
          : (refused ?? problem.message);
  return <Banner kind="wrong">{said}</Banner>;
}
