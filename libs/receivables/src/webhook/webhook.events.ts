/** Facts of `webhook-<uuid>`: where the installation tells what happens. Secrets are never facts. */
export interface WebhookFacts {
  WebhookRegistered: {
    webhookId: string;
    /** Where deliveries are sent: https, or http to an address that the installation allows. */
    url: string;
    /** Types of facts that are told, in the order of their names. */
    types: string[];
    registeredOn: string;
  };
  WebhookChanged: {
    webhookId: string;
    url: string;
    types: string[];
    /** Whether it is told anything: false from the day that somebody switched it off. */
    active: boolean;
    changedOn: string;
  };
}
