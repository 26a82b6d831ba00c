// Buttons that a key presses say so themselves (`data-keys`): where there is no such button, the key means nothing.

const buttonOf = (keys: string): HTMLElement | null => document.querySelector(`[data-keys="${keys}"]`);

/** Keys with Shift, by those without: brackets of the day, for ends of months. */
const SHIFTED: Record<string, string> = { '{': '[', '}': ']' };

/** @returns whether there is such a button */
export function pressKeyed(key: string): boolean {
  const button = buttonOf(CSS.escape(SHIFTED[key] ?? key));
  button?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: SHIFTED[key] !== undefined }),
  );
  return button !== null;
}

/** @returns whether there is such a button */
export function focusKeyed(key: string): boolean {
  const button = buttonOf(key);
  button?.focus();
  return button !== null;
}
