import type { Json } from '../accounting/desk';
import { type CabinetDesk, openCabinet } from './cabinetDesk';

describe('folders', () => {
	let desk: CabinetDesk;
	let inbox: string;
	beforeEach(() => {
		desk = openCabinet();
		inbox = desk.call('GET', '/Inbox').id('Id');
	});
	const made = (Name: string): string => desk.call('POST', '/Folders', { Name }).id('Id');
	const sentence = (detail: string) => ({ status: 400, body: [{ type: 'Validation', title: 'Validation failure', detail }] });

	it('are made, renamed, counted and listed after the Inbox', () => {
		const answer = desk.call('POST', '/Folders', { Name: ' My Docs ' });
		expect([answer.status, answer.body]).toEqual([200, { Name: 'My Docs', FileCount: 0, IsInbox: false, Id: answer.id('Id') }]);
		expect(desk.call('PUT', `/Folders/${answer.id('Id')}`, { Name: 'my docs' }).at('Name')).toBe('my docs');
		desk.put('a.txt');
		expect(desk.call('GET', '/Folders').body).toEqual([
			{ Name: 'Inbox', FileCount: 1, Email: 'xero.inbox.kru7d@files.example', IsInbox: true, Id: inbox },
			{ Name: 'my docs', FileCount: 0, IsInbox: false, Id: answer.id('Id') },
		]);
	});

	it('are sorted by name, by what is in them, and by age', () => {
		desk.clock.advance(1000);
		made('Zebra');
		desk.clock.advance(1000);
		const apple = made('apple');
		desk.call('PUT', `/Files/${desk.put('a.txt')}`, { FolderId: apple });
		const order = (sort: string): unknown[] => (desk.call('GET', `/Folders?sort=${sort}`).body as Json[]).map(({ Name }) => Name);
		expect(order('Name')).toEqual(['apple', 'Inbox', 'Zebra']);
		expect(order('Size%20DESC')).toEqual(['apple', 'Inbox', 'Zebra']);
		expect(order('CreatedDateUTC%20DESC')).toEqual(['apple', 'Zebra', 'Inbox']);
		expect(desk.call('GET', '/Folders?sort=Colour').status).toBe(400);
	});

	it('need a good name that no other folder has', () => {
		const id = made('Bills');
		for (const Name of ['a/b', 'a\nb', '<b>'])
			expect(desk.call('POST', '/Folders', { Name })).toMatchObject(sentence('Name contains one or more bad characters'));
		expect(desk.call('POST', '/Folders', {})).toMatchObject(sentence('Name must be provided.'));
		expect(desk.call('POST', '/Folders', { Name: 3 })).toMatchObject(sentence('Name must be a text.'));
		expect(desk.call('POST', '/Folders', ['x'])).toMatchObject(sentence('The request body must be a JSON object.'));
		expect(desk.call('POST', '/Folders', { Name: 'BILLS' })).toMatchObject(
			sentence('A folder with the name BILLS already exists.'),
		);
		expect(desk.call('PUT', `/Folders/${id}`, { Name: 'inbox' })).toMatchObject(
			sentence('A folder with the name inbox already exists.'),
		);
		expect(desk.call('GET', '/Folders').body).toHaveLength(2);
	});

	it('leave their files to the Inbox when they are deleted', () => {
		const [id, file] = [made('Bills'), desk.put('a.txt')];
		desk.call('PUT', `/Files/${file}`, { FolderId: id });
		expect(desk.call('DELETE', `/Folders/${id}`)).toMatchObject({ status: 204, body: undefined });
		expect(desk.call('GET', `/Files/${file}`).at('FolderId')).toBe(inbox);
		for (const method of ['GET', 'DELETE']) expect(desk.call(method, `/Folders/${id}`).status).toBe(404);
		expect(desk.call('PUT', `/Folders/${id}`, { Name: 'x' }).status).toBe(404);
	});

	it('do not lose the Inbox', () => {
		expect(desk.call('PUT', `/Folders/${inbox}`, { Name: 'In' })).toMatchObject(sentence('The Inbox cannot be renamed.'));
		expect(desk.call('DELETE', `/Folders/${inbox}`)).toMatchObject(sentence('The Inbox cannot be deleted.'));
	});

	it('are each organisation’s own', () => {
		const [one, other] = [made('Bills'), openCabinet().call('GET', '/Inbox').id('Id')];
		expect(other).toBe(inbox);
		expect(desk.api.records('c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2', 'Folders').map(({ Id }) => Id)).not.toContain(one);
	});
});
