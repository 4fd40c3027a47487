import type { Example } from './example';

const OCTOBER = { period: 'custom', fromDate: '2026-10-01', toDate: '2026-10-31' };

/** Gross lines of a rate, with every input filled in. */
export const taxDetail: Example[] = [
	{
		parameters: [
			{
				...OCTOBER,
				rows: 'both',
				options: {
					basis: 'cash',
					groupBy: 'reportTaxType',
					untaxed: true,
					unpaidTax: true,
					totals: 'group',
					tieOut: true,
					return: ['row', 'check'],
					onDifference: 'return',
					mostCalls: 100,
					alsoAsPage: true,
				},
			},
		],
		sends: [],
	},
];
