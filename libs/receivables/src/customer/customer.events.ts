import type { Changed } from '../changes.events.js';
import type { Personal } from '../personal.js';
import type { PaymentTerms } from '../terms/payment.terms.js';

/** Where letters go. */
export interface Address {
  street?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  /** ISO 3166, two letters. */
  country?: string;
}

/** Whom letters of a kind go to. */
export interface Contact {
  purpose: 'billing' | 'dunning' | 'copy';
  name?: string;
  email?: string;
  phone?: string;
}

/** What is known of a customer, each field for itself. */
export interface Master {
  name?: string;
  email?: string;
  phone?: string;
  vatId?: string;
  address?: Address;
  contacts?: Contact[];
  currency?: string;
  terms?: PaymentTerms;
  /** The person who owns what nobody owns by name. */
  ownerId?: string;
  /** The hand-over of that person that was there when they were named: it does not cover this. */
  ownerDespite?: string;
  /** BCP 47, for letters. */
  language?: string;
  segment?: string;
  highValue?: boolean;
  /** How much they may owe, by currency. */
  creditLimit?: Record<string, string>;
}

/** The fields that tell of people. */
export const SEALED = ['name', 'email', 'phone', 'vatId', 'address', 'contacts'] as const;

/** Facts of `customer-<uuid>`. */
export interface CustomerFacts {
  CustomerRegistered: {
    customerId: string;
    currency?: string;
    terms?: PaymentTerms;
    /** The person who owns the customer's invoices by default. */
    ownerId?: string;
    /** BCP 47, for letters. */
    language?: string;
    registeredOn: string;
    /** The hand-over of the owner that was there when they were named: it does not cover this. */
    ownerDespite?: string;
    personal: Personal<{ name: string; email: string; phone: string }>;
  };
  CustomerChanged: Changed & { customerId: string; changedOn: string; ownerDespite?: string };
}
