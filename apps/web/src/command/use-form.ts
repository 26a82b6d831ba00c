import { type RefObject, useEffect } from 'react';

/** Errors of the server do not move the focus by themselves. */
export function useFirstWrong(form: RefObject<HTMLFormElement | null>, problem: object | undefined): void {
  useEffect(() => {
    // While somebody types, what a preview says must not take the focus away.
    const { activeElement } = document;
    if (!problem || activeElement?.matches('input,textarea,select,[role=spinbutton]')) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid=true],[data-invalid] [role=spinbutton]')?.focus();
  }, [form, problem]);
}

/** Nobody leaves a page without knowing that it is not known how a command ended. */
export function useWarnOfLeaving(isUnknown: boolean): void {
  useEffect(() => {
    if (!isUnknown) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnknown]);
}
