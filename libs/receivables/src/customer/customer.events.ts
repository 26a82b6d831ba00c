import type { Personal } from '../personal.js';
import type { PaymentTerms } from '../terms/payment.terms.js';

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
    personal: Personal<{ name: string; email: string; phone: string }>;
  };
}
