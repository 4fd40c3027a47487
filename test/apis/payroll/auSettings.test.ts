import { byId } from '../stage';
import { AuStage, every, holdsNone, MONDAY, raw, whole } from './walk';

const stage = new AuStage('auSettings');

test('options of tracking are picked as the books have them', async () => {
	const { line, picked } = await stage.choose('timesheetTracking', 'timesheetLine.create');
	expect([line, picked.value]).toEqual([expect.stringMatching(/^\w+: \S/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test('a payroll calendar is made, picked, read and found by its type', async () => {
	const made = await stage.json('payrollCalendar.create', {
		...{ Name: 'Walked Weekly', CalendarType: 'WEEKLY', StartDate: MONDAY, PaymentDate: '2096-03-13' },
	});
	expect(made).toMatchObject({
		...{ Name: 'Walked Weekly', CalendarType: 'WEEKLY', StartDate: MONDAY, PaymentDate: '2096-03-13' },
		PeriodEndDate: '2096-03-11',
	});
	const { line, picked: PayrollCalendarID } = await stage.choose('payrollCalendar', 'payrollCalendar.get', {}, 'walked');
	expect([line, PayrollCalendarID.value]).toEqual([`Walked Weekly · next period from ${MONDAY}`, made.PayrollCalendarID]);
	expect(await stage.json('payrollCalendar.get', { PayrollCalendarID })).toEqual(made);
	const found = async (CalendarType: string) =>
		every(await stage.all('payrollCalendar.getAll', { returnAll: true, filters: { CalendarType } }), 'Name');
	expect(await found('WEEKLY')).toEqual(['Weekly', 'Walked Weekly']);
	expect(await found('TWICEMONTHLY')).toEqual(['Twice Monthly']);
	expect(await found('QUARTERLY')).toEqual([]);
});

test('settings come as one row, or with a row for each account', async () => {
	const settings = await stage.json('settings.get');
	expect(settings).toMatchObject({ DaysInPayrollYear: 364, EmployeesAreSTP2: false });
	const accounts = await stage.all('settings.get', { options: { oneRowPer: 'account' } });
	expect(accounts).toEqual(settings.Accounts);
	expect(accounts.find(({ Type }) => Type === 'PAYGLIABILITY')).toMatchObject({
		...{ Type: 'PAYGLIABILITY', Code: '825', Name: 'PAYG Withholdings Payable' },
	});
});

test('a product is found by USI or ABN, and its fund added, picked, changed and read', async () => {
	const products = async (asked: { readonly USI?: string; readonly ABN?: string }) =>
		every(await stage.all('superFundProduct.getAll', { returnAll: true, ...asked }), 'ProductName');
	expect(await products({ USI: 'MDU0001AU' })).toEqual(['Made Up Industry Fund']);
	expect(await products({ ABN: '00 000 000 000' })).toEqual(['Example Super', 'Example Super (Pension)']);
	expect(await products({ ABN: '00 000 000 000', USI: 'EXM0002AU' })).toEqual(['Example Super (Pension)']);
	expect(await stage.refused('superFundProduct.getAll', { returnAll: true })).toContain('ABN: is missing. Give it, or USI');

	const made = await stage.json('superFund.create', {
		...{ Type: 'REGULATED', additionalFields: { USI: 'MDU0001AU', EmployerNumber: 'W1' } },
	});
	expect(made).toMatchObject({ Type: 'REGULATED', Name: 'Made Up Industry Fund', USI: 'MDU0001AU', EmployerNumber: 'W1' });
	const { line, picked: SuperFundID } = await stage.choose('superFund', 'superFund.get', {}, 'industry');
	expect([line, SuperFundID.value]).toEqual(['Made Up Industry Fund · USI MDU0001AU', made.SuperFundID]);
	const changed = await stage.json('superFund.update', {
		...{ SuperFundID, Type: 'REGULATED', additionalFields: { EmployerNumber: 'W2' } },
	});
	expect(changed).toMatchObject({ SuperFundID: made.SuperFundID, USI: 'MDU0001AU', EmployerNumber: 'W2' });
	expect(await stage.json('superFund.get', { SuperFundID })).toEqual(changed);
	expect(await stage.refused('superFund.create', { Type: 'REGULATED', additionalFields: { USI: 'NON0001AU' } })).toContain(
		'Item 1: Xero says: The USI is not valid',
	);
});

test('a self-managed fund needs its account, which Simplify and messages keep to themselves', async () => {
	const bank = { BSB: '000-001', AccountNumber: '0000 7777' };
	const given = { Name: 'Walked Family Super', ABN: '00 000 000 003', AccountName: 'Walked Family', ...bank };
	expect(await stage.refused('superFund.create', { Type: 'SMSF', additionalFields: { Name: 'Bare' } })).toContain(
		'ABN: is missing. A self-managed fund has one',
	);
	const made = await stage.json('superFund.create', { Type: 'SMSF', additionalFields: given });
	holdsNone(made, ['000001', '00007777', 'Walked Family"']);
	const SuperFundID = byId(String(made.SuperFundID));
	expect(await stage.json('superFund.get', { SuperFundID, ...raw })).toMatchObject({
		...{ Type: 'SMSF', Name: 'Walked Family Super', ABN: '00000000003', BSB: '000001', AccountNumber: '00007777' },
		AccountName: 'Walked Family',
	});
	const found = async (Type: string) =>
		every(await stage.all('superFund.getAll', { ...whole, filters: { Type } }), 'SuperFundID').includes(made.SuperFundID);
	expect([await found('SMSF'), await found('REGULATED')]).toEqual([true, false]);
	const since = { 'If-Modified-Since': '2096-01-01T00:00:00Z' };
	expect(await stage.all('superFund.getAll', { ...whole, filters: since })).toEqual([]);
});
