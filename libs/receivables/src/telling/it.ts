import type { Sentences } from './sentences.js';

// A person reads them: amounts and dates stand as the fact has them.

const OPEN = 'residuo {open} {currency}';
const FROM = ', con effetto dal ';

/** What facts say, in Italian. */
export const IT: Sentences = {
  CustomerRegistered: '{actor} ha registrato il cliente {customerId}',
  CustomerChanged: `{actor} ha modificato il cliente {customerId}${FROM}{changedOn}`,
  PersonSeen: '{personId} ha usato Quittance per la prima volta, con i ruoli {roles}',
  PersonRegistered: '{actor} ha registrato la persona {personId}',
  PersonChanged: `{actor} ha modificato la persona {personId}${FROM}{changedOn}`,
  InvoiceIssued:
    '{actor} ha emesso la fattura {number} del {issuedOn} al cliente {customerId} per {total} {currency}, {instalmentsCount, plural, =0 {scadenza {dueOn}} other {in # rate, la prima con scadenza {dueOn}}}, responsabile {ownerId}',
  ExtensionGranted: `{actor} ha prorogato la scadenza {instalment, select, none {} other {della rata {instalment} }}della fattura {number} dal {previousDueOn} al {agreedDueOn}${FROM}{grantedOn}`,
  ExtensionRevoked: `{actor} ha revocato la proroga della fattura {number} al {previousDueOn}${FROM}{revokedOn}`,
  OwnerAssigned: `{actor} ha affidato la fattura {number} a {ownerId}, prima {previousOwnerId}${FROM}{assignedOn}`,
  PaymentApplied: `{actor} ha abbinato {applied} {currency} del pagamento ricevuto il {receivedOn} alla fattura {number}: ${OPEN}${FROM}{appliedOn}`,
  AllocationRefused:
    '{actor} non ha potuto abbinare {requested} {currency} del pagamento ricevuto il {receivedOn} alla fattura {number} ({code}): restano da abbinare',
  ApplicationUndone: `{actor} ha annullato l’abbinamento di {amount} {currency} alla fattura {number}: ${OPEN}${FROM}{appliedOn}`,
  ApplicationReturned: `{actor} ha riaperto {amount} {currency} della fattura {number}: il denaro è tornato indietro il {returnedOn}, ${OPEN}`,
  AllocationUndoRequested:
    '{actor} ha ripreso {undosCount, plural, one {un abbinamento} other {# abbinamenti}} del pagamento, fatti per errore',
  AllocationUndone:
    '{actor} ha annotato che la fattura {invoiceNumber} ha restituito {amount} {currency} del pagamento',
  PaymentCancelled: `{actor} ha annullato il pagamento di {amount} {currency}${FROM}{cancelledOn}`,
  PayerIdentified: `{actor} ha indicato {customerId} come pagatore${FROM}{identifiedOn}`,
  UnappliedTransferred:
    '{actor} ha trasferito {amount} {currency} del pagamento da {fromCustomerId, select, none {cliente sconosciuto} other {{fromCustomerId}}} a {customerId} il {transferredOn}',
  PaymentRefunded: '{actor} ha rimborsato {amount} {currency} del pagamento il {refundedOn}',
  RefundReversed: '{actor} ha registrato che il rimborso di {amount} {currency} è tornato il {reversedOn}',
  PaymentReturned:
    '{actor} ha registrato lo storno bancario di {amount} {currency} del pagamento il {returnedOn} ({code})',
  ReturnReversed:
    '{actor} ha registrato che {amount} {currency} dello storno bancario sono rientrati il {reversedOn}',
  PaymentReceived:
    '{actor} ha registrato {amount} {currency} ricevuti il {receivedOn}{payerId, select, none {} other { da {payerId}}}, {allocationsCount, plural, =0 {per nessuna fattura} one {per una fattura} other {per # fatture}}',
  AllocationRequested:
    '{actor} ha abbinato il pagamento del {receivedOn} a {allocationsCount, plural, one {una fattura} other {# fatture}}',
  AllocationAnswered:
    '{actor} ha annotato che la fattura {invoiceNumber} ha preso {applied} di {requested} {currency} del pagamento',
  CreditNoteIssued:
    '{actor} ha emesso la nota di credito {creditNumber} del {issuedOn} al cliente {customerId} per {total} {currency} ({reasonCode})',
  CreditRequested:
    '{actor} ha applicato la nota di credito {creditNumber} a {applicationsCount, plural, one {una fattura} other {# fatture}}',
  CreditAnswered:
    '{actor} ha annotato che la fattura {invoiceNumber} ha preso {applied} di {requested} {currency} della nota di credito {creditNumber}',
  CreditUndoRequested:
    '{actor} ha ripreso {amount} {currency} della nota di credito {creditNumber} dalla fattura {invoiceNumber}',
  CreditUndoAnswered:
    '{actor} ha annotato che la fattura {invoiceNumber} ha restituito {amount} {currency} della nota di credito {creditNumber}',
  CreditNoteRefunded:
    '{actor} ha rimborsato {amount} {currency} della nota di credito {creditNumber} il {refundedOn}',
  CreditNoteRefundReversed:
    '{actor} ha registrato che il rimborso di {amount} {currency} della nota di credito {creditNumber} è tornato il {reversedOn}',
  CreditNoteCancelled: `{actor} ha annullato la nota di credito {creditNumber} di {amount} {currency}${FROM}{cancelledOn}`,
  CreditApplied: `{actor} ha chiuso {applied} {currency} della fattura {number} con la nota di credito {creditNumber}: ${OPEN}${FROM}{appliedOn}`,
  CreditRefused:
    '{actor} non ha potuto applicare {requested} {currency} della nota di credito {creditNumber} alla fattura {number} ({code})',
  CreditUndone: `{actor} ha riaperto {amount} {currency} della fattura {number} chiusi dalla nota di credito {creditNumber}: ${OPEN}`,
  PolicyVersioned: '{actor} ha salvato la versione {version} della regola di sollecito {policyId}',
  EscalationsHeld:
    '{actor} ha trattenuto {escalations} passaggi al superiore di una prima esecuzione, finché non sono confermati',
  EscalationsConfirmed: '{actor} ha confermato i {escalations} passaggi al superiore trattenuti il {heldOn}',
  PolicyAssigned:
    '{actor} ha assegnato dal {from} la regola di sollecito {policyId} ({scope}{scopeId, select, none {} other { {scopeId}}})',
  ReminderPlanned:
    '{actor} ha previsto il sollecito {step} sulla scadenza {agreedDueOn} della fattura {number}: {open} {currency} aperti, responsabile {ownerId}',
  ReminderSkipped:
    '{actor} ha saltato il sollecito {step} sulla scadenza {agreedDueOn} della fattura {number} ({code})',
  ReminderSent:
    '{actor} ha inviato il sollecito {step} sulla scadenza {agreedDueOn} della fattura {number} il {sentOn}',
  ReminderRefused:
    '{actor} ha rifiutato il sollecito {step} sulla scadenza {agreedDueOn} della fattura {number} il {refusedOn}',
  ReminderBounced:
    '{actor} ha registrato che il sollecito {step} sulla scadenza {agreedDueOn} della fattura {number} è tornato il {bouncedOn} ({code})',
  OwnerAlerted:
    '{actor} ha avvisato {ownerId} della fattura {number}, passo {step} sulla scadenza {agreedDueOn}: {open} {currency} aperti',
  CollectionProposed:
    '{actor} ha proposto di affidare al recupero la fattura {number}, passo {step} sulla scadenza {agreedDueOn}: {open} {currency} aperti',
  InvoiceEscalated:
    '{actor} ha passato la fattura {number} da {ownerId} a {escalatedTo, select, none {nessuno, perché non è noto alcun responsabile} other {{escalatedTo}}}: {open} {currency} aperti',
  LogHeadRecorded:
    '{actor} ha registrato la testa del registro alla posizione {position}: {facts} fatti in {streams} flussi',
  MacBegun: '{actor} ha iniziato a firmare ogni fatto con la chiave {key}',
  PersonalDataErased:
    '{actor} ha cancellato i dati personali di {customerId, select, none {{personId, select, none {pagamento {paymentId}} other {persona {personId}}}} other {cliente {customerId}}}',
  StreamsReleased: '{actor} ha fatto proseguire {count} flussi fermi',
  DisputeRaised:
    '{actor} ha registrato una contestazione di {amount} {currency} sulla fattura {number} ({reasonCode}) dal {disputedOn}',
  DisputeResolved:
    '{actor} ha chiuso la contestazione sulla fattura {number}: {outcome, select, upheld {accolta per {amount} {currency}} rejected {respinta} other {ritirata}}, dal {resolvedOn}',
  Paused:
    '{actor} ha sospeso i solleciti {number, select, none {al cliente {customerId}} other {della fattura {number}}} dal {pausedOn}{until, select, none {} other { al {until}}}',
  PauseEnded: `{actor} ha ripreso i solleciti {number, select, none {al cliente {customerId}} other {della fattura {number}}}${FROM}{endedOn}`,
  PromiseMade:
    '{actor} ha registrato la promessa di pagare {amount} {currency} della fattura {number} entro il {promisedOn}',
  PromiseWithdrawn: `{actor} ha ritirato la promessa sulla fattura {number}${FROM}{withdrawnOn}`,
  PlanAgreed:
    '{actor} ha concordato un piano di {instalmentsCount, plural, one {una rata} other {# rate}} per {amount} {currency} della fattura {number} dal {agreedOn}',
  PlanRevoked: `{actor} ha revocato il piano di rate della fattura {number}${FROM}{revokedOn}`,
  LimitsSet: '{actor} ha modificato i limiti il {setOn}',
  DutiesSet: '{actor} ha modificato la separazione dei compiti il {setOn}',
  NoteAdded:
    '{actor} ha annotato qualcosa {number, select, none {sul cliente {customerId}} other {sulla fattura {number}}}{followUpOn, select, none {} other {, da riprendere il {followUpOn}}}',
  InvoiceSent: '{actor} ha segnato come inviata la fattura {number} il {sentOn} ({channel})',
  InvoiceVoided: `{actor} ha annullato la fattura {number} di {total} {currency}${FROM}{voidedOn}`,
  CustomerMerged: `{actor} ha unito il cliente {customerId} a {intoCustomerId}${FROM}{mergedOn}`,
  CustomerMergeUndone: '{actor} ha separato di nuovo il cliente {customerId} da {intoCustomerId}',
  HandedToCollection: `{actor} ha affidato la fattura {number} al recupero crediti {agency}${FROM}{handedOverOn}`,
  ReturnedFromCollection: `{actor} ha ripreso la fattura {number} dal recupero crediti${FROM}{returnedOn}`,
  CustomerInsolvent: '{actor} ha registrato che il cliente {customerId} è insolvente dal {since}',
  CustomerInsolvencyEnded: `{actor} ha registrato la fine dell’insolvenza del cliente {customerId}${FROM}{endedOn}`,
  DraftCreated: '{actor} ha scritto una bozza di fattura per il cliente {customerId}',
  DraftChanged: '{actor} ha modificato la bozza per il cliente {customerId}: {fields}',
  DraftApproved: '{actor} ha approvato la bozza per il cliente {customerId} di {total} {currency}',
  DraftIssued: '{actor} ha emesso la bozza per il cliente {customerId} come fattura {number}',
  DraftReopened: 'La fattura {number} è stata rifiutata ({code}): la bozza può essere emessa di nuovo',
  DraftDiscarded: '{actor} ha scartato la bozza per il cliente {customerId}',
  NumberTaken: '{actor} ha preso il numero {number} della serie {series}',
  HandedOver: `{actor} ha passato tutto ciò che segue {personId} a {toPersonId}${FROM}{handedOverOn}`,
  HandOverUndone: '{actor} ha annullato il passaggio da {personId} a {toPersonId} del {handedOverOn}',
  AbsenceRecorded:
    '{actor} ha registrato che {personId} è assente dal {from} al {to}: lo sostituisce {deputyId}',
  AbsenceEnded: '{actor} ha registrato che l’assenza di {personId} è finita',
  WorkDone:
    '{actor} ha segnato come fatto un lavoro{customerId, select, none {} other { del cliente {customerId}}}',
  WorkSnoozed: '{actor} ha rimandato un lavoro al {until}',
  WriteOffRequested:
    '{actor} ha chiesto di stralciare {amount} {currency} della fattura {number} ({reasonCode}): decide una seconda persona',
  WriteOffRefused: '{actor} ha rifiutato lo stralcio di {amount} {currency} della fattura {number}',
  WrittenOff: `{actor} ha stralciato {amount} {currency} della fattura {number} ({reasonCode}): ${OPEN}${FROM}{approvedOn}`,
  WriteOffReversed: `{actor} ha ripreso {amount} {currency} stralciati della fattura {number}: ${OPEN}${FROM}{reversedOn}`,
  WriteOffRestored: `{actor} ha stralciato di nuovo {amount} {currency} della fattura {number}: ${OPEN}${FROM}{restoredOn}`,
  SettlementRequested:
    '{actor} ha chiesto di chiudere {amount} {currency} della fattura {number} ({kind}): decide una seconda persona',
  SettlementRefused: '{actor} ha rifiutato di chiudere {amount} {currency} della fattura {number} ({kind})',
  SettlementRecorded: `{actor} ha chiuso {amount} {currency} della fattura {number} ({kind}): ${OPEN}${FROM}{on}`,
  SettlementUndone: `{actor} ha riaperto {amount} {currency} della fattura {number} ({kind}): ${OPEN}${FROM}{on}`,
  AttemptRefused: '{actorId} ha tentato {command} su {document}: rifiutato ({code})',
  AttemptsCounted: '{actorId} è stato rifiutato almeno {count} volte il {attemptedOn}',
  WebhookRegistered: '{actor} ha registrato il webhook {url} (tipi comunicati: {types})',
  WebhookChanged:
    '{actor} ha {active, select, false {disattivato} other {modificato}} il webhook {url} (tipi comunicati: {types})',
  TemplateVersioned: '{actor} ha scritto la versione {version} del testo {key} in lingua {language}',
  MailDrafted:
    '{actor} ha preparato un messaggio al cliente {customerId} ({language}, {tone, select, friendly {cordiale} formal {formale} other {fermo}})',
  MailItemAdded:
    '{actor} ha messo la fattura {number} nel messaggio al cliente {customerId}: richiesti {asked} {currency}',
  MailItemRemoved: '{actor} ha tolto un sollecito dal messaggio al cliente {customerId} ({code})',
  MailChanged: '{actor} ha modificato il messaggio al cliente {customerId}',
  MailApproved: '{actor} ha approvato il messaggio al cliente {customerId}',
  MailRefused: '{actor} ha rifiutato il messaggio al cliente {customerId}',
  MailSendingBegun: '{actor} ha iniziato a inviare il messaggio al cliente {customerId}: tentativo {attempt}',
  MailAccepted: 'Il server di posta ha preso in carico il messaggio al cliente {customerId}',
  MailSendingFailed:
    'Il messaggio al cliente {customerId} non è partito ({code}): {final, select, true {non si riprova} other {si riprova}}',
  MailOutcomeUnknown: 'Non si sa se il messaggio al cliente {customerId} sia partito',
  MailBounced:
    'Il messaggio al cliente {customerId} è tornato indietro ({code}): {permanent, select, true {a quell’indirizzo non arriva nulla} other {per ora}}',
  AlertsChosen:
    '{actor} ha scelto come viene avvisato {personId}: {alerts, select, none {solo nell’elenco di lavoro} mail {per posta elettronica ({language})} other {per webhook}}',
  DigestDrawnUp:
    '{actor} ha raccolto ciò di cui {personId} viene avvisato: {itemsCount, plural, one {una fattura} other {# fatture}}, oltre a {more}',
  DigestSendingBegun: '{actor} ha iniziato a inviare l’avviso a {personId}: tentativo {attempt}',
  DigestAccepted: 'Il server di posta ha preso in carico l’avviso a {personId}',
  DigestSendingFailed:
    'L’avviso a {personId} non è partito ({code}): {final, select, true {non si riprova} other {si riprova}}',
  DigestOutcomeUnknown: 'Non si sa se l’avviso a {personId} sia partito',
  DigestDropped: '{actor} non ha inviato l’avviso a {personId} ({code})',

  // Why a proposal is made for money that settles nothing.
  ProposedByReference:
    'Il riferimento nomina {numbers}{moreNumbers, plural, =0 {} one { e un’altra} many { e altre #} other { e altre #}}: residuo {open} {currency}, liberi {free}{strange, select, none {} other {; la deve qualcuno che non è chi paga}}',
  ProposedByAmount:
    'Esattamente {free} {currency} restano aperti {part, select, none {per la fattura} other {per la prima rata aperta della fattura}} {number}{others, plural, =0 {} one {; anche di un’altra} many {; anche di altre #} other {; anche di altre #}}{notAll, select, none {} other {; non tutte le fatture aperte sono state guardate}}',
  ProposedBySum:
    '{numbers}{moreNumbers, plural, =0 {} one { e un’altra} many { e altre #} other { e altre #}} fanno esattamente {free} {currency}{others, plural, =0 {} other {; anche altre combinazioni}}{notAll, select, none {} other {; non tutte le fatture aperte sono state guardate}}',
  ProposedAll:
    'È esattamente tutto ciò che è aperto: {free} {currency} di {numbers}{moreNumbers, plural, =0 {} one { e un’altra} many { e altre #} other { e altre #}}',
  ProposedByAge:
    'Prima le scadenze più vecchie: liberi {free} {currency}, aperti {more, select, none {} other {più di }}{open}; basta per {count, plural, one {una fattura} many {# fatture} other {# fatture}}',
  ProposedByAccount:
    'Il denaro di questo conto è stato abbinato per {customerId} in {times} di {of} incassi.',
};
