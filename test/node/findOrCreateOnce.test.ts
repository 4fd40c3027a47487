import { staged } from './stage';

const on = staged({ seed: 'empty' });
const named = { by: 'Name', Name: '={{ $json.name }}', simplify: false };
const names = () =>
	on
		.records('Contacts')
		.map(({ Name }) => Name)
		.sort();
const items = ['Ngaio Sports', 'Hill Street Books', 'Ngaio Sports', 'Ridge Cafe', 'Hill Street Books', 'Ngaio Sports'].map(
	(name) => ({
		name,
	}),
);

it('creates each contact once though every second answer to a write is lost', async () => {
	on.sandbox.fail({ match: { method: 'PUT', path: '/Contacts' }, share: 0.5, seed: 3, what: { kind: 'dropAfter' } });
	const { json, pairs, error } = await on.run('contact.findOrCreate', named, items);
	expect(error).toBe('');
	expect(pairs).toEqual([0, 1, 2, 3, 4, 5]);
	expect(json.map(({ found }) => found)).toEqual([false, false, true, false, true, true]);
	expect(json[2]!.ContactID).toBe(json[0]!.ContactID);
	expect(names()).toEqual(['Hill Street Books', 'Ngaio Sports', 'Ridge Cafe']);
});

it('creates each contact once when n8n tries the node again after writes that were done and not confirmed', async () => {
	on.sandbox.fail({ match: { method: 'PUT', path: '/Contacts' }, times: 15, what: { kind: 'dropAfter' } });
	const { error } = await on.run('contact.findOrCreate', named, items, {
		settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	expect(error).toBe('');
	expect(names()).toEqual(['Hill Street Books', 'Ngaio Sports', 'Ridge Cafe']);
});

it('finds in the next run what an earlier one created', async () => {
	const [made] = (await on.run('contact.findOrCreate', named, [{ name: 'Ngaio Sports' }])).json;
	const [again] = (await on.run('contact.findOrCreate', named, [{ name: 'ngaio sports' }])).json;
	expect([made!.found, again!.found, again!.ContactID]).toEqual([false, true, made!.ContactID]);
	const [item] = (await on.run('item.findOrCreate', { Code: 'GB1' })).json;
	const [known] = (await on.run('item.findOrCreate', { Code: 'GB1' })).json;
	expect([item!.found, known!.found, known!.ItemID]).toEqual([false, true, item!.ItemID]);
});
