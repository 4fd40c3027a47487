import type { Answer } from '../accounting/desk';
import { openCabinet, fileForm } from './cabinetDesk';
import { specification } from './likeness';

/** Refusals of this API, as its examples have them; no schema names them. */
const text = { type: 'string' };
const problem = { type: 'object', properties: { type: text, title: text, detail: text }, additionalProperties: false };
const refusal = { type: 'array', items: { ...problem, required: ['type', 'title', 'detail'] } };
const spec = specification('files', refusal, ({ FileObject, Folder, Association }) => {
	// Required in Xero's description, but in no example of it: id, name, manufacturer, releaseDate; and name for Name.
	for (const schema of [FileObject, Folder]) delete schema?.required;
	// Its own examples have no zone, which the format of a date-time demands.
	for (const key of ['CreatedDateUtc', 'AssociationDateUtc']) delete Association?.properties?.[key]?.format;
});

describe('the local Files API beside the one of Xero', () => {
	const heard: Answer[] = [];
	const { call, send, books, tenantId } = openCabinet('small', (answer) => heard.push(answer));
	const invoice = String(books.records(tenantId, 'Invoices')[0]?.InvoiceID);
	call('GET', '/Inbox');
	call('GET', '/Folders?sort=Name');
	const folder = call('POST', '/Folders', { Name: 'My Docs' }).id('Id');
	call('POST', '/Folders', { Name: 'a/b' });
	call('PUT', `/Folders/${folder}`, { Name: 'Your Docs' });
	call('GET', `/Folders/${folder}`);
	const file = send('/Files', fileForm('a.pdf')).id('Id');
	send('/Files', fileForm('a.boo'));
	send(`/Files/${folder}`, fileForm('b.png'));
	call('GET', '/Files');
	call('GET', '/Files?page=2&pagesize=3&sort=Size&direction=DESC');
	call('GET', `/Files/${file}`);
	call('GET', `/Files/${file}/Content`);
	call('PUT', `/Files/${file}`, { Name: 'c.pdf', FolderId: folder });
	call('PUT', `/Files/${file}`, { Name: 'FooBar' });
	const tie = { ObjectId: invoice, ObjectGroup: 'Invoice', ObjectType: 'AccRec' };
	call('POST', `/Files/${file}/Associations`, tie);
	call('POST', `/Files/${file}/Associations`, { ...tie, ObjectGroup: 'Account' });
	call('GET', `/Files/${file}/Associations`);
	call('GET', `/Associations/${invoice}`);
	call('GET', `/Associations/Count?ObjectIds=${invoice}`);
	call('DELETE', `/Files/${file}/Associations/${invoice}`);
	call('DELETE', `/Files/${file}`);
	call('GET', `/Files/${file}`);
	call('DELETE', `/Folders/${folder}`);

	it('has its 18 operations, each once', () => {
		const mine = openCabinet().api.routes.map(({ operationId }) => operationId);
		expect([...mine].sort()).toEqual([...spec.operations].sort());
		expect(new Set(mine).size).toBe(18);
		expect(mine).toHaveLength(18);
	});

	it('takes the scopes that Xero names, and no others', () => {
		for (const { operationId, scopes } of openCabinet().api.routes) {
			expect([operationId, scopes]).toEqual([operationId, spec.scopes(operationId)]);
		}
	});

	it('answers each operation of the scenario, none left out', () => {
		const called = new Set(heard.map(({ operationId }) => operationId));
		expect(called.size).toBe(18);
		expect(heard.filter(({ status }) => status >= 400).map(({ operationId, status }) => [operationId, status])).toEqual([
			['createFolder', 400],
			['uploadFile', 400],
			['updateFile', 400],
			['createFileAssociation', 400],
			['getFile', 404],
		]);
	});

	it('is measured by a checker that sees what is wrong', () => {
		expect(spec.complaints('getFile', 200, { Id: 'x', Size: '3', Colour: 'red' })).toHaveLength(3);
		expect(spec.complaints('getFile', 404, { Message: 'gone' })).toHaveLength(1);
	});

	it('answers only what the schemas of Xero name', () => {
		const complaints = heard.flatMap((answer) =>
			answer.binary ? [] : spec.complaints(answer.operationId, answer.status, answer.body),
		);
		expect(complaints).toEqual([]);
	});
});
