import type { Sentences } from './sentences.js';

const OPEN = 'offen {open} {currency}';
const FROM = ', wirksam ab ';

/** What facts say, in German. */
export const DE: Sentences = {
  CustomerRegistered: '{actor} hat den Kunden {customerId} angelegt',
  CustomerChanged: `{actor} hat den Kunden {customerId} geändert${FROM}{changedOn}`,
  PersonSeen: '{personId} hat Quittance zum ersten Mal benutzt, mit den Rollen {roles}',
  PersonRegistered: '{actor} hat die Person {personId} angelegt',
  PersonChanged: `{actor} hat die Person {personId} geändert${FROM}{changedOn}`,
  InvoiceIssued:
    '{actor} hat die Rechnung {number} vom {issuedOn} an den Kunden {customerId} über {total} {currency} gestellt, {instalmentsCount, plural, =0 {fällig {dueOn}} other {in # Raten, die erste fällig {dueOn}}}, zuständig {ownerId}',
  ExtensionGranted: `{actor} hat die Fälligkeit {instalment, select, none {} other {der Rate {instalment} }}der Rechnung {number} vom {previousDueOn} auf den {agreedDueOn} verschoben${FROM}{grantedOn}`,
  ExtensionRevoked: `{actor} hat die Verlängerung der Rechnung {number} auf den {previousDueOn} widerrufen${FROM}{revokedOn}`,
  OwnerAssigned: `{actor} hat die Rechnung {number} von {previousOwnerId} an {ownerId} übergeben${FROM}{assignedOn}`,
  PaymentApplied: `{actor} hat {applied} {currency} der am {receivedOn} eingegangenen Zahlung der Rechnung {number} zugeordnet: ${OPEN}${FROM}{appliedOn}`,
  AllocationRefused:
    '{actor} konnte {requested} {currency} der am {receivedOn} eingegangenen Zahlung der Rechnung {number} nicht zuordnen ({code}): sie bleiben nicht zugeordnet',
  ApplicationUndone: `{actor} hat die Zuordnung von {amount} {currency} zur Rechnung {number} aufgehoben: ${OPEN}${FROM}{appliedOn}`,
  ApplicationReturned: `{actor} hat {amount} {currency} der Rechnung {number} wieder geöffnet: das Geld ging am {returnedOn} zurück, ${OPEN}`,
  AllocationUndoRequested:
    '{actor} hat {undosCount, plural, one {eine irrtümliche Zuordnung} other {# irrtümliche Zuordnungen}} der Zahlung zurückgenommen',
  AllocationUndone:
    '{actor} hat vermerkt, dass die Rechnung {invoiceNumber} {amount} {currency} der Zahlung zurückgegeben hat',
  PaymentCancelled: `{actor} hat die Zahlung über {amount} {currency} storniert${FROM}{cancelledOn}`,
  PayerIdentified: `{actor} hat {customerId} als Zahler benannt${FROM}{identifiedOn}`,
  UnappliedTransferred:
    '{actor} hat {amount} {currency} der Zahlung von {fromCustomerId, select, none {Unbekannt} other {{fromCustomerId}}} auf {customerId} umgebucht, am {transferredOn}',
  PaymentRefunded: '{actor} hat {amount} {currency} der Zahlung am {refundedOn} erstattet',
  RefundReversed:
    '{actor} hat erfasst, dass die Erstattung von {amount} {currency} am {reversedOn} zurückkam',
  PaymentReturned:
    '{actor} hat die Rücklastschrift von {amount} {currency} der Zahlung am {returnedOn} erfasst ({code})',
  ReturnReversed:
    '{actor} hat erfasst, dass {amount} {currency} der Rücklastschrift am {reversedOn} wieder eingingen',
  PaymentReceived:
    '{actor} hat {amount} {currency} erfasst, eingegangen am {receivedOn}{payerId, select, none {} other { von {payerId}}}, {allocationsCount, plural, =0 {für keine Rechnung} one {für eine Rechnung} other {für # Rechnungen}}',
  AllocationRequested:
    '{actor} hat die Zahlung vom {receivedOn} {allocationsCount, plural, one {einer Rechnung} other {# Rechnungen}} zugeordnet',
  AllocationAnswered:
    '{actor} hat vermerkt, dass die Rechnung {invoiceNumber} {applied} von {requested} {currency} der Zahlung nahm',
  CreditNoteIssued:
    '{actor} hat die Gutschrift {creditNumber} vom {issuedOn} an den Kunden {customerId} über {total} {currency} gestellt ({reasonCode})',
  CreditRequested:
    '{actor} hat die Gutschrift {creditNumber} auf {applicationsCount, plural, one {eine Rechnung} other {# Rechnungen}} angerechnet',
  CreditAnswered:
    '{actor} hat vermerkt, dass die Rechnung {invoiceNumber} {applied} von {requested} {currency} der Gutschrift {creditNumber} nahm',
  CreditUndoRequested:
    '{actor} hat {amount} {currency} der Gutschrift {creditNumber} von der Rechnung {invoiceNumber} zurückgenommen',
  CreditUndoAnswered:
    '{actor} hat vermerkt, dass die Rechnung {invoiceNumber} {amount} {currency} der Gutschrift {creditNumber} zurückgegeben hat',
  CreditNoteRefunded:
    '{actor} hat {amount} {currency} der Gutschrift {creditNumber} am {refundedOn} erstattet',
  CreditNoteRefundReversed:
    '{actor} hat erfasst, dass die Erstattung von {amount} {currency} der Gutschrift {creditNumber} am {reversedOn} zurückkam',
  CreditNoteCancelled: `{actor} hat die Gutschrift {creditNumber} über {amount} {currency} storniert${FROM}{cancelledOn}`,
  CreditApplied: `{actor} hat {applied} {currency} der Rechnung {number} mit der Gutschrift {creditNumber} ausgeglichen: ${OPEN}${FROM}{appliedOn}`,
  CreditRefused:
    '{actor} konnte {requested} {currency} der Gutschrift {creditNumber} nicht auf die Rechnung {number} anrechnen ({code})',
  CreditUndone: `{actor} hat {amount} {currency} der Rechnung {number} wieder geöffnet, die die Gutschrift {creditNumber} ausgeglichen hatte: ${OPEN}`,
  PolicyVersioned: '{actor} hat Version {version} der Mahnregel {policyId} gespeichert',
  EscalationsHeld:
    '{actor} hat {escalations} Eskalationen eines ersten Laufs angehalten, bis sie bestätigt sind',
  EscalationsConfirmed:
    '{actor} hat die {escalations} Eskalationen bestätigt, die der Lauf vom {heldOn} angehalten hat',
  PolicyAssigned:
    '{actor} hat ab {from} die Mahnregel {policyId} zugewiesen ({scope}{scopeId, select, none {} other { {scopeId}}})',
  ReminderPlanned:
    '{actor} hat die Mahnung {step} zur Fälligkeit {agreedDueOn} der Rechnung {number} vorgesehen: {open} {currency} offen, zuständig {ownerId}',
  ReminderSkipped:
    '{actor} hat die Mahnung {step} zur Fälligkeit {agreedDueOn} der Rechnung {number} ausgelassen ({code})',
  ReminderSent:
    '{actor} hat die Mahnung {step} zur Fälligkeit {agreedDueOn} der Rechnung {number} am {sentOn} gesendet',
  ReminderRefused:
    '{actor} hat die Mahnung {step} zur Fälligkeit {agreedDueOn} der Rechnung {number} am {refusedOn} abgelehnt',
  ReminderBounced:
    '{actor} hat erfasst, dass die Mahnung {step} zur Fälligkeit {agreedDueOn} der Rechnung {number} am {bouncedOn} zurückkam ({code})',
  OwnerAlerted:
    '{actor} hat {ownerId} auf die Rechnung {number} hingewiesen, Schritt {step} zur Fälligkeit {agreedDueOn}: {open} {currency} offen',
  CollectionProposed:
    '{actor} hat vorgeschlagen, die Rechnung {number} an ein Inkasso zu geben, Schritt {step} zur Fälligkeit {agreedDueOn}: {open} {currency} offen',
  InvoiceEscalated:
    '{actor} hat die Rechnung {number} von {ownerId} an {escalatedTo, select, none {niemanden, da keine Leitung bekannt ist,} other {{escalatedTo}}} weitergegeben: {open} {currency} offen',
  LogHeadRecorded:
    '{actor} hat den Kopf des Protokolls bei Position {position} festgehalten: {facts} Fakten in {streams} Strömen',
  MacBegun: '{actor} versieht ab jetzt jeden Fakt mit einem Siegel, mit dem Schlüssel {key}',
  PersonalDataErased:
    '{actor} hat die persönlichen Daten von {customerId, select, none {{personId, select, none {Zahlung {paymentId}} other {Person {personId}}}} other {Kunde {customerId}}} gelöscht',
  StreamsReleased: '{actor} hat {count} angehaltene Ströme freigegeben',
  DisputeRaised:
    '{actor} hat erfasst, dass {amount} {currency} der Rechnung {number} strittig sind ({reasonCode}), ab {disputedOn}',
  DisputeResolved:
    '{actor} hat den Streit über die Rechnung {number} beendet: {outcome, select, upheld {anerkannt über {amount} {currency}} rejected {abgelehnt} other {zurückgezogen}}, ab {resolvedOn}',
  Paused:
    '{actor} hat {number, select, none {Mahnungen an den Kunden {customerId}} other {Mahnungen zur Rechnung {number}}} ausgesetzt, ab {pausedOn}{until, select, none {} other { bis {until}}}',
  PauseEnded: `{actor} hat den Mahnstopp {number, select, none {des Kunden {customerId}} other {der Rechnung {number}}} beendet${FROM}{endedOn}`,
  PromiseMade:
    '{actor} hat die Zusage erfasst, {amount} {currency} der Rechnung {number} bis {promisedOn} zu zahlen',
  PromiseWithdrawn: `{actor} hat die Zahlungszusage zur Rechnung {number} zurückgenommen${FROM}{withdrawnOn}`,
  PlanAgreed:
    '{actor} hat {instalmentsCount, plural, one {eine Rate} other {# Raten}} über {amount} {currency} der Rechnung {number} vereinbart, ab {agreedOn}',
  PlanRevoked: `{actor} hat den Ratenplan der Rechnung {number} widerrufen${FROM}{revokedOn}`,
  LimitsSet: '{actor} hat am {setOn} Grenzen geändert',
  DutiesSet: '{actor} hat am {setOn} die Trennung der Aufgaben geändert',
  NoteAdded:
    '{actor} hat etwas {number, select, none {zum Kunden {customerId}} other {zur Rechnung {number}}} notiert{followUpOn, select, none {} other {, Wiedervorlage {followUpOn}}}',
  InvoiceSent: '{actor} hat die Rechnung {number} am {sentOn} als versendet vermerkt ({channel})',
  InvoiceVoided: `{actor} hat die Rechnung {number} über {total} {currency} storniert${FROM}{voidedOn}`,
  CustomerMerged: `{actor} hat den Kunden {customerId} mit {intoCustomerId} zusammengeführt${FROM}{mergedOn}`,
  CustomerMergeUndone: '{actor} hat die Kunden {customerId} und {intoCustomerId} wieder getrennt',
  HandedToCollection: `{actor} hat die Rechnung {number} an das Inkasso {agency} gegeben${FROM}{handedOverOn}`,
  ReturnedFromCollection: `{actor} hat die Rechnung {number} vom Inkasso zurückgeholt${FROM}{returnedOn}`,
  CustomerInsolvent: '{actor} hat erfasst, dass der Kunde {customerId} seit {since} insolvent ist',
  CustomerInsolvencyEnded: `{actor} hat erfasst, dass die Insolvenz des Kunden {customerId} beendet ist${FROM}{endedOn}`,
  DraftCreated: '{actor} hat einen Rechnungsentwurf für den Kunden {customerId} geschrieben',
  DraftChanged: '{actor} hat den Entwurf für den Kunden {customerId} geändert: {fields}',
  DraftApproved: '{actor} hat den Entwurf für den Kunden {customerId} über {total} {currency} genehmigt',
  DraftIssued: '{actor} hat den Entwurf für den Kunden {customerId} als Rechnung {number} gestellt',
  DraftReopened: 'Die Rechnung {number} wurde abgelehnt ({code}): der Entwurf kann wieder gestellt werden',
  DraftDiscarded: '{actor} hat den Entwurf für den Kunden {customerId} verworfen',
  NumberTaken: '{actor} hat die Nummer {number} der Reihe {series} vergeben',
  HandedOver: `{actor} hat alles, was {personId} betreut, an {toPersonId} übergeben${FROM}{handedOverOn}`,
  HandOverUndone: '{actor} hat die Übergabe von {personId} an {toPersonId} vom {handedOverOn} aufgehoben',
  AbsenceRecorded:
    '{actor} hat erfasst, dass {personId} von {from} bis {to} abwesend ist: {deputyId} vertritt',
  AbsenceEnded: '{actor} hat erfasst, dass die Abwesenheit von {personId} beendet ist',
  WorkDone: '{actor} hat eine Aufgabe erledigt{customerId, select, none {} other { zum Kunden {customerId}}}',
  WorkSnoozed: '{actor} hat eine Aufgabe auf {until} verschoben',
  WriteOffRequested:
    '{actor} hat beantragt, {amount} {currency} der Rechnung {number} auszubuchen ({reasonCode}): eine zweite Person entscheidet',
  WriteOffRefused: '{actor} hat abgelehnt, {amount} {currency} der Rechnung {number} auszubuchen',
  WrittenOff: `{actor} hat {amount} {currency} der Rechnung {number} ausgebucht ({reasonCode}): ${OPEN}${FROM}{approvedOn}`,
  WriteOffReversed: `{actor} hat die Ausbuchung von {amount} {currency} der Rechnung {number} zurückgenommen: ${OPEN}${FROM}{reversedOn}`,
  WriteOffRestored: `{actor} hat {amount} {currency} der Rechnung {number} erneut ausgebucht: ${OPEN}${FROM}{restoredOn}`,
  SettlementRequested:
    '{actor} hat beantragt, {amount} {currency} der Rechnung {number} auszugleichen ({kind}): eine zweite Person entscheidet',
  SettlementRefused:
    '{actor} hat abgelehnt, {amount} {currency} der Rechnung {number} auszugleichen ({kind})',
  SettlementRecorded: `{actor} hat {amount} {currency} der Rechnung {number} ausgeglichen ({kind}): ${OPEN}${FROM}{on}`,
  SettlementUndone: `{actor} hat {amount} {currency} der Rechnung {number} wieder geöffnet ({kind}): ${OPEN}${FROM}{on}`,
  AttemptRefused: '{actorId} hat {command} an {document} versucht: abgelehnt ({code})',
  AttemptsCounted: '{actorId} wurde am {attemptedOn} mindestens {count} Mal abgelehnt',
  WebhookRegistered: '{actor} hat den Webhook {url} registriert (gemeldet werden: {types})',
  WebhookChanged:
    '{actor} hat den Webhook {url} {active, select, false {abgeschaltet} other {geändert}} (gemeldet werden: {types})',
  TemplateVersioned: '{actor} hat Version {version} des Texts {key} in der Sprache {language} geschrieben',
  MailDrafted:
    '{actor} hat eine Mail an den Kunden {customerId} entworfen ({language}, {tone, select, friendly {freundlich} formal {förmlich} other {bestimmt}})',
  MailItemAdded:
    '{actor} hat die Rechnung {number} in die Mail an den Kunden {customerId} aufgenommen: {asked} {currency} gefordert',
  MailItemRemoved: '{actor} hat eine Mahnung aus der Mail an den Kunden {customerId} genommen ({code})',
  MailChanged: '{actor} hat die Mail an den Kunden {customerId} geändert',
  MailApproved: '{actor} hat die Mail an den Kunden {customerId} freigegeben',
  MailRefused: '{actor} hat die Mail an den Kunden {customerId} abgelehnt',
  MailSendingBegun: '{actor} hat begonnen, die Mail an den Kunden {customerId} zu senden: Versuch {attempt}',
  MailAccepted: 'Der Mailserver hat die Mail an den Kunden {customerId} angenommen',
  MailSendingFailed:
    'Die Mail an den Kunden {customerId} ging nicht hinaus ({code}): {final, select, true {es wird nicht mehr versucht} other {es wird wieder versucht}}',
  MailOutcomeUnknown: 'Niemand weiß, ob die Mail an den Kunden {customerId} hinausging',
  MailBounced:
    'Die Mail an den Kunden {customerId} kam zurück ({code}): {permanent, select, true {diese Adresse ist nicht erreichbar} other {vorerst}}',
  AlertsChosen:
    '{actor} hat gewählt, wie {personId} benachrichtigt wird: {alerts, select, none {nur in der Arbeitsliste} mail {per E-Mail ({language})} other {per Webhook}}',
  DigestDrawnUp:
    '{actor} hat zusammengestellt, worüber {personId} benachrichtigt wird: {itemsCount, plural, one {eine Rechnung} other {# Rechnungen}}, dazu {more} weitere',
  DigestSendingBegun: '{actor} hat begonnen, die Benachrichtigung an {personId} zu senden: Versuch {attempt}',
  DigestAccepted: 'Der Mailserver hat die Benachrichtigung an {personId} angenommen',
  DigestSendingFailed:
    'Die Benachrichtigung an {personId} ging nicht hinaus ({code}): {final, select, true {kein weiterer Versuch} other {es wird wieder versucht}}',
  DigestOutcomeUnknown: 'Niemand weiß, ob die Benachrichtigung an {personId} hinausging',
  DigestDropped: '{actor} hat die Benachrichtigung an {personId} nicht gesendet ({code})',

  // Why a proposal is made for money that settles nothing.
  ProposedByReference:
    'Der Verwendungszweck nennt {numbers}{moreNumbers, plural, =0 {} other { und # weitere}}: {open} {currency} offen, {free} frei{strange, select, none {} other {; jemand anderes als der Zahler schuldet es}}',
  ProposedByAmount:
    'Genau {free} {currency} sind offen {part, select, none {bei} other {bei der ersten offenen Rate von}} {number}{others, plural, =0 {} one {; ebenso von einer weiteren} other {; ebenso von # weiteren}}{notAll, select, none {} other {; nicht alle offenen Rechnungen wurden angesehen}}',
  ProposedBySum:
    '{numbers}{moreNumbers, plural, =0 {} other { und # weitere}} ergeben genau {free} {currency}{others, plural, =0 {} other {; andere ebenso}}{notAll, select, none {} other {; nicht alle offenen Rechnungen wurden angesehen}}',
  ProposedAll:
    'Es ist genau alles, was offen ist: {free} {currency} von {numbers}{moreNumbers, plural, =0 {} other { und # weiteren}}',
  ProposedByAge:
    'Die älteste Fälligkeit zuerst: {free} {currency} frei, {more, select, none {} other {mehr als }}{open} offen; es reicht für {count, plural, one {eine Rechnung} other {# Rechnungen}}',
  ProposedByAccount:
    'Geld dieser Kontonummer wurde bei {times} von {of} Zahlungen für {customerId} zugeordnet.',
};
