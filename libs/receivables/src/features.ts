import { alertFeature } from './alert/alert.feature.js';
import { absenceFeature } from './absence/absence.feature.js';
import { adjustmentFeature } from './adjustment/adjustment.feature.js';
import { attemptFeature } from './attempt/attempt.feature.js';
import { auditFeature } from './audit/audit.feature.js';
import { batchFeature } from './batch/batch.feature.js';
import { collectionFeature } from './collection/collection.feature.js';
import { creditNoteFeature } from './credit-note/credit-note.feature.js';
import { customerFeature } from './customer/customer.feature.js';
import { demonstrationFeature } from './demonstration/demonstration.feature.js';
import { importFeature } from './import/import.feature.js';
import { disputeFeature } from './dispute/dispute.feature.js';
import { documentFeature } from './document/document.feature.js';
import { draftFeature } from './draft/draft.feature.js';
import { dunningFeature } from './dunning/dunning.feature.js';
import { erasureFeature } from './erasure/erasure.feature.js';
import { instantFeature } from './instant/instant.feature.js';
import { insolvencyFeature } from './insolvency/insolvency.feature.js';
import { policyFeature } from './policy/policy.feature.js';
import { explainFeature } from './explain/explain.feature.js';
import { factFeature } from './fact/fact.feature.js';
import { handOverFeature } from './hand-over/hand-over.feature.js';
import { invoiceFeature } from './invoice/invoice.feature.js';
import type { MoneyOfFacts } from './ledger/control.js';
import { legsBy } from './ledger/posted.js';
import { type Told, tellFact } from './manifest/fact.js';
import type { AnyFeature, ControlOfAll, FactsOfAll, MoneyOfAll } from './manifest/feature.js';
import {
  aboutFacts,
  declarationsOf,
  dutiesOfFacts,
  namesIn,
  policyOf,
  prefixesOf,
  projectionsOf,
  streamsOf,
} from './manifest/registry.js';
import { type AsToday, todayOf } from './manifest/today.js';
import { mailFeature } from './mail/mail.feature.js';
import { meFeature } from './me/me.feature.js';
import { noteFeature } from './note/note.feature.js';
import { mergeFeature } from './merge/merge.feature.js';
import { parkedFeature } from './parked/parked.feature.js';
import { pauseFeature } from './pause/pause.feature.js';
import { liveFeature } from './live/live.feature.js';
import { paymentFeature } from './payment/payment.feature.js';
import { planFeature } from './plan/plan.feature.js';
import { personFeature } from './person/person.feature.js';
import { controlTotals } from './reporting/control-totals.js';
import { proposalFeature } from './proposal/proposal.feature.js';
import { promiseFeature } from './promise/promise.feature.js';
import { reportingFeature } from './reporting/reporting.feature.js';
import { settingsFeature } from './settings/settings.feature.js';
import { searchFeature } from './search/search.feature.js';
import { templateFeature } from './template/template.feature.js';
import { timelineFeature } from './timeline/timeline.feature.js';
import { viewFeature } from './view/view.feature.js';
import { webhookFeature } from './webhook/webhook.feature.js';
import { workFeature } from './work/work.feature.js';

const ALL = [
  batchFeature,
  customerFeature,
  personFeature,
  invoiceFeature,
  paymentFeature,
  creditNoteFeature,
  dunningFeature,
  policyFeature,
  auditFeature,
  erasureFeature,
  parkedFeature,
  reportingFeature,
  disputeFeature,
  pauseFeature,
  promiseFeature,
  planFeature,
  settingsFeature,
  noteFeature,
  documentFeature,
  mergeFeature,
  collectionFeature,
  insolvencyFeature,
  draftFeature,
  handOverFeature,
  absenceFeature,
  workFeature,
  searchFeature,
  adjustmentFeature,
  attemptFeature,
  timelineFeature,
  proposalFeature,
  meFeature,
  viewFeature,
  instantFeature,
  factFeature,
  explainFeature,
  liveFeature,
  demonstrationFeature,
  templateFeature,
  webhookFeature,
  importFeature,
  mailFeature,
  alertFeature,
] as const;

/** Every feature of the receivables, by its manifest: the only place that names them. A new feature is one line here. */
export const FEATURES: readonly AnyFeature[] = ALL;

/** Every fact of the receivables, by type. */
export type ReceivablesFacts = FactsOfAll<typeof ALL>;
export type FactType = keyof ReceivablesFacts;

const SAID = declarationsOf(FEATURES);
/** What the features say of their facts, by type. */
export const FACTS = SAID.facts;
/** What they move, and what they add to the control, by type. */
export const POSTINGS = SAID.postings as MoneyOfAll<typeof ALL>;
export const CONTROLS = SAID.controls as ControlOfAll<typeof ALL>;
/** The legs of a fact in the shape of today. */
export const legsOf = legsBy(SAID.postings);
/** A fact that was read raw in the shape of today. */
export const asToday: AsToday = todayOf(FACTS) ?? ((fact) => fact);
export const MONEY: MoneyOfFacts = { legsOf, controls: SAID.controls, asToday };

/** Every kind of stream, with the slices that features bring. */
export const STREAMS = streamsOf(FEATURES);

/** The streams that projections and reactors listen to. */
export const FACT_STREAMS: readonly string[] = prefixesOf(FEATURES);

export const isFactType = (type: string): type is FactType => Object.hasOwn(FACTS, type);

/** All projections: what `migrate` makes tables for and the projector feeds. */
export const PROJECTIONS = projectionsOf(FEATURES, SAID);

/** What the tables of projections must come to. */
export const CONTROL_TOTALS = controlTotals(
  SAID.controls,
  FEATURES.flatMap(({ totals = [] }) => totals),
);
export const aboutFact = aboutFacts(FACTS);
export const dutiesOf = dutiesOfFacts(FACTS);

export const namedBy = namesIn(FACTS);

/** Where the entity's limits are; undefined: no feature keeps any yet. */
export const POLICY = policyOf(FEATURES);

/** The fact in words. */
export const tell = <Type extends FactType>(type: Type, data: ReceivablesFacts[Type], actor: string): Told =>
  tellFact(FACTS[type]!, data, actor);
