// The items of a revaluation: bank accounts and documents, totals, what could not be valued, and checks (sections 2.5 and 4.5).

import type { IDataObject } from 'n8n-workflow';
import type { Decimal } from '../../shared/model/decimal';
import { asNumber, rounded } from '../../shared/model/decimal';
import { amountOf } from '../facts/money';
import { documentTypeOf } from './documentTypes';
import type { RevaluationKind, RevaluationLine } from './revaluation';
import { periodGain, revaluationLines, sumOfAll } from './revaluation';
import type { RevaluationFacts } from './revaluationChecks';
import { revaluationChecks } from './revaluationChecks';
import { checkRow } from './rows';
import { accountKeys } from './transactionRows';

/** Decimals of a rate in rows: an implied one has more than anyone wants to see. */
const SHOWN_DECIMALS = 10;

const REPORT = 'currencyRevaluation';

const rateOf = (rate: Decimal | undefined): number | null =>
	rate === undefined ? null : asNumber(rounded(rate, SHOWN_DECIMALS));

const orNull = (value: bigint | undefined, decimals: number): number | null =>
	value === undefined ? null : amountOf(value, decimals);

/** How the items of a revaluation are shown. */
export interface RevaluationView {
	readonly organisationId: string | null;
	/** `group`: one for each kind, and the grand total. */
	readonly totals: 'none' | 'group' | 'grand';
}

interface Making extends RevaluationView {
	readonly facts: RevaluationFacts;
}

const days = ({ facts: { context } }: Making): IDataObject => ({ from: context.from, asOf: context.to });

function lineRow(line: RevaluationLine, making: Making): IDataObject {
	const { kind, accountId, document, currency, decimals, opening, closing, realised } = line;
	const { accounts, organisation } = making.facts.context;
	const base = (value: bigint | undefined): number | null => orNull(value, organisation.decimals);
	return {
		report: REPORT,
		rowType: 'row',
		organisationId: making.organisationId,
		kind,
		...accountKeys(accountId, accounts.byId.get(accountId)),
		documentType: document ? documentTypeOf(document) : null,
		documentId: document?.id ?? null,
		number: document?.number ?? null,
		reference: document?.reference ?? null,
		contactId: document?.contactId ?? null,
		contactName: document?.contactName ?? null,
		date: document?.date ?? null,
		documentRate: rateOf(document?.rate),
		currency,
		rate: rateOf(closing.rate?.rate),
		rateSource: closing.rate?.source ?? null,
		rateQuality: closing.rate?.quality ?? null,
		foreign: amountOf(closing.foreign, decimals),
		baseCost: base(closing.cost),
		revalued: base(closing.revalued),
		cumulativeGain: base(closing.gain),
		openingRate: rateOf(opening.rate?.rate),
		openingRateSource: opening.rate?.source ?? null,
		openingForeign: amountOf(opening.foreign, decimals),
		openingBaseCost: base(opening.cost),
		openingRevalued: base(opening.revalued),
		openingGain: base(opening.gain),
		periodGain: base(periodGain(line)),
		realised: kind === 'bank' ? null : base(realised),
		rateMissing: closing.cost === undefined || opening.cost === undefined,
		...days(making),
	};
}

function totalRow(kind: RevaluationKind | null, lines: readonly RevaluationLine[], making: Making): IDataObject {
	const of = (figure: (line: RevaluationLine) => bigint | undefined): number | null =>
		orNull(sumOfAll(lines.map(figure)), making.facts.baseDecimals);
	return {
		report: REPORT,
		rowType: 'total',
		organisationId: making.organisationId,
		level: kind === null ? 'report' : 'kind',
		kind,
		currency: making.facts.context.organisation.baseCurrency,
		baseCost: of(({ closing }) => closing.cost),
		revalued: of(({ closing }) => closing.revalued),
		cumulativeGain: of(({ closing }) => closing.gain),
		openingGain: of(({ opening }) => opening.gain),
		periodGain: of(periodGain),
		realised: of(({ realised }) => realised),
		...days(making),
	};
}

const KINDS: readonly RevaluationKind[] = ['bank', 'receivable', 'payable'];

function totalRows(lines: readonly RevaluationLine[], making: Making): IDataObject[] {
	if (making.totals === 'none') return [];
	const grand = totalRow(null, lines, making);
	if (making.totals === 'grand') return [grand];
	const groups = KINDS.map((kind) => [kind, lines.filter((line) => line.kind === kind)] as const);
	return [...groups.filter(([, own]) => own.length > 0).map(([kind, own]) => totalRow(kind, own, making)), grand];
}

/** Records whose rate or amount Xero did not say: what they cost or realised is in no sum. */
function notInApiRows(lines: readonly RevaluationLine[], making: Making): IDataObject[] {
	const { movements, gains, context } = making.facts;
	const row = (accountId: string, reason: string, more: IDataObject): IDataObject => ({
		report: REPORT,
		rowType: 'notInApi',
		organisationId: making.organisationId,
		...accountKeys(accountId, context.accounts.byId.get(accountId)),
		amount: null,
		reason,
		documentId: null,
		number: null,
		date: null,
		currency: null,
		outstanding: null,
		...more,
	});
	return [
		...movements
			.filter(({ base, foreign }) => base === undefined || foreign === undefined)
			.map(({ accountId, id, date, foreign }) => {
				const account = context.accounts.byId.get(accountId);
				const outstanding = orNull(foreign, account?.decimals ?? 2);
				return row(accountId, 'rateMissing', { documentId: id, date, currency: account?.currency ?? null, outstanding });
			}),
		...lines
			.filter(({ document }) => document !== null && document.rate === undefined)
			.map(({ accountId, document, currency, decimals, closing }) =>
				row(accountId, 'rateMissing', {
					...{ documentId: document!.id, number: document!.number, date: document!.date, currency },
					outstanding: amountOf(closing.foreign, decimals),
				}),
			),
		...gains.omissions.map(({ reason, source, accountIds }) =>
			row(accountIds[0] ?? '', reason, {
				documentId: source.id,
				number: source.number,
				date: source.date,
				currency: source.currency,
			}),
		),
	];
}

/** The items of a revaluation: bank accounts, then the documents of each side; totals; what could not be valued; checks. */
export function revaluationRows(facts: RevaluationFacts, view: RevaluationView): IDataObject[] {
	const lines = revaluationLines(facts);
	const making = { ...view, facts };
	const head = { report: REPORT, organisationId: view.organisationId };
	return [
		...lines.map((line) => lineRow(line, making)),
		...totalRows(lines, making),
		...notInApiRows(lines, making),
		...revaluationChecks(lines, facts).map((check) => checkRow(head, check, facts.baseDecimals)),
	];
}
