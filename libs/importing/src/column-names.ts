import type { Field } from './fields.js';

/** What columns are called, in English, Italian, Bulgarian and German: words without blanks and signs, in lower case. */
const NAMES: { [F in Field]: string } = {
  number: `number no nr num invoice invoiceno invoicenr invoicenumber invoiceid invnumber invno docno docnumber documentno
    documentnumber documentid docid voucherno billno billnumber belegnummer belegnr rechnung rechnungsnummer rechnungsnr
    rechnungnr renr rgnr numero numerofattura numfattura nfattura fattura fatturanumero numerodocumento numdoc ndoc
    documento номер номерфактура фактура фактураномер номернафактура фактурано документ номердокумент номернадокумент`,
  customerId: `customer customerid customerno customernumber customernr customercode custid custno custnumber custcode client
    clientid clientcode clientno debtor debtorid debtorno account accountno accountnumber kunde kundennummer kundennr kundenr
    kdnr debitor debitorennummer debitornr cliente codicecliente codcliente idcliente clientecodice codcli cli
    клиент клиентномер номерклиент кодклиент кодниаклиент кодналклиент кодклиента контрагент кодконтрагент eik еик булстат`,
  customerName: `name customername custname namecustomer clientname companyname debtorname kundenname namekunde firma firmenname
    nachname ragionesociale denominazione nome nomecliente intestatario име наименование имеклиент именаклиент
    имеконтрагент наименованиеклиент наименованиенаклиент`,
  issuedOn: `issued issuedon issuedate date invoicedate invdate docdate documentdate documentcreatedate postingdate billdate billingdate
    datum rechnungsdatum belegdatum ausstellungsdatum ausgestellt rgdatum data datafattura datadocumento datadoc dataemissione
    emissione emessa дата датафактура датанафактура датадокумент датаиздаване датанаиздаване издадена`,
  dueOn: `due dueon duedate duein dueindate paymentdue maturity maturitydate faellig faelligam fallig falligam faelligkeit falligkeit
    faelligkeitsdatum falligkeitsdatum zahlbarbis scadenza datascadenza scade scadeil падеж датападеж падежнадата
    датанападеж срок срокнаплащане срокзаплащане`,
  total: `total amount totalamount invoiceamount invoicetotal gross grossamount totalopenamount amountgross sum value betrag gesamt
    gesamtbetrag bruttobetrag brutto rechnungsbetrag summe endbetrag importo totale totalefattura totaledocumento importototale
    importofattura lordo ammontare сума обща общасума общо всичко стойност общсума крайнасума`,
  currency: `currency cur ccy curr currencycode invoicecurrency waehrung wahrung whg valuta divisa codicevaluta валута
    валутакод кодвалута`,
  paidOn: `paid paidon paiddate datepaid paymentdate settled settleddate settlementdate cleardate clearingdate cleared bezahlt bezahltam
    zahlungsdatum zahldatum ausgleichsdatum ausgleich pagato pagata pagatoil datapagamento datasaldo saldata incasso dataincasso
    платена платено датаплащане датанаплащане платенана`,
  paidAmount: `paidamount amountpaid paymentamount payment paymenttotal received bezahlterbetrag gezahlt zahlbetrag zahlungsbetrag zahlung
    importopagato pagamento importoincassato incassato платенасума сумаплащане плащане`,
  reference: `reference ref paymentreference paymentref remittance referenz verwendungszweck zahlungsreferenz riferimento causale
    rifpagamento основание референция`,
  ownerId: `owner ownerid collector accountmanager salesrep salesperson responsible bearbeiter sachbearbeiter zustaendig verantwortlich
    responsabile agente incaricato отговорник отговорен служител`,
  recordedAt: `recordedat recordedon recorded createdat created createdon entrydate entered erfasst erfasstam erfassungsdatum buchungsdatum
    gebuchtam registrato datareg dataregistrazione inserito въведена въведенона датавъвеждане осчетоводена`,
  terms: `terms paymentterms paymentterm termsofpayment custpaymentterms termscode zahlungsbedingung zahlungsbedingungen zahlungsziel
    zahlungskondition condizioni condizionipagamento condizionidipagamento terminipagamento termini условия
    условиязаплащане условиянаплащане`,
  open: `open openamount outstanding balance amountdue residual offen offenerbetrag restbetrag saldo aperto residuo остатък салдо`,
  settledBefore: `settledbefore paidbefore alreadypaid bereitsbezahlt giapagato платенопреди`,
  lastReminder: `lastreminder lastreminderdate letztemahnung mahndatum ultimosollecito последнонапомняне`,
  remindersSent: `reminderssent reminders dunninglevel mahnstufe solleciti напомняния`,
  instalments: `instalments installments raten ratenplan rate scadenze вноски`,
  disputed: `disputed dispute isdisputed indispute strittig reklamation reklamiert contestata contestato contestazione оспорена
    оспорено спор`,
  disputedOn: `disputedon disputedate datedisputed reklamiertam datacontestazione датаоспорване`,
  externalId: `externalid transactionid txid bankreference bankref accountservicerreference entryreference buchungsnummer
    identificativo идентификатор`,
  method: `method paymentmethod zahlungsart zahlweise modalita metodopagamento начинплащане`,
  payerAccount: `payeraccount payeriban debtoriban zahleriban ibanzahler ibanordinante ибанплатец`,
  company: `company companycode businesscode businessunit entity legalentity companyid mandant buchungskreis gesellschaft firmennummer
    azienda societa codicesocieta codiceazienda дружество фирма кодфирма предприятие`,
};

/** A name without its accents, blanks and signs. */
const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');

const FIELD_OF = new Map<string, { field: Field; rank: number }>();
for (const [field, names] of Object.entries(NAMES)) {
  for (const [rank, name] of names.split(/\s+/).entries()) {
    const folded = fold(name);
    if (folded && !FIELD_OF.has(folded)) FIELD_OF.set(folded, { field: field as Field, rank });
  }
}

export interface ColumnsFound {
  columns: Partial<Record<Field, string>>;
  /** Columns that could be a field that another one was taken for. */
  doubtful: { field: Field; column: string; taken: string }[];
}

/** What a header's columns are by their names; of several for one field the one that is called so most plainly. */
export function columnsByName(header: readonly string[]): ColumnsFound {
  const candidates = new Map<Field, { column: string; rank: number }[]>();
  for (const name of header) {
    const found = FIELD_OF.get(fold(name));
    if (!found) continue;
    const column = name.normalize('NFC').trim();
    candidates.set(found.field, [...(candidates.get(found.field) ?? []), { column, rank: found.rank }]);
  }
  const columns: ColumnsFound['columns'] = {};
  const doubtful: ColumnsFound['doubtful'] = [];
  for (const [field, named] of candidates) {
    const [best, ...others] = named.sort((a, b) => a.rank - b.rank);
    columns[field] = best!.column;
    for (const { column } of others) doubtful.push({ field, column, taken: best!.column });
  }
  // Two amounts and a day of payment: the second one is what was paid.
  const second = doubtful.find(({ field }) => field === 'total');
  if (second && columns.paidOn && !columns.paidAmount) columns.paidAmount = second.column;
  return { columns, doubtful };
}
