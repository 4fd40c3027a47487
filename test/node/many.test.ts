import { staged } from './stage';

const on = staged({ seed: 'empty', limits: { minute: 10_000 } });

const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));

it('reads 5,000 contacts in five calls, in the order of Xero', async () => {
	const made = await on.run('contact.create', { Name: '=Contact {{ $json.n }}' }, rows(5000));
	expect(made.error).toBe('');
	on.sandbox.forget();
	const { json, error } = await on.run('contact.getAll', { returnAll: true });
	expect(error).toBe('');
	expect(
		on
			.queries('GET /Contacts')
			.map(({ page, pageSize }) => [page, pageSize])
			.sort(),
	).toEqual([
		['1', '1000'],
		['2', '1000'],
		['3', '1000'],
		['4', '1000'],
		['5', '1000'],
	]);
	expect(json.map(({ ContactID }) => ContactID)).toEqual(on.records('Contacts').map(({ ContactID }) => ContactID));
	expect(new Set(json.map(({ Name }) => Name)).size).toBe(5000);
});

it('takes 10,000 items in and gives each back to its own', async () => {
	// Longer than a minute of the clock: 200 calls are more than a minute's.
	const { json, pairs, error } = await on.run(
		'contact.create',
		{ Name: '=Contact {{ $json.n }}', options: { longestWait: 60 } },
		rows(10_000),
	);
	expect(error).toBe('');
	expect(on.called('PUT /Contacts')).toHaveLength(200);
	expect(json.map(({ Name }) => Name)).toEqual(rows(10_000).map(({ n }) => `Contact ${n}`));
	expect(pairs).toEqual(rows(10_000).map(({ n }) => n));
	expect(on.records('Contacts')).toHaveLength(10_000);
});
