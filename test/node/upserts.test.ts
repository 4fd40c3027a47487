import { SALE, byName, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

it('upserts of different records go together, however much else they share', async () => {
	const rows = Array.from({ length: 60 }, (_, n) => ({ name: `Contact ${n}` }));
	const { error } = await on.run(
		'contact.upsert',
		{ Name: '={{ $json.name }}', additionalFields: { AccountNumber: 'SHARED' } },
		rows,
	);
	expect(error).toBe('');
	expect(on.asked).toEqual(['POST /Contacts', 'POST /Contacts']);
	expect(on.records('Contacts')).toHaveLength(60);
});

it('upserts of the same record go one after another, and the last one wins', async () => {
	const rows = Array.from({ length: 3 }, (_, n) => ({ n }));
	const { error } = await on.run(
		'contact.upsert',
		{ Name: 'Rata Print', additionalFields: { AccountNumber: '=A-{{ $json.n }}' } },
		rows,
	);
	expect(error).toBe('');
	expect(on.records('Contacts').map(({ Name, AccountNumber }) => [Name, AccountNumber])).toEqual([['Rata Print', 'A-2']]);
});

it('sales invoices without a number are new ones, so they go together', async () => {
	const rows = sales(60);
	const { error } = await on.run(
		'invoice.upsert',
		{ ...SALE, Contact: byName('Rata Print'), InvoiceNumber: '', Reference: 'Monthly' },
		rows,
	);
	expect(error).toBe('');
	expect(on.asked).toEqual(['POST /Invoices', 'POST /Invoices']);
});
