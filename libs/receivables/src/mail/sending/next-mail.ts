import { uuid5 } from '@quittance/event-store';

/** Of what comes to the customer on the same day when the first mail has left, or is full. */
export const nextMailId = (first: string, n: number): string => (n === 0 ? first : uuid5(first, String(n)));
