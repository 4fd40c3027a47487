import type { IDataObject } from 'n8n-workflow';
import { idOf } from '../ledger/records';

const NORTH = [{ TrackingCategoryID: 't', TrackingOptionID: 'n', Name: 'Region', Option: 'North' }];

type Given = readonly [code: string, net: number, more?: IDataObject];

/** A record of GET /Journals, dates as the node has them. */
export const journal = (
	JournalNumber: number,
	[SourceType, SourceID]: readonly [string, string],
	JournalDate: string,
	...lines: readonly Given[]
): IDataObject => ({
	JournalID: `j${JournalNumber}`,
	JournalNumber,
	JournalDate,
	CreatedDateUTC: `2026-11-${String(JournalNumber - 100).padStart(2, '0')}T10:00:00Z`,
	Reference: '',
	...(SourceType === '' ? {} : { SourceType, SourceID }),
	JournalLines: lines.map(([code, NetAmount, more = {}]) => ({
		AccountID: idOf(code),
		AccountCode: code,
		NetAmount,
		TaxAmount: 0,
		Description: '',
		TrackingCategories: [],
		...more,
	})),
});

const taxed = (TaxAmount: number, more: IDataObject = {}): IDataObject => ({ TaxType: 'OUTPUT2', TaxAmount, ...more });
const [A, B, C] = [['ACCREC', 'A'] as const, ['ACCPAY', 'B'] as const, ['ACCPAY', 'C'] as const];

/** Worked example W4 of the design: every way in which a journal is taken back, or seems to be. */
export const W4: readonly IDataObject[] = [
	journal(101, A, '2026-10-01', ['610', 115], ['200', -100, taxed(-15, { TrackingCategories: NORTH })], ['820', -15]),
	journal(102, A, '2026-10-01', ['610', -115], ['200', 100, taxed(15, { TrackingCategories: NORTH })], ['820', 15]),
	journal(103, A, '2026-10-01', ['610', 230], ['200', -200, taxed(-30, { TrackingCategories: NORTH })], ['820', -30]),
	journal(104, B, '2026-10-02', ['400', 50, { TaxType: 'INPUT2' }], ['800', -50]),
	journal(105, C, '2026-10-02', ['400', 50, { TaxType: 'INPUT2' }], ['800', -50]),
	journal(106, C, '2026-10-02', ['400', -50, { TaxType: 'INPUT2' }], ['800', 50]),
	journal(107, ['ACCRECPAYMENT', 'P'], '2026-10-03', ['090', 230], ['610', -230]),
	journal(108, ['ACCRECPAYMENT', 'P'], '2026-10-03', ['090', -230], ['610', 230]),
	journal(109, ['MANJOURNAL', 'M1'], '2026-09-30', ['400', 80], ['850', -80]),
	journal(110, ['MANJOURNAL', 'M2'], '2026-10-01', ['400', -80], ['850', 80]),
	journal(111, ['', ''], '2026-08-31', ['090', 5000], ['840', -5000]),
	journal(112, B, '2026-10-02', ['400', -50, { TaxType: 'NONE' }], ['800', 50]),
	journal(113, B, '2026-10-02', ['404', 50], ['800', -50]),
	journal(114, ['ACCREC', 'V'], '2026-10-05', ['610', 57.5], ['200', -57.5]),
];
