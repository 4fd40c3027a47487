import type { Properties } from './jsonSchema';
import { columns, listOf } from './jsonSchema';

const HEAD = 'report rowType organisationId';
/** What a check says, beside the keys of rows. */
const CHECK = 'check ours:number xeros:number difference:number status note';
const ACCOUNT = 'accountId accountCode accountName';
const CONTACT = 'contactId contactName';
const SOURCE = `date sourceType sourceId number reference ${CONTACT}`;
const options = listOf('trackingCategoryId trackingOptionId option');

const aged: Properties = {
	...columns(`${HEAD} level ${CONTACT} documents:number documentType documentId paymentId allocationId number reference date dueDate
		days:number bucket:number bucketLabel currency current:number buckets:numbers bucketLabels:texts credits:number total:number
		outstanding:number amount:number amountAt baseDocumentRate:number baseAsOfRate:number unrealised:number rate:number asOfRate:number
		asOfRateSource asOfRateQuality rateMissing:boolean overSettled:boolean mismatch:boolean outstandingByPayments:number asOf accountId reason`),
	...columns(CHECK),
};

/** What rows of Xero's own reports begin and end with. */
const xeros = (own: Properties, hasAccounts = true): Properties => ({
	...columns(`${HEAD} section sectionPath:texts label`),
	...(hasAccounts ? columns(`${ACCOUNT} accountType accountClass accountGroup`) : {}),
	...own,
	...columns('computed:boolean xeroRowType reportDate reportName'),
});

const agedByContact = xeros(
	columns(
		`${CONTACT} documentId date number dueDate daysOverdue:number total:number paid:number credited:number due:number asOf`,
	),
	false,
);

const BOXES = Array.from({ length: 18 }, (_, at) => `box${at + 1}:number`).join(' ');

/** The columns of a report's rows as Layout of Items begins, those of all kinds of its rows together, by resource and operation. */
export const REPORT_COLUMNS: Readonly<Record<string, Properties>> = {
	'close.closeChecks': columns(`${HEAD} level check name severity count:number amount:number currency ${ACCOUNT} ${CONTACT}
		documentIds:texts documentNumbers:texts text todo url asOf`),
	'currency.bankSummary': xeros(columns('opening:number received:number spent:number closing:number amounts:numbers from to')),
	'currency.currencyRevaluation': columns(`${HEAD} level kind ${ACCOUNT} documentType documentId number reference ${CONTACT} date
		documentRate:number currency rate:number rateSource rateQuality foreign:number baseCost:number revalued:number
		cumulativeGain:number openingRate:number openingRateSource openingForeign:number openingBaseCost:number openingRevalued:number
		openingGain:number periodGain:number realised:number rateMissing:boolean from asOf amount:number outstanding:number reason ${CHECK}`),
	'ledger.generalLedger': {
		...columns(`${HEAD} level ${ACCOUNT} accountClass opening:number debit:number credit:number movement:number notInApi:number
			yearEndClose:number closing:number from to ${SOURCE} description currency foreign:number rate:number taxType`),
		options,
		...columns(`amount:number balance:number reason ${CHECK}`),
	},
	'ledger.liveJournals': {
		...columns(`${HEAD} level source journalId journalNumber:number createdAt ${SOURCE} status partner:number loose:boolean anomaly ${ACCOUNT}
			description net:number tax:number taxType`),
		options,
		...columns(`debit:number credit:number from to amount:number reason ${CHECK}`),
	},
	'owing.agedPayables': aged,
	'owing.agedPayablesByContact': agedByContact,
	'owing.agedReceivables': aged,
	'owing.agedReceivablesByContact': agedByContact,
	'owing.customerStatement':
		columns(`${HEAD} statement type ${CONTACT} currency date dueDate event documentId paymentId allocationId
		number reference total:number amount:number memoAmount:number balance:number from to accountId ${CHECK}`),
	'statement.balanceSheet': xeros({
		...columns('amount:number amounts:numbers'),
		comparatives: listOf('label asOf amount:number'),
		...columns('asOf basis'),
	}),
	'statement.budgetSummary': xeros({
		...columns('amount:number amounts:numbers'),
		months: listOf('month amount:number'),
		...columns('asOf'),
	}),
	'statement.budgetVsActual':
		columns(`${HEAD} level ${ACCOUNT} accountGroup section label actual:number budget:number forecast:number
		variance:number variancePercent:number impact:number favourable:boolean column month from to budgetId budgetName basis ${CHECK}`),
	'statement.cashFlow': columns(`${HEAD} method source activity line total ${ACCOUNT} accountType date sourceType sourceId number
		${CONTACT} amount:number from to reason ${CHECK}`),
	'statement.executiveSummary': xeros(columns('amount:number previous:number variance:number isPercent:boolean from to'), false),
	'statement.profitAndLoss': xeros({
		...columns('amount:number amounts:numbers'),
		comparatives: listOf('label to amount:number'),
		options: listOf('trackingCategoryId trackingOptionId option amount:number'),
		...columns('from to basis'),
	}),
	'statement.trialBalance': xeros(
		columns('debit:number credit:number ytdDebit:number ytdCredit:number movement:number balance:number asOf basis'),
	),
	'statement.trialBalanceByTracking': columns(`${HEAD} level trackingCategoryId trackingOptionId option secondTrackingCategoryId
		secondTrackingOptionId secondOption ${ACCOUNT} accountClass debit:number credit:number balance:number amount:number reason asOf
		basis ${CHECK}`),
	'tax.get': xeros(columns('field value:any values:list from to'), false),
	'tax.taxDetail': columns(`${HEAD} level taxType taxName reportTaxType side rate:number net:number tax:number gross:number
		expectedTax:number notional:boolean lines:number taxEdited:any ${SOURCE} ${ACCOUNT} description currency opening:number
		movement:number notInApi:number closing:number amount:number reason basis from to ${CHECK}`),
	'tax.tenNinetyNine': columns(`${HEAD} form contactId name legalName businessName federalTaxIdType taxId federalTaxClassification
		streetAddress city state zip email ${BOXES} from to xeroRowType reportDate reportName`),
};
