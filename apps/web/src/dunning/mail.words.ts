import { useTranslations } from 'use-intl';

/** Languages and tones in which mails are written, as the API names them, each with its word. */
export function useLanguages(): Record<string, string> {
  const t = useTranslations('command');
  return { en: t('choice.en'), it: t('choice.it'), de: t('choice.de'), bg: t('choice.bg') };
}

export function useTones(): Record<string, string> {
  const t = useTranslations('command');
  return { friendly: t('choice.friendly'), formal: t('choice.formal'), firm: t('choice.firm') };
}

/** What a mail without a mail server was answered: it was laid into a folder, and nothing left. */
export const OUTBOX = 'in the local outbox';
