import type { INodeParameters } from 'n8n-workflow';
import { bodyOf, event, HARBOUR, KERERU, staged } from './stage';

const stage = staged({ seed: 'empty' });

const CATEGORIES = ['CONTACT', 'CREDITNOTE', 'INVOICE', 'OVERPAYMENT', 'PREPAYMENT', 'SUBSCRIPTION', 'PAYSLIP'];
const all = [
	...CATEGORIES.map((eventCategory) => event({ eventCategory, eventType: 'UPDATE' })),
	event({ eventCategory: 'CONTACT', eventType: 'Create', tenantId: HARBOUR }),
	event({
		eventCategory: 'SUBSCRIPTION',
		eventType: 'CREATE',
		tenantType: 'APPLICATION',
		tenantId: '11111111-2222-4333-8444-555555555555',
	}),
];

/** What of `all` starts an execution, as category and type. */
async function passed(parameters: INodeParameters): Promise<string[]> {
	const active = await stage.activate({ fetchRecord: false, ...parameters });
	expect((await stage.post(active, bodyOf(all))).status).toBe(200);
	return active.stored.flat().map(({ json }) => `${String(json.eventCategory)} ${String(json.eventType)}`);
}

test('All passes everything, kinds that nobody knows yet as well', async () => {
	expect(await passed({})).toEqual([
		'CONTACT UPDATE',
		'CREDITNOTE UPDATE',
		'INVOICE UPDATE',
		'OVERPAYMENT UPDATE',
		'PREPAYMENT UPDATE',
		'SUBSCRIPTION UPDATE',
		'PAYSLIP UPDATE',
		'CONTACT CREATE',
		'SUBSCRIPTION CREATE',
	]);
});

test('chosen kinds pass and no others', async () => {
	expect(await passed({ eventCategory: ['CONTACT', 'PREPAYMENT'] })).toEqual([
		'CONTACT UPDATE',
		'PREPAYMENT UPDATE',
		'CONTACT CREATE',
	]);
});

test('kinds may come from an expression as a text', async () => {
	expect(await passed({ eventCategory: '={{ "CREDITNOTE, OVERPAYMENT" }}' })).toEqual([
		'CREDITNOTE UPDATE',
		'OVERPAYMENT UPDATE',
	]);
});

test('Created passes what was created, however Xero spells it', async () => {
	expect(await passed({ eventType: 'CREATE' })).toEqual(['CONTACT CREATE', 'SUBSCRIPTION CREATE']);
});

test('Updated passes what was not created', async () => {
	expect(await passed({ eventType: 'UPDATE', eventCategory: ['CONTACT'] })).toEqual(['CONTACT UPDATE']);
});

test('a chosen organisation passes its own events, and those of the app, which belong to none', async () => {
	expect(await passed({ organisations: [HARBOUR.toUpperCase()] })).toEqual(['CONTACT CREATE', 'SUBSCRIPTION CREATE']);
	expect(await passed({ organisations: [HARBOUR, KERERU], eventCategory: ['CONTACT'] })).toEqual([
		'CONTACT UPDATE',
		'CONTACT CREATE',
	]);
});

test('a delivery without a wanted event starts nothing', async () => {
	const active = await stage.activate({ fetchRecord: false, eventCategory: ['CONTACT'] });
	expect((await stage.post(active, bodyOf([event()]))).status).toBe(200);
	expect(active.stored).toEqual([]);
});

test('what the filters kept out passes once they let it, should Xero send it again', async () => {
	const active = await stage.activate({ fetchRecord: false, eventCategory: ['CONTACT'] });
	await stage.post(active, bodyOf([event()]));
	active.parameters = { fetchRecord: false };
	await stage.post(active, bodyOf([event()]));
	expect(active.stored).toHaveLength(1);
});

test('the side of a credit note is known before its record is', async () => {
	const credit = (end: number, Type: string) =>
		event({
			eventCategory: 'CREDITNOTE',
			resourceId: `0a6f7c1e-1111-4aaa-8bbb-00000000000${end}`,
			data: { Type, Status: 'DRAFT' },
		});
	const active = await stage.activate({ side: 'purchases' });
	await stage.post(active, bodyOf([credit(1, 'ACCRECCREDIT'), credit(2, 'ACCPAYCREDIT'), event({ eventCategory: 'CONTACT' })]));
	const types = active.stored.flat().map(({ json }) => (json.data as { Type: string } | undefined)?.Type ?? json.eventCategory);
	expect(types).toEqual(['ACCPAYCREDIT', 'CONTACT']);
});

test('each event leaves with Xero’s own names, its time in UTC and its place in the sequence', async () => {
	const active = await stage.activate({ fetchRecord: false });
	await stage.post(active, bodyOf([event({ eventType: 'Update' })], 41));
	expect((await active.json())[0]).toEqual({
		resourceUrl: 'https://api.xero.com/api.xro/2.0/Invoices/0a6f7c1e-1111-4aaa-8bbb-000000000001',
		resourceId: '0a6f7c1e-1111-4aaa-8bbb-000000000001',
		tenantId: KERERU,
		tenantType: 'ORGANISATION',
		eventCategory: 'INVOICE',
		eventType: 'UPDATE',
		eventDateUtc: '2026-10-01T09:30:00.123Z',
		sequence: 41,
	});
});

test('One Item per Delivery gives the events in one item', async () => {
	const active = await stage.activate({ fetchRecord: false, additionalOptions: { output: 'delivery' } });
	await stage.post(active, bodyOf(all.slice(0, 3), 5));
	const [item, ...more] = await active.json();
	expect(more).toEqual([]);
	expect([item!.firstEventSequence, item!.lastEventSequence]).toEqual([5, 7]);
	expect((item!.events as Array<{ eventCategory: string }>).map(({ eventCategory }) => eventCategory)).toEqual([
		'CONTACT',
		'CREDITNOTE',
		'INVOICE',
	]);
});

test.each([
	['invoice', ['INVOICE UPDATE']],
	['Invoice or Bill', ['INVOICE UPDATE']],
	[
		['Invoice', 'contact'],
		['CONTACT UPDATE', 'INVOICE UPDATE', 'CONTACT CREATE'],
	],
])('a kind written as %j is understood', async (eventCategory, passes) => {
	expect(await passed({ eventCategory })).toEqual(passes);
});

test.each(['', '={{ undefined }}', '={{ null }}', '={{ [] }}'])(
	'without a kind, given as %j, nothing is kept out',
	async (eventCategory) => {
		expect(await passed({ eventCategory })).toHaveLength(all.length);
	},
);

test.each([
	['update', 7],
	['Created', 2],
	['', 9],
	['={{ undefined }}', 9],
	['whatever', 9],
])('an event type written as %j is understood, or keeps nothing out', async (eventType, count) => {
	expect(await passed({ eventType })).toHaveLength(count);
});

test('what tells neither record nor organisation is passed on as it came, and what has no sense starts nothing', async () => {
	const active = await stage.activate();
	await stage.post(active, bodyOf([{ eventCategory: 'SOMETHING', eventType: 'CREATE' }]));
	expect((await active.json()).map(({ eventCategory, recordStatus }) => [eventCategory, recordStatus])).toEqual([
		['SOMETHING', 'notFetched'],
	]);
});

test('a byte order mark in front does not hide the events', async () => {
	const active = await stage.activate({ fetchRecord: false });
	await stage.post(active, `\uFEFF${bodyOf([event()])}`);
	expect(active.stored).toHaveLength(1);
});
