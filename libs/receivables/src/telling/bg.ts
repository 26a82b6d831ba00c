import type { Sentences } from './sentences.js';

const OPEN = 'остават {open} {currency}';
const FROM = ', в сила от ';

/** What facts say, in Bulgarian. */
export const BG: Sentences = {
  CustomerRegistered: '{actor} регистрира клиента {customerId}',
  CustomerChanged: `{actor} промени клиента {customerId}${FROM}{changedOn}`,
  PersonSeen: '{personId} влезе в Quittance за първи път, с роли {roles}',
  PersonRegistered: '{actor} регистрира лицето {personId}',
  PersonChanged: `{actor} промени лицето {personId}${FROM}{changedOn}`,
  InvoiceIssued:
    '{actor} издаде фактура {number} от {issuedOn} на клиента {customerId} за {total} {currency}, {instalmentsCount, plural, =0 {с падеж {dueOn}} other {на # вноски, първата с падеж {dueOn}}}, отговорник {ownerId}',
  ExtensionGranted: `{actor} удължи срока {instalment, select, none {} other {на вноска {instalment} }}на фактура {number} от {previousDueOn} до {agreedDueOn}${FROM}{grantedOn}`,
  ExtensionRevoked: `{actor} отмени удължения срок {previousDueOn} на фактура {number}${FROM}{revokedOn}`,
  OwnerAssigned: `{actor} прехвърли фактура {number} от {previousOwnerId} на {ownerId}${FROM}{assignedOn}`,
  PaymentApplied: `{actor} отнесе {applied} {currency} от плащането, получено на {receivedOn}, към фактура {number}: ${OPEN}${FROM}{appliedOn}`,
  AllocationRefused:
    '{actor} не можа да отнесе {requested} {currency} от плащането, получено на {receivedOn}, към фактура {number} ({code}): остават неразпределени',
  ApplicationUndone: `{actor} отмени отнасянето на {amount} {currency} към фактура {number}: ${OPEN}${FROM}{appliedOn}`,
  ApplicationReturned: `{actor} отвори отново {amount} {currency} по фактура {number}: парите бяха върнати на {returnedOn}, ${OPEN}`,
  AllocationUndoRequested:
    '{actor} оттегли {undosCount, plural, one {едно погрешно отнасяне} other {# погрешни отнасяния}} на плащането',
  AllocationUndone: '{actor} отбеляза, че фактура {invoiceNumber} върна {amount} {currency} от плащането',
  PaymentCancelled: `{actor} анулира плащането за {amount} {currency}${FROM}{cancelledOn}`,
  PayerIdentified: `{actor} посочи {customerId} като платец${FROM}{identifiedOn}`,
  UnappliedTransferred:
    '{actor} прехвърли {amount} {currency} от плащането от {fromCustomerId, select, none {неизвестен клиент} other {{fromCustomerId}}} на {customerId} на {transferredOn}',
  PaymentRefunded: '{actor} възстанови {amount} {currency} от плащането на {refundedOn}',
  RefundReversed: '{actor} записа, че възстановените {amount} {currency} се върнаха на {reversedOn}',
  PaymentReturned:
    '{actor} записа, че банката върна {amount} {currency} от плащането на {returnedOn} ({code})',
  ReturnReversed: '{actor} записа, че върнатите {amount} {currency} постъпиха отново на {reversedOn}',
  PaymentReceived:
    '{actor} записа {amount} {currency}, получени на {receivedOn}{payerId, select, none {} other { от {payerId}}}, {allocationsCount, plural, =0 {за никоя фактура} one {за една фактура} other {за # фактури}}',
  AllocationRequested:
    '{actor} отнесе плащането от {receivedOn} към {allocationsCount, plural, one {една фактура} other {# фактури}}',
  AllocationAnswered:
    '{actor} отбеляза, че фактура {invoiceNumber} взе {applied} от {requested} {currency} от плащането',
  CreditNoteIssued:
    '{actor} издаде кредитно известие {creditNumber} от {issuedOn} на клиента {customerId} за {total} {currency} ({reasonCode})',
  CreditRequested:
    '{actor} приложи кредитно известие {creditNumber} към {applicationsCount, plural, one {една фактура} other {# фактури}}',
  CreditAnswered:
    '{actor} отбеляза, че фактура {invoiceNumber} взе {applied} от {requested} {currency} от кредитно известие {creditNumber}',
  CreditUndoRequested:
    '{actor} оттегли {amount} {currency} от кредитно известие {creditNumber} от фактура {invoiceNumber}',
  CreditUndoAnswered:
    '{actor} отбеляза, че фактура {invoiceNumber} върна {amount} {currency} от кредитно известие {creditNumber}',
  CreditNoteRefunded:
    '{actor} възстанови {amount} {currency} от кредитно известие {creditNumber} на {refundedOn}',
  CreditNoteRefundReversed:
    '{actor} записа, че възстановените {amount} {currency} от кредитно известие {creditNumber} се върнаха на {reversedOn}',
  CreditNoteCancelled: `{actor} анулира кредитно известие {creditNumber} за {amount} {currency}${FROM}{cancelledOn}`,
  CreditApplied: `{actor} погаси {applied} {currency} от фактура {number} с кредитно известие {creditNumber}: ${OPEN}${FROM}{appliedOn}`,
  CreditRefused:
    '{actor} не можа да приложи {requested} {currency} от кредитно известие {creditNumber} към фактура {number} ({code})',
  CreditUndone: `{actor} отвори отново {amount} {currency} от фактура {number}, погасени с кредитно известие {creditNumber}: ${OPEN}`,
  PolicyVersioned: '{actor} записа версия {version} на правилото за напомняне {policyId}',
  EscalationsHeld: '{actor} задържа {escalations} ескалации от първо изпълнение, докато бъдат потвърдени',
  EscalationsConfirmed: '{actor} потвърди задържаните на {heldOn} {escalations} ескалации',
  PolicyAssigned:
    '{actor} определи от {from} правилото за напомняне {policyId} ({scope}{scopeId, select, none {} other { {scopeId}}})',
  ReminderPlanned:
    '{actor} предвиди напомняне {step} спрямо падежа {agreedDueOn} на фактура {number}: отворени {open} {currency}, отговорник {ownerId}',
  ReminderSkipped:
    '{actor} пропусна напомняне {step} спрямо падежа {agreedDueOn} на фактура {number} ({code})',
  ReminderSent:
    '{actor} изпрати напомняне {step} спрямо падежа {agreedDueOn} на фактура {number} на {sentOn}',
  ReminderRefused:
    '{actor} отказа напомняне {step} спрямо падежа {agreedDueOn} на фактура {number} на {refusedOn}',
  ReminderBounced:
    '{actor} записа, че напомняне {step} спрямо падежа {agreedDueOn} на фактура {number} се върна на {bouncedOn} ({code})',
  OwnerAlerted:
    '{actor} уведоми {ownerId} за фактура {number}, стъпка {step} спрямо падежа {agreedDueOn}: отворени {open} {currency}',
  CollectionProposed:
    '{actor} предложи фактура {number} да се даде за събиране, стъпка {step} спрямо падежа {agreedDueOn}: отворени {open} {currency}',
  InvoiceEscalated:
    '{actor} предаде фактура {number} от {ownerId} на {escalatedTo, select, none {никого, защото няма известен ръководител} other {{escalatedTo}}}: отворени {open} {currency}',
  LogHeadRecorded: '{actor} записа края на дневника на позиция {position}: {facts} факта в {streams} потока',
  MacBegun: '{actor} започна да подписва всеки факт с ключ {key}',
  PersonalDataErased:
    '{actor} изтри личните данни на {customerId, select, none {{personId, select, none {плащане {paymentId}} other {лице {personId}}}} other {клиент {customerId}}}',
  StreamsReleased: '{actor} пусна отново {count} спрени потока',
  DisputeRaised:
    '{actor} записа, че {amount} {currency} от фактура {number} са оспорени ({reasonCode}) от {disputedOn}',
  DisputeResolved:
    '{actor} приключи спора по фактура {number}: {outcome, select, upheld {уважен за {amount} {currency}} rejected {отхвърлен} other {оттеглен}}, от {resolvedOn}',
  Paused:
    '{actor} спря напомнянията {number, select, none {до клиента {customerId}} other {по фактура {number}}} от {pausedOn}{until, select, none {} other { до {until}}}',
  PauseEnded: `{actor} поднови напомнянията {number, select, none {до клиента {customerId}} other {по фактура {number}}}${FROM}{endedOn}`,
  PromiseMade: '{actor} записа обещание да се платят {amount} {currency} по фактура {number} до {promisedOn}',
  PromiseWithdrawn: `{actor} оттегли обещанието по фактура {number}${FROM}{withdrawnOn}`,
  PlanAgreed:
    '{actor} договори план от {instalmentsCount, plural, one {една вноска} other {# вноски}} за {amount} {currency} по фактура {number} от {agreedOn}',
  PlanRevoked: `{actor} отмени плана за вноски по фактура {number}${FROM}{revokedOn}`,
  LimitsSet: '{actor} промени ограниченията на {setOn}',
  DutiesSet: '{actor} промени разделението на задълженията на {setOn}',
  NoteAdded:
    '{actor} записа бележка {number, select, none {за клиента {customerId}} other {по фактура {number}}}{followUpOn, select, none {} other {, за преглед на {followUpOn}}}',
  InvoiceSent: '{actor} отбеляза фактура {number} като изпратена на {sentOn} ({channel})',
  InvoiceVoided: `{actor} анулира фактура {number} за {total} {currency}${FROM}{voidedOn}`,
  CustomerMerged: `{actor} обедини клиента {customerId} с {intoCustomerId}${FROM}{mergedOn}`,
  CustomerMergeUndone: '{actor} раздели отново клиентите {customerId} и {intoCustomerId}',
  HandedToCollection: `{actor} предаде фактура {number} за събиране на {agency}${FROM}{handedOverOn}`,
  ReturnedFromCollection: `{actor} върна фактура {number} от събиране${FROM}{returnedOn}`,
  CustomerInsolvent: '{actor} записа, че клиентът {customerId} е в несъстоятелност от {since}',
  CustomerInsolvencyEnded: `{actor} записа край на несъстоятелността на клиента {customerId}${FROM}{endedOn}`,
  DraftCreated: '{actor} написа чернова на фактура за клиента {customerId}',
  DraftChanged: '{actor} промени черновата за клиента {customerId}: {fields}',
  DraftApproved: '{actor} одобри черновата за клиента {customerId} за {total} {currency}',
  DraftIssued: '{actor} издаде черновата за клиента {customerId} като фактура {number}',
  DraftReopened: 'Фактура {number} беше отказана ({code}): черновата може да се издаде отново',
  DraftDiscarded: '{actor} отхвърли черновата за клиента {customerId}',
  NumberTaken: '{actor} взе номер {number} от серия {series}',
  HandedOver: `{actor} предаде всичко, за което отговаря {personId}, на {toPersonId}${FROM}{handedOverOn}`,
  HandOverUndone: '{actor} отмени предаването от {personId} на {toPersonId} от {handedOverOn}',
  AbsenceRecorded: '{actor} записа, че {personId} отсъства от {from} до {to}: замества {deputyId}',
  AbsenceEnded: '{actor} записа, че отсъствието на {personId} приключи',
  WorkDone:
    '{actor} отбеляза задача като свършена{customerId, select, none {} other { за клиента {customerId}}}',
  WorkSnoozed: '{actor} отложи задача до {until}',
  WriteOffRequested:
    '{actor} поиска да се отпишат {amount} {currency} от фактура {number} ({reasonCode}): решава второ лице',
  WriteOffRefused: '{actor} отказа да отпише {amount} {currency} от фактура {number}',
  WrittenOff: `{actor} отписа {amount} {currency} от фактура {number} ({reasonCode}): ${OPEN}${FROM}{approvedOn}`,
  WriteOffReversed: `{actor} върна отписани {amount} {currency} по фактура {number}: ${OPEN}${FROM}{reversedOn}`,
  WriteOffRestored: `{actor} отписа отново {amount} {currency} от фактура {number}: ${OPEN}${FROM}{restoredOn}`,
  SettlementRequested:
    '{actor} поиска да се погасят {amount} {currency} от фактура {number} ({kind}): решава второ лице',
  SettlementRefused: '{actor} отказа да погаси {amount} {currency} от фактура {number} ({kind})',
  SettlementRecorded: `{actor} погаси {amount} {currency} от фактура {number} ({kind}): ${OPEN}${FROM}{on}`,
  SettlementUndone: `{actor} отвори отново {amount} {currency} от фактура {number} ({kind}): ${OPEN}${FROM}{on}`,
  AttemptRefused: '{actorId} опита {command} върху {document}: отказано ({code})',
  AttemptsCounted: '{actorId} получи отказ поне {count} пъти на {attemptedOn}',
  WebhookRegistered: '{actor} регистрира уебкука {url} (съобщават се: {types})',
  WebhookChanged:
    '{actor} {active, select, false {изключи} other {промени}} уебкука {url} (съобщават се: {types})',
  TemplateVersioned: '{actor} написа версия {version} на текста {key} на език {language}',
  MailDrafted:
    '{actor} подготви писмо до клиента {customerId} ({language}, {tone, select, friendly {любезно} formal {официално} other {твърдо}})',
  MailItemAdded:
    '{actor} добави фактура {number} в писмото до клиента {customerId}: искат се {asked} {currency}',
  MailItemRemoved: '{actor} извади напомняне от писмото до клиента {customerId} ({code})',
  MailChanged: '{actor} промени писмото до клиента {customerId}',
  MailApproved: '{actor} одобри писмото до клиента {customerId}',
  MailRefused: '{actor} отказа писмото до клиента {customerId}',
  MailSendingBegun: '{actor} започна да изпраща писмото до клиента {customerId}: опит {attempt}',
  MailAccepted: 'Пощенският сървър прие писмото до клиента {customerId}',
  MailSendingFailed:
    'Писмото до клиента {customerId} не тръгна ({code}): {final, select, true {няма да се опита отново} other {ще се опита отново}}',
  MailOutcomeUnknown: 'Не се знае дали писмото до клиента {customerId} е тръгнало',
  MailBounced:
    'Писмото до клиента {customerId} се върна ({code}): {permanent, select, true {на този адрес не пристига нищо} other {засега}}',
  AlertsChosen:
    '{actor} избра как се уведомява {personId}: {alerts, select, none {само в списъка със задачи} mail {по имейл ({language})} other {чрез webhook}}',
  DigestDrawnUp:
    '{actor} събра за какво се уведомява {personId}: {itemsCount, plural, one {една фактура} other {# фактури}} и още {more}',
  DigestSendingBegun: '{actor} започна да изпраща известието до {personId}: опит {attempt}',
  DigestAccepted: 'Пощенският сървър прие известието до {personId}',
  DigestSendingFailed:
    'Известието до {personId} не тръгна ({code}): {final, select, true {не се опитва повече} other {опитва се отново}}',
  DigestOutcomeUnknown: 'Не се знае дали известието до {personId} е тръгнало',
  DigestDropped: '{actor} не изпрати известието до {personId} ({code})',

  // Why a proposal is made for money that settles nothing.
  ProposedByReference:
    'Основанието назовава {numbers}{moreNumbers, plural, =0 {} one { и още една} other { и още #}}: отворени {open} {currency}, свободни {free}{strange, select, none {} other {; дължи я друг, а не платецът}}',
  ProposedByAmount:
    'Точно {free} {currency} са отворени по {part, select, none {} other {първата отворена вноска на }}{number}{others, plural, =0 {} one {; също и по още една} other {; също и по още #}}{notAll, select, none {} other {; не всички отворени фактури бяха прегледани}}',
  ProposedBySum:
    '{numbers}{moreNumbers, plural, =0 {} one { и още една} other { и още #}} правят точно {free} {currency}{others, plural, =0 {} other {; също и други}}{notAll, select, none {} other {; не всички отворени фактури бяха прегледани}}',
  ProposedAll:
    'Това е точно всичко отворено: {free} {currency} по {numbers}{moreNumbers, plural, =0 {} one { и още една} other { и още #}}',
  ProposedByAge:
    'Първо най-старите падежи: свободни {free} {currency}, отворени {more, select, none {} other {повече от }}{open}; стига за {count, plural, one {една фактура} other {# фактури}}',
  ProposedByAccount: 'Пари от тази сметка са отнасяни за {customerId} при {times} от {of} плащания.',
};
