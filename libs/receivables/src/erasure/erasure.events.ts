/** The fact by which personal data is erased: in the stream of a customer, a person or a payment. */
export interface ErasureFacts {
  /** The key of the subject is destroyed: what was sealed for them, in whatever stream, cannot be read again. */
  PersonalDataErased: {
    /** Name of the stream whose key it is. */
    subject: string;
    /** One of the three, by which the subject is known. */
    customerId?: string;
    personId?: string;
    paymentId?: string;
    erasedOn: string;
    /** Why, in words that name nobody: this text stays for ever. */
    reason: string;
  };
}
