import type { Body } from '../../accounting/resource/replies';
import { query } from '../../accounting/resource/request';
import type { Reply } from '../../route';
import type { Call } from '../office';
import type { SuperFundRow } from '../rows';
import { badParameter, inPath, type Kind, listed, whole } from '../wire/lists';
import { answer, changed, written } from '../wire/replies';

const kind: Kind<SuperFundRow> = { plural: 'SuperFunds', singular: 'SuperFund', id: 'SuperFundID' };

/** What each type of fund needs. */
const NEEDED = { REGULATED: ['USI'], SMSF: ['ABN', 'BSB', 'AccountNumber', 'AccountName'] } as const;

/** Products of regulated funds, none of which there is. A fund is created from one by its USI. */
const PRODUCTS: readonly Body[] = [
	{ ABN: '00000000000', USI: 'EXM0001AU', ProductName: 'Example Super' },
	{ ABN: '00000000000', USI: 'EXM0002AU', SPIN: 'EXM0002AU', ProductName: 'Example Super (Pension)' },
	{ ABN: '00000000002', USI: 'MDU0001AU', ProductName: 'Made Up Industry Fund' },
];

/** Adds a fund, or changes what is sent of one. A regulated one has the name of its product. @throws 400 */
function write(call: Call, element: Body, before?: SuperFundRow): SuperFundRow {
	const { office, now } = call;
	const reading = office.reading();
	const { ValidationErrors: _errors, SuperFundID: _id, ...sent } = reading.record<Partial<SuperFundRow>>('SuperFund', element);
	const fund = { ...before, ...sent };
	for (const name of fund.Type ? NEEDED[fund.Type] : [])
		reading.expect(fund[name] !== undefined, name, `The ${name} is required`);
	const product = PRODUCTS.find(({ USI }) => String(USI).toLowerCase() === String(fund.USI).toLowerCase());
	if (fund.Type === 'REGULATED' && sent.USI !== undefined) reading.expect(product !== undefined, 'USI', 'The USI is not valid');
	reading.check();
	return office.superFunds.put({
		...{ Type: 'REGULATED', Name: product?.ProductName },
		...fund,
		...{ SuperFundID: before?.SuperFundID ?? office.newId(), UpdatedDateUTC: now },
	});
}

/** The products with an ABN or a USI. @throws 400 without either */
function products(call: Call): Reply {
	const asked = { ABN: query(call.request, 'ABN')?.trim(), USI: query(call.request, 'USI')?.trim() };
	if (asked.ABN === undefined && asked.USI === undefined) throw badParameter('An ABN or a USI is required');
	const fits = (product: Body, name: 'ABN' | 'USI'): boolean =>
		asked[name] === undefined || String(product[name]).toLowerCase() === asked[name].toLowerCase();
	return answer(
		call,
		'SuperFundProducts',
		PRODUCTS.filter((one) => fits(one, 'ABN') && fits(one, 'USI')),
	);
}

/** Super funds: the path has a small f, the answer a big one. */
export const superFunds: Readonly<Record<string, (call: Call) => Reply>> = {
	getSuperfunds: (call) => listed(call, kind, call.office.superFunds.values()),
	getSuperfund: (call) => answer(call, kind.plural, [whole(call, kind, inPath(call, 'SuperFundID', call.office.superFunds))]),
	createSuperfund: (call) =>
		written(call, kind.plural, (sent) =>
			whole(call, kind, write(call, sent, call.office.superFunds.get(String(sent.SuperFundID)))),
		),
	updateSuperfund(call) {
		const row = inPath(call, 'SuperFundID', call.office.superFunds);
		return changed(call, kind.plural, (sent) => whole(call, kind, write(call, sent, row)));
	},
	getSuperfundProducts: products,
};

/** Every fund, with ISO dates. */
export const superFundRecords = (call: Pick<Call, 'office'>): Body[] =>
	call.office.superFunds.values().map((row) => whole(call, kind, row, 'plain'));
