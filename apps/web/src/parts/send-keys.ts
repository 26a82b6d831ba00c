import type { KeyboardEvent } from 'react';

/** Ctrl Enter sends, on its way down: the segments of a date keep what is pressed to themselves. */
export function sendByKeys(event: KeyboardEvent, send: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  send();
}
