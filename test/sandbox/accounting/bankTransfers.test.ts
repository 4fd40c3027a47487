import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const transfer = (more: Json = {}): Json => ({
	FromBankAccount: { Code: '090' },
	ToBankAccount: { Code: '091' },
	Amount: 50,
	Date: '2026-03-06',
	...more,
});
const put = (more: Json = {}): Answer => desk.call('PUT', '/BankTransfers', { BankTransfers: [transfer(more)] });
const side = (id: unknown): Json => desk.call('GET', `/BankTransactions/${String(id)}`).at('BankTransactions.0') as Json;
const option = (): Json => {
	const category = desk.call('GET', '/TrackingCategories').at('TrackingCategories.0') as Json;
	const [first] = category.Options as Json[];
	return { TrackingCategoryID: category.TrackingCategoryID, TrackingOptionID: first?.TrackingOptionID };
};

describe('a bank transfer', () => {
	it('makes a bank transaction on either side', () => {
		const answer = put({ Amount: '50.00', Reference: 'Savings', FromIsReconciled: true }).at('BankTransfers.0') as Json;
		expect(answer).toMatchObject({
			Status: 'AUTHORISED',
			FromBankAccount: { Code: '090', Name: 'Business Bank Account' },
			ToBankAccount: { Code: '091', Name: 'Business Savings Account' },
			Amount: 50,
			Date: '/Date(1772755200000+0000)/',
			DateString: '2026-03-06T00:00:00',
			CreatedDateUTC: '/Date(1773093600000+0000)/',
			CreatedDateUTCString: '2026-03-09T22:00:00',
			Reference: 'Savings',
			CurrencyRate: 1,
			FromIsReconciled: true,
			ToIsReconciled: false,
			FromTracking: [],
			ToTracking: [],
			HasAttachments: false,
		});
		const shared = { Status: 'AUTHORISED', Total: 50, TotalTax: 0, Reference: 'Savings', CurrencyCode: 'NZD' };
		expect(side(answer.FromBankTransactionID)).toMatchObject({
			...shared,
			Type: 'SPEND-TRANSFER',
			BankAccount: { Code: '090' },
			IsReconciled: true,
		});
		expect(side(answer.ToBankTransactionID)).toMatchObject({
			...shared,
			Type: 'RECEIVE-TRANSFER',
			BankAccount: { Code: '091' },
			IsReconciled: false,
		});
		expect(side(answer.ToBankTransactionID)).not.toHaveProperty('Contact');
	});

	it('carries tracking on both sides', () => {
		const answer = put({ FromTracking: [option()], ToTracking: [option()] }).at('BankTransfers.0') as Json;
		expect(answer.FromTracking).toEqual([{ ...option(), Name: 'Region', Option: expect.any(String) }]);
		expect(side(answer.ToBankTransactionID)).toMatchObject({ LineItems: [{ Tracking: [option()] }] });
		expect(put({ FromTracking: [option(), option()] }).sentences()).toEqual([
			'A tracking category must be used only once on a bank transfer.',
		]);
	});

	it('between currencies arrives at the rate of the day', () => {
		const out = put({ ToBankAccount: { Code: '093' }, Amount: 100 }).at('BankTransfers.0') as Json;
		expect(out).toMatchObject({ Amount: 100, CurrencyRate: 0.581091 });
		expect(side(out.ToBankTransactionID)).toMatchObject({ CurrencyCode: 'USD', Total: 58.11, CurrencyRate: 0.581091 });
		const home = put({ FromBankAccount: { Code: '093' }, ToBankAccount: { Code: '090' }, Amount: 100 }).at(
			'BankTransfers.0',
		) as Json;
		expect(home).toMatchObject({ Amount: 100, CurrencyRate: 0.581091 });
		expect(side(home.ToBankTransactionID)).toMatchObject({ CurrencyCode: 'NZD', Total: 172.09 });
	});

	it('is refused with the sentences of its fields, all transfers of the call together', () => {
		expect(put({ ToBankAccount: { Code: '090' } }).sentences()).toEqual([
			'The FromBankAccount and the ToBankAccount must be different accounts.',
		]);
		expect(put({ ToBankAccount: undefined }).sentences()).toEqual([
			'The ToBankAccount must be specified by its AccountID or Code.',
		]);
		expect(put({ FromBankAccount: { Code: '200' } }).sentences()).toEqual([
			'The FromBankAccount must be an account of type BANK.',
		]);
		expect(put({ Amount: undefined }).sentences()).toEqual(['The Amount field must be specified.']);
		expect(put({ Amount: 0 }).sentences()).toEqual(['The Amount field must be greater than zero.']);
		expect(put({ Date: '2024-03-31' }).sentences()).toEqual(['The document date cannot be before the end of year lock date']);
		const before = desk.api.records(desk.tenantId, 'BankTransactions').length;
		expect(desk.call('PUT', '/BankTransfers', { BankTransfers: [transfer(), transfer({ Amount: -1 })] }).status).toBe(400);
		expect(desk.api.records(desk.tenantId, 'BankTransactions')).toHaveLength(before);
	});

	it('is deleted with both of its bank transactions, unless it is reconciled', () => {
		const row = put().at('BankTransfers.0') as Json;
		const path = `/BankTransfers/${String(row.BankTransferID)}`;
		expect(desk.call('POST', path, { Status: 'AUTHORISED' }).status).toBe(400);
		expect(desk.call('POST', path, { Status: 'DELETED' }).at('BankTransfers.0')).toMatchObject({ Status: 'DELETED', Amount: 50 });
		for (const id of [row.FromBankTransactionID, row.ToBankTransactionID]) expect(side(id).Status).toBe('DELETED');
		expect(desk.call('POST', path, { Status: 'DELETED' }).sentences()).toEqual(['The bank transfer has already been deleted.']);
		const kept = put({ ToIsReconciled: true }).id('BankTransfers.0.BankTransferID');
		expect(desk.call('POST', `/BankTransfers/${kept}`, { Status: 'DELETED' }).sentences()).toEqual([
			'This Bank Transfer cannot be deleted as it has been reconciled with a Bank Statement.',
		]);
	});

	it('cannot be changed or deleted through its bank transactions', () => {
		const row = put().at('BankTransfers.0') as Json;
		const path = `/BankTransactions/${String(row.ToBankTransactionID)}`;
		for (const body of [{ Reference: 'x' }, { Status: 'DELETED' }])
			expect(desk.call('POST', path, body).sentences()).toEqual([
				'Bank transfers cannot be created or changed as bank transactions. Use the BankTransfers endpoint instead.',
			]);
	});

	it('is deleted with others in one call, each alone with summarizeErrors=false', () => {
		const [one, two] = [put(), put()].map((answer) => answer.id('BankTransfers.0.BankTransferID'));
		const named = (...ids: unknown[]): Json => ({
			BankTransfers: ids.map((BankTransferID) => ({ BankTransferID, Status: 'DELETED' })),
		});
		const unknown = '11111111-1111-4111-8111-111111111111';
		expect(desk.call('POST', '/BankTransfers', named(one, unknown)).status).toBe(400);
		expect(desk.call('GET', `/BankTransfers/${one}`).at('BankTransfers.0.Status')).toBe('AUTHORISED');
		const answer = desk.call('POST', '/BankTransfers?summarizeErrors=false', named(one, unknown, two));
		expect((answer.at('BankTransfers') as Json[]).map((row) => row.StatusAttributeString)).toEqual(['OK', 'ERROR', 'OK']);
		expect(answer.sentences('BankTransfers.1')).toEqual([
			'The bank transfer with the specified BankTransferID could not be found.',
		]);
	});

	it('is listed unless it was deleted, and then when asked for', () => {
		const [one, two] = [put({ Reference: 'T-1' }), put({ Reference: 'T-2', Amount: 70 })].map((answer) =>
			answer.id('BankTransfers.0.BankTransferID'),
		);
		desk.call('POST', `/BankTransfers/${two}`, { Status: 'DELETED' });
		const found = (query: string, headers = {}): unknown[] =>
			(desk.call('GET', `/BankTransfers?${query}`, undefined, { headers }).at('BankTransfers') as Json[]).map(
				(row) => row.BankTransferID,
			);
		const mine = `where=${encodeURIComponent('Reference.StartsWith("T-") AND FromBankAccount.Code=="090"')}`;
		expect(found(mine)).toEqual([one]);
		expect(found(`${mine}&includeDeleted=true&order=Amount DESC`)).toEqual([two, one]);
		expect(found('', { 'if-modified-since': '2026-03-09T22:00:00' })).toEqual([one]);
		expect(desk.call('GET', '/BankTransfers').at('BankTransfers.0')).not.toHaveProperty('CurrencyRate');
	});
});
